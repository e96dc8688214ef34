// References as HTML: formulas with links in them, citations, and the style of the list of sources.

import Markup
import Testing

@testable import Reading
@testable import Rendering

@Suite struct ReferenceTests {
  private let link = LabelLink(
    address: "kl.html#eq:a", number: "(7)", name: "Equation (7)",
    words: ["Equation", "equation", "Line", "line"], preview: "preview:eq:a")

  private func body(_ markdown: String, _ change: (inout BodyMaterial) -> Void = { _ in }) -> String
  {
    var material = BodyMaterial()
    let link = link
    material.labelled = { $0 == "eq:a" ? link : nil }
    change(&material)
    return renderBody(parse(markdown, path: "essay.md").value, with: material).html
  }

  private let attributes = "class=\"ref\" href=\"kl.html#eq:a\" data-preview=\"preview:eq:a\""

  @Test(arguments: [
    ("[Equation](#eq:a)", "Equation\u{A0}(7)"), ("[line](#eq:a)", "line\u{A0}(7)"),
    ("[the equation](#eq:a)", "the equation"), ("[](#eq:a)", "Equation (7)"),
    ("[*Equation*](#eq:a)", "<em>Equation</em>"), ("[Figure](#eq:a)", "Figure"),
  ])
  func aNumberIsAddedToOneWordOnly(_ markdown: String, _ words: String) {
    #expect(body(markdown) == "<p><a \(attributes)>\(words)</a></p>\n")
  }

