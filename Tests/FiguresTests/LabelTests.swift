// Labels: their little markup, in SVG, in HTML and plain.

import Testing

@testable import Figures

struct LabelTests {
  @Test(arguments: [
    ("T = 300 K", "T = 300 K", "T = 300 K"),
    ("*T*_1", "<i>T</i><sub>1</sub>", "T₁"),
    ("10^{-3}", "10<sup>−3</sup>", "10⁻³"),
    ("*p*_{max}", "<i>p</i><sub>max</sub>", "p_max"),
    ("a * b", "a * b", "a * b"),
    (#"log\_sum\_exp \*"#, "log_sum_exp *", "log_sum_exp *"),
    ("x_ y^", "x_ y^", "x_ y^"),
    ("x^{2", "x<sup>{</sup>2", "x^{2"),
    ("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;", "a < b & \"c\""),
    ("", "", ""),
  ])
  func readsMarkup(_ markup: String, _ html: String, _ plain: String) {
    #expect(Label(markup).html == html)
    #expect(Label(markup).plain == plain)
  }

  @Test func shiftsScriptsAndComesBack() {
    #expect(
      Label("*E*_0 + 1").svg()
        == #"<tspan class="variable">E</tspan><tspan class="script" dy="0.26em">0</tspan>"#
        + #"<tspan dy="-0.20em"> + 1</tspan>"#)
  }

  /// The text's own shift would be lost under that of a script at its very start.
  @Test func aScriptInFrontBringsTheTextsShift() {
    var scene = Scene(height: 100)
    scene.write(Label("^{2}x"), at: Point(x: 10, y: 10), .start, "figure-note")
    scene.write(Label("x"), at: Point(x: 10, y: 40), .start, "figure-note")
    let svg = scene.svg(title: "t", description: "")
    // (0.33 − 0.36) / 0.76
    #expect(svg.contains(#"<text x="10" y="10"><tspan class="script" dy="-0.04em">2</tspan>"#))
    #expect(svg.contains(#"<tspan dy="0.36em">x</tspan>"#))
    #expect(svg.contains(#"<text x="10" y="40" dy=".33em">x</text>"#))
  }

  @Test func dropsWhatXMLForbids() {
    #expect(escaped("a\u{0}\u{1B}b\nc\u{FFFE}") == "ab c")
  }

  @Test func widthGrowsWithText() {
    #expect(Label("").width == 0)
    #expect(Label("mm").width > Label("ii").width)
    #expect(Label("x_{12}").width < Label("x12").width)
  }
}
