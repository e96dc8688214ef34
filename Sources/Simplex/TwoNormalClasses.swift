// A small world in which P(A|x) is known: two classes, one normally distributed feature.

import RealModule

/// Class A with probability π_A, else B; the feature x normal about the class's mean, with one
/// standard deviation σ for both.
///
/// The log-odds of A given x are then linear in x, so that a logistic model can be exactly right:
/// ln(π_A/π_B) + (μ_A − μ_B)/σ² · (x − (μ_A + μ_B)/2).
///
/// - Shape: four numbers; the feature is one number.
/// - Units: means and deviation in the feature's; the prior is a share of 1.
/// - Edge cases: where (μ_A − μ_B)/σ² overflows, the coefficients are infinite or NaN, and posteriors 0, 1 or
///   NaN.
/// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
public struct TwoNormalClasses: Hashable, Sendable {
  /// π_A, the share of class A.
  ///
  /// - Shape and units: a share of 1.
  /// - Edge cases: strictly between 0 and 1.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  public let prior: Double
  /// μ_A, the mean of x in class A.
  ///
  /// - Shape and units: a number, in the feature's unit.
  /// - Edge cases: finite; it may equal μ_B, and x then tells nothing.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  public let meanOfA: Double
  /// μ_B, the mean of x in class B.
  ///
  /// - Shape and units: a number, in the feature's unit.
  /// - Edge cases: finite.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  public let meanOfB: Double
  /// σ, the standard deviation of x in either class.
  ///
  /// - Shape and units: a number, in the feature's unit.
  /// - Edge cases: finite and positive.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  public let deviation: Double

  /// Two classes of given share, means and deviation.
  ///
  /// - Shape and units: a share of 1 and three numbers in the feature's unit.
  /// - Edge cases: equal means are allowed; a deviation whose square underflows is too.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  /// - Throws: `InvalidInput` if the prior is not strictly between 0 and 1, a mean not finite, or the
  ///   deviation not finite and positive.
  public init(
    prior: Double, meanOfA: Double, meanOfB: Double, deviation: Double = 1
  ) throws(InvalidInput) {
    guard prior > 0, prior < 1 else {
      throw InvalidInput("prior", "is not strictly between 0 and 1: \(prior)")
    }
    guard meanOfA.isFinite else { throw InvalidInput("meanOfA", "is not finite: \(meanOfA)") }
    guard meanOfB.isFinite else { throw InvalidInput("meanOfB", "is not finite: \(meanOfB)") }
    guard deviation > 0, deviation.isFinite else {
      throw InvalidInput("deviation", "is not finite and positive: \(deviation)")
    }
    self.prior = prior
    self.meanOfA = meanOfA
    self.meanOfB = meanOfB
    self.deviation = deviation
  }

  /// The coefficients of (1, x) that make `BinaryClassifier` equal to P(A|x).
  ///
  /// - Shape: two numbers.
  /// - Units: the first in nats, the second in nats over the feature's unit.
  /// - Edge cases: equal means give (logit π_A, 0); a slope that overflows is ±∞, and the first then ±∞ or NaN.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  public var trueCoefficients: [Double] {
    let slope = (meanOfA - meanOfB) / deviation / deviation
    return [logit(prior) - slope * (meanOfA / 2 + meanOfB / 2), slope]
  }

  /// P(A|x).
  ///
  /// - Shape: one number in, one out.
  /// - Units: x in the feature's; the result is a share of 1.
  /// - Edge cases: ±∞ gives 0 or 1, and NaN where the means are equal; NaN gives NaN.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319.
  public func posterior(of x: Double) -> Double {
    let coefficients = trueCoefficients
    return logistic(coefficients[0] + coefficients[1] * x)
  }

  /// Observations ready for `BinaryClassifier.train`: rows (1, x), and whether each is of class A.
  ///
  /// Each takes one uniform draw for the class, then one normal draw for x.
  ///
  /// - Shape: `count` ≥ 0 rows of 2, and as many classes.
  /// - Units: x in the feature's.
  /// - Edge cases: 0 gives none; a negative count stops the program.
  /// - Source: Efron (1975), doi:10.1080/01621459.1975.10480319; for the draws, that of `SeededGenerator`.
  public func sample(
    _ count: Int, using generator: inout SeededGenerator
  ) -> (features: [[Double]], isA: [Bool]) {
    var features: [[Double]] = []
    var isA: [Bool] = []
    for _ in 0..<count {
      let drewA = generator.uniform() < prior
      let x = generator.normal(mean: drewA ? meanOfA : meanOfB, deviation: deviation)
      features.append([1, x])
      isA.append(drewA)
    }
    return (features, isA)
  }
}
