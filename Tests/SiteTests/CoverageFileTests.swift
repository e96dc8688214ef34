// content/coverage.yml: every statement that the essays are about is treated in one of them, under a
// heading that exists.

import Foundation
import Markup
import Testing
import Yams

@Suite struct CoverageFileTests {
  private static let expected = [
    ("Q", 5), ("P", 9), ("S", 8), ("F", 6), ("G", 10), ("E", 8), ("K", 18),
  ]
  .flatMap { letter, count in (1...count).map { "\(letter)\($0)" } }

  /// The lines of the file as keys and values, doubled keys included, which YAML would drop.
  private func lines() throws -> [(key: String, target: String)] {
    let path = ScratchProject.root + "/content/coverage.yml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let node = try #require(try Yams.compose(yaml: text)?.mapping)
    return try node.map {
      (try #require($0.key.string), try #require($0.value.string))
    }
  }

  @Test func everyStatementIsTreatedOnce() throws {
    let keys = try lines().map(\.key)
    #expect(Self.expected.count == 64)
    let missing = Self.expected.filter { !keys.contains($0) }
    #expect(missing.isEmpty, "not treated: \(missing.joined(separator: " "))")
    let unknown = keys.filter { !Self.expected.contains($0) }
    #expect(unknown.isEmpty, "no such statement: \(unknown.joined(separator: " "))")
    #expect(Set(keys).count == keys.count, "a statement stands there twice")
  }

  @Test func everyStatementLeadsToAHeadingThatExists() throws {
    for (key, target) in try lines() {
      let parts = target.split(separator: "#").map(String.init)
      try #require(parts.count == 2, "\(key): write essay#heading, not ‘\(target)’")
      let path = "content/\(parts[0]).md"
      guard
        let text = try? String(contentsOfFile: ScratchProject.root + "/" + path, encoding: .utf8)
      else {
        Issue.record("\(key): there is no \(path)")
        continue
      }
      let anchors = Self.anchors(of: parse(text, path: path).value.blocks)
      #expect(
        anchors.contains(parts[1]),
        "\(key): \(path) has no heading ‘\(parts[1])’, but \(anchors.joined(separator: ", "))")
    }
  }

  private static func anchors(of nodes: [Markup.Node]) -> [String] {
    nodes.flatMap { node -> [String] in
      if case .heading(_, let anchor) = node.kind { return [anchor] }
      return anchors(of: node.children)
    }
  }
}
