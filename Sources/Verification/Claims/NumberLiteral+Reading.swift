// Reading numbers: one grammar for claims in examples, in sentences and inside mathematics.

import Markup

extension NumberLiteral {
  /// Where a number stands decides how it may be written.
  enum Context: Sendable {
    /// In a claim: groups of digits are separated by `_`, as in Swift.
    case claim
    /// In a sentence or a formula: commas, thin spaces, `\times 10^{…}`, `\%` and the like.
    case prose
  }

  /// Reads the number that begins at the cursor, sign included, and leaves the cursor behind it.
  static func read(_ cursor: inout TextCursor, in context: Context) -> NumberLiteral? {
    var attempt = cursor
    var literal = NumberLiteral()
    if let sign = attempt.takeAny(["-", "−", "+"]) {
      literal.sign = sign
      literal.isNegative = sign != "+"
    }
    literal.readInteger(&attempt, context)
    readFraction(&attempt, into: &literal)
    guard !literal.integerDigits.isEmpty else { return nil }
    if literal.ellipsis == nil, let dots = takeEllipsis(&attempt) { literal.ellipsis = dots }
    literal.power = readPower(&attempt, context)
    literal.percent = readPercent(&attempt, context)
    cursor = attempt
    return literal
  }

  private mutating func readInteger(_ cursor: inout TextCursor, _ context: Context) {
    integerDigits = cursor.take { $0.isDigit }
    let separators =
      context == .claim ? ["_"] : [",", "{,}", "\\,", "\u{202F}", "\u{2009}", "\u{A0}", "'", "_"]
    guard
      context == .claim || (1...3).contains(integerDigits.count) && !integerDigits.hasPrefix("0")
    else { return }
    while true {
      var group = cursor
      guard let found = group.takeAny(separator.map { [$0] } ?? separators) else { return }
      let digits = group.take { $0.isDigit }
      // `1,5` is no thousand, and neither is `1,2345`.
      guard digits.count == 3 || (context == .claim && !digits.isEmpty) else { return }
      separator = found
      integerDigits += digits
      cursor = group
    }
  }

  private static func readFraction(_ cursor: inout TextCursor, into literal: inout NumberLiteral) {
    guard cursor.next == ".", let after = cursor.peek(1), after.isDigit else { return }
    cursor.advance()
    literal.fractionDigits = cursor.take { $0.isDigit }
  }

  private static func takeEllipsis(_ cursor: inout TextCursor) -> String? {
    // `1...3` is a range.
    var attempt = cursor
    guard let dots = attempt.takeAny(["…", "\\ldots", "\\dots", "..."]) else { return nil }
    if dots == "..." {
      if let after = attempt.next, after.isDigit || after == "-" || after == "<" { return nil }
    }
    cursor = attempt
    return dots
  }

  /// `e-34`, `×10⁻³⁴`, `× 10^-34`, `\times 10^{-34}`, `\cdot10^{5}`.
  private static func readPower(_ cursor: inout TextCursor, _ context: Context) -> Power? {
    var attempt = cursor
    let start = attempt.index
    if attempt.takeAny(["e", "E"]) != nil {
      let prefix = attempt.slice(from: start)
      guard let exponent = readExponent(&attempt) else { return nil }
      cursor = attempt
      return Power(prefix: prefix, exponent: exponent, style: .plain, suffix: "")
    }
    attempt.skipThinSpace()
    guard attempt.takeAny(["×", "\\times", "\\cdot", "·", "*"]) != nil else { return nil }
    attempt.skipThinSpace()
    guard attempt.take("10") else { return nil }
    if attempt.take("^") {
      let isBraced = attempt.take("{")
      let prefix = attempt.slice(from: start)
      guard let exponent = readExponent(&attempt), !isBraced || attempt.take("}") else {
        return nil
      }
      cursor = attempt
      return Power(
        prefix: prefix, exponent: exponent, style: .plain, suffix: isBraced ? "}" : "")
    }
    let prefix = attempt.slice(from: start)
    var digits = ""
    while let scalar = attempt.next, let plain = Superscript.plain(scalar) {
      digits.unicodeScalars.append(plain)
      attempt.advance()
    }
    guard let exponent = Int(digits) else { return nil }
    cursor = attempt
    return Power(prefix: prefix, exponent: exponent, style: .superscript, suffix: "")
  }

  /// Small enough that ten to that power can be written out.
  private static func readExponent(_ cursor: inout TextCursor) -> Int? {
    let isNegative = cursor.takeAny(["-", "−"]) != nil
    if !isNegative { _ = cursor.take("+") }
    let digits = cursor.take { $0.isDigit }
    guard let magnitude = Int(digits), magnitude <= 5000 else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private static func readPercent(_ cursor: inout TextCursor, _ context: Context) -> String? {
    var attempt = cursor
    let start = attempt.index
    attempt.skipThinSpace()
    guard attempt.takeAny(["\\%", "%"]) != nil else { return nil }
    let text = attempt.slice(from: start)
    cursor = attempt
    return text
  }
}

extension TextCursor {
  /// Steps over the spaces that may stand inside a number: before `×`, after it, before `%`.
  fileprivate mutating func skipThinSpace() {
    while takeAny([" ", "\u{202F}", "\u{2009}", "\u{A0}", "\\,", "\\;", "\\ ", "~"]) != nil {}
  }
}
