// What holds for whole documents: anchors, verbatim places, parsing in parallel.

import Testing

@testable import Markup

@Suite struct DocumentTests {
  private func anchors(_ source: String) -> [String] {
    parse(source, path: "e.md").value.blocks.compactMap {
      if case .heading(_, let anchor) = $0.kind { anchor } else { nil }
    }
  }

  /// As GitHub makes them.
  @Test(arguments: [
    ("# Hello, World!", "hello-world"),
    ("# A  B", "a--b"),
    ("# `code` *and* **more**", "code-and-more"),
    ("# Über 漢字 naïve", "über-漢字-naïve"),
    ("# a_b-c.d", "a_b-cd"),
    ("# Of $\\beta_1$", "of-beta_1"),
    ("# 0.5<!-- = p --> of it", "05-of-it"),
    ("# [Link](u) &amp; more", "link--more"),
    ("# !?", "section"),
    ("Setext\nheading\n===", "setext-heading"),
  ])
  func anchorsAreMadeAsGitHubMakesThem(_ source: String, _ anchor: String) {
    #expect(anchors(source) == [anchor])
  }

  @Test func anchorsAreUnique() {
    #expect(anchors("# A\n\n# A\n\n# A 1\n\n# A\n\n# a-1") == ["a", "a-1", "a-1-1", "a-2", "a-1-2"])
  }

  @Test func verbatimTextKnowsItsPlaces() {
    let source = "> ```swift\n> let é = 1\n>   x\n> ```\n"
    let document = parse(source, path: "e.md").value
    guard case .codeBlock(_, let text)? = document.blocks.first?.children.first?.kind else {
      Issue.record("no code block")
      return
    }
    let bytes = Array(source.utf8)
    for (offset, byte) in text.text.utf8.enumerated() {
      #expect(bytes[text.sourceOffset(of: offset)] == byte)
    }
    #expect(text.sourceOffset(of: text.text.utf8.count) == text.lineStarts.last)
  }

  /// libcmark's global state must not leak from one parse into another.
  @Test func parsingInParallelChangesNothing() async {
    let sources = NastyTexts.all
    let expected = sources.map { parse($0, path: "e.md").value }
    let found = await withTaskGroup(of: (Int, Document).self) { group in
      for (index, source) in sources.enumerated() {
        for _ in 0..<40 { group.addTask { (index, parse(source, path: "e.md").value) } }
      }
      return await group.reduce(into: 0) { count, result in
        if result.1 == expected[result.0] { count += 1 }
      }
    }
    #expect(found == 40 * sources.count)
  }
}
