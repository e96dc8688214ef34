// Figures and sweeps as a page shows them.

import Markup
import Reading
import Testing

@testable import Rendering

@Suite struct FigureTests {
  private func frame(
    _ value: Double = 0, svg: String = "<svg viewBox=\"0 0 1 1\"/>"
  ) -> FigureMaterial.Frame {
    .init(
      svg: svg, table: "<table><tr><td>\(value)</td></tr></table>", title: "A & B",
      description: "It \"falls\".")
  }

  private func axis(_ name: String, _ values: [Double], unit: String = "") -> Sweep.Axis {
    Sweep.Axis(parameter: name, values: .numbers(values), unit: unit)
  }

  private func sweep(_ name: String, _ values: [Double]) -> Sweep {
    Sweep(axes: [axis(name, values)])
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
        <p id="drawn-1-caption"><a class="number" href="#fig:x">Figure 3.</a> <em>Falls</em> <b>.</p>
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
        "It is <span class=\"joined\"><button class=\"claim held\" type=\"button\" popovertarget=\"proof.2\""
      ))
    #expect(
      html.contains(
        "x  // → 1 <button class=\"claim held\" type=\"button\" popovertarget=\"proof.1\""))
    #expect(!html.contains("Figure: "))
  }

  @Test func aSweepShowsSomeFramesAndKeepsTheOthers() throws {
    let frames = (0..<60).map { frame(Double($0) / 100 + 0.001) }
    let figure = FigureMaterial(
      number: 1, anchor: "figure-1", sweep: sweep("T", (0..<60).map { Double($0) / 100 + 0.001 }),
      frames: frames)
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
    for part in [
      "<div class=\"sliders\">\n<div class=\"slider\"><label for=\"drawn-1-slider\">T</label>",
      "<span class=\"track\" style=\"--at: 0.593\"><input id=\"drawn-1-slider\" type=\"range\" "
        + "min=\"0\" max=\"59\" value=\"35\" aria-valuetext=\"T = 0.351\" data-values=\"0.001 0.011 ",
      "<output for=\"drawn-1-slider\" aria-hidden=\"true\">0.351</output>"
        + "<span class=\"least\" aria-hidden=\"true\">0.001</span>"
        + "<span class=\"most\" aria-hidden=\"true\">0.591</span></span></div>\n</div>",
    ] {
      #expect(rest[1].contains(part), "\(part)")
    }
  }

  @Test func otherFramesAreAScriptWhereAPageHasAPlaceForIt() throws {
    let frames = (0..<60).map { frame(Double($0), svg: "<svg viewBox=\"0 0 1 1\">\($0)\\</svg>") }
    let figure = FigureMaterial(sweep: sweep("T", (0..<60).map(Double.init)), frames: frames)
    let document = parse(essay, path: "essay.md").value
    var material = BodyMaterial(figures: [0: figure])
    material.framesFolder = FramesFolder(
      path: "assets/frames/", address: "../assets/frames/", page: "edges.kl")
    let page = renderBody(document, with: material)
    let file = try #require(page.files.first)
    #expect(page.files.count == 1 && !page.html.contains("<template>"))
    #expect(file.name == "edges.kl.drawn-1")
    #expect(file.path.wholeMatch(of: /assets\/frames\/edges\.kl\.drawn-1\.[0-9a-f]{8}\.js/) != nil)
    #expect(
      page.html.contains("data-frames=\"../\(file.path)\" data-name=\"edges.kl.drawn-1\""))
    #expect(
      file.text.hasPrefix(
        "(self.galleyFrames ??= {})[\"edges.kl.drawn-1\"] = [[\n\"<div class=\\\"frame\\\">"))
    #expect(file.text.contains(">59\\\\</svg>"), "the last, with its backslash kept")
    #expect(file.text.components(separatedBy: "class=\\\"table\\\"").count == 61)
    // Other pictures have another name: no browser shows the old ones on a new page.
    material.figures = [
      0: FigureMaterial(sweep: figure.sweep, frames: [frame(svg: "<svg/>")] + frames.dropFirst())
    ]
    #expect(renderBody(document, with: material).files.first?.path != file.path)
  }

  @Test func twoParametersHaveAPadAndNinePictures() throws {
    let values = [0.0, 1, 2, 3, 4]
    let two = Sweep(axes: [axis("a", values, unit: "K"), axis("b", values.map { $0 * 10_000 })])
    let figure = FigureMaterial(sweep: two, frames: (0..<25).map { frame(Double($0)) })
    // Rows from the highest b to the lowest, as on the pad; the middle one is shown.
    #expect(figure.chosen == [4, 14, 24, 2, 12, 22, 0, 10, 20] && figure.start == 12)
    #expect(two.places(14) == [2, 4] && two.frame([2, 4]) == 14)
    let html = try body(essay, figure)
    #expect(html.contains("<div class=\"frames grid\">"))
    #expect(html.contains("<p class=\"value\">a = 0\u{a0}K, b = 40,000</p>"))
    #expect(html.contains("<div class=\"pad\" aria-hidden=\"true\"><i></i></div>"))
    #expect(
      html.contains(
        "<label for=\"drawn-1-slider-2\">b</label><span class=\"track\" style=\"--at: 0.5\">"
          + "<input id=\"drawn-1-slider-2\" type=\"range\" min=\"0\" max=\"4\" value=\"2\" "
          + "aria-valuetext=\"b = 20,000\" data-values=\"0 10000 20000 30000 40000\" "
          + "data-names=\"0|10,000|20,000|30,000|40,000\""))
  }

  @Test func stopsAreMarkedOnTheSlider() throws {
    var own = axis("T", [0.1, 1, 10])
    own.stops = [1]
    let html = try body(
      essay, FigureMaterial(sweep: Sweep(axes: [own]), frames: [frame(), frame(), frame()]))
    #expect(
      html.contains(
        "list=\"drawn-1-slider-stops\"")
        && html.contains(
          "<datalist id=\"drawn-1-slider-stops\"><option value=\"1\" label=\"1\"></option></datalist>"
        ))
  }

  @Test(arguments: [
    (48_570.0, "48,570", "48.570"), (5000, "5000", "5000"), (-177_909, "−177,909", "−177.909"),
    (0.000_012_3, "1.23 × 10⁻⁵", "1,23 × 10⁻⁵"), (2_000_000, "2,000,000", "2.000.000"),
    (0.5, "0.5", "0,5"),
  ])
  func thousandsAreSeparated(_ value: Double, _ english: String, _ german: String) {
    #expect(ShortNumber.grouped(value, .point) == english)
    #expect(ShortNumber.grouped(value, .comma) == german)
  }

  @Test func aShortSweepStandsWhole() throws {
    let figure = FigureMaterial(sweep: sweep("n", [1, 2]), frames: [frame(), frame()])
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
      FigureMaterial(sweep: sweep("T", [1, 2]), frames: [frame(svg: svg), frame(svg: svg)]))
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
