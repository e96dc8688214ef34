// Galley: the command line. A command parses, calls, prints and exits, and does nothing else.

import ArgumentParser
import Diagnostics
import Foundation
import Site
import Typesetting

@main
struct Galley: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Essays whose numbers are verified, as a static site.",
    discussion: """
      Exit codes: 0 all holds; 1 the content is wrong (a refuted claim, a broken link, bad TeX); \
      64 misuse of the command line; 69 something needed is missing, and the message says what; \
      70 Galley itself failed.
      """,
    subcommands: [
      Adopt.self, Build.self, Check.self, Serve.self, Clean.self, Explain.self, Fix.self, Init.self,
      TypesetWorker.self,
    ])

  @Flag(help: "Show the versions of Galley, of the compiler that it would use, and of the system.")
  var version = false

  @Flag(help: "Print the manual page, for man.")
  var helpMan = false

  func run() async throws {
    if helpMan { return try Streams.write(ManualPage.text(of: try Self.tool())) }
    guard version else { throw CleanExit.helpRequest(self) }
    try Streams.write(await Version.text())
  }

  static func main() async {
    Streams.occupy()
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      try expectCommand(in: words)
      var command = try parseAsRoot(words)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(by: error, asking: words)
    }
  }

  /// Of a word that is no command, the library that reads arguments would only say that the words behind it are unknown.
  private static func expectCommand(in words: [String]) throws {
    let names = configuration.subcommands.map { $0._commandName }
    guard let word = words.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word) else {
      return
    }
    throw ValidationError(
      "there is no command ‘\(word)’" + suggestion(for: word, among: names))
  }

  /// Every way out but that of a command which came to its end.
  private static func end(by error: any Error, asking words: [String]) -> Never {
    // A command that has said all it had to say, or somebody who asked for help.
    if error is ExitCode || exitCode(for: error) == .success { exit(withError: error) }
    let failure = Failure(error)
    let format = FormatOptions.format(in: words)
    // People are told how the command is used as well.
    if failure.code == .validationFailure, format == .text {
      exit(withError: error is Refusal ? ValidationError(failure.diagnostic.message) : error)
    }
    Console(format: format, voice: Voice(in: words)).show(failure.diagnostic)
    exit(withError: failure.code)
  }
}

/// How Galley starts itself to set type, so that the engine's signals stay in a process of its own.
struct TypesetWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "typeset-worker", shouldDisplay: false)

  @Flag(help: "Answer orders until standard input ends.")
  var stay = false

  func run() throws {
    throw ExitCode(stay ? runStayingTypesettingWorker() : runTypesettingWorker())
  }
}
