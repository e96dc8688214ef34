// What a fit of the multinomial logit found.

/// A multinomial logit fitted to data, and how well it is known.
///
/// - Shape: with n categories and m features, `model` and `standardErrors` have n − 1 rows of m.
/// - Units: log-likelihood in nats; coefficients and their errors in 1 over the feature's units.
public struct MultinomialLogitFit: Hashable, Sendable {
  public let model: MultinomialLogit
  /// The labels in the order of the model's probabilities: the base, then the others ascending.
  /// Row i of the coefficients belongs to `categories[i + 1]`.
  public let categories: [Int]
  /// One for each coefficient: the square root of the diagonal of the inverse observed information.
  ///
  /// In separate fits, those of each binary fit alone.
  public let standardErrors: [[Double]]
  /// Σ log P(label | features) over the observations, in nats; the model's, also after separate fits.
  ///
  /// Of a joint fit it is the maximum itself, not impaired by the rounding of large coefficients that
  /// nearly cancel.
  public let logLikelihood: Double
  /// How many Newton steps were taken; the sum over them after separate fits.
  public let iterations: Int

  /// The model's coefficients: a row for each category but the base.
  public var coefficients: [[Double]] { model.coefficients }

  /// P(label | features) by label, not by position: entry i is that of category i.
  ///
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func probabilitiesByLabel(for features: [Double]) throws(InvalidInput) -> [Double] {
    let p = try model.probabilities(for: features)
    var byLabel = p
    for (position, label) in categories.enumerated() { byLabel[label] = p[position] }
    return byLabel
  }
}
