// The HTML of callouts.

import Markup

extension BodyWriter {
  /// Not a quotation, and said to be a note to those who do not see its box.
  mutating func write(_ block: Node, _ callout: Callout) {
    html.freshLine()
    html += "<div class=\"callout \(callout.rawValue)\" role=\"note\">\n"
    html += "<p class=\"callout-title\">\(callout.title)</p>\n"
    write(block.children)
    html.freshLine()
    html += "</div>\n"
  }
}
