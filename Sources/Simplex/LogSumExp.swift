// The logarithms: log-sum-exp, log-softmax, and the inverse of softmax.

import RealModule

/// log Σ exp(xᵢ), in nats.
///
/// The largest term comes out exactly; `log1p` keeps the rest, in high + low. Where a negative
/// maximum nearly cancels against the logarithm, everything is computed again: to 100 bits, and in fixed point
/// with as many as it takes where even these would cancel.
///
/// - Shape: n in, one number out.
/// - Units: x and the result in nats.
/// - Edge cases: empty gives −∞; any NaN gives NaN; otherwise any +∞ gives +∞, and −∞ counts
///   nothing. Unlike softmax it has a limit at every point of the extended reals.
/// - Accuracy: within 0.51 ulp, however near to 0 the result is; see <doc:Accuracy>. Near 0 it takes about
///   5 microseconds a term.
/// - Source: Blanchard, Higham & Higham (2021), doi:10.1093/imanum/draa038; SciPy pull request 21597
///   for the `log1p` form.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logSumExp<T: Real & BinaryFloatingPoint>(_ x: [T]) -> T {
  if T.significandBitCount < Double.significandBitCount {
    return T(logSumExp(x.map { Double($0) }))
  }
  if let kernel = x.withUnsafeBufferPointer({ kernel($0, scale: 1) }), kernel.rest.high > 0x1p-900 {
    // Each part is within 2⁻⁶¹ of itself, so a sum this large beside them has lost no digit.
    let sum = Doubled<Double>(high: kernel.top) + kernel.rest.logarithmOfOnePlus
    if sum.high.magnitude > 0x1p-7 * kernel.top.magnitude { return T(sum.value) }
  }
  guard !x.contains(where: \.isNaN) else { return .nan }
  guard let largest = x.max(), largest.isFinite else { return x.max() ?? -.infinity }
  let logTotal = ShiftedExponentials(x, scale: Doubled(high: 1)).logTotal
  let result = Doubled(high: largest) + logTotal
  guard result.high.magnitude * 8 < -largest else { return result.value }
  // Near 0 it is the logarithm of a sum near 1: exp(largest) − 1 cancels against the others, and
  // all of them have their full relative accuracy.
  let top = x.firstIndex(of: largest)
  let excess = x.indices.reduce(Doubled(high: largest).exponentialMinusOne) { sum, i in
    i == top ? sum : sum + Doubled(high: x[i]).scaledExponential.doubledValue
  }
  // Each addition may lose 2⁻¹⁰⁰.
  if excess.high.magnitude > T(x.count) * 0x1p-40 { return excess.logarithmOfOnePlus.value }
  return logNearOne(x, weights: x.map { _ in 1 }, isNegative: false)
}

/// log |Σ wᵢ exp(xᵢ)| where the sum is near −1 or 1: its distance from there is a sum of the same kind.
private func logNearOne<T: Real & BinaryFloatingPoint>(
  _ x: [T], weights: [T], isNegative: Bool
) -> T {
  let weights = isNegative ? weights.map { -$0 } : weights
  return ExponentialSum(x + [0], weights: weights + [-1], shift: 0)?.logarithmOfOnePlus ?? 0
}

/// log |Σ wᵢ exp(xᵢ)|, in nats, and the sum's sign, for weights of any sign.
///
/// sign·exp(logarithm) is the sum. It is added up in fixed point with as many bits as its cancellation
/// takes, so that no digit of the result depends on it, nor the sign.
///
/// - Shape: n in, and n weights; one number and its sign out. Of unequal length gives NaN for both.
/// - Units: x and the logarithm in nats; the weights are factors, the sign is −1, 0 or 1.
/// - Edge cases: a sum of exactly 0 (empty, all weights 0, or of equal x and so cancelling) gives −∞ with the
///   sign 0. A weight of 0 counts nothing, beside +∞ too, and so does x = −∞ with a finite weight. x = +∞ and an
///   infinite weight make +∞ with its sign; two of different signs, and an infinite weight beside x = −∞, have no limit: NaN
///   for both, as for any NaN.
/// - Accuracy: within 0.51 ulp, and the sign is exact; see <doc:Accuracy>. It takes 3 to 6 microseconds a term.
/// - Source: SciPy's `logsumexp` with `b` and `return_sign`, for what is computed; Baker (1975), Transcendental
///   Number Theory, theorem 1.4, for when it is 0.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logSumExp<T: Real & BinaryFloatingPoint>(
  _ x: [T], weights: [T]
) -> (logarithm: T, sign: T) {
  if T.significandBitCount < Double.significandBitCount {
    let wide = logSumExp(x.map { Double($0) }, weights: weights.map { Double($0) })
    return (T(wide.logarithm), T(wide.sign))
  }
  guard x.count == weights.count, !x.contains(where: \.isNaN), !weights.contains(where: \.isNaN)
  else { return (.nan, .nan) }
  var infinite: T = 0
  for (x, weight) in zip(x, weights) where weight != 0 {
    guard x == .infinity || weight.isInfinite else { continue }
    // Infinite terms add up as IEEE 754 has it, and ∞·0 is NaN.
    infinite += (x == -.infinity ? 0 : .infinity) * weight
  }
  if infinite.isNaN { return (.nan, .nan) }
  if infinite != 0 { return (.infinity, infinite > 0 ? 1 : -1) }
  guard let sum = ExponentialSum(x, weights: weights) else { return (-.infinity, 0) }
  let logarithm = sum.logarithm
  let value =
    logarithm.high.magnitude > 0.1
    ? logarithm.value : logNearOne(x, weights: weights, isNegative: sum.isNegative)
  return (value, sum.isNegative ? -1 : 1)
}

