// Boxes in the text and the signs that touch them stay on one line.

import Markup
import Testing

@testable import Rendering

struct JoiningTests {
  private func body(_ text: String) -> String {
    let document = parse(text, path: "a.md").value
    var marks: [Mark] = []
    let bytes = Array(text.utf8)
    // Each `0.5<!-- = x -->` is a claim.
    let pattern = Array("0.5<!-- = x -->".utf8)
    for start in bytes.indices where bytes[start...].starts(with: pattern) {
      marks.append(
        Mark(
          kind: .prose, range: start..<start + 3, comment: start + 3..<start + pattern.count,
          wrote: "0.5", computed: "0.5", rule: "", expression: "x", line: 1, verdict: .held))
    }
    var html = renderBody(document, with: BodyMaterial(marks: marks)).html
    if let end = html.firstRange(of: "<div class=\"proofs\"") {
      html.removeSubrange(end.lowerBound...)
    }
    return html.replacing(#/<button[^>]*>.*?<\/button>/#) {
      "B\($0.output.contains("0.5") ? "" : "t")"
    }
    .replacing(#/<span class="math">.*?<\/span>/#) { _ in "M" }
  }

  @Test(arguments: [
    ("It is 0.5<!-- = x -->. So", "<p>It is <span class=\"joined\">B.</span> So</p>\n"),
    ("It is 0.5<!-- = x --> so", "<p>It is B so</p>\n"),
    ("(0.5<!-- = x -->), so", "<p><span class=\"joined\">(B),</span> so</p>\n"),
    ("≈0.5<!-- = x -->", "<p><span class=\"joined\">≈B</span></p>\n"),
    (
      "Of $x$, $y$ and $z$.",
      "<p>Of <span class=\"joined\">M,</span> M and <span class=\"joined\">M.</span></p>\n"
    ),
    (
      "$n$-dimensional $x$’s",
      "<p><span class=\"joined\">M-</span>dimensional <span class=\"joined\">M’s</span></p>\n"
    ),
    ("$x = 0.5$<!-- = x -->.", "<p><span class=\"joined\">M.</span></p>\n"),
    ("*$x$*. $x$ [@a].", "<p><em>M</em>. M [@a].</p>\n"),
  ])
  func whatTouchesABoxStaysWithIt(text: String, expected: String) {
    #expect(body(text).replacing("<!-- = x -->", with: "") == expected)
  }

  @Test func onlyWhatTouchesIsJoined() {
    #expect(body("A $x$\nand $y$ *z*, 1.") == "<p>A M\nand M <em>z</em>, 1.</p>\n")
  }
}
