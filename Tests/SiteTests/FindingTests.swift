// Golden findings: small projects, what is done with them, and every word that Galley says. `RECORD=1 swift test` rewrites
// them. Together with the other golden folders they show each kind of message.

import Diagnostics
import Foundation
import Reporting
import Testing

@testable import Markup
@testable import galley

@Suite struct FindingTests {
  private static let folder = ScratchProject.root + "/Tests/SiteTests/Findings"
  /// Nobody can make Galley say these from outside.
  private static let never = "never"
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0 != never }.sorted()

  @Test func areThere() { #expect(Self.names.count >= 15) }

  /// The files of a folder are the project, beside those of every scratch project that it does not have itself. The lines
  /// of `command` are what somebody types, `galley check` where there is none.
  @Test(arguments: names)
  func wordsAreAsExpected(_ name: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let folder = Self.folder + "/" + name
    let files = FileManager.default
    let own = try files.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix("expected.") }
    for item in own {
      if files.fileExists(atPath: project.folder + "/" + item) { try project.delete(item) }
      try files.copyItem(atPath: folder + "/" + item, toPath: project.folder + "/" + item)
    }
    let lines = project.text(of: "command") ?? "galley check\n"
    let transcript = try lines.split(separator: "\n").map { line in
      let run = try project.shell(String(line))
      return "$ \(line)\n\(run.complaints)\(run.output)ends with \(run.status)\n"
    }.joined(separator: "\n").replacing(project.folder, with: "PROJECT")
    try expect(transcript, named: name)
  }

  /// What nobody can make Galley say from outside: a fault of its own, and a text whose place it does not know.
  @Test func whatNeverHappensIsSaidAsExpected() throws {
    struct Unforeseen: Error, CustomStringConvertible { let description = "the moon is down" }
    let source = SourceText("# A title\n")
    var placement = BlockPlacement(
      BodyText(Array(source.text.utf8), from: 0), path: "content/index.md")
    placement.misplaced(2..<2)
    let log = Log([Failure(Unforeseen()).diagnostic] + placement.log.diagnostics)
    let printer = TextPrinter(sources: ["content/index.md": source])
    try expect(printer.text(log), named: Self.never)
  }

  private func expect(_ transcript: String, named name: String) throws {
    let file = Self.folder + "/" + name + "/expected.findings"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try transcript.write(toFile: file, atomically: true, encoding: .utf8)
    }
    #expect(try transcript == String(contentsOfFile: file, encoding: .utf8))
  }

  /// Whoever adds a message shows it, in a golden folder of whatever module.
  @Test func everyIdentifierHasAGoldenCase() throws {
    let tests = ScratchProject.root + "/Tests"
    let golden = try FileManager.default.subpathsOfDirectory(atPath: tests)
      .filter { $0.split(separator: "/").last?.hasPrefix("expected.") == true }
    #expect(golden.count > 80)
    let words = golden.map { FileManager.default.contents(atPath: tests + "/" + $0) }
      .map { String(decoding: $0 ?? Data(), as: UTF8.self) }.joined()
    let missing = Identifier.allCases.filter { !words.contains("[\($0.rawValue)]") }
    #expect(missing.isEmpty, "without a golden case: \(missing.map(\.rawValue))")
  }
}
