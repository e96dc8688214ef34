// The classifier of the KL essay: one logistic channel, trained by the plain or the class-averaged loss.

import RealModule

/// A logistic model of two classes: f(x) = logistic(x·β), read as the probability of class A.
///
/// - Shape: m coefficients. An intercept is a feature that is always 1.
/// - Units: coefficients in 1 over the feature's units; losses in nats.
public struct BinaryClassifier: Hashable, Sendable {
  /// How the observations count in the loss.
  public enum Weighting: Hashable, Sendable, CaseIterable {
    /// 1/N each: the sample mean of the log-loss, whose best f is P(A|x).
    case plain
    /// 1/N_A for those of class A, 1/N_B for the others: a mean for each class, added up.
    ///
    /// The best f has the log-odds of P(A|x) less those of the class's share π_A: it answers as
    /// if both classes were equally common.
    case classAveraged
  }

  /// β; m of them.
  public let coefficients: [Double]

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
  /// - Throws: `FitFailure`; of separation, class B is category 0 and class A category 1.
  public static func train(
    features: [[Double]], isA: [Bool], weighting: Weighting = .plain
  ) throws(FitFailure) -> BinaryClassifier {
    let labels = isA.map { $0 ? 1 : 0 }
    do throws(InvalidInput) {
      _ = try LabelledData.check(features: features, labels: labels)
    } catch { throw .invalidInput(error) }
    let data = try LabelledData(
      features: features, positions: labels, weights: weights(isA, weighting), categories: 2)
    var ascent = NewtonAscent(data)
    let top = try ascent.maximum()
    return BinaryClassifier(unchecked: data.featureCoefficients(top.coefficients))
  }

  /// x·β, the log-odds of class A, in nats.
  ///
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func logOdds(for features: [Double]) throws(InvalidInput) -> Double {
    guard features.count == coefficients.count else {
      throw InvalidInput(
        "features", "has \(features.count) entries for \(coefficients.count) coefficients")
    }
    return dot(features, coefficients)
  }

  /// f(x), as a share of 1.
  ///
  /// - Throws: `InvalidInput` if `features` does not have m entries.
  public func probability(for features: [Double]) throws(InvalidInput) -> Double {
    logistic(try logOdds(for: features))
  }

  /// The loss −Σ w log f(x) over class A − Σ w log(1 − f(x)) over class B, in nats, with the weights w
  /// of `weighting`.
  ///
  /// - Edge cases: finite however wrong the classifier is, as log f is never taken of a rounded f.
  /// - Throws: `InvalidInput` if the counts differ, a row does not have m entries, or a class that
  ///   is to be averaged does not occur (for `.plain`: if there is no observation).
  public func loss(
    features: [[Double]], isA: [Bool], weighting: Weighting = .plain
  ) throws(InvalidInput) -> Double {
    guard isA.count == features.count else {
      throw InvalidInput("isA", "has \(isA.count) entries for \(features.count) rows")
    }
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

  private static func weights(_ isA: [Bool], _ weighting: Weighting) -> [Double] {
    let all = Double(isA.count)
    let a = Double(isA.filter { $0 }.count)
    switch weighting {
    case .plain: return isA.map { _ in 1 / all }
    case .classAveraged: return isA.map { $0 ? 1 / a : 1 / (all - a) }
    }
  }
}
