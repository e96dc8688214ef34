// Our HTML against libcmark's own, on texts that nobody would write.

import CCMarkGFM
import Foundation
import Testing

@testable import Markup
@testable import Rendering

@Suite struct DifferentialTests {
  /// Ours goes through the value tree, libcmark's does not: what is lost on the way shows here.
  @Test(arguments: [(6, 3_000), (12, 3_000), (40, 500)])
  func plainHTMLIsThatOfLibcmark(_ length: Int, _ count: Int) {
    var random = SplitMix(state: UInt64(length))
    for _ in 0..<count {
      // Without math and footnotes, which libcmark writes otherwise or not at all.
      let source = RandomTexts.text(length, &random).replacing("$", with: "x")
        .replacing("[^1]", with: "y").replacing("math", with: "maths")
      guard !source.hasPrefix("---") else { continue }
      let ours = renderBody(
        parse(source, path: "random.md").value, with: BodyMaterial(style: .plain)
      ).html
      let theirs = CMarkTree.oneAtATime.withLock { _ in Self.libcmark(source) }
      #expect(alike(ours) == alike(theirs), "\(source.debugDescription)")
    }
  }

  /// The two meant differences: the order of a checkbox's attributes, and comments in alternative
  /// texts, which we drop.
  private func alike(_ html: String) -> String {
    html.replacing("&lt;!-- = p --&gt;", with: "")
      .replacing(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" />",
        with: "<input checked=\"\" disabled=\"\" type=\"checkbox\">"
      )
      .replacing(
        "<input type=\"checkbox\" disabled=\"\" />",
        with: "<input disabled=\"\" type=\"checkbox\">")
  }

  static func libcmark(_ source: String) -> String {
    guard let parser = cmark_parser_new(CMARK_OPT_UNSAFE) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let known = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, known)
    }
    let bytes = source.utf8.map { CChar(bitPattern: $0) }
    cmark_parser_feed(parser, bytes, bytes.count)
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(document, CMARK_OPT_UNSAFE, extensions) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }
}
