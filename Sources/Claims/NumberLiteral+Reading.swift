// Reading numbers: one grammar for claims in examples, in sentences and inside mathematics.

import BigInt
import Diagnostics

extension NumberLiteral {
  /// Where a number stands decides how it may be written.
  package enum Context: Hashable, Sendable {
    /// In a claim: groups of digits are separated by `_`, as in Swift.
    case claim
    /// Where a range may begin: three points behind the number are not its own.
    case bound
    /// In a sentence or a formula: commas, thin spaces, `\times 10^{…}`, `\%` and the like.
    case text(NumberNotation)

    /// In English.
    package static let prose = Context.text(.point)

    package var isText: Bool { notation != nil }

    /// How the page writes numbers; nil in Swift.
    package var notation: NumberNotation? {
      if case .text(let notation) = self { notation } else { nil }
    }
  }

  /// Reads the number that begins at the cursor, sign included, and leaves the cursor behind it.
  ///
  /// A number that is one and cannot be compared comes with its `fault`.
  package static func read(_ cursor: inout TextCursor, in context: Context) -> NumberLiteral? {
    var attempt = cursor
    var literal = NumberLiteral()
    literal.context = context.isText ? context : .claim
    literal.decimalMark = context.notation?.decimal.rawValue ?? "."
    if let sign = attempt.takeAny(["-", "−", "+"]) {
      literal.sign = sign
      literal.isNegative = sign != "+"
    }
    if literal.readBinary(&attempt, context) {
      cursor = attempt
      return literal
    }
    literal.readInteger(&attempt, context)
    literal.readFraction(&attempt, context)
    guard !literal.integerDigits.isEmpty || !literal.fractionDigits.isEmpty else { return nil }
    if context != .bound { literal.ellipsis = takeEllipsis(&attempt, context) }
    literal.readPower(&attempt)
    literal.percent = readPercent(&attempt)
    // Its last digit could stand for more than all numbers.
    if literal.power != nil && literal.isZero {
      literal.refuse("zero times a power of ten is zero: write it without the power")
    }
    if literal.integerDigits.utf8.count + literal.fractionDigits.utf8.count > digitLimit {
      literal.refuse("a number of more than \(digitLimit) digits is not compared")
    }
    cursor = attempt
    return literal
  }

  /// A number with a fault keeps nothing that could take long to compute.
  private mutating func refuse(_ reason: String) {
    fault = fault ?? reason
    power?.exponent = 0
    integerDigits = String(integerDigits.prefix(Self.digitLimit))
    fractionDigits = String(fractionDigits.prefix(Self.digitLimit))
  }

  private mutating func readInteger(_ cursor: inout TextCursor, _ context: Context) {
    integerDigits = cursor.take { $0.isDigit }
    var separators = ["_"]
    if let notation = context.notation {
      let mark = notation.decimal.other.rawValue
      separators =
        (notation.groupsByOtherMark ? [mark, "{\(mark)}"] : [])
        + ["\\,", "\u{202F}", "\u{2009}", "\u{A0}", "'", "_"]
    }
    guard
      !context.isText || (1...3).contains(integerDigits.count) && !integerDigits.hasPrefix("0"),
      !integerDigits.isEmpty
    else { return }
    while true {
      var group = cursor
      guard let found = group.takeAny(separator.map { [$0] } ?? separators) else { return }
      let digits = group.take { $0.isDigit }
      // `1,5` is no thousand, and neither is `1,2345`.
      guard digits.count == 3 || (!context.isText && !digits.isEmpty) else { return }
      separator = found
      groupSize = digits.count
      integerDigits += digits
      cursor = group
    }
  }

  private mutating func readFraction(_ cursor: inout TextCursor, _ context: Context) {
    let mark = context.notation?.decimal ?? .point
    var attempt = cursor
    // TeX puts a space behind a comma, unless it stands in braces.
    let marks = mark == .comma ? ["{,}", ","] : ["."]
    guard let found = attempt.takeAny(marks), attempt.next?.isDigit == true else { return }
    decimalMark = found
    cursor = attempt
    fractionDigits = cursor.take { $0.isDigit }
    // As in Swift, `0.000_1`.
    while !context.isText, cursor.next == "_", cursor.peek(1)?.isDigit == true {
      fractionGroupSize = fractionGroupSize ?? fractionDigits.count
      cursor.advance()
      fractionDigits += cursor.take { $0.isDigit }
    }
  }

  private static func takeEllipsis(_ cursor: inout TextCursor, _ context: Context) -> String? {
    var attempt = cursor
    guard let dots = attempt.takeAny(["…", "\\ldots", "\\dots", "..."]) else { return nil }
    if dots == "..." {
      // `1...3` and `-0.7...−0.3` are ranges.
      var after = attempt
      if !context.isText { after.skipSpace() }
      if let next = after.next, next.isDigit || ["-", "−", "+", "<", "∞"].contains(next) {
        return nil
      }
    }
    cursor = attempt
    return dots
  }

  // MARK: - Powers

