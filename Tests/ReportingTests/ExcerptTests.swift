// Marks under what they are about, whatever columns the characters before them take.

import Diagnostics
import Testing

@testable import Reporting

@Suite struct ExcerptTests {
  /// The columns of a terminal before the marks, and how many of them there are.
  private func marks(_ before: String, _ covered: String, _ after: String = " x") -> [Int] {
    let start = before.utf8.count
    let excerpt = Excerpt(
      before + covered + after, covering: start..<start + covered.utf8.count)
    return [excerpt.marks.prefix { $0 == " " }.count, excerpt.marks.drop { $0 == " " }.count]
  }

  @Test(arguments: [
    ("ab ", 3), ("漢字 ", 5), ("한글 ", 5), ("ｆｗ ", 5), ("e\u{301} ", 2), ("é ", 2), ("😀 ", 3),
    ("👩‍👩‍👧 ", 3),
    ("🇫🇷 ", 3), ("👍🏽 ", 3), ("❤️ ", 3), ("❤ ", 2), ("→ ", 2), ("𝄞 ", 2), ("ﾊ ", 2), ("กำ ", 3),
    ("각 ", 3), ("", 0),
  ])
  func columnsBefore(_ text: String, _ columns: Int) {
    #expect(marks(text, "0.5") == [columns, 3])
  }

  @Test(arguments: [("漢字", 4), ("e\u{301}", 1), ("😀😀", 4), ("", 1), ("\u{301}", 1), ("ab", 2)])
  func columnsCovered(_ text: String, _ columns: Int) {
    #expect(marks("x ", text)[1] == columns)
  }

  @Test func whatNobodySeesIsShownByItsNumber() {
    let excerpt = Excerpt("a\u{200B}\u{1B}[31m 0.5", covering: 10..<13)
    #expect(excerpt.line == "a⟨U+200B⟩⟨U+1B⟩[31m 0.5")
    #expect(excerpt.marks == String(repeating: " ", count: 20) + "^~~")
  }

  @Test func longLinesAreShownAroundTheSpan() {
    let text = String(repeating: "漢", count: 5_000) + "0.5" + String(repeating: "b", count: 5_000)
    let excerpt = Excerpt(text, covering: 15_000..<15_003)
    #expect(excerpt.line.count < 200)
    #expect(excerpt.line.hasPrefix("…漢") && excerpt.line.hasSuffix("b…"))
    #expect(excerpt.marks == String(repeating: " ", count: 1 + 2 * 53) + "^~~")
  }

  @Test func spansEndWhereTheLineDoes() {
    #expect(Excerpt("ab", covering: 2..<2).marks == "  ^")
    #expect(Excerpt("\tab", covering: 1..<3).marks == "\t^~")
  }
}
