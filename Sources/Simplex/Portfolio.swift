// The investor's reading: items that grow at continuous rates, and the shares they come to have.

import RealModule

/// Items that grow from initial values at constant, continuously compounded rates.
///
/// - Shape: n ≥ 1 rates and as many initial values; every result has n entries.
/// - Units: rates per unit of time, values in any one currency; weights are shares of 1.
public struct Portfolio: Hashable, Sendable {
  public let rates: [Double]
  public let initialValues: [Double]

  /// - Parameter initialValues: one each if not given.
  /// - Throws: `InvalidInput` if there is no item, the counts differ, a rate is not finite, or an
  ///   initial value is not finite and positive.
  public init(rates: [Double], initialValues: [Double]? = nil) throws(InvalidInput) {
    let initialValues = initialValues ?? rates.map { _ in 1 }
    guard !rates.isEmpty else { throw InvalidInput("rates", "is empty") }
    guard initialValues.count == rates.count else {
      throw InvalidInput(
        "initialValues", "has \(initialValues.count) entries for \(rates.count) rates")
    }
    try InvalidInput.check("rates", rates, "is not finite") { $0.isFinite }
    try InvalidInput.check("initialValues", initialValues, "is not finite and positive") {
      $0.isFinite && $0 > 0
    }
    self.rates = rates
    self.initialValues = initialValues
  }

  /// vᵢ exp(zᵢ·time); ∞ where that overflows.
  public func values(after time: Double) -> [Double] {
    zip(rates, initialValues).map { rate, value in
      value * Doubled(rate, times: time).exponential
    }
  }

  /// Each item's share of the total: softmax(time·z) weighted by the initial values.
  ///
  /// Finite also where the values themselves overflow.
  public func weights(after time: Double) -> [Double] {
    ShiftedExponentials(rates, scale: Doubled(high: time), multiplicities: initialValues).shares
  }

  /// The rates, in excess of the first item's, that lead from these initial values to `weights`:
  /// ln((wᵢ/vᵢ)/(w₀/v₀))/time.
  ///
  /// - Shape: n weights in, n rates out, the first 0; NaN throughout if the counts differ.
  public func impliedRates(weights: [Double], over time: Double) -> [Double] {
    guard weights.count == initialValues.count else { return weights.map { _ in .nan } }
    return inverseSoftmax(zip(weights, initialValues).map(/), scale: time)
  }

  /// The rates, in excess of the first item's, that lead from equal values to `weights`:
  /// ln(wᵢ/w₀)/time, which is `inverseSoftmax`.
  public static func impliedRates(weights: [Double], over time: Double) -> [Double] {
    inverseSoftmax(weights, scale: time)
  }
}