  /// `e-34`, `×10⁻³⁴`, `× 10^-34`, `\times 10^{-34}`, `\cdot10^{5}`.
  private mutating func readPower(_ cursor: inout TextCursor) {
    var attempt = cursor
    let start = attempt.index
    var style = Power.Style.plain
    var isBraced = false
    if attempt.takeAny(["e", "E"]) == nil {
      attempt.skipThinSpace()
      guard attempt.takeAny(["×", "\\times", "\\cdot", "·", "*"]) != nil else { return }
      attempt.skipThinSpace()
      guard attempt.take("10") else { return }
      if attempt.take("^") { isBraced = attempt.take("{") } else { style = .superscript }
    }
    let prefix = attempt.slice(from: start)
    var sign = ""
    var digits: String
    if style == .plain {
      sign = attempt.takeAny(["-", "−", "+"]) ?? ""
      digits = attempt.take { $0.isDigit }
    } else {
      digits = attempt.take { Superscript.plain($0) != nil }.unicodeScalars.reduce(into: "") {
        $0.unicodeScalars.append(Superscript.plain($1) ?? $1)
      }
      if let first = digits.first, "+-".contains(first) { sign = String(digits.removeFirst()) }
    }
    let exponent = (["-", "−"].contains(sign) ? "-" : "") + digits
    guard exponent.contains(where: \.isNumber), !isBraced || attempt.take("}") else { return }
    cursor = attempt
    let number = digits.allSatisfy(\.isNumber) ? Int(exponent) : nil
    power = Power(
      prefix: prefix, exponent: number ?? 0, style: style, suffix: isBraced ? "}" : "")
    power?.sign = sign
    if digits.hasPrefix("0") { power?.width = digits.count }
    // Small enough that ten to that power can be written out.
    if number.map({ abs($0) > Self.exponentLimit }) ?? true {
      refuse("an exponent lies between -\(Self.exponentLimit) and \(Self.exponentLimit)")
    }
  }

  private static func readPercent(_ cursor: inout TextCursor) -> String? {
    var attempt = cursor
    let start = attempt.index
    attempt.skipThinSpace()
    guard attempt.takeAny(["\\%", "%"]) != nil else { return nil }
    let text = attempt.slice(from: start)
    cursor = attempt
    return text
  }

  // MARK: - Binary digits

  /// `0x1F`, `0x1.8p-3` and, in claims, `0b101` and `0o17`, as Swift reads them.
  private mutating func readBinary(_ cursor: inout TextCursor, _ context: Context) -> Bool {
    var attempt = cursor
    let start = attempt.index
    let prefixes = context.isText ? ["0x"] : ["0x", "0b", "0o"]
    guard let prefix = attempt.takeAny(prefixes) else { return false }
    let bits = prefix == "0x" ? 4 : prefix == "0o" ? 3 : 1
    let isPart = { (scalar: Unicode.Scalar) in
      scalar == "_" || Character(scalar).hexDigitValue.map { $0 < 1 << bits } ?? false
    }
    guard let first = attempt.next, first != "_", isPart(first) else { return false }
    var digits = attempt.take(while: isPart)
    var exponent = 0
    if bits == 4 {
      var fraction = attempt
      var behind = ""
      if fraction.take(".") { behind = fraction.take(while: isPart) }
      let hasPoint = !behind.isEmpty
      if !hasPoint { fraction = attempt }
      if fraction.takeAny(["p", "P"]) != nil {
        let sign = fraction.takeAny(["-", "+"]) ?? ""
        let power = fraction.take { $0.isDigit }
        guard !power.isEmpty else { return false }
        if hasPoint { digits += behind }
        exponent = Int(sign + power) ?? .max
        if exponent.magnitude <= Self.exponentLimit, hasPoint {
          exponent -= 4 * behind.count { $0 != "_" }
        }
        attempt = fraction
      }
    }
    binary = attempt.slice(from: start)
    cursor = attempt
    digits.removeAll { $0 == "_" }
    guard digits.count <= Self.digitLimit / 4, exponent.magnitude <= 2 * UInt(Self.exponentLimit)
    else {
      integerDigits = "0"
      refuse("a number of so many digits is not compared")
      return true
    }
    // Every binary fraction has an end in decimals too: m/2ᵏ = 5ᵏm/10ᵏ.
    let significand = BigInt(digits, radix: 1 << bits) ?? 0
    let factor = exponent < 0 ? BigInt(5).power(-exponent) : BigInt(2).power(exponent)
    let decimals = max(0, -exponent)
    var text = String(significand * factor)
    text = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    integerDigits = String(text.dropLast(decimals))
    fractionDigits = String(text.suffix(decimals))
    return true
  }
}

extension TextCursor {
  /// Steps over the spaces that may stand inside a number: before `×`, after it, before `%`.
  fileprivate mutating func skipThinSpace() {
    while takeAny([" ", "\u{202F}", "\u{2009}", "\u{A0}", "\\,", "\\;", "\\ ", "~"]) != nil {}
  }
}
