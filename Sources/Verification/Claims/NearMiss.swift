// NearMiss: comments that a reader would take for claims and that are none. They are errors, since
// nothing that looks checked may go unchecked.

enum NearMiss {
  private static let arrows = ["->", "-->", "==>", "⇒", "⟶", "⟹", "➜", "➔", "➡", "↦", "⇨", "**→"]

  /// The arrow-like sign that a comment begins with.
  static func arrow(beginning body: String) -> String? {
    arrows.first { body.hasPrefix($0) }
  }

  /// Whether a comment says `Prints` of something definite: a quotation or a number.
  static func isPrints(_ body: String) -> Bool {
    guard body.prefix(6).lowercased() == "prints" else { return false }
    let rest = body.dropFirst(6).drop { $0 == ":" || $0.isWhitespace }
    guard let first = rest.first, body.count > 6, rest.count < body.count - 6 else { return false }
    return "\"“”‘'`«".contains(first) || first.isNumber
  }
}
