// BareText: which texts without quotation marks may be what `print` writes of a value, as `2.50 €` or
// `1970-01-01 00:00:00 +0000`. A mistyped claim of another form is none.

import Diagnostics

enum BareText {
  /// The text without the spaces around it; nil where it looks like another form of claim.
  ///
  /// It may begin with a letter, a digit or a sign of currency, and holds no quotation mark, `±` or `…`.
  /// Words directly before a bracket are a call, `in` before a space a range, and a number with nothing but
  /// digits and separators behind it a number.
  static func read(_ text: String) -> String? {
    var cursor = TextCursor(text)
    cursor.skipSpace()
    let start = cursor
    let whole = trimmed(cursor)
    guard !whole.unicodeScalars.contains(where: { "\"“”„±…→⇒".unicodeScalars.contains($0) }),
      !whole.contains("+-"), !whole.contains("+/-")
    else { return nil }
    let isSigned = cursor.takeAny(["-", "−", "+"]) != nil
    guard let first = cursor.next else { return nil }
    if first.properties.generalCategory == .currencySymbol { return whole }
    if first.isDigit {
      cursor = start
      guard NumberLiteral.read(&cursor, in: .bound) != nil else { return nil }
      return isNumberLike(trimmed(cursor)) && !isVersion(whole) ? nil : whole
    }
    guard !isSigned, first.properties.isAlphabetic else {
      return !isSigned && first.properties.generalCategory == .otherSymbol ? whole : nil
    }
    let word = cursor.take { $0.isWordPart || $0 == "." }
    if let next = cursor.next, "([<".unicodeScalars.contains(next) { return nil }
    return word == "in" || ["inf", "infinity"].contains(word) ? nil : whole
  }

  private static func isNumberLike(_ rest: String) -> Bool {
    rest.unicodeScalars.allSatisfy {
      $0.isDigit || $0.properties.isWhitespace || Superscript.plain($0) != nil
        || ",.'’_%‰×·*^{}".unicodeScalars.contains($0)
    }
  }

  /// `6.3.1`, `127.0.0.1`.
  private static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private static func trimmed(_ cursor: TextCursor) -> String {
    var cursor = cursor
    cursor.skipSpace()
    var scalars = cursor.text[cursor.index...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
