// Figures and sweeps as a page shows them.

import Markup
import Testing

@testable import Rendering

@Suite struct FigureTests {
  private func frame(_ value: Double? = nil, svg: String = "<svg viewBox=\"0 0 1 1\"/>")
    -> FigureMaterial.Frame
  {
    .init(
      value: value, svg: svg, table: "<table><tr><td>\(value ?? 0)</td></tr></table>",
      title: "A & B", description: "It \"falls\".")
  }

  private func body(_ markdown: String, _ figure: FigureMaterial, marks: [Mark] = []) throws
    -> String
  {
    let document = parse(markdown, path: "essay.md").value
    var fences: [Node] = []
    func collect(_ nodes: [Node]) {
      for node in nodes {
        if case .codeBlock = node.kind { fences.append(node) }
        collect(node.children)
      }
    }
    collect(document.blocks)
    let material = BodyMaterial(
      marks: marks,
      figures: Dictionary(uniqueKeysWithValues: fences.map { ($0.range.lowerBound, figure) }))
    return renderBody(document, with: material).html
  }

  private let essay = "```swift figure\nx\n```\nFigure: *Falls* <b>."

  @Test func aFigureTakesItsCaptionAndKeepsItsSwift() throws {
    let figure = FigureMaterial(number: 3, anchor: "fig:x", frames: [frame()])
    #expect(
      try body(essay + "\n\nNext.", figure) == """
        <figure class="drawn" id="fig:x" aria-labelledby="drawn-1-caption">
        <div class="picture" role="img" aria-label="A &amp; B. It &quot;falls&quot;.">\
        <svg viewBox="0 0 1 1"/></div>
        <figcaption>
        <p id="drawn-1-caption"><span class="number">Figure 3.</span> <em>Falls</em> <b>.</p>
        <div class="sources">
        <details class="data">
        <summary>Data</summary>
        <div class="table">
        <div class="table-scroll" role="region" tabindex="0" aria-label="Data: A &amp; B">
        <table><tr><td>0.0</td></tr></table>
        </div>
        </div>
        </details>
        <details>
        <summary>Swift</summary>
        <pre tabindex="0" role="group" aria-label="Code in swift"><code class="language-swift">x
        </code></pre>
        </details>
        </div>
        </figcaption>
        </figure>
        <p>Next.</p>

        """)
  }

  @Test func claimsInTheCodeAndInTheCaptionAreControls() throws {
    let markdown = "```swift figure\nx  // → 1\ny\n```\n\nFigure: It is 25<!-- = z -->."
    func bytes(_ text: String) throws -> Range<Int> {
      let range = try #require(markdown.range(of: text))
      let start = markdown.utf8.distance(from: markdown.startIndex, to: range.lowerBound)
      return start..<start + text.utf8.count
    }
    func mark(_ kind: Mark.Kind, _ wrote: String, _ comment: String) throws -> Mark {
      Mark(
        kind: kind, range: try bytes(wrote), comment: try bytes(comment), wrote: wrote,
        computed: "", rule: "", expression: "", line: 1, verdict: .held)
    }
    let html = try body(
      markdown, FigureMaterial(number: 1, frames: [frame()]),
      marks: [try mark(.example, "1", "// → 1"), try mark(.prose, "25", "<!-- = z -->")])
    #expect(
      html.contains(
        "It is <span class=\"joined\"><button class=\"claim held\" type=\"button\" popovertarget=\"claim-2\""
      ))
    #expect(
      html.contains(
        "x  // → 1 <button class=\"claim held\" type=\"button\" popovertarget=\"claim-1\""))
    #expect(!html.contains("Figure: "))
  }

  @Test func aSweepShowsSomeFramesAndKeepsTheOthers() throws {
    let frames = (0..<60).map { frame(Double($0) / 100 + 0.001) }
    let figure = FigureMaterial(number: 1, anchor: "figure-1", parameter: "T", frames: frames)
    #expect(figure.chosen == [0, 12, 24, 35, 47, 59])
    let html = try body(essay, figure)
    let parts = html.components(separatedBy: "<template>")
    let rest = try #require(parts.last?.components(separatedBy: "</template>"))
    try #require(parts.count == 2 && rest.count == 2)
    func count(_ mark: String, in text: String) -> Int {
      text.components(separatedBy: mark).count - 1
    }
    #expect(count("<div class=\"frame", in: parts[0]) == 7, "six and the row itself")
    #expect(count("class=\"frame", in: rest[0]) == 54)
    #expect(count("class=\"table\"", in: rest[0]) == 54)
    #expect(count("class=\"table-scroll\"", in: rest[1]) == 6)
    #expect(count("class=\"frame shown\" data-frame=\"35\"", in: parts[0]) == 1)
    #expect(count("class=\"table shown\" data-frame=\"35\"", in: rest[1]) == 1)
    for value in ["0.001", "0.121", "0.241", "0.351", "0.471", "0.591"] {
      #expect(parts[0].contains("<p class=\"value\">T = \(value)</p>"))
    }
    #expect(
      rest[1].contains(
        """
        <label for="drawn-1-slider">T</label><span class="track" style="--at: 0.593">\
        <input id="drawn-1-slider" type="range" min="0" max="59" value="35" \
        aria-valuetext="T = 0.351" autocomplete="off" disabled>\
        <output for="drawn-1-slider" aria-hidden="true">0.351</output></span>
        """))
  }

  @Test func aShortSweepStandsWhole() throws {
    let figure = FigureMaterial(parameter: "n", frames: [frame(1), frame(2)])
    let html = try body(essay, figure)
    #expect(figure.chosen == [0, 1])
    #expect(!html.contains("<template>"))
    #expect(html.contains("<p class=\"value\">n = 2</p>"))
  }

  @Test func idsInPicturesAreUnique() throws {
    let svg =
      "<svg viewBox=\"0 0 1 1\" aria-labelledby=\"a c\"><g id=\"a\"/><path id=\"b\" fill=\"url(#a)\"/>"
      + "<use href=\"#b\"/><use href=\"#bc\"/></svg>"
    #expect(
      PictureIDs.prefixed(svg, by: "p-")
        == "<svg viewBox=\"0 0 1 1\" aria-labelledby=\"p-a c\"><g id=\"p-a\"/>"
        + "<path id=\"p-b\" fill=\"url(#p-a)\"/><use href=\"#p-b\"/><use href=\"#bc\"/></svg>")
    let html = try body(
      "## Drawn 1\n\n\(essay)\n\n\(essay)",
      FigureMaterial(parameter: "T", frames: [frame(1, svg: svg), frame(2, svg: svg)]))
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("_drawn-1-1-a") || ids.contains("drawn-1-1-a"))
  }

  @Test func aParagraphIsACaptionOnlyBelowAFigure() throws {
    let html = try body("Figure: one.\n\n\(essay)", FigureMaterial(frames: [frame()]))
    #expect(html.contains("<p>Figure: one.</p>"))
    #expect(renderBody(parse(essay, path: "e.md").value).html.contains("<p>Figure: <em>Falls</em>"))
  }

  @Test func figuresStandInListsAndQuotations() throws {
    let html = try body(
      "- a\n\n  ```swift figure\n  x\n  ```\n\n  Figure: $x$\n  and more.",
      FigureMaterial(number: 2, frames: [frame()]))
    #expect(
      html.contains("Figure 2.</span> <span class=\"math\"><code>x</code></span>\nand more.</p>"))
  }

  @Test(arguments: [
    (0.0, "0"), (0.35, "0.35"), (0.3500001, "0.35"), (-2.0, "−2"), (0.05, "0.05"),
    (1.0 / 3, "0.333"),
    (12.345, "12.3"), (123.456, "123"), (1234.5, "1234"), (1584.9, "1585"), (99_999.7, "100000"),
    (999.95, "1000"), (10000.0, "10000"),
    (-0.000_123_4, "−0.000123"), (0.000_012_3, "1.23 × 10⁻⁵"), (2e9, "2 × 10⁹"),
    (1.004e-10, "1 × 10⁻¹⁰"), (2.5e-300, "2.5 × 10⁻³⁰⁰"), (-1.5e300, "−1.5 × 10³⁰⁰"), (0.9996, "1"),
    (-0.0, "0"),
  ])
  func valuesHaveThreeDigitsOrAllBeforeThePoint(_ value: Double, _ text: String) {
    #expect(ShortNumber.text(value) == text)
  }
}
