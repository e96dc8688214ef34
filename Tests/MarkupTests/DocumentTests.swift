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
    #expect(
      anchors("# A\n\n# A\n\n# A 1\n\n# A\n\n# a-1") == ["a", "a-1", "a-1-1", "a-2", "a-1-2"])
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

extension DocumentTests {
  /// What Markdown leaves out is said, so that no claim vanishes unseen.
  @Test(arguments: [
    ("a\n\n[^1]: 0.5<!-- = p -->\n", 3..<8),
    ("> a\n>\n> [^x y]: b\n>\n> [^z]: c\n", 22..<27),
    ("| a |\n|---|\n| b | 0.5<!-- = p --> |\n", 18..<34),
    ("a\n\n<!-- swift\nb\n\nc", 3..<7),
    ("| P(A|B) | value |\n|---|---|\n| 1 | 2 |\n", 0..<18),
    ("0.5<!-- = a --b --> c", 3..<7),
    ("> 0.5<!-- = a\n> b\n\nc", 5..<9),
  ])
  func whatIsLeftOutIsReported(_ source: String, _ place: Range<Int>) {
    let log = parse(source, path: "e.md").log
    #expect(log.diagnostics.map(\.id) == [.markdownDropped])
    #expect(log.diagnostics.first?.span?.range == place)
  }

  @Test func whatIsKeptIsNotReported() {
    for source in [
      "a[^1]\n\n[^1]: b", "| a |\n|---|\n| b |\n", "a | b\n---\n", "| a | b |\n| c | d |\n",
      "```\n[^1]: b\n```", "> [^a]\n\n> [^a]: b\n",
    ] {
      #expect(parse(source, path: "e.md").log.diagnostics.isEmpty, "\(source)")
    }
  }

  @Test(arguments: [">", "- ", "[", "*a **b "])
  func depthIsLimited(_ piece: String) {
    let parsed = parse(String(repeating: piece, count: 2_000) + "a", path: "e.md")
    #expect(parsed.log.diagnostics.allSatisfy { $0.id == .markdownDropped })
    let nested =
      String(repeating: "*a **b ", count: 500) + String(repeating: " b** a*", count: 500)
    #expect(parse(nested, path: "e.md").log.hasErrors)
    #expect(!parse(String(repeating: "> ", count: 150) + "a", path: "e.md").log.hasErrors)
  }
}
