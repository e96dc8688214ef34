// Exponential and logarithm of doubled numbers, to about 100 bits for Double.
// Slow and plain: a few hundred nanoseconds each. What must be fast is in FastExponential.swift.

import RealModule

extension Doubled {
  /// exp(high + low) as mantissa·2^power, so that nothing overflows or underflows on the way.
  struct Exponential {
    /// Between 0.7 and 1.42; 0 or ∞ where even the power of 2 would not fit.
    var mantissa: Doubled
    var power: Int
    /// Rounded once.
    var value: T { mantissa.rounded(timesTwoTo: power) }

    /// As high + low; rounded, once, where a low part would underflow.
    var doubledValue: Doubled {
      guard power > Int(T.leastNormalMagnitude.exponent) + 3 * T.significandBitCount else {
        return Doubled(high: value)
      }
      return mantissa.times(powerOfTwo: T(sign: .plus, exponent: T.Exponent(power), significand: 1))
    }
  }

  /// exp(high + low) rounded once.
  var exponential: T { scaledExponential.value }

  var scaledExponential: Exponential {
    guard !high.isNaN else { return Exponential(mantissa: self, power: 0) }
    let limit = T(4 * Int(T.greatestFiniteMagnitude.exponent))
    guard high.magnitude < limit else {
      return Exponential(mantissa: Doubled(high: high > 0 ? .infinity : 0), power: 0)
    }
    let power = (high * T(0x1.71547652b82fep+0)).rounded()
    let rest = self - Self.log2(timesInteger: power)
    return Exponential(
      mantissa: Doubled(high: 1) + rest.exponentialMinusOneNearZero, power: Int(power))
  }

  /// exp(high + low) − 1 without cancellation near 0, for results within T's range.
  var exponentialMinusOne: Doubled {
    if high.magnitude < 0.35 { return exponentialMinusOneNearZero }
    return scaledExponential.doubledValue - Doubled(high: 1)
  }

  /// For |x| ≤ 0.36: Taylor's series from its end, so that each step shrinks the errors before it.
  ///
  /// Reducing x further would save terms, but undoing it would cost three or four bits.
  private var exponentialMinusOneNearZero: Doubled {
    // Terms after the last are below 2⁻¹¹⁰ of the first (2⁻¹⁴⁰ for wider types); to those from
    // the first plain one on, T's own digits are enough.
    let isWide = T.significandBitCount > 52
    let last = isWide ? 28 : 23
    let firstPlain = isWide ? 18 : 14
    var tail: T = 0
    for n in stride(from: last, through: firstPlain, by: -1) {
      tail = (1 + tail) * high / T(n)
    }
    var sum = Doubled(high: tail)
    for n in stride(from: firstPlain - 1, through: 2, by: -1) {
      sum = ((Doubled(high: 1) + sum) * self).divided(byInteger: T(n))
    }
    return self + self * sum
  }

  private func divided(byInteger n: T) -> Doubled {
    let quotient = high / n
    let remainder = high.addingProduct(-quotient, n) + low
    return Doubled(larger: quotient, plus: remainder / n)
  }

  /// n·log 2 for an integer n: log 2 in pieces of 38 bits, whose products with n are exact.
  static func log2(timesInteger n: T) -> Doubled {
    let pieces: (Double, Double, Double, Double, Double) = (
      0x1.62e42fefa0000p-1, 0x1.cf79abc9e0000p-40, 0x1.d9cc01f960000p-79,
      0x1.b57a079a18000p-115, 0x1.3394c5b160000p-155
    )
    var product = Doubled(n * T(pieces.3), plus: n * T(pieces.4))
    product = Doubled(high: n * T(pieces.2)) + product
    product = Doubled(high: n * T(pieces.1)) + product
    return Doubled(high: n * T(pieces.0)) + product
  }

  /// log(high + low); 0 → −∞, negative or NaN → NaN.
  ///
  /// Relative accuracy near 1 too: the mantissa's distance from 1 is exact and goes to `log(onePlus:)`.
  var logarithm: Doubled {
    guard high > 0, high.isFinite else { return Doubled(high: T.log(high)) }
    var power = Int(high.exponent)
    if high.significand > 1.4142 { power += 1 }
    let half = power / 2
    let mantissa =
      times(powerOfTwo: T(sign: .plus, exponent: T.Exponent(-half), significand: 1))
      .times(powerOfTwo: T(sign: .plus, exponent: T.Exponent(half - power), significand: 1))
    let fraction = (mantissa - Doubled(high: 1)).logarithmOfOnePlusNearZero
    return power == 0 ? fraction : Self.log2(timesInteger: T(power)) + fraction
  }

  /// log(1 + high + low) without cancellation near 0.
  var logarithmOfOnePlus: Doubled {
    if high > -0.3 && high < 0.42 { return logarithmOfOnePlusNearZero }
    return (Doubled(high: 1) + self).logarithm
  }

  /// One Newton step from T's own logarithm y: y + log((1 + x)·exp(−y)), whose argument is
  /// 1 + e with e = m + x + x·m and m = exp(−y) − 1, all of them small.
  private var logarithmOfOnePlusNearZero: Doubled {
    let first = T.log(onePlus: high)
    guard first.magnitude > T.leastNormalMagnitude / T.ulpOfOne else { return self }
    let m = Doubled(high: -first).exponentialMinusOneNearZero
    let excess = (self + m) + self * m
    return Doubled(high: first) + (excess - (excess * excess).times(powerOfTwo: 0.5))
  }
}