  @Test func linksInFormulasAreForThePointerAndLinksBehindThemForTheKeyboard() {
    let katex =
      "<math><mrow href=\"#eq:a\">m</mrow></math><span aria-hidden=\"true\">"
      + "<a href=\"#eq:a\">(7)</a><a href=\"#other\">x</a></span>"
    let html = linkedFormula(katex, tex: "a = \\eqref{eq:a}") { $0 == "eq:a" ? link : nil }.html
    #expect(
      html == "<math><mrow >m</mrow></math><span aria-hidden=\"true\">"
        + "<a \(attributes) tabindex=\"-1\">(7)</a><a href=\"#other\">x</a></span>"
        + "<a class=\"ref formula-ref\" href=\"kl.html#eq:a\" data-preview=\"preview:eq:a\">Equation (7)</a>"
    )
    #expect(
      linkedFormula(katex, tex: " \\eqref{eq:a} ") { _ in link }.html == "<a \(attributes)>(7)</a>")
    #expect(
      unlinkedFormula(katex) == "<math><mrow >m</mrow></math><span aria-hidden=\"true\">"
        + "<span>(7)</span><span>x</span></span>")
  }

  /// What stands in the author's own words, or looks like it, is no need of the page's.
  @Test func aPageNeedsWhatWasWrittenOnIt() throws {
    func needs(_ markdown: String, _ change: (inout BodyMaterial) -> Void = { _ in }) -> [Bool] {
      var material = BodyMaterial()
      let link = link
      material.labelled = { $0 == "eq:a" ? link : nil }
      change(&material)
      let body = renderBody(parse(markdown, path: "essay.md").value, with: material)
      return [body.hasMath, body.hasPreviews]
    }
    let formula = "<span class=\"katex\">x</span>"
    #expect(needs("Words.") == [false, false])
    #expect(
      needs("<b class=\"katex\">x</b> <a class=\"ref\" href=\"#x\">x</a>\n\n`<a class=\"ref\">`")
        == [false, false])
    #expect(needs("$x$") { $0.math = [0: formula] } == [true, false])
    #expect(needs("$x$") == [false, false], "a formula that was not set is shown as code")
    #expect(needs("$$\nx\n$$\n") { $0.math = [0: formula] } == [true, false])
    #expect(needs("[a $x$](u)") { $0.math = [3: formula] } == [true, false])
    let reference = formula.replacing("x</", with: "<a href=\"#eq:a\">(7)</a></")
    #expect(needs("$1 + \\eqref{eq:a}$") { $0.math = [0: reference] } == [true, true])
    #expect(
      needs("$\\eqref{eq:a}$") { $0.math = [0: reference] } == [false, true],
      "a reference alone is a link in the text's own type")
    #expect(needs("[Equation](#eq:a)") == [false, true])
    #expect(needs("*a[^1]*\n\n[^1]: b") == [false, true])
    #expect(needs("a[^1]\n\n[^1]: b") == [false, false], "the note stands beside it")
    #expect(needs("a\n\n[^1]: b") == [false, false])
    #expect(
      needs("[@a]") {
        $0.citations = [4: [TextCitation(beforeEnd: 4, count: 4, keys: ["a"])]]
        $0.publications = ["a": Publication(title: "A")]
      } == [false, true])
    #expect(
      needs("x") { $0.previews = [Preview(id: "p", html: formula, hasMath: true)] }
        == [true, false])
    #expect(
      needs("```swift\nx\n```") {
        $0.replaced = [0: Fragment(html: formula, hasMath: true, hasPreviews: true)]
      } == [true, true])
    let title = parse("# *a $x$*", path: "e.md").value.blocks[0].children
    #expect(
      renderTitle(title, math: [5: formula])
        == Fragment(html: "<em>a \(formula)</em>", hasMath: true))
  }

  @Test func noLinkStandsInsideAnother() {
    let html = body("[see $a$](x.html)") { $0.math = [5: "<a href=\"#eq:a\">(7)</a>"] }
    #expect(
      html == "<p><a href=\"x.html\">see <span class=\"math\"><span>(7)</span></span></a></p>\n")
  }

  @Test func anEquationHasItsIdAndItsName() {
    let html = body("$$\nx\n$$\n") {
      $0.numbered = [0: NumberedFormula(id: "eq:a", number: "(7)")]
      $0.previews = [Preview(id: "preview:eq:b", html: "<p>b</p>")]
    }
    #expect(
      html
        == "<div class=\"equation\"><div id=\"eq:a\" class=\"math display\" tabindex=\"0\" role=\"group\""
        + " aria-label=\"Equation (7)\"><code>x</code></div><span class=\"permalinks\">"
        + "<a class=\"permalink\" href=\"#eq:a\" aria-label=\"Link to “Equation (7)”\">#</a></span></div>\n"
        + "<template id=\"preview:eq:b\"><p>b</p></template>\n")
  }

  @Test func citationsAreNumberedAsTheyAreMetAndLeadBack() {
    let html = body("é [@b] and [@a; @b].") {
      $0.citations = [
        21: [
          TextCitation(beforeEnd: 18, count: 4, keys: ["b"]),
          TextCitation(beforeEnd: 9, count: 8, keys: ["a", "b"]),
        ]
      ]
      $0.publications = ["a": Publication(title: "A"), "b": Publication(title: "B")]
    }
    #expect(html.hasPrefix("<p>é <span class=\"citation\">[<a class=\"ref\" href=\"#source.1\""))
    #expect(html.contains("aria-label=\"Source 2\">2</a>, <a"))
    #expect(html.contains(">1</a>]</span>.</p>"))
    #expect(
      html.contains(
        "<li id=\"source.1\"><p><cite>B</cite>. <a class=\"footnote-back\" href=\"#cited.1.1\""
          + " aria-label=\"Back to citation 1, place 1\">↩</a>"))
    #expect(body("[@b]") == "<p>[@b]</p>\n", "what is no citation is text")
  }

  @Test func aClaimAndACitationShareAText() {
    let markdown = "[@b] 0.5<!-- = x --> [@b]"
    let html = body(markdown) {
      $0.citations = [8: [TextCitation(beforeEnd: 8, count: 4, keys: ["b"])]]
      $0.citations[25] = [TextCitation(beforeEnd: 4, count: 4, keys: ["b"])]
      $0.publications = ["b": Publication(title: "B")]
      $0.marks = [
        Mark(
          kind: .prose, range: 5..<8, comment: 8..<20, wrote: "0.5", computed: "0.5", rule: "",
          expression: "x", line: 1, verdict: .held)
      ]
    }
    #expect(html.contains("id=\"cited.1.1\" aria-label=\"Source 1\">1</a>]</span> <button"))
    #expect(html.contains("id=\"cited.1.2\""))
  }

  @Test(arguments: [
    (
      Publication(
        title: "On <x>", authors: [.init(family: "B", given: "A."), .init(family: "C")], year: 2021,
        container: "J. Num.", volume: "41", issue: "4", pages: "2311-2330", doi: "10.1/<a>"),
      "A. B and C (2021). On &lt;x&gt;. <cite>J. Num.</cite> 41(4), 2311–2330. "
        + "<a href=\"https://doi.org/10.1/%3Ca%3E\">doi:10.1/&lt;a&gt;</a>."
    ),
    (
      Publication(
        title: "Why?", authors: ["A", "B", "C"].map { .init(family: $0) }, publisher: "Wiley",
        url: "https://example.org/?a&b", note: "Second edition."),
      "A, B and C. <cite>Why?</cite> Wiley. Second edition. "
        + "<a href=\"https://example.org/?a&amp;b\">https://example.org/?a&amp;b</a>."
    ),
    (Publication(title: "T", year: 1900, container: "In."), "(1900). T. <cite>In.</cite>"),
  ])
  func sourcesAreSentences(_ publication: Publication, _ html: String) {
    #expect(publication.html(in: .english) == html)
  }
}
