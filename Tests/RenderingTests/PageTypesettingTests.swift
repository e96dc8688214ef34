import Diagnostics
import Markup
import Testing
import Typesetting

@testable import Rendering

@Suite struct PageTypesettingTests {
  private func document(_ text: String) -> Document { parse(text, path: "content/a.md").value }

  @Test func asksForAllInTheOrderOfTheText() {
    let text =
      "# $a$\n\n> $$\n> b\n> $$\n\n```swift norun\nlet x = 1\n```\n\n- c $$d$$ [^1]\n\n[^1]: $e$\n"
    let page = PageTypesetting(document(text))
    #expect(page.request.formulas.map(\.isDisplay) == [false, true, true, false])
    #expect(page.request.formulas.map { $0.tex.filter(\.isLetter) } == ["a", "b", "d", "e"])
    #expect(page.request.listings == [.init("let x = 1\n", language: "swift")])
    #expect(page.hasMath)
    #expect(!PageTypesetting(document("x")).hasMath)
  }

  @Test func returnsEachToItsPlace() {
    let text = "$a$\n\n$$\nb\n$$\n\n```swift\nlet x = 1\n\n```\n"
    let page = PageTypesetting(document(text))
    let result = TypesettingResult(
      formulas: [.html("<i>A</i>"), .html("<i>B</i>")],
      listings: [.init(lines: ["<b>let</b> x = 1", "", ""])])
    let placed = page.placed(result)
    #expect(placed.log.diagnostics.isEmpty)
    #expect(placed.value.math[0] == "<i>A</i>")
    #expect(placed.value.math[5]?.contains("tabindex=\"0\"") == true)
    #expect(placed.value.code == [14: ["<b>let</b> x = 1", ""]])
  }

  @Test func namesTheByteWhereTeXCannotBeRead() throws {
    let text = "> $$\n> é + \\foo\n> $$\n\n$\\sqrt{$\n\n$y$\n"
    let page = PageTypesetting(document(text))
    let formulas = page.request.formulas
    let place = try #require(formulas[0].tex.firstRange(of: "\\foo"))
    let offset = formulas[0].tex.utf8.distance(
      from: formulas[0].tex.startIndex, to: place.lowerBound)
    let placed = page.placed(
      TypesettingResult(formulas: [
        .rejected(TeXError("Undefined", offset: offset)),
        .rejected(TeXError("Ends too soon", offset: formulas[1].tex.utf8.count)),
        .rejected(TeXError("No place", offset: 0)),
      ]))
    let source = SourceText(text)
    let spans = placed.log.diagnostics.compactMap(\.span)
    #expect(placed.log.diagnostics.map(\.id) == Array(repeating: .texUnparsable, count: 3))
    #expect(spans.map { source.position(of: $0.range.lowerBound).line } == [2, 5, 7])
    #expect(source.position(of: spans[0].range.lowerBound).column == 8)
    #expect(source[spans[1].range] == "{")
    #expect(source[spans[2].range] == "$y$")
    #expect(placed.value.math.isEmpty)
  }

  @Test func headingsOfTheContentsHoldNoLinksAndNoClaims() {
    let text = "## A *b* `<c>` [d](e.md) $f$ 0.5<!-- = x --> & [^1]\n\n[^1]: note\n"
    let headings = pageHeadings(of: document(text))
    #expect(headings.map(\.level) == [2])
    let html = headings[0].html
    #expect(html.hasPrefix("A <em>b</em> <code>&lt;c&gt;</code> d <code>f</code> 0.5 &amp;"))
    #expect(!html.contains("<a") && !html.contains("<button") && !html.contains("<!--"))
  }
}