/// log softmax(λz)ᵢ = λ(zᵢ − z_top) − log(1 + Σ_{k≠top} exp(λ(zₖ − z_top))), in nats.
///
/// Both terms are at most 0, so nothing cancels; `log1p` keeps a result near 0.
///
/// - Shape: n in, n out; empty gives empty.
/// - Units: z in units of 1/`scale`; the result in nats.
/// - Edge cases: those of `softmax(_:scale:)`, log 0 being −∞; −∞ also where a finite logarithm overflows.
/// - Accuracy: within 0.51 ulp, also where softmax itself rounds to 1 or to 0; see <doc:Accuracy>.
/// - Source: the same as of `logSumExp(_:)`.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func logSoftmax<T: Real & BinaryFloatingPoint>(_ z: [T], scale: T = 1) -> [T] {
  if T.significandBitCount < Double.significandBitCount {
    return logSoftmax(z.map { Double($0) }, scale: Double(scale)).map { T($0) }
  }
  if let kernel = z.withUnsafeBufferPointer({ kernel($0, scale: scale) }),
    kernel.rest.high > 0x1p-900 || kernel.rest.high == 0 && z.count == 1
  {
    let logTotal = kernel.rest.logarithmOfOnePlus
    let top = T(kernel.top)
    let logarithm = Doubled(high: T(logTotal.high), low: T(logTotal.low))
    let factor = Doubled(high: scale)
    return [T](unsafeUninitializedCapacity: z.count) { result, count in
      for i in z.indices {
        let exponent = shiftedExponent(z[i], relativeTo: top, scale: factor)
        result.initializeElement(at: i, to: (exponent - logarithm).value)
      }
      count = z.count
    }
  }
  let terms = ShiftedExponentials(z, scale: Doubled(high: scale))
  guard terms.shape == .regular else { return terms.shares.map { T.log($0) } }
  let logTotal = terms.logTotal
  return z.indices.map { (terms.exponent($0) - logTotal).value }
}

private func kernel<T: Real & BinaryFloatingPoint>(
  _ z: UnsafeBufferPointer<T>, scale: T
) -> SoftmaxKernel? {
  guard let scale = scale as? Double else { return nil }
  return SoftmaxKernel(
    UnsafeBufferPointer(
      start: UnsafeRawPointer(z.baseAddress)?.assumingMemoryBound(to: Double.self), count: z.count),
    scale: scale, keepsRest: true)
}

/// The rates relative to the first item that would have led to the shares p: ln(pᵢ/p₀)/λ.
///
/// Softmax forgets a common shift, so an inverse must fix one: here the first rate is 0, and
/// `softmax(inverseSoftmax(p, scale: λ), scale: λ)` gives p back.
///
/// - Shape: n in, n out, the first of them 0; empty gives empty.
/// - Units: 1/`scale`. The shares need not sum to 1: only their ratios count.
/// - Edge cases: a share of 0 gives −∞, one of +∞ gives +∞ (the other way for λ < 0). With p₀ = 0 the others are +∞,
///   with p₀ = +∞ they are −∞, and NaN where they equal p₀. A negative share or a NaN gives NaN, as the first of
///   them throughout. `scale` = 0 leaves no rate to find: behind the first 0 there are ±∞, or NaN for equal shares.
///   An infinite `scale` gives 0, or NaN where a share is 0 or +∞. NaN as `scale` gives NaN behind the first.
/// - Accuracy: within 0.51 ulp; see <doc:Accuracy>.
/// - Source: Aitchison (1982), doi:10.1111/j.2517-6161.1982.tb01195.x, for the logarithms of ratios.
@_specialize(where T == Double)
@_specialize(where T == Float)
public func inverseSoftmax<T: Real & BinaryFloatingPoint>(_ p: [T], scale: T = 1) -> [T] {
  guard T.significandBitCount >= Double.significandBitCount else {
    return inverseSoftmax(p.map { Double($0) }, scale: Double(scale)).map { T($0) }
  }
  guard let base = p.first else { return [] }
  return p.indices.map { i in
    if i == 0 && base >= 0 { return 0 }
    let logarithm = logRatio(p[i], base)
    guard logarithm.high.isFinite, scale.isFinite, scale != 0 else { return logarithm.high / scale }
    // A tiny scale is brought to 1…2 first, so that no step of the division underflows.
    let rate = logarithm / Doubled(high: scale.significand)
    return scale < 0
      ? -rate.rounded(timesTwoTo: -Int(scale.exponent))
      : rate.rounded(timesTwoTo: -Int(scale.exponent))
  }
}
