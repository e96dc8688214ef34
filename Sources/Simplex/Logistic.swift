// The two-item case: the logistic function and its inverse.

// Inlinable, because a call through generics would cost more than the exponential.

import RealModule

/// 1 / (1 + exp(−x)): the second share of softmax([0, x]).
///
/// Computed from exp(−|x|), which cannot overflow; the rounding of 1 + exp(−|x|) is put back.
///
/// - Edge cases: −∞ → 0, +∞ → 1, NaN → NaN. Gradual underflow down to x ≈ −745 in Double.
/// - Accuracy: within 1.4 ulp, subnormal results included; see <doc:Accuracy>.
@inlinable
public func logistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  let smaller = T.exp(-x.magnitude)
  let sum = 1 + smaller
  let lost = smaller - (sum - 1)
  let quotient = (x < 0 ? smaller : 1) / sum
  // A digit of 1/sum will do for what is below half an ulp: the chord over 1…2 is within 12 %.
  return quotient - quotient * (lost * (1.5 - sum / 2))
}

/// log(p / (1 − p)), the inverse of `logistic`: probability to log-odds, in nats.
///
/// For p between ¼ and ¾ both 2p − 1 and the larger of p, 1 − p are exact, so `log1p` of their
/// quotient keeps full accuracy about p = ½, where the logarithm of the odds cancels. What rounding
/// the quotient lost is put back to first order.
///
/// - Edge cases: 0 → −∞, 1 → +∞, anything outside 0...1 → NaN.
/// - Accuracy: within 1.1 ulp; see <doc:Accuracy>.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logit<T: Real & BinaryFloatingPoint>(_ p: T) -> T {
  if p < 0.25 {
    let others = Doubled(larger: 1, plus: -p)
    let odds = p / others.high
    guard odds >= .leastNormalMagnitude else { return T.log(odds) }
    return T.log(odds) + (p.addingProduct(-odds, others.high) - odds * others.low) / p
  }
  if p < 0.5 { return -logOfOnePlus((1 - 2 * p), over: p) }
  if p <= 0.75 { return logOfOnePlus((2 * p - 1), over: 1 - p) }
  let odds = (1 - p) / p
  guard odds > 0 else { return -T.log(odds) }
  return -(T.log(odds) + (1 - p).addingProduct(-odds, p) / (1 - p))
}

/// log(1 + a/b): d/du log(1 + u) is 1/(1 + u).
private func logOfOnePlus<T: Real & BinaryFloatingPoint>(_ a: T, over b: T) -> T {
  let quotient = a / b
  return T.log(onePlus: quotient) + a.addingProduct(-quotient, b) / (a + b)
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
