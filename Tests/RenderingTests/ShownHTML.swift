// What HTML shows, read by the tests themselves: its elements and its words, without what our pages add
// to those of libcmark.

/// HTML as a list of tags and texts.
struct ShownHTML {
  /// One after another; texts as they are written, white space drawn together outside of `<pre>`.
  private(set) var pieces: [String] = []
  /// All that a reader sees, without white space and without the numbers of footnotes.
  private(set) var words = ""

  private var isPreformatted = false
  private var texts = ""
  /// The name of the element whose content is Galley's own, and how deep it is.
  private var skipped: (name: String, depth: Int)?

  /// - Parameter isEssay: whether it is a page's HTML, of which our additions are left out.
  init(_ html: String, isEssay: Bool) {
    var rest = html[...]
    while let next = rest.first {
      if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        rest = rest[end.upperBound...]
      } else if next == "<", let tag = Self.tag(rest) {
        rest = rest[tag.endIndex...]
        take(tag: String(tag), isEssay: isEssay)
      } else {
        let end = rest.dropFirst().firstIndex(of: "<") ?? rest.endIndex
        take(text: String(rest[..<end]))
        rest = rest[end...]
      }
    }
    settleTexts()
    settle()
  }

  /// The tag that a text begins with, quotation marks in its attributes heeded.
  private static func tag(_ text: Substring) -> Substring? {
    guard let second = text.dropFirst().first, second.isLetter || second == "/" else { return nil }
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return text[...index]
      }
    }
    return nil
  }

  private mutating func take(tag: String, isEssay: Bool) {
    let name = String(tag.drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber })
    let isEnd = tag.hasPrefix("</")
    if let skipped {
      if name == skipped.name { self.skipped?.depth += isEnd ? -1 : 1 }
      if self.skipped?.depth == 0 { self.skipped = nil }
      return
    }
    if isEssay, !isEnd, Self.additions.contains(where: { tag.contains("class=\"\($0)\"") }) {
      skipped = (name, 1)
      return
    }
    // The box around a table, and what keeps a sign at its formula.
    if isEssay, ["div", "span"].contains(name), isEnd || Self.boxes.contains(where: tag.contains) {
      if tag.contains("table-scroll") || tag.contains("joined") || pendingBoxes > 0 {
        pendingBoxes += isEnd ? -1 : 1
        return
      }
    }
    settleTexts()
    if name == "pre" { isPreformatted = !isEnd }
    pieces.append(isEssay ? Self.bare(tag) : Self.sorted(tag))
  }

  /// What stands between two tags is one text, also where comments or numbers of footnotes part it.
  private mutating func settleTexts() {
    let shown = isPreformatted ? texts : texts.split { $0.isWhitespace }.joined(separator: " ")
    if !shown.isEmpty { pieces.append(shown) }
    texts = ""
  }

  private var pendingBoxes = 0
  private static let additions = ["permalink", "footnote-ref", "footnote-back", "note"]
  private static let boxes = ["class=\"table-scroll\"", "class=\"joined\""]

  private mutating func take(text: String) {
    guard skipped == nil else { return }
    texts += text
    words += Self.decoded(text).filter { !$0.isWhitespace }
  }

  /// A tag without the attributes that our pages add, in the order of the alphabet.
  private static func bare(_ tag: String) -> String {
    var kept: [String] = []
    for attribute in attributes(tag) {
      let name = attribute.prefix { $0 != "=" }
      if ["id", "tabindex", "role", "aria-label", "scope"].contains(name) { continue }
      if attribute == "class=\"task\"" { continue }
      if attribute.hasPrefix("style=\"text-align: ") {
        kept.append("align=\"" + attribute.dropFirst("style=\"text-align: ".count))
      } else {
        kept.append(attribute)
      }
    }
    return ([String(head(tag))] + kept.sorted()).joined(separator: " ")
  }

  private static func sorted(_ tag: String) -> String {
    ([String(head(tag))] + attributes(tag).sorted()).joined(separator: " ")
  }

  private static func head(_ tag: String) -> Substring {
    tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" }
  }

  private static func attributes(_ tag: String) -> [String] {
    var found: [String] = []
    var attribute = ""
    var quote: Character?
    for character in tag.dropFirst(1 + head(tag).count) {
      if let open = quote {
        attribute.append(character)
        if character == open { quote = nil }
      } else if character.isWhitespace || character == ">" || character == "/" {
        if !attribute.isEmpty { found.append(attribute) }
        attribute = ""
      } else {
        if character == "\"" || character == "'" { quote = character }
        attribute.append(character)
      }
    }
    return found
  }

  /// Paragraphs in which nothing stood but comments leave nothing on a page.
  private mutating func settle() {
    var settled: [String] = []
    for piece in pieces {
      if piece == "/p", settled.last == "p" {
        settled.removeLast()
      } else {
        settled.append(piece)
      }
    }
    pieces = settled
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
