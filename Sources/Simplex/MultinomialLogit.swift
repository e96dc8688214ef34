// The statistician's reading: log-odds against a base category, linear in the features.

import RealModule

/// The multinomial logit: P(i | x) = exp(x·βᵢ) / (1 + Σₖ exp(x·βₖ)), the base category having β = 0.
///
/// - Shape: n − 1 rows of m coefficients, one row for each category but the base, which comes
///   first in every result. An intercept is a feature that is always 1.
/// - Units: coefficients in 1 over the feature's units; log-odds in nats, probabilities in shares of 1.
/// - Edge cases: no row but the base is refused; rows of m = 0 are not, and all categories are then equally likely.
/// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
public struct MultinomialLogit: Hashable, Sendable {
  /// βᵢ for each category but the base.
  ///
  /// - Shape and units: n − 1 ≥ 1 rows of m numbers, each in 1 over its feature's unit.
  /// - Edge cases: all finite, but for those of a fit to features below about 10⁻³⁰⁸, which may overflow.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  public let coefficients: [[Double]]

  /// The model of given coefficients; `fit(features:labels:base:)` finds them from data.
  ///
  /// - Shape and units: n − 1 ≥ 1 rows of m numbers, each in 1 over its feature's unit.
  /// - Edge cases: m may be 0.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  /// - Throws: `InvalidInput` if there is no row, the rows differ in length, or an entry is not
  ///   finite.
  public init(coefficients: [[Double]]) throws(InvalidInput) {
    guard let first = coefficients.first else { throw InvalidInput("coefficients", "is empty") }
    for (index, row) in coefficients.enumerated() {
      guard row.count == first.count else {
        throw InvalidInput(
          "coefficients", at: index,
          "has \(InvalidInput.counted(row.count, "entry")), the first row \(first.count)")
      }
      try InvalidInput.check("coefficients[\(index)]", row, "is not finite") { $0.isFinite }
    }
    self.coefficients = coefficients
  }

  /// Coefficients that a fit found: of equal length by construction.
  init(unchecked coefficients: [[Double]]) {
    self.coefficients = coefficients
  }

  /// The log-odds x·βᵢ of each category against the base, the base's own 0 first.
  ///
  /// The products are summed with twice the precision, so that they may cancel.
  ///
  /// - Shape: m features in, n numbers out.
  /// - Units: features in their own; the result in nats.
  /// - Edge cases: an infinite feature gives ±∞, or NaN where it meets a coefficient of 0 or the other infinity; NaN
  ///   gives NaN; the base's stays 0.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func logOdds(for features: [Double]) throws(InvalidInput) -> [Double] {
    guard features.count == coefficients[0].count else {
      throw InvalidInput.mismatch(
        "features", features.count, for: coefficients[0].count, "coefficient")
    }
    return uncheckedLogOdds(for: features)
  }

  /// P(i | x) for every category, the base first: `softmax(relativeToBase:)` of the log-odds.
  ///
  /// - Shape: m features in, n numbers out.
  /// - Units: features in their own; the result in shares of 1.
  /// - Edge cases: those of `logOdds(for:)`, then of `softmax(_:scale:)`: NaN throughout if one is NaN or two are +∞.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func probabilities(for features: [Double]) throws(InvalidInput) -> [Double] {
    softmax(try logOdds(for: features))
  }

  func uncheckedLogOdds(for features: [Double]) -> [Double] {
    [0]
      + coefficients.map { row in
        var sum = Doubled<Double>(high: 0)
        for (feature, coefficient) in zip(features, row) { sum.add(feature, times: coefficient) }
        return sum.value
      }
  }
}
