// OpenTags: the tags of raw HTML that are open at a place of an essay. What stands in them may be
// struck out, hidden or turned round.

package struct OpenTags: Sendable {
  private var open: [(name: String, tag: String)] = []

  package init() {}

  /// The first open tag that may change what a reader sees; nil where there is none.
  package var changing: String? {
    open.first { !Self.plain.contains($0.name) || Self.mayHide($0.tag) }?.tag
  }

  /// Tags that only say what something is.
  private static let plain: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "caption", "center",
    "cite", "code", "dd", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "footer", "header", "html", "i", "kbd", "li", "main", "mark", "nav", "ol", "p", "q", "samp",
    "section", "small", "span", "strong", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "u", "ul", "var",
  ]

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Tags in which nothing else is a tag.
  private static let raw: Set<String> = ["script", "style", "textarea", "title", "xmp"]

  private static func mayHide(_ tag: String) -> Bool {
    let small = tag.lowercased()
    return ["hidden", "style", "dir"].contains { small.contains($0) }
  }

  /// Reads a piece of HTML, behind those before it.
  package mutating func read(_ html: String) {
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      let inside = rest.dropFirst()
      let isEnd = inside.first == "/"
      let name = inside.dropFirst(isEnd ? 1 : 0).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber)
      }
      .lowercased()
      guard let first = name.first, first.isLetter, let end = Self.end(of: inside) else {
        rest = inside
        continue
      }
      let tag = rest[...end]
      rest = rest[rest.index(after: end)...]
      if isEnd {
        if let last = open.lastIndex(where: { $0.name == name }) { open.remove(at: last) }
      } else if !Self.void.contains(name) {
        open.append((name, String(tag)))
        guard Self.raw.contains(name) else { continue }
        let end = rest.indices.first {
          rest[$0...].prefix(name.count + 2).lowercased() == "</" + name
        }
        rest = rest[(end ?? rest.endIndex)...]
      }
    }
  }

  /// The `>` of a tag, outside of quotation marks.
  private static func end(of tag: Substring) -> Substring.Index? {
    var quote: Character?
    for index in tag.indices {
      let character = tag[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == ">" {
        return index
      } else if character == "\"" || character == "'" {
        quote = character
      }
    }
    return nil
  }
}
