// Documentation comments of a Swift file: which lines they have, and what only looks like one.

import Testing

@testable import SwiftText

@Suite struct DocCommentTests {
  private func texts(_ source: String) -> [[String]] {
    let bytes = Array(source.utf8)
    return DocComment.all(in: bytes).map { comment in
      comment.lines.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test func linesThatFollowOneAnotherAreOneComment() {
    #expect(
      texts("/// One.\n///\n///     let a = 1\nfunc f() {}\n/// Two.\nvar x = 1\n")
        == [["One.", "", "    let a = 1"], ["Two."]])
  }

  @Test func anEmptyLineParts() {
    #expect(texts("/// One.\n\n/// Two.\n") == [["One."], ["Two."]])
  }

  @Test func linesMayBeIndentedAndEndAsOnWindows() {
    #expect(
      texts("struct S {\r\n  /// One.\r\n  ///     a\r\n  var a = 1\r\n}") == [["One.", "    a"]])
  }

  @Test(arguments: [
    "//// no\n", "// no\n", "let a = 1 /// no\n", "let s = \"\"\"\n/// no\n\"\"\"\n",
    "let s = #\"\"\"\n\\\n/// no\n\"\"\" \n\"\"\"#\n", "/* a\n/// no\n*/\n", "/* /* */\n/// no\n*/",
    "/**/\n", "/***** no *****/\n",
  ])
  func whatOnlyLooksLikeOneIsNone(_ source: String) { #expect(texts(source).isEmpty) }

  @Test func whatStandsInAStringOpensNothing() {
    #expect(texts("let s = \"/* \\\" \"\n/// Yes.\n") == [["Yes."]])
    #expect(texts("let s = \"\\(a + \"b\")\"\n/// Yes.\n") == [["Yes."]])
    #expect(texts("let r = /\"/\n/// Yes.\n") == [["Yes."]])
  }

  @Test func aBlockLosesItsStarsOrItsIndentation() {
    #expect(
      texts("/**\n * One.\n *\n *     let a = 1\n */\n")[0].map { $0.trimmedEnd }
        == ["", "One.", "", "    let a = 1", ""])
    #expect(
      texts("  /**\n   One.\n\n       let a = 1\n   */\n")[0].map { $0.trimmedEnd }
        == ["", "One.", "", "    let a = 1", ""])
    #expect(texts("/** One. */\nlet a = 1") == [["One. "]])
  }

  @Test func anUnfinishedBlockEndsWithTheFile() {
    #expect(texts("/** One.\n  Two").map(\.count) == [2])
    #expect(texts("///").map(\.count) == [1])
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
