// The two-item case: the logistic function and its inverse.

// Logistic is inlinable, because a call through generics would cost more than the exponential.

import RealModule

/// 1 / (1 + exp(−x)): the second share of softmax([0, x]).
///
/// Computed in high + low from exp(−x), which overflows only where the result is exp(x), and rounded once.
///
/// - Shape: one number in, one out.
/// - Units: x in nats; the result is a share of 1.
/// - Edge cases: −∞ → 0, +∞ → 1, NaN → NaN. Gradual underflow down to x ≈ −745 in Double.
/// - Accuracy: within 0.51 ulp, subnormal results included; see <doc:Accuracy>.
/// - Source: the shifted form of Blanchard, Higham & Higham (2021), doi:10.1093/imanum/draa038.
@inlinable
public func logistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  T.significandBitCount > Double.significandBitCount
    ? wideLogistic(x) : T(doubleLogistic(Double(x)))
}

/// The logistic function of a Double, which narrower types round.
@usableFromInline
func doubleLogistic(_ x: Double) -> Double { LogisticKernel().value(x) }

/// The logistic function of a type wider than Double.
@usableFromInline
func wideLogistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  if x.isNaN { return x }
  // Here 1 + exp(x) is 1, and doubledLogistic would divide what may be subnormal.
  guard x > -600 else { return Doubled(high: x).exponential }
  return doubledLogistic(min(x, 600)).value
}

/// The logistic function of each x, sixteen at a time where the processor can.
///
/// - Shape: n in, n out; empty gives empty.
/// - Units, edge cases, accuracy and source: those of `logistic(_:)` of one number, and to the bit
///   the same results.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logistic<T: Real & BinaryFloatingPoint>(_ x: [T]) -> [T] {
  [T](unsafeUninitializedCapacity: x.count) { result, count in
    if T.self == Double.self {
      x.withUnsafeBytes { x in
        LogisticKernel().write(
          x.assumingMemoryBound(to: Double.self),
          to: UnsafeMutableRawBufferPointer(result).assumingMemoryBound(to: Double.self))
      }
    } else {
      for i in x.indices { result.initializeElement(at: i, to: logistic(x[i])) }
    }
    count = x.count
  }
}

/// log(p / (1 − p)), the inverse of `logistic`: probability to log-odds, in nats.
///
/// For p between ¼ and ¾ both 2p − 1 and the larger of p, 1 − p are exact, so `log1p` of their
/// quotient keeps full accuracy about p = ½, where the logarithm of the odds cancels. Elsewhere it
/// is the difference of two logarithms, 1 − p being kept as high + low. Rounded once.
///
/// - Shape: one number in, one out.
/// - Units: p is a share of 1; the result in nats.
/// - Edge cases: 0 → −∞, 1 → +∞, anything outside 0...1, and NaN, → NaN.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Dekker (1971), doi:10.1007/BF01397083, for the arithmetic.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logit<T: Real & BinaryFloatingPoint>(_ p: T) -> T {
  guard T.significandBitCount >= Double.significandBitCount else { return T(logit(Double(p))) }
  guard p > 0 && p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
  if p < 0.25 {
    return (Doubled(high: p).logarithm - Doubled(high: -p).logarithmOfOnePlus).value
  }
  if p < 0.5 { return -(Doubled(high: 1 - 2 * p) / Doubled(high: p)).logarithmOfOnePlus.value }
  if p <= 0.75 {
    return (Doubled(high: 2 * p - 1) / Doubled(high: 1 - p)).logarithmOfOnePlus.value
  }
  return (Doubled(high: p - 1).logarithmOfOnePlus - Doubled(high: 1 - p).logarithm).value
}

/// log(a/b) as high + low, NaN unless a, b ≥ 0 and not both are 0.
///
/// Through `log1p` of the exact difference where they are near each other, through two logarithms
/// elsewhere: they then differ by 0.4 at least, so that nothing cancels that counts.
func logRatio<T: Real & BinaryFloatingPoint>(_ a: T, _ b: T) -> Doubled<T> {
  guard a >= 0, b >= 0, a + b > 0 else { return Doubled(high: .nan) }
  guard a > 0, b > 0, a.isFinite, b.isFinite else { return Doubled(high: T.log(a / b)) }
  if a == b { return Doubled(high: 0) }
  if a >= b / 2 && a <= 2 * b {
    // Both scaled by one power of 2, so that the quotient's remainders do not underflow.
    let factor = T(sign: .plus, exponent: -b.exponent / 2, significand: 1)
    let (a, b) = (a * factor * factor, b * factor * factor)
    return (Doubled(a, minus: b) / Doubled(high: b)).logarithmOfOnePlus
  }
  return Doubled(high: a).logarithm - Doubled(high: b).logarithm
}
