// BodyCitations: citations numbered as they are met, and the list of sources at the page's end.

import Markup
import Reading

/// The sources that one page cited so far. Its ids hold a full stop, which no heading's anchor does.
struct BodyCitations {
  private let publications: [String: Publication]
  private let language: Language
  private(set) var keys: [String] = []
  private var uses: [String: Int] = [:]

  init(_ publications: [String: Publication], _ language: Language) {
    self.publications = publications
    self.language = language
  }

  /// `[1, 2]`, every number a link to the source.
  mutating func references(to keys: [String]) -> String {
    let links = keys.map { key in
      guard publications[key] != nil else { return escaped("@" + key) }
      if !self.keys.contains(key) { self.keys.append(key) }
      let count = (uses[key] ?? 0) + 1
      uses[key] = count
      let number = number(key)
      return "<a class=\"ref\" href=\"#source.\(number)\" id=\"cited.\(number).\(count)\""
        + " aria-label=\"\(escaped(language[.source, number]))\">\(number)</a>"
    }
    return "<span class=\"citation\">[\(links.joined(separator: ", "))]</span>"
  }

  private func number(_ key: String) -> Int { (keys.firstIndex(of: key) ?? 0) + 1 }

  /// Nothing for a page that cites nothing.
  func list() -> String {
    guard !keys.isEmpty else { return "" }
    let items = keys.map { key in
      let number = number(key)
      let count = uses[key] ?? 1
      let back = (1...count).map { index in
        let words =
          count > 1
          ? language[.backToCitationPlace, number, index] : language[.backToCitation, number]
        return "<a class=\"footnote-back\" href=\"#cited.\(number).\(index)\""
          + " aria-label=\"\(escaped(words))\">↩</a>"
      }
      return "<li id=\"source.\(number)\"><p>\(publications[key]?.html(in: language) ?? "")"
        + " \(back.joined(separator: " "))</p></li>\n"
    }
    return "<section class=\"bibliography\" aria-labelledby=\"page.sources\">\n"
      + "<h2 id=\"page.sources\">\(escaped(language[.sources]))</h2>\n<ol>\n\(items.joined())</ol>\n</section>\n"
  }
}
