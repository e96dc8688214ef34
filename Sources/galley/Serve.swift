// Serve: the author's loop on the command line. The pages tell what is wrong where it is wrong; here the same is told as `check` does,
// whenever something else is.

import ArgumentParser
import Diagnostics
import Foundation
import Reporting
import Serving
import Site
import Synchronization

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the pages in a browser, as they are while you write.",
    discussion: """
      Essays, data, templates, galley.yml and the library's sources are watched. A page that cannot be published is shown \
      all the same, with marks. Only this machine is answered. Ctrl-C ends it.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var voice: VoiceOptions

  @Option(
    help: ArgumentHelp(
      "The port to listen on; 0 for any (default: the first free one from 8000).", valueName: "n"))
  var port: UInt16?

  @Flag(help: "Open the home page in a browser.")
  var open = false

  func run() async throws {
    let folder = try project.folder()
    let console = Console(voice: voice.voice)
    var options = run.options
    console.furnish(&options)
    let telling = ServeReport(
      ShownPaths(project: folder, directory: ProjectOptions.here), voice.voice)
    let opens = open
    try await console.doing { [options, port] in
      try await serve(
        folder, options, ServeOptions(port: port),
        isListening: { address in
          Streams.tell("\(address) shows the pages; Ctrl-C ends it\n")
          if opens { Self.openBrowser(address) }
        }, report: telling.tell)
    }
  }

  private static func openBrowser(_ address: String) {
    #if os(macOS)
      let words = ["open", address]
    #else
      let words = ["xdg-open", address]
    #endif
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { process in
      guard process.terminationStatus != 0 else { return }
      Streams.tell("no browser could be opened with ‘\(words[0])’: open \(address) yourself\n")
    }
    try? process.run()
  }
}

/// Tells how things stand, each state once.
private final class ServeReport: Sendable {
  private let paths: ShownPaths
  private let voice: Voice
  private let last = Mutex<(log: Log?, line: String)>((nil, ""))

  init(_ paths: ShownPaths, _ voice: Voice) {
    self.paths = paths
    self.voice = voice
  }

  func tell(_ state: LiveState) {
    // While programs are at work it is not known how things stand.
    guard state.pending == 0 else { return }
    let line = Self.line(of: state)
    let isNew = last.withLock { last in
      guard last.log != state.log || last.line != line else { return false }
      last = (state.log, line)
      return true
    }
    guard isNew else { return }
    let printer = TextPrinter(sources: state.sources, paths: paths, style: voice.style)
    Streams.tell(printer.text(state.log) + (voice.volume == .quiet ? "" : line + "\n"))
  }

  private static func line(of state: LiveState) -> String {
    let errors = state.log.diagnostics.count { $0.severity == .error }
    let essays = state.essays == 1 ? "1 essay" : "\(state.essays) essays"
    let claims = "\(state.held) of \(state.claims) claims hold (\(essays))"
    return errors == 0
      ? claims : claims + ", not publishable: \(errors == 1 ? "1 error" : "\(errors) errors")"
  }
}
