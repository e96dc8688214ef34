// InertHTML: HTML of ours once more, for paper: nothing in it can be pressed, and nothing has an id of its own.

enum InertHTML {
  /// Attributes that make an element a place, or something to press.
  private static let dropped: Set = [
    "id", "href", "tabindex", "role", "type", "popovertarget", "aria-label", "aria-describedby",
    "data-preview",
  ]

  static func text(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else {
        rest = rest[open...]
        break
      }
      result += tag(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// One tag, whose attributes have their values in quotation marks, as ours have; another is left as it is.
  private static func tag(_ tag: Substring) -> String {
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    if ["/a", "/button"].contains(tag.dropFirst().prefix { $0 != ">" }) { return "</span>" }
    guard let first = name.first, first.isLetter else { return String(tag) }
    let isPressed = name == "a" || name == "button"
    var result = "<" + (isPressed ? "span" : String(name))
    var rest = tag.dropFirst(1 + name.count)
    while let start = rest.firstIndex(where: { !$0.isWhitespace }), rest[start] != ">",
      rest[start] != "/"
    {
      rest = rest[start...]
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != ">" }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        let inside = rest.dropFirst(2).prefix { $0 != "\"" }
        value = "=\"\(inside)\""
        rest = rest.dropFirst(inside.count + 3)
      }
      if key.isEmpty { break }
      if !dropped.contains(String(key)) { result += " \(key)\(value)" }
    }
    return result + rest
  }
}
