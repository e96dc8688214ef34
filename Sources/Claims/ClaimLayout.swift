// ClaimLayout: spaces, lines and spellings of a claim as its author wrote it, kept in what is written in its place. It
// decides nothing: a text that would be read in another way than the correction is not offered.

import Diagnostics

package struct ClaimLayout {
  /// A word, a number, a text in quotation marks or a sign, with what stands before it.
  private struct Token {
    /// Spaces; in a claim of several lines also their ends, with the comment's signs on the next one.
    var gap: String
    var text: String
  }

  private var tokens: [Token] = []

  /// A claim without the signs of comments, on one line: as it is read.
  package static func joined(_ text: String) -> String {
    ClaimLayout(text).tokens.map {
      $0.gap.contains(where: \.isNewline) ? " " + $0.text : $0.gap + $0.text
    }
    .joined()
  }

  /// The correction in the layout of the claim that it replaces; unchanged where that would be read otherwise.
  package static func of(_ correction: String, like original: String) -> String {
    let (old, new) = (ClaimLayout(original), ClaimLayout(correction))
    let laid = old.tokens.count == new.tokens.count ? new.placed(like: old) : new.spread(like: old)
    guard let meant = meaning(of: correction), meaning(of: joined(laid)) == meant else {
      return correction
    }
    return laid
  }

  private static func meaning(of text: String) -> String? { (try? Expectation.read(text))?.text }

  /// Each token in the place of the old one; those that say the same are kept as they were spelled.
  private func placed(like old: ClaimLayout) -> String {
    zip(old.tokens, tokens).map { old, new in
      old.gap + (Self.isSame(old.text, new.text) ? old.text : new.text)
    }.joined()
  }

  /// More or fewer tokens: behind brackets and commas stands what stood there before.
  private func spread(like old: ClaimLayout) -> String {
    let gaps = Dictionary(
      old.places().map { ($0, $1.gap) }, uniquingKeysWith: { first, _ in first })
    return places().map { place, token in (gaps[place] ?? token.gap) + token.text }.joined()
  }

  /// Where a gap stands, as far as other gaps look like it.
  private enum Place: Hashable {
    case opening(depth: Int)
    case comma(depth: Int)
    case closing(depth: Int)
    case elsewhere(Int)
  }

  private func places() -> [(Place, Token)] {
    var depth = 0
    var previous = ""
    return tokens.enumerated().map { index, token in
      defer { previous = token.text }
      let isOpening = ["[", "("].contains(previous)
      let isClosing = ["]", ")"].contains(token.text)
      if isOpening { depth += 1 }
      defer { if isClosing { depth -= 1 } }
      // Nothing stands between the brackets of what is empty.
      if isOpening, isClosing { return (.elsewhere(index), token) }
      if isOpening { return (.opening(depth: depth), token) }
      if isClosing { return (.closing(depth: depth), token) }
      return (previous == "," ? .comma(depth: depth) : .elsewhere(index), token)
    }
  }

  private static func isSame(_ old: String, _ new: String) -> Bool {
    if old == new { return true }
    switch (old, new) {
    case ("+-", "±"), ("+/-", "±"), ("ulps", "ulp"): return true
    default: return meaning(of: old).map { $0 == meaning(of: new) } ?? false
    }
  }
}

// MARK: - Tokens

extension ClaimLayout {
  private static let signs = ["[", "]", "(", ")", ",", ":", "±", "+/-", "+-", "...", "..<"]

  private init(_ text: String) {
    var cursor = TextCursor(text)
    while !cursor.isAtEnd {
      var gap = Self.gap(&cursor)
      // A comma behind the last part says nothing.
      var behind = cursor
      if behind.take(",") {
        let rest = Self.gap(&behind)
        if behind.next == "]" || behind.next == ")" {
          gap += "," + rest
          cursor = behind
        }
      }
      let text = Self.token(&cursor)
      if !text.isEmpty { tokens.append(Token(gap: gap, text: text)) }
    }
  }

  private static func gap(_ cursor: inout TextCursor) -> String {
    let start = cursor.index
    while let next = cursor.next, next.properties.isWhitespace {
      cursor.advance()
      guard Character(next).isNewline else { continue }
      var comment = cursor
      _ = comment.take { $0 != "/" && !Character($0).isNewline }
      guard comment.take("//") else { continue }
      _ = comment.take { $0 == "/" }
      cursor = comment
    }
    return cursor.slice(from: start)
  }

  private static func token(_ cursor: inout TextCursor) -> String {
    let start = cursor.index
    if SwiftString.read(&cursor) != nil || cursor.takeAny(signs) != nil {
      return cursor.slice(from: start)
    }
    while let next = cursor.next, !next.properties.isWhitespace, next != "\"" {
      var ahead = cursor
      if ahead.takeAny(signs) != nil { break }
      // `2ulp`
      if ahead.take("ulp"), cursor.previous?.isDigit ?? false, cursor.index != start { break }
      cursor.advance()
    }
    // A quotation mark that opens nothing.
    if cursor.index == start { cursor.advance() }
    return cursor.slice(from: start)
  }
}
