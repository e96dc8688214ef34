// The HTML of callouts.

import Markup

extension BodyWriter {
  /// Not a quotation, and said to be a note to those who do not see its box.
  mutating func writeCallout(_ callout: Callout) {
    html.freshLine()
    html += "<div class=\"callout \(callout.kind.rawValue)\" role=\"note\">\n"
    html += "<p class=\"callout-title\">\(callout.kind.title)</p>\n"
    write(callout.blocks)
    html.freshLine()
    html += "</div>\n"
  }
}
