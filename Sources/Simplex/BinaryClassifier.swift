// The classifier of the KL essay: one logistic channel, trained by the plain or the class-averaged loss.

import RealModule

/// A logistic model of two classes: f(x) = logistic(x·β), read as the probability of class A.
///
/// - Shape: m ≥ 1 coefficients. An intercept is a feature that is always 1.
/// - Units: coefficients in 1 over the feature's units; losses in nats.
/// - Edge cases: features may be infinite or NaN where they are not trained on; see the methods.
/// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x.
public struct BinaryClassifier: Hashable, Sendable {
  /// How the observations count in the loss.
  ///
  /// - Shape and units: one of two cases, without unit.
  /// - Edge cases: for two classes of one size the losses differ by a factor of 2 only.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x, for the plain one; Elkan (2001),
  ///   "The Foundations of Cost-Sensitive Learning", IJCAI 17, for the other.
  public enum Weighting: Hashable, Sendable, CaseIterable {
    /// 1/N each: the sample mean of the log-loss, whose best f is P(A|x).
    ///
    /// - Shape, units and source: a weight for each observation, a share of 1; Cox (1958),
    ///   doi:10.1111/j.2517-6161.1958.tb00292.x.
    /// - Edge cases: one class alone has a loss, but no fit.
    case plain
    /// 1/N_A for those of class A, 1/N_B for the others: a mean for each class, added up.
    ///
    /// The best f has the log-odds of P(A|x) less those of the class's share π_A: it answers as
    /// if both classes were equally common.
    ///
    /// - Shape and units: a weight for each observation, shares of 1 that sum to 2.
    /// - Edge cases: a class that does not occur has no mean, and is refused.
    /// - Source: Elkan (2001), "The Foundations of Cost-Sensitive Learning", IJCAI 17, theorem 2.
    case classAveraged
  }

  /// β; m of them.
  ///
  /// - Shape and units: m ≥ 1 numbers, each in 1 over its feature's unit.
  /// - Edge cases: all finite, but for those trained on features below about 10⁻³⁰⁸, which may overflow.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x.
  public let coefficients: [Double]

  /// The classifier of given coefficients; `train(features:isA:weighting:)` finds them from data.
  ///
  /// - Shape and units: m ≥ 1 numbers, each in 1 over its feature's unit.
  /// - Edge cases: all 0 gives ½ for every x.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x.
  /// - Throws: `InvalidInput` if there is no coefficient, or one is not finite.
  public init(coefficients: [Double]) throws(InvalidInput) {
    guard !coefficients.isEmpty else { throw InvalidInput("coefficients", "is empty") }
    try InvalidInput.check("coefficients", coefficients, "is not finite") { $0.isFinite }
    self.coefficients = coefficients
  }

  /// The classifier of the least loss, by Newton's method as in `MultinomialLogit.fit`.
  ///
  /// - Parameters:
  ///   - features: N rows of m. No intercept is added: for one, let a feature be 1 in every row.
  ///   - isA: N of them; both classes occur.
  ///   - weighting: how the observations count.
  /// - Shape: N rows of m ≥ 1 in, m coefficients out.
  /// - Units: coefficients in 1 over the features' units.
  /// - Edge cases: separated classes, collinear features and one class alone have no classifier of the least loss.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x; for the existence of the least loss,
  ///   Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
  /// - Throws: `FitFailure`: `.invalidInput` if there is no row, a row is empty or not as long as the first, a feature
  ///   is not finite, the counts differ or a class does not occur;
  ///   `.collinearFeatures`; `.separation`, in which class B is category 0 and class A category 1; `.notConverged`.
  public static func train(
    features: [[Double]], isA: [Bool], weighting: Weighting = .plain
  ) throws(FitFailure) -> BinaryClassifier {
    let labels = isA.map { $0 ? 1 : 0 }
    do throws(InvalidInput) {
      guard isA.count == features.count else { throw Self.misfit(isA, features) }
      if let first = isA.first, Set(isA).count < 2 {
        throw InvalidInput("isA", "has one class only: \(first)")
      }
      _ = try LabelledData.check(features: features, labels: labels)
    } catch { throw .invalidInput(error) }
    let data = try LabelledData(
      features: features, positions: labels, weights: weights(isA, weighting), categories: 2)
    var ascent = NewtonAscent(data)
    let top = try ascent.maximum()
    return BinaryClassifier(unchecked: data.featureCoefficients(top.coefficients))
  }

  /// x·β, the log-odds of class A.
  ///
  /// - Shape: m features in, one number out.
  /// - Units: features in their own; the result in nats.
  /// - Edge cases: an infinite feature gives ±∞, or NaN where it meets a coefficient of 0 or the other infinity; NaN
  ///   gives NaN. Products that overflow count as infinite.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x.
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func logOdds(for features: [Double]) throws(InvalidInput) -> Double {
    guard features.count == coefficients.count else {
      throw InvalidInput.mismatch(
        "features", features.count, for: coefficients.count, "coefficient")
    }
    return dot(features, coefficients)
  }

  /// f(x), the probability of class A.
  ///
  /// - Shape: m features in, one number out.
  /// - Units: features in their own; the result is a share of 1.
  /// - Edge cases: those of `logOdds(for:)`, then of `logistic(_:)`: exactly 0 or 1 for infinite log-odds.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x.
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func probability(for features: [Double]) throws(InvalidInput) -> Double {
    logistic(try logOdds(for: features))
  }

  /// The loss −Σ w log f(x) over class A − Σ w log(1 − f(x)) over class B, with the weights w of `weighting`.
  ///
  /// - Shape: N ≥ 1 rows of m and N classes in, one number out.
  /// - Units: features in their own; the result in nats.
  /// - Edge cases: finite however wrong the classifier is, short of overflow, as log f is never taken of a rounded f.
  ///   Infinite log-odds cost 0 where they are right and +∞ where they are wrong; NaN gives NaN.
  /// - Source: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x; for the class-averaged weights, Elkan (2001),
  ///   "The Foundations of Cost-Sensitive Learning", IJCAI 17.
  /// - Throws: `InvalidInput` if the counts differ, a row does not have m entries, or a class that
  ///   is to be averaged does not occur (for `.plain`: if there is no observation).
  public func loss(
    features: [[Double]], isA: [Bool], weighting: Weighting = .plain
  ) throws(InvalidInput) -> Double {
    guard isA.count == features.count else { throw Self.misfit(isA, features) }
    guard !isA.isEmpty else { throw InvalidInput("features", "is empty") }
    if weighting == .classAveraged && Set(isA).count < 2 {
      throw InvalidInput("isA", "has one class only: \(isA[0])")
    }
    var sum = Doubled<Double>(high: 0)
    for (i, weight) in Self.weights(isA, weighting).enumerated() {
      let logOdds = try logOdds(for: features[i])
      sum.add(weight, times: softplus(isA[i] ? -logOdds : logOdds))
    }
    return sum.value
  }

  private init(unchecked coefficients: [Double]) {
    self.coefficients = coefficients
  }

  private static func misfit(_ isA: [Bool], _ features: [[Double]]) -> InvalidInput {
    InvalidInput.mismatch("isA", isA.count, for: features.count, "row")
  }

  private static func weights(_ isA: [Bool], _ weighting: Weighting) -> [Double] {
    let all = Double(isA.count)
    let a = Double(isA.filter { $0 }.count)
    switch weighting {
    case .plain: return isA.map { _ in 1 / all }
    case .classAveraged: return isA.map { $0 ? 1 / a : 1 / (all - a) }
    }
  }
}
