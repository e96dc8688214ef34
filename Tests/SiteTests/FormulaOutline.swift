// The displayed formulas of a page and what refers to them, as lines that a person can read: names, numbers, tags, and
// the boxes that decide how wide a formula is.

import Foundation

struct FormulaOutline {
  /// In the order of the page.
  private(set) var lines: [String] = []

  init(of main: String) {
    // What links show before they are followed belongs to other pages.
    var rest = main[..<(main.firstRange(of: "<template")?.lowerBound ?? main.endIndex)]
    while let tag = rest.firstMatch(
      of: /<(?:div|span|a)\b[^>]*class="(math display|ref)[^"]*"[^>]*>/)
    {
      rest = rest[tag.range.upperBound...]
      if tag.1 == "ref" {
        let end = rest.firstRange(of: "</a>")?.lowerBound ?? rest.endIndex
        lines.append("\(Self.attribute("href", of: tag.0)): \(Self.words(rest[..<end]))")
      } else {
        let end = rest.firstRange(of: "</div>")?.lowerBound ?? rest.endIndex
        add(display: rest[..<end], tag.0)
      }
    }
  }

  private mutating func add(display: Substring, _ tag: Substring) {
    let id = Self.attribute("id", of: tag)
    let tex = display.firstMatch(of: /<annotation[^>]*>(.*?)<\/annotation>/.dotMatchesNewlines())
    lines.append(
      "\(Self.attribute("aria-label", of: tag))\(id.isEmpty ? "" : " #" + id): "
        + Self.words(tex?.1 ?? ""))
    let places = display.matches(of: /<a id="([^"]*)">/).map { "#" + $0.1 }
    if !places.isEmpty { lines.append("  places: \(places.joined(separator: " "))") }
    let boxes = display.components(separatedBy: "<span class=\"tag\">").dropFirst()
    for box in boxes {
      // A box of tags has a row for each of the formula's; one without a word is not shown.
      let rows = box.components(separatedBy: "class=\"pstrut\"").dropFirst()
      let tags = (rows.isEmpty ? [box] : Array(rows)).map { Self.words("<" + $0) }
      let isShown = box.contains("class=\"mord")
      lines.append(
        "  tags: \(tags.map { $0.isEmpty ? "–" : $0 }.joined(separator: " "))\(isShown ? "" : ", not shown")"
      )
    }
    if boxes.isEmpty { lines.append("  no tags") }
  }

  private static func attribute(_ name: String, of tag: Substring) -> String {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return "" }
    return String(tag[start...].prefix { $0 != "\"" })
  }

  /// What a reader sees of HTML, on one line.
  private static func words(_ html: some StringProtocol) -> String {
    String(html).replacing(/<[^>]*(>|$)/, with: "").replacing("\u{200B}", with: "")
      .replacing("&amp;", with: "&").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
