// Logarithms of the logistic function, and the way back.

import RealModule

/// log(1 + exp(x)), in nats: log-sum-exp of (0, x).
///
/// - Edge cases: −∞ → 0, +∞ → +∞, NaN → NaN; exp(x) where that is all that is left.
/// - Accuracy: within 1.5 ulp, subnormal results included; see <doc:Accuracy>.
@inlinable
public func softplus<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  let correction = T.log(onePlus: T.exp(-x.magnitude))
  return x > 0 ? x + correction : correction
}

/// log(logistic(x)) = −softplus(−x), in nats; accurate where logistic(x) rounds to 0 or to 1.
///
/// - Edge cases: −∞ → −∞, +∞ → −0, NaN → NaN.
/// - Accuracy: that of `softplus(_:)`.
@inlinable
public func logLogistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  -softplus(-x)
}

/// log(exp(y) − 1), the x with softplus(x) = y.
///
/// For large y it is y + log(1 − exp(−y)), for small y the logarithm of exp(y) − 1. About y = log 2,
/// where the result is 0, either would lose it, so exp(y) − 2 is computed to twice the precision.
///
/// - Units: y and the result in nats.
/// - Edge cases: 0 → −∞, +∞ → +∞; a negative y, which softplus does not reach, and NaN give NaN.
/// - Accuracy: within 1.5 ulp; see <doc:Accuracy>.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func inverseSoftplus<T: Real & BinaryFloatingPoint>(_ y: T) -> T {
  if y > 2 { return y + T.log(onePlus: -T.exp(-y)) }
  if y < 0.25 { return T.log(T.expMinusOne(y)) }
  return Doubled(high: y).exponentialMinusOne.logarithm.value
}

/// log(1 + exp(x)) as high + low.
func doubledSoftplus<T: Real & BinaryFloatingPoint>(_ x: T) -> Doubled<T> {
  guard x.isFinite else { return Doubled(high: softplus(x)) }
  guard x.magnitude < 600 else { return Doubled(high: max(x, 0), low: softplus(-x.magnitude)) }
  let correction = Doubled(high: -x.magnitude).scaledExponential.doubledValue.logarithmOfOnePlus
  return Doubled(high: max(x, 0)) + correction
}

/// 1/(1 + exp(−x)) as high + low, for |x| < 600.
func doubledLogistic<T: Real & BinaryFloatingPoint>(_ x: T) -> Doubled<T> {
  let smaller = Doubled(high: -x.magnitude).scaledExponential.doubledValue
  return (x < 0 ? smaller : Doubled(high: 1)) / (Doubled(high: 1) + smaller)
}
