// Softmax with a weight before each exponential, of any size: the shares of a portfolio.

import RealModule

/// gᵢ exp(λzᵢ) / Σₖ gₖ exp(λzₖ), for finite z and λ, and finite positive g.
///
/// The weights' powers of two go into the exponents, so that a small g beside a large exponential, or
/// the other way, neither underflows nor overflows: only the significands stay factors.
struct PriorWeightedSoftmax {
  private let exponents: [Doubled<Double>]
  private let priors: [Double]
  private let z: [Double]
  private let scale: Double

  init(_ z: [Double], scale: Double, priors: [Double]) {
    self.z = z
    self.scale = scale
    self.priors = priors
    exponents = z.map { Doubled($0, times: scale) }
  }

  var shares: [Double] {
    let equal = priors.allSatisfy { $0.exponent == priors[0].exponent }
    if equal || !exponents.allSatisfy({ $0.high.isFinite }) {
      // Exact if the priors are of one size. Beside exponents that overflow they hardly count, so
      // there it is enough that none becomes 0.
      let largest = (priors.max() ?? 1).binade
      let scaled = priors.map { max($0 / largest, .leastNormalMagnitude) }
      return ShiftedExponentials(z, scale: Doubled(high: scale), multiplicities: scaled).shares
    }
    var top = 0
    for i in z.indices where difference(i, top).value > 0 { top = i }
    let weights = z.indices.map { difference($0, top).exponential * priors[$0].significand }
    var total = Doubled<Double>(high: 0)
    for weight in weights { total.add(weight) }
    total = total.renormalized
    return weights.map { total.dividing($0) }
  }

  /// (λzᵢ + eᵢ ln 2) − (λzⱼ + eⱼ ln 2), the e being the weights' binary exponents.
  private func difference(_ i: Int, _ j: Int) -> Doubled<Double> {
    var difference = Doubled(exponents[i].high, minus: exponents[j].high)
    difference.low += exponents[i].low - exponents[j].low
    // ln 2 in two parts, of which the first has 21 zeros at its end: steps times it is exact.
    let steps = Double(priors[i].exponent - priors[j].exponent)
    difference.add(steps * 0.693147180369123816490)
    difference.low += steps * 1.9082149292705877e-10
    return difference.renormalized
  }
}
