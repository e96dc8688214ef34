// Golden trees: what each fixture is parsed to, spans included. `RECORD=1 swift test` rewrites them.

import Foundation
import Testing

@testable import Markup

@Suite struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .sorted()

  @Test func areThere() { #expect(Self.names.count >= 10) }

  @Test(arguments: names)
  func treeIsAsExpected(_ name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let source = try String(contentsOf: folder.appendingPathComponent("input.md"), encoding: .utf8)
    #expect(SpanChecks.complaints(about: source).isEmpty)
    let parsed = parse(source, path: "input.md")
    #expect(!parsed.log.hasErrors)
    let tree = parsed.value.dump()
    let file = folder.appendingPathComponent("expected.tree")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try tree.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(tree == expected)
  }
}
