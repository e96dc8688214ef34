// Fitting the multinomial logit by maximum likelihood: jointly, or as separate binary logits.

import RealModule

extension MultinomialLogit {
  /// The maximum-likelihood fit of all categories at once.
  ///
  /// Newton's method with the observed information, from coefficients of 0, in an orthonormal basis
  /// of the features; a step is halved until the likelihood does not fall. The likelihood is concave,
  /// so what it finds is the maximum. There is none if the data are separated, which is proved by
  /// a direction and thrown.
  ///
  /// - Parameters:
  ///   - features: N rows of m. No intercept is added: for one, let a feature be 1 in every row.
  ///   - labels: N of them, from 0 to n − 1, each of which occurs.
  ///   - base: the label whose coefficients are 0.
  /// - Shape: N rows of m ≥ 1 and N labels in, n − 1 rows of m coefficients out.
  /// - Units: coefficients in 1 over the features' units; the log-likelihood in nats.
  /// - Edge cases: separated data, collinear features, one category alone and labels with a gap have no fit.
  /// - Accuracy: coefficients and standard errors within 6·10⁻¹⁵ of the exact maximum's on
  ///   the tests' three data sets, relative to each; less as features come nearer to being collinear.
  /// - Throws: `FitFailure`: `.invalidInput` if there is no row, a row is empty or not as long as the first, a feature
  ///   is not finite, the counts differ, a label is negative, fewer than two occur, one below the largest does not, or
  ///   `base` is none of them; `.collinearFeatures`; `.separation`; `.notConverged`.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics; for the existence of the maximum,
  ///   Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
  public static func fit(
    features: [[Double]], labels: [Int], base: Int = 0
  ) throws(FitFailure) -> MultinomialLogitFit {
    let categories = try order(features: features, labels: labels, base: base)
    return try fit(features: features, labels: labels, categories: categories)
  }

  /// Binary fits of each category against the base, each on the observations of these two alone, put
  /// together into one model.
  ///
  /// The odds between two categories do not depend on the others, so each fit estimates the
  /// same coefficients as the joint one; but it is another estimate, which depends on the
  /// base. Its likelihood is at most that of `fit(features:labels:base:)`, and equal if there is a free
  /// coefficient for every distinct row of features (an intercept alone, for example).
  ///
  /// - Parameters:
  ///   - features: N rows of m, as in `fit(features:labels:base:)`.
  ///   - labels: N of them.
  ///   - base: the label whose coefficients are 0.
  /// - Shape and units: those of `fit(features:labels:base:)`.
  /// - Edge cases: those of `fit(features:labels:base:)`, of each pair; with two categories it is the same fit.
  /// - Throws: `FitFailure`, also where only one pair of categories is separated or, alone, has
  ///   collinear features.
  /// - Source: Begg & Gray (1984), doi:10.1093/biomet/71.1.11.
  public static func separateLogits(
    features: [[Double]], labels: [Int], base: Int = 0
  ) throws(FitFailure) -> MultinomialLogitFit {
    let categories = try order(features: features, labels: labels, base: base)
    var coefficients: [[Double]] = []
    var errors: [[Double]] = []
    var iterations = 0
    for category in categories.dropFirst() {
      let chosen = labels.indices.filter { labels[$0] == base || labels[$0] == category }
      let pair = try fit(
        features: chosen.map { features[$0] }, labels: chosen.map { labels[$0] },
        categories: [base, category])
      coefficients += pair.coefficients
      errors += pair.standardErrors
      iterations += pair.iterations
    }
    let model = MultinomialLogit(unchecked: coefficients)
    return MultinomialLogitFit(
      model: model, categories: categories, standardErrors: errors,
      logLikelihood: model.logLikelihood(
        of: features, positions: positions(labels, in: categories)),
      iterations: iterations)
  }

  /// Σ log P(category | features) over observations.
  ///
  /// - Parameters:
  ///   - features: N rows of m.
  ///   - positions: N positions in the order of `probabilities(for:)`: 0 is the base.
  /// - Shape: N rows of m and N positions in, one number out.
  /// - Units: features in their own; the result in nats.
  /// - Edge cases: 0 for N = 0; an infinite feature gives 0, −∞ or NaN by its limit, NaN gives NaN.
  /// - Source: McFadden (1974), in Zarembka (ed.), Frontiers in Econometrics.
  /// - Throws: `InvalidInput` if the counts differ, a position is not in 0..<n, or a row does not have m entries.
  public func logLikelihood(
    features: [[Double]], positions: [Int]
  ) throws(InvalidInput) -> Double {
    guard positions.count == features.count else {
      throw InvalidInput.mismatch("positions", positions.count, for: features.count, "row")
    }
    for (i, position) in positions.enumerated()
    where !(0...coefficients.count).contains(position) {
      throw InvalidInput("positions", at: i, "is not in 0...\(coefficients.count): \(position)")
    }
    for row in features { _ = try logOdds(for: row) }
    return logLikelihood(of: features, positions: positions)
  }

  private static func fit(
    features: [[Double]], labels: [Int], categories: [Int]
  ) throws(FitFailure) -> MultinomialLogitFit {
    let positions = positions(labels, in: categories)
    let data = try LabelledData(
      features: features, positions: positions, categories: categories.count)
    var ascent = NewtonAscent(data)
    let top: NewtonAscent.Point
    do throws(FitFailure) {
      top = try ascent.maximum()
    } catch {
      guard case .separation(let separation) = error else { throw error }
      throw .separation(separation.labelled(categories))
    }
    guard let inverse = CholeskyFactor(top.information)?.inverse else {
      throw .notConverged(iterations: ascent.iterations)
    }
    let blocks = (1..<categories.count).map { ($0 - 1) * data.width..<$0 * data.width }
    let model = MultinomialLogit(
      unchecked: blocks.map { data.featureCoefficients(Array(top.coefficients[$0])) })
    return MultinomialLogitFit(
      model: model, categories: categories,
      standardErrors: blocks.map { block in
        data.standardErrors(covariance: block.map { Array(inverse[$0][block]) })
      },
      logLikelihood: top.logLikelihood, iterations: ascent.iterations)
  }

  /// The labels, the base first, then the others ascending.
  private static func order(
    features: [[Double]], labels: [Int], base: Int
  ) throws(FitFailure) -> [Int] {
    do throws(InvalidInput) {
      let count = try LabelledData.check(features: features, labels: labels)
      guard (0..<count).contains(base) else {
        throw InvalidInput("base", "is not a label: \(base)")
      }
      return [base] + (0..<count).filter { $0 != base }
    } catch { throw .invalidInput(error) }
  }

  private static func positions(_ labels: [Int], in categories: [Int]) -> [Int] {
    var positions: [Int: Int] = [:]
    for (position, label) in categories.enumerated() { positions[label] = position }
    return labels.map { positions[$0] ?? 0 }
  }

  private func logLikelihood(of features: [[Double]], positions: [Int]) -> Double {
    var sum = Doubled<Double>(high: 0)
    for (row, position) in zip(features, positions) {
      sum.add(logSoftmax(uncheckedLogOdds(for: row))[position])
    }
    return sum.value
  }
}
