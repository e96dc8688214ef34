// Galley: the command line. A command parses, calls, prints and exits, and does nothing else.

import ArgumentParser
import Typesetting

@main
struct Galley: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Essays whose numbers are verified, as a static site.",
    discussion: """
      Exit codes: 0 all holds; 1 the content is wrong (a refuted claim, a broken link, bad TeX); \
      64 misuse of the command line; 69 something needed is missing, and the message says what.
      """,
    subcommands: [Build.self, Check.self, Clean.self, TypesetWorker.self])
}

/// How Galley starts itself to set type, so that the engine's signals stay in a process of its own.
struct TypesetWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "typeset-worker", shouldDisplay: false)

  func run() throws {
    throw ExitCode(runTypesettingWorker())
  }
}
