// What KaTeX writes is mended for checkers of HTML, and says the same.

import Testing

@testable import Typesetting

struct KaTeXHTMLTests {
  @Test(arguments: [
    (
      "<mtd width=\"50%\"></mtd><mtd><mi>x</mi></mtd>",
      "<mtd style=\"width:50%\"></mtd><mtd><mi>x</mi></mtd>"
    ),
    (
      "<span class=\"strut\" style=\"height:-0.0983em;vertical-align:1em\"></span>",
      "<span class=\"strut\" style=\"vertical-align:1em\"></span>"
    ),
    ("<span style=\"height:-0.4747em;\"></span>", "<span></span>"),
    (
      "<span style=\"height:1em;line-height:-0.5em\">x</span>",
      "<span style=\"height:1em;line-height:-0.5em\">x</span>"
    ),
    (
      "<msub><mo stretchy=\"false\">)</mo><mi>i</mi></msub><msubsup><mo>∑</mo><mi>a</mi><mi>b</mi></msubsup>",
      "<msub><mrow><mo stretchy=\"false\">)</mo></mrow><mi>i</mi></msub>"
        + "<msubsup><mrow><mo>∑</mo></mrow><mi>a</mi><mi>b</mi></msubsup>"
    ),
    (
      "<msup><mover><mi>a</mi><mo>^</mo></mover><mn>2</mn></msup>",
      "<msup><mover><mi>a</mi><mo>^</mo></mover><mn>2</mn></msup>"
    ),
    ("<msub><mi>a</mi><mo>∗</mo></msub>", "<msub><mi>a</mi><mo>∗</mo></msub>"),
    (
      "<msub><mi>z</mi><mi>max</mi><mo>\u{2061}</mo></msub>",
      "<msub><mi>z</mi><mrow><mi>max</mi><mo>\u{2061}</mo></mrow></msub>"
    ),
  ])
  func isMended(html: String, expected: String) {
    #expect(KaTeXHTML.mended(html) == expected)
    #expect(KaTeXHTML.mended(expected) == expected)
  }
}
