// TextSegment: what coverage reads of a paragraph: runs of text, formulas, and the author's ‘given’.

import Markup
import Reading

enum TextSegment {
  case text(Range<Int>)
  case math(Verbatim, Range<Int>, isDisplay: Bool)
  case given(Range<Int>)

  /// In the order of the text.
  static func segments(of nodes: [Node]) -> [TextSegment] {
    var segments: [TextSegment] = []
    collect(nodes, &segments)
    return segments
  }

  private static func collect(_ nodes: [Node], _ segments: inout [TextSegment]) {
    for node in nodes {
      switch node.kind {
      case .text:
        // Leaves that touch are one text: an escape or an entity splits what a reader sees as one.
        if case .text(let last)? = segments.last, last.upperBound == node.range.lowerBound {
          segments[segments.count - 1] = .text(last.lowerBound..<node.range.upperBound)
        } else {
          segments.append(.text(node.range))
        }
      case .math(let tex, let isDisplay):
        segments.append(.math(tex, node.range, isDisplay: isDisplay))
      case .html(let html):
        if isGiven(html.text) { segments.append(.given(node.range)) }
      // An image's text is its description, and a code span is code.
      case .image, .code: continue
      default: collect(node.children, &segments)
      }
    }
  }

  /// Whether the HTML is the comment by which an author answers for a number.
  static func isGiven(_ html: String) -> Bool {
    HTMLComment.inside(html.trimmed)?.trimmed == "given"
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
