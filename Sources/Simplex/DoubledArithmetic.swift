// Numbers kept as an unevaluated sum high + low, and the error-free steps that make them.
// Knows nothing of softmax.

import RealModule

/// A value kept as `high + low`, where `low` is what rounding `high` lost.
///
/// - Source: Dekker (1971), doi:10.1007/BF01397083, and Knuth, The Art of Computer Programming,
///   volume 2, section 4.2.2.
struct Doubled<T: Real & BinaryFloatingPoint> {
  var high: T
  var low: T

  init(high: T, low: T = 0) {
    self.high = high
    self.low = low
  }

  /// a − b without error, for finite a and b whose difference does not overflow.
  init(_ a: T, minus b: T) {
    let difference = a - b
    let subtracted = a - difference
    high = difference
    low = (a - (difference + subtracted)) + (subtracted - b)
  }

  /// a·b without error, short of overflow and of underflow in `low`.
  init(_ a: T, times b: T) {
    let product = a * b
    high = product
    low = (-product).addingProduct(a, b)
  }

  /// Adds one term; what rounding loses is kept in `low`.
  mutating func add(_ term: T) {
    let sum = high + term
    let added = sum - high
    low += (high - (sum - added)) + (term - added)
    high = sum
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
    return sum.isFinite ? Doubled(high: sum, low: low - (sum - high)) : Doubled(high: sum)
  }

  /// exp(high + low), for |low| ≪ 1.
  var exponential: T {
    let leading = T.exp(high)
    return leading.isFinite ? leading.addingProduct(leading, low) : leading
  }

  /// numerator / (high + low), the quotient corrected by its own remainder.
  func dividing(_ numerator: T) -> T {
    let quotient = numerator / high
    guard quotient.isFinite, quotient != 0 else { return quotient }
    let remainder = numerator.addingProduct(-quotient, high) - quotient * low
    return quotient + remainder / high
  }

  /// 1 / (high + low), itself unevaluated.
  var reciprocal: Doubled {
    let quotient = 1 / high
    guard quotient.isFinite, quotient != 0 else { return Doubled(high: quotient) }
    let remainder = (1 as T).addingProduct(-quotient, high) - quotient * low
    return Doubled(high: quotient, low: remainder / high)
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
