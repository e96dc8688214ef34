// Reading what is said of numbers: tolerances, and the ends that a value lies above, below or between.

import Diagnostics

extension ExpectationReader {
  /// The number at the cursor; one that cannot be compared is no claim.
  mutating func number(
    in context: NumberLiteral.Context
  ) throws(UnreadableClaim) -> NumberLiteral? {
    guard let literal = NumberLiteral.read(&cursor, in: context) else { return nil }
    if let fault = literal.fault { throw UnreadableClaim(reason: fault, isFinal: true) }
    return literal
  }

  mutating func range() throws(UnreadableClaim) -> Expectation {
    cursor.skipSpace()
    var lower = try end()
    cursor.skipSpace()
    guard let dots = cursor.takeAny(["...", "..<", "…"]) else {
      throw UnreadableClaim(reason: "a range is written ‘in 0.2...0.3’ or ‘in 0.2..<0.3’")
    }
    cursor.skipSpace()
    let upper = try end()
    // In `1...2 s` both ends are seconds.
    if case .number(let literal) = lower, case .duration(_, let exponent, let text) = upper {
      let unit = text.drop { !$0.isLetter }
      lower = .duration(literal, exponent: exponent, text: "\(literal.text) \(unit)")
    }
    if case .number(let low) = lower, case .number(let high) = upper, low.value > high.value {
      throw UnreadableClaim(reason: "nothing lies in this range: the smaller end stands first")
    }
    return .range(lower, upper, includesUpper: dots != "..<")
  }

  private mutating func end() throws(UnreadableClaim) -> Expectation.Bound {
    var ahead = cursor
    let isMissing = ahead.takeAny(["...", "..<", "…", "[", "]"]) != nil || cursor.isAtEnd
    if isMissing {
      throw UnreadableClaim(
        reason: "a range has two ends, ‘in 4...6’; with one it is ‘≥ 4’ or ‘≤ 6’")
    }
    return try bound()
  }

  mutating func bound() throws(UnreadableClaim) -> Expectation.Bound {
    if let isNegative = takeInfinity() { return .infinity(isNegative: isNegative) }
    if let duration = try duration() { return duration }
    guard let literal = try number(in: .bound) else {
      throw UnreadableClaim(
        reason: "a number is missing after the relation; that an optional has a value is .some")
    }
    var ahead = cursor
    ahead.skipSpace()
    let start = ahead.index
    let word = ahead.take { $0.isWordPart }
    if let exponent = Self.units[word], literal.percent == nil {
      let text = literal.text + " " + ahead.slice(from: start)
      cursor = ahead
      return .duration(literal, exponent: exponent, text: text)
    }
    return .number(literal)
  }

  /// Powers of ten, in seconds.
  private static let units = [
    "seconds": 0, "second": 0, "s": 0, "milliseconds": -3, "ms": -3, "microseconds": -6, "µs": -6,
    "μs": -6, "nanoseconds": -9, "ns": -9,
  ]

  /// `.seconds(1)`, as Swift writes a length of time.
  private mutating func duration() throws(UnreadableClaim) -> Expectation.Bound? {
    var attempt = self
    let start = cursor.index
    _ = attempt.cursor.take("Duration")
    guard attempt.cursor.take(".") else { return nil }
    let name = attempt.cursor.take { $0.isWordPart }
    guard name.count > 2, let exponent = Self.units[name], attempt.cursor.take("("),
      let literal = try attempt.number(in: .bound), attempt.cursor.take(")")
    else { return nil }
    self = attempt
    return .duration(literal, exponent: exponent, text: cursor.slice(from: start))
  }

  mutating func tolerated(_ literal: NumberLiteral) throws(UnreadableClaim) -> Expectation {
    var ahead = cursor
    ahead.skipSpace()
    guard ahead.takeAny(["±", "+-", "+/-"]) != nil else { return .number(literal) }
    cursor = ahead
    cursor.skipSpace()
    func refused(_ reason: String) -> UnreadableClaim {
      UnreadableClaim(reason: reason, isFinal: true)
    }
    if takeInfinity() != nil { throw refused("no tolerance is infinite") }
    guard let size = try number(in: .claim), size.sign.isEmpty else {
      throw refused("a tolerance is missing after ±")
    }
    if literal.ellipsis != nil || size.ellipsis != nil {
      throw refused("‘…’ and ± contradict each other: keep one")
    }
    if size.percent != nil {
      return .near(literal, literal.percent == nil ? .percent(size) : .points(size))
    }
    ahead = cursor
    ahead.skipSpace()
    if ["ulp", "ulps"].contains(ahead.take { $0.isWordPart }) {
      cursor = ahead
      return .near(literal, .ulps(size))
    }
    if literal.percent != nil {
      throw refused(
        "it is not clear whether \(size.text) is in percent too: write "
          + "\(literal.text) ± \(size.text)%, which means percentage points")
    }
    return .near(literal, .absolute(size))
  }

  /// A sign that says “about” claims nothing that could be checked.
  func refuseNearness() throws(UnreadableClaim) {
    guard let sign = cursor.next, "≈~∼≃≅".unicodeScalars.contains(sign) else { return }
    throw UnreadableClaim(
      reason:
        "‘\(sign)’ does not say how nearly: the digits do, as in 0.67 or 2.98e4, or a tolerance, as in "
        + "29785 ± 1", isFinal: true)
  }
}
