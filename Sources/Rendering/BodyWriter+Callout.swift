// The HTML of callouts.

import Markup

extension BodyWriter {
  /// Not a quotation, and said to be a note to those who do not see its box.
  mutating func write(_ block: Node, _ callout: Callout) {
    html.freshLine()
    html += "<div class=\"callout \(callout.rawValue)\" role=\"note\">\n"
    html += "<p class=\"callout-title\">\(escaped(language[callout.word]))</p>\n"
    write(block.children)
    html.freshLine()
    html += "</div>\n"
  }
}

extension Callout {
  fileprivate var word: Word {
    switch self {
    case .note: .note
    case .tip: .tip
    case .important: .important
    case .warning: .warning
    case .caution: .caution
    }
  }
}
