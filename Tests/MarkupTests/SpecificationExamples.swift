// The examples of the CommonMark 0.29 and GFM specification, fetched by scripts/fetch-spec.

import Foundation
import Testing

/// One example: Markdown and the HTML that it stands for.
struct SpecificationExample {
  var number: Int
  var extensionName: String?
  var markdown: String
  var html: String

  /// All examples, numbered from 1 in the order of the text; fails the test when they are missing.
  static func all() throws -> [SpecificationExample] {
    var root = URL(fileURLWithPath: #filePath)
    while root.path != "/",
      !FileManager.default.fileExists(atPath: root.appendingPathComponent("Package.swift").path)
    {
      root.deleteLastPathComponent()
    }
    let file = root.appendingPathComponent(".build/spec/spec.txt")
    let text = try #require(
      try? String(contentsOf: file, encoding: .utf8),
      "the specification's examples are missing; run scripts/fetch-spec")
    return examples(in: text)
  }

  private static func examples(in text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var current: SpecificationExample?
    var isHTML = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        let words = line.dropFirst(fence.count).split(separator: " ")
        current = SpecificationExample(
          number: examples.count + 1, extensionName: words.dropFirst().first.map(String.init),
          markdown: "", html: "")
        isHTML = false
      } else if line == fence, let example = current {
        examples.append(example)
        current = nil
      } else if line == ".", current != nil {
        isHTML = true
      } else if isHTML {
        current?.html += line.replacing("→", with: "\t") + "\n"
      } else {
        current?.markdown += line.replacing("→", with: "\t") + "\n"
      }
    }
    return examples
  }
}
