// Why a maximum-likelihood fit has no result.

/// Why `MultinomialLogit.fit` and its kin found no coefficients.
///
/// Separation and collinearity are facts about the data, not accidents of the search: under the one
/// the likelihood has no maximum, under the other it has infinitely many.
///
/// Where a `catch` names one case with its value, let a `catch` of everything follow, if only to
/// `throw error`: without one, Swift 6.3 rethrows the error by code that its own verifier may refuse
/// with "Found ownership error". It does so with every typed error whose values hold arrays or strings.
///
/// - Shape and units: one of four cases; none has a unit.
/// - Edge cases: input is checked first, then collinearity, then separation.
/// - Source: Albert & Anderson (1984), doi:10.1093/biomet/71.1.1, for what separation is; else this library.
public enum FitFailure: Error, Hashable, Sendable {
  /// The data do not fit together, or are not finite.
  ///
  /// - Shape, units and source: the first thing found, without unit; this library.
  /// - Edge cases: no row, a row without entry, one category only, a label below the largest that does not occur.
  case invalidInput(InvalidInput)
  /// The feature of this column, from 0, is a linear combination of those before it, to within
  /// 2⁻⁴⁰ of its length.
  ///
  /// - Shape, units and source: a position, without unit; this library.
  /// - Edge cases: a column of zeros counts as one; with N rows, column N is one at the latest.
  case collinearFeatures(column: Int)
  /// The likelihood grows without end along a direction.
  ///
  /// - Shape, units and source: those of `Separation`.
  /// - Edge cases: looked for after 15 Newton steps, and when no more can be taken.
  case separation(Separation)
  /// The steps neither settled nor showed separation, or led where the information matrix cannot be inverted.
  ///
  /// Features of wildly different size within one column are the usual reason.
  ///
  /// - Shape, units and source: how many Newton steps were taken, without unit; this library.
  /// - Edge cases: at most 200.
  case notConverged(iterations: Int)
}

extension FitFailure: CustomStringConvertible {
  /// What happened, for a person.
  ///
  /// - Shape, units and source: one line, without unit; this library.
  /// - Edge cases: of `.invalidInput` and `.separation`, what their values say.
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
/// - Shape: a direction of n − 1 rows of m, and four facts about it.
/// - Units: the direction in those of the coefficients; the rest has none.
/// - Edge cases: in separate fits it is of one pair of categories: n is 2.
/// - Source: Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
public struct Separation: Hashable, Sendable {
  /// Whether every margin is positive (complete separation) or some are 0 (quasi-complete).
  ///
  /// - Shape, units and source: true or false, without unit; Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
  /// - Edge cases: a margin within the tolerance of 0 is not positive.
  public let isComplete: Bool
  /// The label of the category that is told apart best: the largest share of its margins is positive.
  ///
  /// - Shape, units and source: a label, without unit; this library.
  /// - Edge cases: the first in the fit's order, base first, if several are. Of `BinaryClassifier.train`, class B
  ///   is 0 and class A is 1.
  public let category: Int
  /// d: a row of m entries for each category but the base, in the coefficients' order and units.
  ///
  /// - Shape: n − 1 rows of m.
  /// - Units: those of the coefficients, but only ratios count: it is scaled so that one of its entries is ±1.
  /// - Edge cases: never all 0; an entry that is rounding is made 0.
  /// - Source: Albert & Anderson (1984), doi:10.1093/biomet/71.1.1.
  public let direction: [[Double]]
  /// How many observations have a positive margin.
  ///
  /// - Shape, units and source: a count, without unit; this library.
  /// - Edge cases: at least 1.
  public let observations: Int
  /// The worst negative margin over the sum of its terms' magnitudes, made positive.
  ///
  /// - Shape, units and source: a number, without unit; this library.
  /// - Edge cases: 0 if the direction separates the data as they are, otherwise a few roundings of them, at most 2⁻⁴⁰.
  public let slack: Double

  /// The same with its category, so far a position, under its label.
  func labelled(_ labels: [Int]) -> Separation {
    Separation(
      isComplete: isComplete, category: labels[category], direction: direction,
      observations: observations, slack: slack)
  }
}

extension Separation: CustomStringConvertible {
  /// Kind, category, direction and how many observations gain.
  ///
  /// - Shape, units and source: one line, without unit; this library.
  /// - Edge cases: none.
  public var description: String {
    """
    \(isComplete ? "complete" : "quasi-complete") separation of category \(category): \
    the likelihood grows without end along \(direction), gaining in \(observations) observations
    """
  }
}
