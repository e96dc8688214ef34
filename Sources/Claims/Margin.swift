// Margin: how far a value might move and still be what is claimed. Only numbers have one: of texts, shapes and
// infinities nobody can say how far they are from another.

import GalleyRecordFormat

/// Room around a value for which a claim holds: every number that lies above the value by less than `up`, or below it by
/// less than `down`, satisfies the claim too, whether or not the value's own format has such a number. There is no more
/// room than that, but for the rounding: each is the largest `Double` that is not too large. A side without an end is nil.
package struct Margin: Hashable, Sendable {
  package var down: Double?
  package var up: Double?

  /// What all values of a line leave, each of which satisfies the claim: on each side the least of them.
  ///
  /// - Returns: nil where the form has no measure, or a value is no finite number. Of a `Duration` it is in seconds.
  package static func of(_ values: [RecordedValue], by expectation: Expectation) -> Margin? {
    guard let first = values.first, var least = of(first, by: expectation) else { return nil }
    for value in values.dropFirst() {
      guard let margin = of(value, by: expectation) else { return nil }
      least = least.narrowed(by: margin)
    }
    return least
  }

  private static func of(_ value: RecordedValue, by expectation: Expectation) -> Margin? {
    guard let number = value.duration ?? value.exactNumber else { return nil }
    let expectation = expectation.wrapped ?? expectation
    return expectation.room(around: number, beside: value.unwrapped)
  }

  private func narrowed(by other: Margin) -> Margin {
    var least = self
    least.down = [down, other.down].compactMap { $0 }.min()
    least.up = [up, other.up].compactMap { $0 }.min()
    return least
  }

  /// - Parameters:
  ///   - lower: the least number that satisfies the claim, or the one that all of them exceed; nil for no end.
  ///   - upper: the same above.
  fileprivate init(around number: ExactNumber, from lower: ExactNumber?, to upper: ExactNumber?) {
    down = lower.map { (number - $0).roundedDown }
    up = upper.map { ($0 - number).roundedDown }
  }
}

extension Expectation {
  /// - Parameter value: the number as it was computed, which satisfies this.
  fileprivate func room(around number: ExactNumber, beside value: RecordedValue) -> Margin? {
    switch self {
    case .number(let literal):
      let (lower, upper) = literal.bounds(isNegative: number.isNegative || value.isNegativeZero)
      return Margin(around: number, from: lower, to: upper)
    case .near(let literal, let tolerance):
      guard let allowed = tolerance.allowed(around: literal, beside: value) else { return nil }
      return Margin(around: number, from: literal.value - allowed, to: literal.value + allowed)
    case .relation(let relation, let bound):
      let end = bound.end(beside: value)
      switch relation {
      case .less, .lessOrEqual: return Margin(around: number, from: nil, to: end)
      case .greater, .greaterOrEqual: return Margin(around: number, from: end, to: nil)
      case .unequal:
        guard let end else { return Margin(around: number, from: nil, to: nil) }
        return number < end
          ? Margin(around: number, from: nil, to: end) : Margin(around: number, from: end, to: nil)
      }
    case .range(let lower, let upper, _):
      return Margin(around: number, from: lower.end(beside: value), to: upper.end(beside: value))
    default: return nil
    }
  }
}

extension Expectation.Bound {
  /// Nil for an infinity.
  fileprivate func end(beside value: RecordedValue) -> ExactNumber? {
    isInfinite ? nil : position.asStored(beside: value).exact
  }
}

extension NumberLiteral {
  /// Between which numbers one lies that satisfies this.
  ///
  /// - Parameter isNegative: the sign of the one that does; it decides where the literal is a rounded zero or none.
  fileprivate func bounds(isNegative: Bool) -> (ExactNumber, ExactNumber) {
    if isNegativeZero || isInteger && ellipsis == nil { return (value, value) }
    if ellipsis != nil {
      return isNegative && self.isNegative ? (value - unit, value) : (value, value + unit)
    }
    let (lower, upper) = (value - unit.half, value + unit.half)
    guard isZero, !sign.isEmpty else { return (lower, upper) }
    return self.isNegative ? (lower, value) : (value, upper)
  }
}

extension ExactNumber {
  /// The largest `Double` that is not above this number, which is not negative; the largest of all for what is beyond.
  fileprivate var roundedDown: Double {
    guard let exponent = binaryExponent else { return 0 }
    guard exponent <= Int(Double.greatestFiniteMagnitude.exponent) else {
      return .greatestFiniteMagnitude
    }
    let unit = max(
      exponent - Double.significandBitCount, Int(Double.leastNonzeroMagnitude.exponent))
    let significand = truncated(toMultipleOf: ExactNumber(1, timesTwoTo: unit))
    return Double(sign: .plus, exponent: unit, significand: Double(significand))
  }
}
