// Why a maximum-likelihood fit has no result.

/// Why `MultinomialLogit.fit` and its kin found no coefficients.
///
/// Separation and collinearity are facts about the data, not accidents of the search: under the one
/// the likelihood has no maximum, under the other it has infinitely many.
///
/// Where a `catch` names one case with its value, let a `catch` of everything follow, if only to
/// `throw error`: without one, Swift 6.3 rethrows the error by code that its own verifier may refuse
/// with "Found ownership error". It does so with every typed error whose values hold arrays or strings.
public enum FitFailure: Error, Hashable, Sendable {
  /// The data do not fit together, or are not finite.
  case invalidInput(InvalidInput)
  /// The feature of this column, from 0, is a linear combination of those before it, to within
  /// 2⁻⁴⁰ of its length. A column of zeros counts as one.
  case collinearFeatures(column: Int)
  /// The likelihood grows without end along a direction.
  case separation(Separation)
  /// The steps neither settled nor showed separation; `iterations` of them were taken.
  ///
  /// Features of wildly different size within one column are the usual reason.
  case notConverged(iterations: Int)
}

extension FitFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidInput(let error): error.description
    case .collinearFeatures(let column):
      "features: column \(column) is a linear combination of the columns before it"
    case .separation(let separation): separation.description
    case .notConverged(let iterations): "no convergence in \(iterations) Newton steps"
    }
  }
}

/// The proof that a likelihood has no maximum: a direction in which no observation loses.
///
/// With d the direction (0 for the base), the *margin* of an observation x of category y over a
/// category k is x·(d_y − d_k). All margins are at least 0 and some are positive, so adding
/// multiples of d to any coefficients makes the data ever more likely: no finite fit is the best.
///
/// The margins are evaluated with twice the precision of a double. A margin counts as 0 within
/// 2⁻⁴⁰ of the sum of its terms' magnitudes, and `slack` tells how much of that was needed.
///
/// - Source: Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
public struct Separation: Hashable, Sendable {
  /// Whether every margin is positive (complete separation) or some are 0 (quasi-complete).
  public let isComplete: Bool
  /// The category that is told apart best: the largest share of its margins is positive. The
  /// first in the fit's order, base first, if several are.
  public let category: Int
  /// d: a row of m entries for each category but the base, in the coefficients' order and units,
  /// scaled so that one of its entries is ±1.
  public let direction: [[Double]]
  /// How many observations have a positive margin.
  public let observations: Int
  /// The most negative margin over the sum of its terms' magnitudes, made positive: 0 if the
  /// direction separates the data as they are, otherwise a few roundings of them.
  public let slack: Double

  /// The same with its category, so far a position, under its label.
  func labelled(_ labels: [Int]) -> Separation {
    Separation(
      isComplete: isComplete, category: labels[category], direction: direction,
      observations: observations, slack: slack)
  }
}

extension Separation: CustomStringConvertible {
  public var description: String {
    """
    \(isComplete ? "complete" : "quasi-complete") separation of category \(category): \
    the likelihood grows without end along \(direction), gaining in \(observations) observations
    """
  }
}
