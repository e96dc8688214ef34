// SocialCard: the picture that stands for a page where somebody shares it: its title, how many claims hold, and its first figure.
// Drawn with plain rules, since the programs that make pixels of it know no variables of style sheets.

package struct SocialCard: Hashable, Sendable {
  package static let width = 1200
  package static let height = 630

  package var title: String
  package var siteTitle: String
  /// “41 of 41 claims hold”, where the page claims anything.
  package var badge: String?
  /// The page's first picture, as its program drew it.
  package var picture: String?

  package init(title: String, siteTitle: String, badge: String?, picture: String?) {
    self.title = title
    self.siteTitle = siteTitle
    self.badge = badge
    self.picture = picture
  }

  package var svg: String {
    let room = picture == nil ? 1040 : 560
    let lines = Self.lines(of: title, width: Double(room) / 58)
    let size = lines.count > 3 ? 50 : 58
    var y = 190
    var text = ""
    for line in lines.prefix(6) {
      text +=
        "<text class=\"title\" x=\"80\" y=\"\(y)\" font-size=\"\(size)\">\(escaped(line))</text>\n"
      y += size * 6 / 5
    }
    if let badge {
      text += "<path class=\"tick\" d=\"M80 \(y + 18)c5 3 9 8 12 16 6-17 15-30 30-40\"/>\n"
      text += "<text class=\"badge\" x=\"136\" y=\"\(y + 32)\">\(escaped(badge))</text>\n"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.width)" height="\(Self.height)" viewBox="0 0 \(Self.width) \(Self.height)">
      <style>\(Self.style)</style>
      <rect width="100%" height="100%" fill="#fffdf9"/>
      <rect x="80" y="96" width="96" height="3" fill="#0b6b49"/>
      \(text)<text class="site" x="80" y="566">\(escaped(siteTitle))</text>
      \(placed ?? "")</svg>

      """
  }

  /// The picture in the right half, as large as there is room.
  private var placed: String? {
    guard let picture, let end = picture.firstIndex(of: ">") else { return nil }
    let head = picture[..<end]
    guard let start = head.firstRange(of: "viewBox=\"")?.upperBound,
      let stop = head[start...].firstIndex(of: "\"")
    else { return nil }
    return "<svg class=\"figure-picture\" x=\"670\" y=\"90\" width=\"460\" height=\"450\" "
      + "viewBox=\"\(head[start..<stop])\" overflow=\"visible\">\(picture[picture.index(after: end)...])"
  }

  /// A title in lines of about so many ems; most letters are half as wide as they are high.
  private static func lines(of text: String, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let last = lines.last, Double(last.count + 1 + word.count) * 0.53 <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  private static let inks = ["#1d4f91", "#a83a1b", "#0b6b49", "#6a3d9a", "#7a5600", "#8a2252"]

  /// What `style.css` says of pictures by day, without its variables.
  private static let style: String = {
    let serif = "\"TeX Gyre Schola\", \"Palatino Linotype\", Georgia, \"DejaVu Serif\", serif"
    var rules = """
      text { font-family: \(serif); fill: #211d18; }
      .badge { font-size: 30px; fill: #0b6b49; } .site { font-size: 28px; font-style: italic; fill: #5a5248; }
      .tick { fill: none; stroke: #0b6b49; stroke-width: 6; stroke-linecap: round; }
      .figure-picture { font-size: 17px; } .figure-picture path { fill: none; stroke-linecap: round; stroke-linejoin: round; }
      .script { font-size: 13px; } .variable { font-style: italic; }
      .figure-ticks, .figure-label.faded { fill: #5a5248; }
      path.figure-axis, path.figure-lead { stroke: #8d8374; stroke-width: 1; }
      path.figure-grid { stroke: #ddd5c6; stroke-width: 1; } path.figure-rule { stroke: #8d8374; stroke-dasharray: 1 4; }
      path.figure-line { stroke-width: 2.2; } path.figure-edge { stroke-width: 1.5; } path.figure-points { stroke-width: 1.6; }
      path.figure-area { fill-opacity: 0.22; } path.figure-band { fill-opacity: 0.24; } path.figure-minus { stroke: #211d18; }
      path.above { fill: #1d4f91; } path.below { fill: #b8421f; }
      path.ink { stroke: #211d18; } path.faded { stroke: #8d8374; }

      """
    let dashes = ["none", "7 5", "1.5 4", "10 4 1.5 4", "16 5", "5 4 1.5 4 1.5 4"]
    for (index, ink) in inks.enumerated() {
      let series = ".series-\(index + 1)"
      rules += """
        path.figure-line\(series) { stroke: \(ink); stroke-dasharray: \(dashes[index]); }
        path.figure-edge\(series), path.figure-points\(series) { stroke: \(ink); }
        path.figure-area\(series), path.figure-band\(series) { fill: \(ink); }
        path.figure-bar\(series) { fill: \(ink); fill-opacity: \(index == 0 ? "1" : "0.35"); stroke: \(ink); }
        text\(series) { fill: \(ink); }

        """
    }
    return rules
  }()
}
