// The two-item case: the logistic function, its inverse and its logarithms.

import RealModule

/// 1 / (1 + exp(−x)): the second share of softmax([0, x]).
///
/// Computed from exp(−|x|), which cannot overflow; the rounding of 1 + exp(−|x|) is put back.
///
/// - Edge cases: −∞ → 0, +∞ → 1, NaN → NaN. Gradual underflow down to x ≈ −745 in Double.
/// - Accuracy: at most 1 ulp measured, subnormal results included.
@_specialize(where T == Double)
public func logistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  let smaller = T.exp(-x.magnitude)
  var sum = Doubled<T>(high: 1)
  sum.add(smaller)
  return sum.dividing(x < 0 ? smaller : 1)
}

/// log(p / (1 − p)), the inverse of `logistic`: probability to log-odds, in nats.
///
/// For p between ¼ and ¾ both 2p − 1 and the larger of p, 1 − p are exact, so `log1p` of their
/// quotient keeps full accuracy about p = ½, where the logarithm of the odds cancels.
///
/// - Edge cases: 0 → −∞, 1 → +∞, anything outside 0...1 → NaN.
/// - Accuracy: at most 1.3 ulp measured.
@_specialize(where T == Double)
public func logit<T: Real & BinaryFloatingPoint>(_ p: T) -> T {
  if p < 0.25 { return T.log(p / (1 - p)) }
  if p < 0.5 { return -T.log(onePlus: (1 - 2 * p) / p) }
  if p <= 0.75 { return T.log(onePlus: (2 * p - 1) / (1 - p)) }
  return -T.log((1 - p) / p)
}

/// log(1 + exp(x)), in nats: log-sum-exp of (0, x).
///
/// - Edge cases: −∞ → 0, +∞ → +∞, NaN → NaN; exp(x) where that is all that is left.
/// - Accuracy: at most 1.4 ulp measured.
@_specialize(where T == Double)
public func softplus<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  let correction = T.log(onePlus: T.exp(-x.magnitude))
  return x > 0 ? x + correction : correction
}

/// log(logistic(x)) = −softplus(−x), in nats; accurate where logistic(x) rounds to 0 or to 1.
@_specialize(where T == Double)
public func logLogistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  -softplus(-x)
}

/// log(a/b), NaN unless a, b ≥ 0: through `log1p` of the exact difference where they are near each other,
/// through two logarithms where the quotient would leave the range.
func logRatio<T: Real & BinaryFloatingPoint>(_ a: T, _ b: T) -> T {
  guard a >= 0, b >= 0, a + b > 0 else { return .nan }
  if a >= b / 2 && a <= 2 * b && b.isFinite && b > 0 { return T.log(onePlus: (a - b) / b) }
  let quotient = a / b
  if quotient.isNormal || a == 0 || b == 0 || !a.isFinite || !b.isFinite { return T.log(quotient) }
  return T.log(a) - T.log(b)
}
