// Numbers in formulas, in signs that need no TeX.

import Testing

@testable import Site

struct TeXAsTextTests {
  @Test(arguments: [
    ("66.5\\%", "66.5%"), ("1{,}234", "1,234"), ("6.626\\times 10^{-34}", "6.626×10⁻³⁴"),
    ("10^9", "10⁹"),
    ("1\\,000", "1\u{202F}000"), ("< 0.05", "< 0.05"), ("\\pm 3", "±3"), ("0.665", "0.665"),
    ("2~\\mathrm{km}", "2\u{A0}km"), ("\\", ""), ("^{", ""),
  ])
  func isReadAsText(tex: String, text: String) { #expect(TeXAsText.text(tex) == text) }
}
