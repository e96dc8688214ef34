// Numbers kept as an unevaluated sum high + low, and the error-free steps that make them.
// Knows nothing of softmax.

import RealModule

/// A value kept as `high + low`, where `low` is what rounding `high` lost: about twice the digits.
///
/// A result is computed so and rounded once at the end, by `value` or `rounded(timesTwoTo:)`.
///
/// - Source: Dekker (1971), doi:10.1007/BF01397083; Knuth, The Art of Computer Programming,
///   volume 2, section 4.2.2; Shewchuk (1997), doi:10.1007/PL00009321.
struct Doubled<T: Real & BinaryFloatingPoint> {
  var high: T
  var low: T

  @inline(__always)
  init(high: T, low: T = 0) {
    self.high = high
    self.low = low
  }

  /// a + b without error, for finite a and b whose sum does not overflow (Knuth's two-sum).
  @inline(__always)
  init(_ a: T, plus b: T) {
    let sum = a + b
    let added = sum - a
    high = sum
    low = (a - (sum - added)) + (b - added)
  }

  /// a + b without error where |a| ≥ |b| (Dekker's fast two-sum).
  @inline(__always)
  init(larger a: T, plus b: T) {
    high = a + b
    low = b - (high - a)
  }

  /// a − b without error, for finite a and b whose difference does not overflow.
  @inline(__always)
  init(_ a: T, minus b: T) {
    self.init(a, plus: -b)
  }

  /// a·b without error, short of overflow and of underflow in `low`.
  @inline(__always)
  init(_ a: T, times b: T) {
    let product = a * b
    high = product
    low = (-product).addingProduct(a, b)
  }

  /// Adds one term; what rounding loses is kept in `low`.
  mutating func add(_ term: T) {
    let sum = Doubled(high, plus: term)
    high = sum.high
    low += sum.low
  }

  /// Adds a·b, the product unrounded.
  mutating func add(_ a: T, times b: T) {
    let product = Doubled(a, times: b)
    add(product.high)
    low += product.low
  }

  /// The sum rounded once; an infinite `high` says all there is to say.
  var value: T { high.isFinite ? high + low : high }

  /// The same value with |low| at most half a unit in the last place of `high`.
  var renormalized: Doubled {
    let sum = value
    return sum.isFinite ? Doubled(larger: sum, plus: low - (sum - high)) : Doubled(high: sum)
  }

  /// numerator / (high + low), the quotient corrected by its own remainder.
  func dividing(_ numerator: T) -> T {
    (Doubled(high: numerator) / self).value
  }

  /// 1 / (high + low), itself unevaluated.
  var reciprocal: Doubled { Doubled(high: 1) / self }

  static prefix func - (a: Doubled) -> Doubled { Doubled(high: -a.high, low: -a.low) }

  /// The sum to about twice the precision of T, also where the high parts cancel.
  static func + (a: Doubled, b: Doubled) -> Doubled {
    let highs = Doubled(a.high, plus: b.high)
    guard highs.high.isFinite else { return Doubled(high: highs.high) }
    let lows = Doubled(a.low, plus: b.low)
    let sum = Doubled(larger: highs.high, plus: highs.low + lows.high)
    return Doubled(larger: sum.high, plus: sum.low + lows.low)
  }

  static func - (a: Doubled, b: Doubled) -> Doubled { a + -b }

  static func * (a: Doubled, b: Doubled) -> Doubled {
    let product = Doubled(a.high, times: b.high)
    guard product.high.isFinite else { return Doubled(high: product.high) }
    return Doubled(
      larger: product.high, plus: product.low + (a.high * b.low + a.low * b.high))
  }

  static func * (a: Doubled, b: T) -> Doubled { a * Doubled(high: b) }

  static func / (a: Doubled, b: Doubled) -> Doubled {
    let first = a.high / b.high
    guard first.isFinite, first != 0 else { return Doubled(high: first) }
    var remainder = a - b * first
    let second = remainder.high / b.high
    remainder = remainder - b * second
    let head = Doubled(larger: first, plus: second)
    return Doubled(larger: head.high, plus: head.low + remainder.high / b.high)
  }

  /// The value times a power of 2 that changes no digit: short of overflow and underflow.
  func times(powerOfTwo factor: T) -> Doubled { Doubled(high: high * factor, low: low * factor) }

  /// (high + low)·2^power, rounded once even where the result is subnormal.
  ///
  /// Rounding to 53 bits and then to the few of a subnormal rounds twice. The second goes wrong
  /// only where the first has made a tie of what was none; what it lost then tells the side.
  func rounded(timesTwoTo power: Int) -> T {
    let sum = value
    guard sum.isFinite, sum != 0 else { return sum }
    let exponent = Int(sum.exponent) + power
    let smallest = Int(T.leastNormalMagnitude.exponent)
    let unit = smallest - T.significandBitCount
    if exponent > Int(T.greatestFiniteMagnitude.exponent) { return sum * .infinity }
    if exponent < unit - 2 { return sum * 0 }
    let first = T(sign: .plus, exponent: T.Exponent(power / 2), significand: 1)
    let second = T(sign: .plus, exponent: T.Exponent(power - power / 2), significand: 1)
    let result = sum * first * second
    guard exponent < smallest else { return result }
    let lost = low - (sum - high)
    let removed = sum - result / first / second
    let half = T(sign: .plus, exponent: T.Exponent(unit - 1 - power), significand: 1)
    guard removed.magnitude == half, lost != 0, (lost > 0) == (removed > 0) else { return result }
    return lost > 0 ? result.nextUp : result.nextDown
  }
}

extension Sequence where Element: Real & BinaryFloatingPoint {
  /// The sum, compensated: as if it were added in twice the precision and rounded once.
  var compensatedSum: Element {
    var sum = Doubled<Element>(high: 0)
    for term in self { sum.add(term) }
    return sum.value
  }
}
