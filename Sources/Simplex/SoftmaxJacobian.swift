// The derivative of softmax.

import RealModule

/// ∂sᵢ/∂zⱼ = λ sᵢ(δᵢⱼ − sⱼ) for s = softmax(λz); row i, column j.
///
/// The diagonal is λ sᵢ Σ_{j≠i} sⱼ: where sᵢ is near 1, the difference 1 − sᵢ would lose it.
///
/// - Shape: n in, n rows of n out; empty gives empty. Rows and columns sum to 0 within rounding.
/// - Units: those of `scale`.
/// - Edge cases: NaN wherever `softmax(_:scale:)` is, and for an infinite `scale`, at which it jumps. Otherwise
///   0 where an infinite entry makes softmax a vertex, for `scale` = 0, and for a single entry.
/// - Accuracy: within 0.51 ulp, for the shares are not rounded before they are multiplied; see
///   <doc:Accuracy>.
/// - Source: Bridle (1990), doi:10.1007/978-3-642-76153-9_28, for the derivative; the diagonal's form is
///   this library's.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func softmaxJacobian<T: Real & BinaryFloatingPoint>(_ z: [T], scale: T = 1) -> [[T]] {
  if T.significandBitCount < Double.significandBitCount {
    return softmaxJacobian(z.map { Double($0) }, scale: Double(scale)).map { $0.map { T($0) } }
  }
  let terms = ShiftedExponentials(z, scale: Doubled(high: scale))
  guard terms.shape == .regular else {
    let s = terms.shares
    return s.indices.map { i in
      s.indices.map { j in scale * s[i] * ((i == j ? 1 : 0) - s[j]) }
    }
  }
  let shares = z.indices.map(terms.scaledShare)
  let factor = scale == 0 ? 0 : scale.significand * (scale < 0 ? -1 : 1)
  let power = scale == 0 ? 0 : Int(scale.exponent)
  return z.indices.map { i in
    z.indices.map { j in
      let other = i == j ? terms.scaledShareOfOthers(i) : shares[j]
      let product = shares[i].mantissa * other.mantissa * (i == j ? factor : -factor)
      return product.rounded(timesTwoTo: shares[i].power + other.power + power)
    }
  }
}
