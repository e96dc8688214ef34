// Softmax in its plain, based, logarithmic and inverse forms, and its derivative.
//
// Other modules cannot specialise these generic functions, and unspecialised they are 14 times
// slower (10⁶ elements: 0.63 s against 0.044 s): hence `@_specialize`, here and in the other files.
// (`@specialized`, its official spelling, needs Swift 6.3; the package asks for 6.1.)

import RealModule

/// The softmax of `scale`·z: pᵢ = exp(λzᵢ) / Σₖ exp(λzₖ).
///
/// - Shape: n in, n out; empty gives empty. The result is not renormalised: it sums to 1 within
///   rounding.
/// - Units: z in units of 1/`scale`; the result is a share of 1.
/// - Edge cases: where a limit exists it is the value. −∞ has weight 0; one +∞ gives that vertex
///   exactly. Two +∞, nothing but −∞ (n ≥ 2), or `scale` = 0 with an infinite entry have no limit:
///   every component is NaN. A negative `scale` exchanges the roles of +∞ and −∞. An infinite
///   `scale` gives the vertex of the largest entry, and NaN if that is shared. NaN in, NaN out.
/// - Accuracy: at most 2.1 ulp measured, for any finite `scale`: λz is never rounded.
/// - Source: Blanchard, Higham & Higham (2021), doi:10.1093/imanum/draa038, for the shifted form.
@_specialize(where T == Double)
public func softmax<T: Real & BinaryFloatingPoint>(_ z: [T], scale: T = 1) -> [T] {
  ShiftedExponentials(z, scale: Doubled(high: scale)).shares
}

/// S(z, λ) = (1, exp(λz₁), …) / (1 + Σₖ exp(λzₖ)): softmax with a base item whose own z is 0.
///
/// - Shape: n − 1 in, n out, the base first; empty gives [1].
/// - Edge cases and accuracy: as `softmax(_:scale:)` of (0, z). All −∞ gives (1, 0, …, 0).
@_specialize(where T == Double)
public func softmax<T: Real & BinaryFloatingPoint>(relativeToBase z: [T], scale: T = 1) -> [T] {
  softmax([0] + z, scale: scale)
}

/// log softmax(λz)ᵢ = λ(zᵢ − z_top) − log(1 + Σ_{k≠top} exp(λ(zₖ − z_top))), in nats.
///
/// Both terms are at most 0, so nothing cancels; `log1p` keeps a result near 0.
///
/// - Shape: n in, n out; empty gives empty.
/// - Edge cases: those of `softmax(_:scale:)`, log 0 being −∞.
/// - Accuracy: at most 1.8 ulp measured, also where softmax itself rounds to 1 or to 0.
/// - Source: the same, and SciPy pull request 21597 for the `log1p` form.
@_specialize(where T == Double)
public func logSoftmax<T: Real & BinaryFloatingPoint>(_ z: [T], scale: T = 1) -> [T] {
  let terms = ShiftedExponentials(z, scale: Doubled(high: scale))
  guard terms.shape == .regular else { return terms.shares.map { T.log($0) } }
  let logTotal = terms.logTotal
  return z.indices.map { i in
    let exponent = terms.exponent(i)
    return exponent.high.isFinite ? exponent.high + (exponent.low - logTotal) : exponent.high
  }
}

/// log Σ exp(xᵢ), in nats.
///
/// The largest term comes out exactly; `log1p` keeps the rest.
///
/// - Edge cases: empty gives −∞; any NaN gives NaN; otherwise any +∞ gives +∞, and −∞ counts
///   nothing. Unlike softmax it has a limit at every point of the extended reals.
/// - Accuracy: at most 2 ulp measured, unless a negative maximum cancels against the logarithm:
///   there the error is up to two ulp of the maximum, not of the result.
/// - Source: Blanchard, Higham & Higham (2021), doi:10.1093/imanum/draa038.
@_specialize(where T == Double)
public func logSumExp<T: Real & BinaryFloatingPoint>(_ x: [T]) -> T {
  guard !x.contains(where: \.isNaN) else { return .nan }
  guard let largest = x.max(), largest.isFinite else { return x.max() ?? -.infinity }
  return largest + ShiftedExponentials(x, scale: Doubled(high: 1)).logTotal
}

/// The rates relative to the first item that would have led to the shares p: ln(pᵢ/p₀)/λ.
///
/// Softmax forgets a common shift, so an inverse must fix one: here the first rate is 0, and
/// `softmax(inverseSoftmax(p, scale: λ), scale: λ)` gives p back.
///
/// - Shape: n in, n out, the first of them 0; empty gives empty.
/// - Units: 1/`scale`. The shares need not sum to 1: only their ratios count.
/// - Accuracy: at most 1.7 ulp measured.
/// - Edge cases: a share of 0 gives −∞ (λ > 0). With p₀ = 0 the others are +∞, or NaN where they
///   are 0 too. A negative share gives NaN. `scale` = 0 leaves no rate to find: ±∞ or NaN.
@_specialize(where T == Double)
public func inverseSoftmax<T: Real & BinaryFloatingPoint>(_ p: [T], scale: T = 1) -> [T] {
  guard let base = p.first else { return [] }
  return p.indices.map { i in
    i == 0 && base >= 0 ? 0 : logRatio(p[i], base) / scale
  }
}

/// ∂sᵢ/∂zⱼ = λ sᵢ(δᵢⱼ − sⱼ) for s = softmax(λz); row i, column j.
///
/// The diagonal is λ sᵢ Σ_{j≠i} sⱼ: where sᵢ is near 1, the difference 1 − sᵢ would lose it.
///
/// - Shape: n in, n rows of n out. Rows and columns sum to 0 within rounding.
/// - Edge cases: NaN wherever `softmax(_:scale:)` is.
/// - Accuracy: at most 3.7 ulp measured.
@_specialize(where T == Double)
public func softmaxJacobian<T: Real & BinaryFloatingPoint>(_ z: [T], scale: T = 1) -> [[T]] {
  let s = softmax(z, scale: scale)
  return s.indices.map { i in
    s.indices.map { j in
      guard i == j else { return -scale * s[i] * s[j] }
      guard s[i] > 0.5 else { return scale * s[i] * (1 - s[i]) }
      return scale * s[i] * s.indices.filter { $0 != i }.map { s[$0] }.compensatedSum
    }
  }
}
