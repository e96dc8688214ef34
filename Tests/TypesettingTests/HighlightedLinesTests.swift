import Testing

@testable import Typesetting

@Suite struct HighlightedLinesTests {
  @Test func closesSpansAtLineEndsAndOpensThemAgain() throws {
    let html = #"<span class="a">x<span class="b">1"# + "\n\n" + "2</span></span>\n"
    let cut = try #require(HighlightedLines(html: html))
    #expect(
      cut.lines == [
        #"<span class="a">x<span class="b">1</span></span>"#,
        #"<span class="a"><span class="b"></span></span>"#,
        #"<span class="a"><span class="b">2</span></span>"#,
        "",
      ])
    #expect(cut.text == "x1\n\n2\n")
  }

  @Test(arguments: [
    "<b>x</b>", "</span>", "<span class=\"a\">", "a &unknown; b", "a & b", "<span",
  ])
  func refusesWhatIsNotHighlighting(_ html: String) {
    #expect(HighlightedLines(html: html) == nil)
  }

  @Test func whatWouldLoseAByteIsLeftPlain() {
    #expect(HighlightedLines.lines(of: "a<b", highlighted: "<span>a</span>") == ["a&lt;b"])
    #expect(HighlightedLines.lines(of: "", highlighted: nil) == [""])
    #expect(HighlightedLines.lines(of: "a\r\nb", highlighted: nil) == ["a\r", "b"])
  }

  /// A combining accent makes one `Character` with the `<` before it; the escape must not miss it.
  @Test func escapesUnderAccents() {
    #expect(HighlightedLines.plain("<\u{301}") == ["&lt;\u{301}"])
  }
}
