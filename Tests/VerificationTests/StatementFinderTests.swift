// Where statements begin and end, by Swift's own rules for line breaks.

import Testing

@testable import Verification

struct StatementFinderTests {
  /// The statement that ends before `|` in the text, or nil.
  private func statement(_ text: String) -> String? {
    let offset = text.utf8.firstIndex(of: UInt8(ascii: "|")).map {
      text.utf8.distance(from: text.startIndex, to: $0)
    }
    let source = text.replacing("|", with: "")
    let finder = StatementFinder(source)
    return finder.statement(endingBefore: offset ?? 0).map {
      let bytes = Array(source.utf8)[finder.range(of: $0)]
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("a\nb|", "b"), ("a; b|", "b"), ("a\nb;|", "b"), ("a; b|; c", "b"),
    ("let x =\n  1 +\n  2|", "let x =\n  1 +\n  2"),
    ("x\n  .map { $0 }|", "x\n  .map { $0 }"), ("f(1,\n  2)|\ng", "f(1,\n  2)"),
    ("f { x in\n  y(x)|\n}", "y(x)"), ("f { x in y(x)| }", "y(x)"),
    ("f { x in\n  y\n}|", "f { x in\n  y\n}"), ("if a {\n  b|\n}", "b"),
    ("let s = \"}\"\ns|", "s"),
    ("let s = \"\"\"\n  }\n  \"\"\"|\ns", "let s = \"\"\"\n  }\n  \"\"\""),
    ("a\n-b|", "-b"), ("a\n- b|", "a\n- b"), ("x!\ny|", "y"), ("a ?? b\nc|", "c"),
    ("let f = { (x: Int) in x }|", "let f = { (x: Int) in x }"),
    ("guard a else { return }\nb|", "b"), ("a // remark\nb|", "b"),
    ("let t = a\n  ? b\n  : c|", "let t = a\n  ? b\n  : c"),
    ("\"\\(f(\")\"))\"|", "\"\\(f(\")\"))\""), ("#\"\\(a)\"#|", "#\"\\(a)\"#"),
    ("x.contains(/b\"/)\ny|", "y"), ("for i in 0..<3 {\n  i|\n}", "i"),
  ])
  func aStatementEndsHere(_ text: String, _ expected: String) {
    #expect(statement(text) == expected)
  }

  @Test(arguments: [
    "f(1,|\n  2)", "let x =|\n  1", "a +|\n b", "x|\n  .y", "[1,|\n 2]", "if a {|\n}",
  ])
  func noStatementEndsHere(_ text: String) {
    #expect(statement(text) == nil)
  }

  @Test func aScannerReadsEveryByteOnce() {
    let text = "let s = #\"a\"# /* b /* c */ */ + \"\\(x + \"y\")\" // d\nlet r = /a\\/b/\n`for`.x"
    let tokens = SwiftScanner.tokens(of: text)
    for (left, right) in zip(tokens, tokens.dropFirst()) {
      #expect(left.range.upperBound <= right.range.lowerBound)
    }
    let words = tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(
      words == [
        "let", "s", "=", "#\"a\"#", "/* b /* c */ */", "+", "\"\\(x + \"y\")\"", "// d", "let", "r",
        "=", "/a\\/b/", "`for`", ".", "x",
      ])
  }
}
