// LooseText: whether two texts say the same, where nobody minds white space, quotation marks around the whole, what is left
// out by three points, or an order that nobody promised.

import Diagnostics

package enum LooseText {
  /// Without white space outside of quotation marks.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var cursor = TextCursor(text)
    while let next = cursor.next {
      let start = cursor.index
      if next == "\"", SwiftString.read(&cursor) != nil {
        result.append(contentsOf: cursor.slice(from: start).unicodeScalars)
        continue
      }
      // A comma may stand behind the last part.
      if !next.properties.isWhitespace { result.append(next) }
      cursor.advance()
    }
    return String(result).replacing(",]", with: "]").replacing(",)", with: ")")
  }

  /// The text inside of quotation marks around the whole, whether or not they are a string to Swift; a full stop may stand
  /// behind them.
  package static func unquoted(_ text: String) -> String? {
    var text = text[...]
    if text.last == ".", text.dropLast().last == "\"" { text = text.dropLast() }
    // Who closes it twice means it once.
    if text.hasSuffix("\"\""), text.count > 3, text.first == "\"" { text = text.dropLast() }
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
    let inside = String(text.dropFirst().dropLast())
    return SwiftString.unescaped(inside) ?? inside
  }

  static let points = ["...", "…"]

  package static func hasPoints(_ text: String) -> Bool { points.contains(where: text.contains) }

  /// Whether a text is what a pattern says, in which three points stand for anything.
  package static func matches(_ pattern: String, _ text: String) -> Bool {
    let pieces = pieces(of: plain(pattern))
    guard pieces.count > 1, pieces.joined().count >= 2 else { return false }
    var rest = plain(text)[...]
    for (index, piece) in pieces.enumerated() {
      if index == 0 {
        guard rest.hasPrefix(piece) else { return false }
        rest = rest.dropFirst(piece.count)
      } else if index == pieces.count - 1 {
        return rest.hasSuffix(piece)
      } else {
        guard let found = rest.firstRange(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return true
  }

  private static func pieces(of pattern: String) -> [String] {
    var text = pattern
    for sign in points { text = text.replacing(sign, with: "\u{0}") }
    return text.split(separator: "\u{0}", omittingEmptySubsequences: false).map(String.init)
  }

  /// The parts of a list, or the words of a line that are parted by commas; nil for one that has none.
  package static func parts(of text: String) -> [String]? {
    var cursor = TextCursor(plain(text))
    let isList = cursor.next == "["
    if isList { cursor.advance() }
    var parts: [String] = []
    var start = cursor.index
    var depth = 0
    while let next = cursor.next {
      if next == "\"", SwiftString.read(&cursor) != nil { continue }
      if "[({".unicodeScalars.contains(next) { depth += 1 }
      if "])}".unicodeScalars.contains(next) {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0, next == "," {
        parts.append(cursor.slice(from: start))
        cursor.advance()
        start = cursor.index
        continue
      }
      cursor.advance()
    }
    if isList, cursor.next != "]" { return nil }
    let last = cursor.slice(from: start)
    if !last.isEmpty { parts.append(last) }
    return isList || parts.count > 1 ? parts : nil
  }

  /// Whether two lists have the same parts, in whatever order.
  package static func haveSameParts(_ first: String, _ second: String) -> Bool {
    guard let first = parts(of: first), let second = parts(of: second) else { return false }
    return first.sorted() == second.sorted()
  }
}
