// ExactNumber: rational numbers without rounding, so that a claim is decided by the value itself and
// never by how somebody formatted it.

import BigInt

/// A rational number: any decimal that is written and any binary number that is computed.
package struct ExactNumber: Sendable {
  private var numerator: BigInt
  /// Positive, and not always in lowest terms.
  private var denominator: BigInt

  private init(_ numerator: BigInt, over denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package init(_ integer: BigInt) { self.init(integer, over: 1) }

  /// `digits` × 10^`exponent`.
  package init(_ digits: BigInt, timesTenTo exponent: Int) {
    let power = BigInt(10).power(abs(exponent))
    self = exponent >= 0 ? Self(digits * power, over: 1) : Self(digits, over: power)
  }

  /// `significand` × 2^`exponent`, as a floating-point format stores it.
  package init(_ significand: BigInt, timesTwoTo exponent: Int) {
    let power = BigInt(1) << abs(exponent)
    self = exponent >= 0 ? Self(significand * power, over: 1) : Self(significand, over: power)
  }

  package static let zero = Self(0)

  package var isNegative: Bool { numerator < 0 }
  package var isZero: Bool { numerator == 0 }
  package var magnitude: Self { Self(BigInt(numerator.magnitude), over: denominator) }
  package var half: Self { Self(numerator, over: denominator * 2) }

  package static prefix func - (value: Self) -> Self {
    Self(-value.numerator, over: value.denominator)
  }

  package static func - (left: Self, right: Self) -> Self {
    Self(
      left.numerator * right.denominator - right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  package static func + (left: Self, right: Self) -> Self { left - (-right) }

  package static func * (left: Self, right: Self) -> Self {
    Self(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The integer nearest to this number divided by `unit`; ties go to the even one.
  package func rounded(toMultipleOf unit: Self) -> BigInt {
    let top = numerator * unit.denominator
    let bottom = denominator * unit.numerator
    var (quotient, remainder) = top.magnitude.quotientAndRemainder(dividingBy: bottom.magnitude)
    remainder *= 2
    if remainder > bottom.magnitude || (remainder == bottom.magnitude && quotient % 2 == 1) {
      quotient += 1
    }
    return numerator < 0 ? -BigInt(quotient) : BigInt(quotient)
  }

  /// The integer part of this number divided by `unit`, the rest cut off.
  package func truncated(toMultipleOf unit: Self) -> BigInt {
    (numerator * unit.denominator) / (denominator * unit.numerator)
  }

  /// The integer that this number is; nil where it is none.
  package var wholeNumber: BigInt? {
    if denominator == 1 { return numerator }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder == 0 ? quotient : nil
  }

  /// An odd whole number and a power of two whose product is the magnitude; nil where there are none.
  package var binaryParts: (significand: BigUInt, exponent: Int)? {
    guard !isZero else { return (0, 0) }
    let divisor = numerator.magnitude.greatestCommonDivisor(with: denominator.magnitude)
    let (top, bottom) = (numerator.magnitude / divisor, denominator.magnitude / divisor)
    let (twos, halves) = (top.trailingZeroBitCount, bottom.trailingZeroBitCount)
    guard bottom >> halves == 1 else { return nil }
    return (top >> twos, twos - halves)
  }

  /// The largest power of two that is not above the magnitude; nil for zero.
  package var binaryExponent: Int? {
    guard !isZero else { return nil }
    let guess = numerator.magnitude.bitWidth - denominator.magnitude.bitWidth
    return Self(1, timesTwoTo: guess) <= magnitude ? guess : guess - 1
  }

  /// The largest power of ten that is not above the magnitude; nil for zero.
  package var decimalExponent: Int? {
    guard !isZero else { return nil }
    let digits = { (value: BigUInt) in String(value).count }
    let guess = digits(numerator.magnitude) - digits(denominator.magnitude)
    return Self(1, timesTenTo: guess) <= magnitude ? guess : guess - 1
  }
}

extension ExactNumber: Comparable {
  package static func == (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
