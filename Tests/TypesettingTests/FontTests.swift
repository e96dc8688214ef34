import Files
import Foundation
import Testing

@testable import Typesetting

/// Which signs pages show in which face, and the fonts that have no others.
@Suite struct FontTests {
  private let rules = FaceRules(
    styleSheet:
      "@font-face{font-family:KaTeX_AMS;src:url(fonts/KaTeX_AMS-Regular.woff2) format('woff2');"
      + "font-weight:400;font-style:normal}@font-face{font-family:KaTeX_Main;src:url(fonts/KaTeX_Main-Bold.woff2) "
      + "format('woff2');font-weight:700;font-style:normal}.katex{font:normal 1.21em KaTeX_Main,serif}"
      + ".katex .mathnormal{font-family:KaTeX_Math;font-style:italic}.katex .mathbf{font-family:KaTeX_Main;font-weight:700}"
      + ".katex .mathbb,.katex .textbb{font-family:KaTeX_AMS}.katex .mathrm{font-style:normal}"
      + ".katex .delimsizing.size1{font-family:KaTeX_Size1}"
      + ".katex .delimsizing.mult .delim-size1>span{font-family:KaTeX_Size1}")

  private func signs(_ html: String) -> ShownSigns { ShownSigns(of: html, rules) }
  private func text(_ signs: Set<Unicode.Scalar>?) -> String {
    (signs ?? []).map { String($0) }.sorted().joined()
  }

  @Test func facesAreThoseOfTheStyleSheet() {
    #expect(rules.files[Face("KaTeX_AMS")] == "fonts/KaTeX_AMS-Regular.woff2")
    #expect(rules.files[Face("KaTeX_Main", isBold: true)] == "fonts/KaTeX_Main-Bold.woff2")
    let found = signs(
      "<p title=\"a>b\">Ab &amp; &#x3c0; <code>no</code><!-- no --><br>c</p><span class=\"katex\"><span class=\"katex-mathml\">no</span>"
        + "<span class=\"katex-html\">1<span class=\"mord mathnormal\">x</span><span class=\"mord mathbb\">R</span>"
        + "<span class=\"mord mathbf\">B</span><span class=\"delimsizing size1\">(</span><span class=\"size1\">s</span>"
        + "<span class=\"delimsizing mult\"><span class=\"delim-size1\"><span>|</span></span></span><svg><path d=\"M0\"/></svg>+</span></span>d"
    )
    #expect(text(found.text) == "&Abcdπ")
    #expect(text(found.formulas[Face("KaTeX_Main")]) == "+1s")
    #expect(text(found.formulas[Face("KaTeX_Math", isItalic: true)]) == "x")
    #expect(text(found.formulas[Face("KaTeX_AMS")]) == "R")
    #expect(text(found.formulas[Face("KaTeX_Main", isBold: true)]) == "B")
    #expect(text(found.formulas[Face("KaTeX_Size1")]) == "(|")
  }

  @Test func whatIsFoldedNeedNotBeThereAtOnce() {
    let found = signs(
      "<details><summary>s</summary><span class=\"katex\"><span class=\"mathbb\">R</span></span></details>"
        + "<span class=\"katex\">1</span>")
    #expect(found.seen == [Face("KaTeX_Main")] && found.formulas.count == 2)
  }

  @Test func facesWithoutSignsLeaveTheSheet() {
    let sheet =
      "@font-face{font-family:A;src:url(fonts/A.woff2)}@font-face{font-family:B;src:url(fonts/B.woff2)}.a{b:c}"
    #expect(
      FaceRules.sheet(sheet, with: ["fonts/B.woff2"])
        == "@font-face{font-family:B;src:url(fonts/B.woff2)}.a{b:c}")
  }

  /// KaTeX's own: the formulas of a page need all signs that they show, in fonts that are much smaller.
  @Test(.enabled(if: FontTools(in: "/nowhere", .disk) != nil, "no hb-subset here"))
  func fontsHaveTheSignsThatWereAskedFor() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-fonts-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tools = try #require(FontTools(in: folder, .disk))
    let source = try Installation().katexStyleFolder() + "/fonts/KaTeX_Main-Regular.ttf"
    let few = FontTools.Order(source: source, signs: ["a", "b"])
    let more = FontTools.Order(
      source: source, signs: Set("abcdefghijklmnopqrstuvwxyz".unicodeScalars))
    let gone = FontTools.Order(source: "/nowhere/x.ttf", signs: ["a"])
    let fonts = await tools.fonts([few, more, gone], jobs: 2)
    let whole = try Data(contentsOf: URL(fileURLWithPath: source.replacing(".ttf", with: ".woff2")))
    let small = try #require(fonts[0])
    let larger = try #require(fonts[1])
    #expect(fonts[2] == nil)
    #expect(small.prefix(4) == Data("wOF2".utf8) && small.count < larger.count)
    #expect(larger.count < whole.count / 3)
    #expect(await tools.fonts([more, few], jobs: 1) == [larger, small], "as it was kept")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.contains("making") })
  }
}
