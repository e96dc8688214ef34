// What a fit of the multinomial logit found.

/// A multinomial logit fitted to data, and how well it is known.
///
/// - Shape: with n categories and m features, `model` and `standardErrors` have n − 1 rows of m.
/// - Units: log-likelihood in nats; coefficients and their errors in 1 over the feature's units.
/// - Edge cases: data that allow no fit give a `FitFailure` instead. Where a feature's largest entry is below about
///   10⁻³⁰⁸, its coefficients and their errors may overflow to ±∞; all else is finite.
/// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
public struct MultinomialLogitFit: Hashable, Sendable {
  /// The model of the coefficients that were found; its categories are in the order of `categories`.
  ///
  /// - Shape and units: n − 1 rows of m coefficients, each in 1 over its feature's unit.
  /// - Edge cases: m ≥ 1; a coefficient may be ±∞, see the type.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  public let model: MultinomialLogit
  /// The labels in the order of the model's probabilities: the base, then the others ascending.
  /// Row i of the coefficients belongs to `categories[i + 1]`.
  ///
  /// - Shape, units and source: n ≥ 2 labels, without unit; this library.
  /// - Edge cases: 0, …, n − 1 in order if the base is 0.
  public let categories: [Int]
  /// One for each coefficient: the square root of the diagonal of the inverse observed information.
  ///
  /// - Shape and units: n − 1 rows of m, each in 1 over its feature's unit.
  /// - Edge cases: in separate fits, those of each binary fit alone.
  /// - Source: Train (2009), doi:10.1017/CBO9780511805271, chapter 8.
  public let standardErrors: [[Double]]
  /// Σ log P(label | features) over the observations; the model's, also after separate fits.
  ///
  /// Of a joint fit it is the maximum itself, not impaired by the rounding of large coefficients that
  /// nearly cancel.
  ///
  /// - Shape and units: a number, in nats.
  /// - Edge cases: at most 0.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  public let logLikelihood: Double
  /// How many Newton steps were taken.
  ///
  /// - Shape, units and source: a count, without unit; this library.
  /// - Edge cases: at most 200; after separate fits the sum of theirs.
  public let iterations: Int

  /// The model's coefficients: a row for each category but the base.
  ///
  /// - Shape, units and edge cases: those of `MultinomialLogit.coefficients`.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  public var coefficients: [[Double]] { model.coefficients }

  /// P(label | features) by label, not by position: entry i is that of category i.
  ///
  /// - Shape, units, edge cases and source: those of `MultinomialLogit.probabilities(for:)`, in the labels' order.
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func probabilitiesByLabel(for features: [Double]) throws(InvalidInput) -> [Double] {
    let p = try model.probabilities(for: features)
    var byLabel = p
    for (position, label) in categories.enumerated() { byLabel[label] = p[position] }
    return byLabel
  }
}
