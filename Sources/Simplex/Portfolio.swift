// The investor's reading: items that grow at continuous rates, and the shares they come to have.

import RealModule

/// Items that grow from initial values at constant, continuously compounded rates.
///
/// After a time t item i is worth vᵢ exp(zᵢt), and its share of the whole is softmax of the zᵢt with
/// the vᵢ as prior weights. A rate that is common to all items cancels from the shares.
///
/// - Shape: n ≥ 1 rates and as many initial values; every result has n entries.
/// - Units: rates per unit of time, values in any one currency; weights are shares of 1.
/// - Edge cases: rates and initial values are finite, the latter positive; times may be 0, negative or infinite.
/// - Source: the share equation of replicator dynamics, Taylor & Jonker (1978),
///   doi:10.1016/0025-5564(78)90077-9, for constant rates.
public struct Portfolio: Hashable, Sendable {
  /// z: continuous rates. A growth of 2 % within one unit of time is the rate ln 1.02.
  ///
  /// - Shape and units: n ≥ 1 numbers, in 1/time.
  /// - Edge cases: all finite, of any sign.
  /// - Source: the definition of continuous compounding.
  public let rates: [Double]
  /// v: what each item is worth at time 0.
  ///
  /// - Shape and units: n numbers, in any one currency.
  /// - Edge cases: all finite and positive; 1 each if none were given.
  /// - Source: as given to the initialiser.
  public let initialValues: [Double]

  /// Items of given rates and initial values.
  ///
  /// - Parameters:
  ///   - rates: n ≥ 1 of them, of any sign.
  ///   - initialValues: n positive ones; 1 each if not given. An item of value 0 would stay at
  ///     0 whatever its rate: leave it out.
  /// - Shape and units: n rates in 1/time, n values in any one currency.
  /// - Edge cases: a single item is allowed, and always the whole.
  /// - Source: Taylor & Jonker (1978), doi:10.1016/0025-5564(78)90077-9, for constant rates.
  /// - Throws: `InvalidInput` if there is no item, the counts differ, a rate is not finite, or an
  ///   initial value is not finite and positive.
  public init(rates: [Double], initialValues: [Double]? = nil) throws(InvalidInput) {
    let initialValues = initialValues ?? rates.map { _ in 1 }
    guard !rates.isEmpty else { throw InvalidInput("rates", "is empty") }
    guard initialValues.count == rates.count else {
      throw InvalidInput.mismatch("initialValues", initialValues.count, for: rates.count, "rate")
    }
    try InvalidInput.check("rates", rates, "is not finite") { $0.isFinite }
    try InvalidInput.check("initialValues", initialValues, "is not finite and positive") {
      $0.isFinite && $0 > 0
    }
    self.rates = rates
    self.initialValues = initialValues
  }

  /// vᵢ exp(zᵢ·time).
  ///
  /// - Shape: one time in, n values out.
  /// - Units: time in that of the rates; values in the initial values' currency.
  /// - Source: the definition of continuous compounding.
  /// - Edge cases: ∞ where that overflows, 0 where it underflows, and neither where only exp(zᵢ·time)
  ///   does; at time 0 the initial values; a negative time runs the growth backwards. An infinite
  ///   time gives the limit, a rate of 0 keeping its value. NaN gives NaN.
  public func values(after time: Double) -> [Double] {
    zip(rates, initialValues).map { rate, value in
      if rate == 0 && !time.isNaN { return value }
      let exponent = Doubled(rate, times: time)
      guard exponent.high.isFinite else {
        return exponent.high > 0 ? .infinity : value * .exp(exponent.high)
      }
      let halved = Doubled(high: exponent.high / 2, low: exponent.low / 2).exponential
      let grown = exponent.exponential
      return grown.isNormal ? value * grown : value * halved * halved
    }
  }

  /// Each item's share of the total: softmax(time·z) weighted by the initial values.
  ///
  /// - Shape: one time in, n shares out.
  /// - Units: time in that of the rates; shares of 1.
  /// - Source: Taylor & Jonker (1978), doi:10.1016/0025-5564(78)90077-9, for constant rates.
  /// - Edge cases: finite also where the values themselves overflow or underflow. At time 0 the
  ///   initial shares. An infinite time gives all to the fastest (for −∞ the slowest) item; if
  ///   several share that place, their initial values divide it. NaN gives NaN.
  public func weights(after time: Double) -> [Double] {
    guard time.isInfinite else {
      return PriorWeightedSoftmax(rates, scale: time, priors: initialValues).shares
    }
    let fastest = (time > 0 ? rates.max() : rates.min()) ?? 0
    let left = zip(rates, initialValues).map { $0 == fastest ? $1 : 0 }
    return (try? ProbabilityVector(normalizing: left).values) ?? left
  }

  /// The rates, in excess of the first item's, that lead from these initial values to `weights`:
  /// ln((wᵢ/vᵢ)/(w₀/v₀))/time.
  ///
  /// Shares tell only differences of rates: the first item's own rate must be known, and added, to
  /// have the rates themselves.
  ///
  /// - Parameters:
  ///   - weights: n shares, of which only the ratios count; they need not sum to 1.
  ///   - time: how long it took, not 0.
  /// - Shape: n weights in, n rates out, the first 0; if the counts differ, NaN for each weight.
  /// - Units: weights in any one unit; rates in 1/time.
  /// - Edge cases: those of `inverseSoftmax(_:scale:)`: a weight of 0 gives −∞, a first weight of 0
  ///   leaves nothing to compare with, and no time leaves no rate to find: ±∞ or NaN. A negative time changes the
  ///   rates' signs. A wᵢ/vᵢ that overflows counts as +∞, one that underflows as 0.
  /// - Source: Aitchison (1982), doi:10.1111/j.2517-6161.1982.tb01195.x, for the logarithms of ratios.
  public func impliedRates(weights: [Double], over time: Double) -> [Double] {
    guard weights.count == initialValues.count else { return weights.map { _ in .nan } }
    return inverseSoftmax(zip(weights, initialValues).map(/), scale: time)
  }

  /// The rates, in excess of the first item's, that lead from equal values to `weights`:
  /// ln(wᵢ/w₀)/time, which is `inverseSoftmax(_:scale:)`.
  ///
  /// - Parameters:
  ///   - weights: n shares, of which only the ratios count.
  ///   - time: how long it took, not 0.
  /// - Shape: n weights in, n rates out, the first 0; empty gives empty.
  /// - Units: weights in any one unit; rates in 1/time.
  /// - Edge cases and source: those of `inverseSoftmax(_:scale:)`.
  public static func impliedRates(weights: [Double], over time: Double) -> [Double] {
    inverseSoftmax(weights, scale: time)
  }
}
