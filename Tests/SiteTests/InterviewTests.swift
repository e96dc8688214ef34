// Corrections that somebody is asked about, one by one.

import Foundation
import Testing

@Suite(.serialized) struct InterviewTests {
  /// In this order they are asked for.
  private static let essay =
    "1.25<!-- = 1.26 -->, 1.35<!-- = 1.36 -->\n\n```swift\nlet n = 3\nn // → 4\nn + 4 // → 8\n2.5 // → 2.4\n```\n"

  private func answers(_ words: String, _ options: String = "") throws -> (
    String, ScratchProject.Run
  ) {
    let project = try ScratchProject(["content/index.md": Self.essay])
    defer { project.remove() }
    let run = try project.shell("printf '\(words)' | CI= galley fix --interactive \(options)")
    return (project.text(of: "content/index.md") ?? "", run)
  }

  private func essay(_ values: String...) -> String {
    var text = Self.essay
    for (old, new) in zip(["1.25", "1.35", "→ 4", "→ 8", "→ 2.4"], values) {
      text = text.replacing(old, with: old.hasPrefix("→") ? "→ " + new : new)
    }
    return text
  }

  @Test func eachIsAskedFor() throws {
    let (text, run) = try answers("y\\nn\\ny\\nn\\ny\\n")
    #expect(text == essay("1.26", "1.35", "3", "8", "2.5"))
    #expect(run.status == 1)
    #expect(run.errors.contains("(1 of 5) content/index.md:1:1: error: claim refuted: wrote 1.25"))
    #expect(run.errors.contains("   1.25 → 1.26  +0.80%\n"))
    #expect(
      run.errors.contains(
        "4 → 3  -25%, the leading digit changes: the number or the code may be wrong"))
    #expect(run.output.contains("not written: declined"))
  }

  @Test func whoeverStopsKeepsWhatWasAccepted() throws {
    #expect(try answers("y\\nq\\n").0 == essay("1.26"))
    // Nobody answers any more.
    let (text, run) = try answers("y\\ny")
    #expect(text == essay("1.26", "1.36"))
    #expect(run.status == 1)
  }

  /// The same kind of change, but nothing that may be the code's fault.
  @Test func allLikeOneAreAcceptedAtOnce() throws {
    #expect(try answers("a\\nn\\nn\\n").0 == essay("1.26", "1.36", "4", "8", "2.5"))
    let (text, run) = try answers("n\\nn\\na\\ny\\ny\\nn\\n")
    #expect(run.errors.contains("without --all each is asked for"))
    #expect(text == essay("1.25", "1.35", "3", "7", "2.4"))
    #expect(try answers("n\\nn\\na\\nn\\n", "--all").0 == essay("1.25", "1.35", "3", "7", "2.4"))
  }

  @Test func somethingElseIsWrittenOnceItHolds() throws {
    let (text, run) = try answers("e\\n1.27\\n1.260\\ne\\nnonsense\\n1.357\\n\\ny\\nq\\n")
    #expect(run.errors.contains("that does not hold: claim refuted: wrote 1.27, computed 1.26"))
    #expect(run.errors.contains("that does not hold: nothing would be claimed here any more"))
    #expect(run.errors.contains("that does not hold: claim refuted: wrote 1.357, computed 1.36"))
    #expect(text == essay("1.260", "1.36"))
    let (bound, _) = try answers("n\\nn\\ne\\n< 4\\nq\\n")
    #expect(bound == essay("1.25", "1.35", "< 4"))
  }

  @Test func theSwiftIsShownAndTheAnswersAreExplained() throws {
    let (text, run) = try answers("n\\nn\\ns\\nwhat\\nn\\ns\\nn\\nn\\n")
    #expect(text == Self.essay)
    #expect(run.errors.contains("\n```swift\nlet n = 3\nn // → 4\n"))
    #expect(run.errors.contains("a  write it, and all others of the same kind"))
    let (_, prose) = try answers("s\\nq\\n")
    #expect(prose.errors.contains("\n1.26\n\nwrite it?"))
  }

  /// On a terminal the line of progress makes place for the question, and does not come back over it.
  @Test func aQuestionStaysOnTheTerminal() async throws {
    let project = try ScratchProject(["content/index.md": Self.essay])
    defer { project.remove() }
    let terminal = Terminal()
    let galley = try terminal.start(
      ScratchProject.executable(), ["fix", "--interactive", "--project", project.folder])
    let question = "[q]uit: "
    try await terminal.wait { $0.contains(question) }
    // More than two ticks of the clock that writes the line.
    try await Task.sleep(for: .seconds(2.5))
    #expect(terminal.text.hasSuffix(question), "\(terminal.text.suffix(200).debugDescription)")
    terminal.type("q\n")
    while galley.isRunning { try await Task.sleep(for: .milliseconds(50)) }
    #expect(project.text(of: "content/index.md") == Self.essay)
  }
}

/// A terminal that a program runs in.
private final class Terminal: @unchecked Sendable {
  private let keyboard = Pipe()
  private let screen = Pipe()
  private let lock = NSLock()
  private var written = Data()

  struct Failure: Error {
    var text: String
  }

  /// Python's standard library has terminals for programs; Foundation has none.
  func start(_ executable: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", "-c", "import pty, sys; pty.spawn(sys.argv[1:])", executable] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["CI": "", "TERM": "xterm"]) { $1 }
    (process.standardInput, process.standardOutput) = (keyboard, screen)
    screen.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      self?.lock.withLock { self?.written += data }
    }
    try process.run()
    return process
  }

  var text: String { lock.withLock { String(decoding: written, as: UTF8.self) } }

  func type(_ text: String) { keyboard.fileHandleForWriting.write(Data(text.utf8)) }

  func wait(until isThere: (String) -> Bool) async throws {
    for _ in 0..<1200 where !isThere(text) { try await Task.sleep(for: .milliseconds(50)) }
    guard isThere(text) else { throw Failure(text: text) }
  }
}
