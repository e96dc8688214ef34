// Limits: texts that nest too deeply, or go on for too long, end in a diagnostic or a tree, and soon.

import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite(.serialized) struct LimitTests {
  /// What stands one in another 4,900 times. Some of it is text to Markdown, and some is too deep.
  @Test(arguments: [
    ("> ", "a", ""), (">", "a", ""), ("- ", "a", ""), ("1. ", "a", ""), ("[", "a", "](u)"),
    ("[", "a", "]"), ("![", "a", "](u)"), ("*a **b ", "c", "** *"), ("*", "a", "*"),
    ("_", "a", "_"),
    ("~~", "a", "~~"), ("(", "a", ")"), ("<b>", "a", "</b>"), ("`", "a", "`"), ("$", "a", "$"),
    ("${", "a", "}$"), ("[^", "a", "]"), ("<!-- ", "a", " -->"), ("$$\n", "a", "\n$$"),
    ("- > ", "a", ""), ("1. > - ", "a", ""), ("[a](", "b", ")"), ("&", "amp", ";"),
    ("\\[", "a", "\\]"),
    ("| ", "a", " |"), ("<", "a", ">"), ("$`", "a", "`$"),
  ])
  func nesting(_ opening: String, _ middle: String, _ closing: String) {
    for count in [190, 4_900] {
      let source =
        String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
      var parsed: Diagnosed<Document>?
      let time = processorTime { parsed = parse(source, path: "e.md") }
      #expect(time < .seconds(5), "\(opening) took \(time)")
      let errors = parsed?.log.diagnostics.filter { $0.id == .markdownMisplaced } ?? []
      #expect(errors.isEmpty)
      if parsed?.value.blocks.isEmpty ?? true { #expect(parsed?.log.hasErrors == true) }
    }
  }

  @Test func deepNestingIsSaidWhereItStands() {
    let source = "# A\n\nb\n\n" + String(repeating: "> ", count: 4_900) + "a\n"
    let log = parse(source, path: "e.md").log.diagnostics
    #expect(log.map(\.id) == [.markdownDropped])
    #expect(log.first?.span?.range.lowerBound == 8)
  }

  /// One line of tens of thousands of bytes of everything that opens something.
  @Test(arguments: [
    "1234567890", "$a ", "$a{", "$`", "$`$", "`a``", "[a](b", "[a][b ", "*a_", "<!-- = ", "<b c='",
    "&amp;", "&a", "\\|", "| ", "[^1] ", "www.a.b ", "a@b.c ", "http://a ", "![", "<?", "$$", "$$a",
    "\\$", "~~a~", "é", "\u{0}", "[a]: ", "{", "<a@b.c>", "[x] ", "\\(a", "\\(", "\\[a\\] ",
    "\\(a\\) ", "\\\\[", "\\begin{a} ", "\\eqref{eq:a} ", "|$a|",
  ])
  func longLines(_ piece: String) {
    let source = String(repeating: piece, count: 20_000 / piece.utf8.count)
    let time = processorTime { _ = parse(source, path: "e.md") }
    #expect(time < .seconds(5), "\(piece) took \(time)")
  }

  @Test(arguments: [
    "[^1]: a [^1]\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "# a\n", "$$\n", "$$ a $$\n",
    "```swift\n1 // → 1\n```\n", "- a\n", "> a\n", "[a]: b\n", "<!-- = a -->\n\n",
    "a<!-- = b -->\n",
    "- [x] a\n", "a $b\n- c$ d\n", "$b\n- ", "\\(a\n- ", "\\[a_b\n> c\n", "- $a\n", "a $$\nb\n$$\n",
    "<p>$a$</p>\n", "<p>\n$a\n",
    "<script>\n\n", "<div>\n", "a\n===\n", "    a\n", "a\\\n", "[^1]: a\n\n    [^2]: b\n\n",
  ])
  func manyLines(_ piece: String) {
    let source = String(repeating: piece, count: 15_000 / piece.utf8.count)
    let time = processorTime { _ = parse(source, path: "e.md") }
    #expect(time < .seconds(5), "\(piece) took \(time)")
  }
}
