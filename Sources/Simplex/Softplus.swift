// Logarithms of the logistic function, and the way back.

import RealModule

/// log(1 + exp(x)), in nats: log-sum-exp of (0, x).
///
/// - Shape: one number in, one out.
/// - Units: x and the result in nats.
/// - Edge cases: −∞ → 0, +∞ → +∞, NaN → NaN; exp(x) where that is all that is left.
/// - Accuracy: within 0.51 ulp, subnormal results included; see <doc:Accuracy>.
/// - Source: the `log1p` form of SciPy pull request 21597, in high + low (Dekker 1971,
///   doi:10.1007/BF01397083).
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softplus<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  guard T.significandBitCount >= Double.significandBitCount else {
    // Double's digits are enough for a narrower type, also after a few roundings.
    let wide = Double(x)
    return T((wide > 0 ? wide : 0) + Double.log(onePlus: Double.exp(-wide.magnitude)))
  }
  return x.isNaN ? x : doubledSoftplus(x).value
}

/// log(logistic(x)) = −softplus(−x), in nats; accurate where logistic(x) rounds to 0 or to 1.
///
/// - Shape: one number in, one out.
/// - Units: x and the result in nats.
/// - Edge cases: −∞ → −∞, +∞ → −0, NaN → NaN; −exp(−x) where that is all that is left.
/// - Accuracy and source: those of `softplus(_:)`.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logLogistic<T: Real & BinaryFloatingPoint>(_ x: T) -> T {
  -softplus(-x)
}

/// log(exp(y) − 1), the x with softplus(x) = y.
///
/// For large y it is y + log(1 − exp(−y)), for others the logarithm of exp(y) − 1, which is kept as
/// high + low: about y = log 2, where the result is 0, one number would lose it.
///
/// - Shape: one number in, one out.
/// - Units: y and the result in nats.
/// - Edge cases: 0 → −∞, +∞ → +∞; a negative y, which softplus does not reach, and NaN give NaN.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Dekker (1971), doi:10.1007/BF01397083, for the arithmetic.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func inverseSoftplus<T: Real & BinaryFloatingPoint>(_ y: T) -> T {
  guard T.significandBitCount >= Double.significandBitCount else {
    return T(inverseSoftplus(Double(y)))
  }
  guard y > 0, y.isFinite else { return y == 0 ? -.infinity : y == .infinity ? y : .nan }
  guard y > 2 else { return Doubled(high: y).exponentialMinusOne.logarithm.value }
  return (Doubled(high: y) + (-Doubled(high: -y).scaledExponential.doubledValue).logarithmOfOnePlus)
    .value
}

/// log(1 + exp(x)) as high + low; rounded once where that is subnormal.
func doubledSoftplus<T: Real & BinaryFloatingPoint>(_ x: T) -> Doubled<T> {
  guard x.isFinite else { return Doubled(high: max(x, 0)) }
  let smaller = Doubled(high: -x.magnitude).scaledExponential.doubledValue
  // Where exp(−|x|) is that small, log1p of it is itself.
  let correction = x.magnitude < 600 ? smaller.logarithmOfOnePlus : smaller
  return x > 0 ? Doubled(high: x) + correction : correction
}

/// 1/(1 + exp(−x)) as high + low, for |x| < 600.
func doubledLogistic<T: Real & BinaryFloatingPoint>(_ x: T) -> Doubled<T> {
  let smaller = Doubled(high: -x.magnitude).scaledExponential.doubledValue
  return (x < 0 ? smaller : Doubled(high: 1)) / (Doubled(high: 1) + smaller)
}
