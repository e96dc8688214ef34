// Observations ready to be fitted: checked, in an orthonormal basis of their features.

import RealModule

/// N observations of m features, each with the position of its category (0 is the base) and a weight.
struct LabelledData {
  /// As given.
  let features: [[Double]]
  let positions: [Int]
  let weights: [Double]
  /// n, the base included.
  let categories: Int
  /// The features' rows in the basis's coordinates: row i is the i-th entry of each basis vector.
  let rows: [[Double]]
  private let basis: OrthonormalBasis
  /// Powers of two that the columns were divided by, lest their squares overflow.
  private let columnScales: [Double]

  var count: Int { features.count }
  var width: Int { columnScales.count }

  /// - Throws: `FitFailure.collinearFeatures` if a column depends linearly on those before it.
  init(
    features: [[Double]], positions: [Int], weights: [Double]? = nil, categories: Int
  ) throws(FitFailure) {
    self.features = features
    self.positions = positions
    self.weights = weights ?? positions.map { _ in 1 }
    self.categories = categories
    var basis = OrthonormalBasis()
    var scales: [Double] = []
    for j in features[0].indices {
      let column = features.map { $0[j] }
      let largest = column.reduce(0) { max($0, $1.magnitude) }
      let scale = largest > 0 ? largest.binade : 1
      guard basis.append(column.map { $0 / scale }) else {
        throw FitFailure.collinearFeatures(column: j)
      }
      scales.append(scale)
    }
    self.basis = basis
    columnScales = scales
    let vectors = basis.vectors
    rows = features.indices.map { i in vectors.map { $0[i] } }
  }

  /// Coefficients of the features from coefficients of the basis.
  func featureCoefficients(_ inBasis: [Double]) -> [Double] {
    zip(basis.coefficients(of: inBasis), columnScales).map(/)
  }

  /// The standard errors of the features' coefficients from the basis coefficients' covariance C:
  /// the square roots of the diagonal of R⁻¹CR⁻ᵀ.
  func standardErrors(covariance: [[Double]]) -> [Double] {
    // R⁻¹C, row j of which is needed; then R⁻¹ again, from the other side.
    let half = covariance.map { basis.coefficients(of: $0) }
    return columnScales.indices.map { j in
      basis.coefficients(of: half.map { $0[j] })[j].squareRoot() / columnScales[j]
    }
  }

  /// Refuses features and labels that do not fit together, and returns the number of categories.
  static func check(features: [[Double]], labels: [Int]) throws(InvalidInput) -> Int {
    guard let first = features.first else { throw InvalidInput("features", "is empty") }
    guard !first.isEmpty else { throw InvalidInput("features", at: 0, "is empty") }
    for (index, row) in features.enumerated() {
      guard row.count == first.count else {
        throw InvalidInput(
          "features", at: index,
          "has \(InvalidInput.counted(row.count, "entry")), the first row \(first.count)")
      }
      try InvalidInput.check("features[\(index)]", row, "is not finite") { $0.isFinite }
    }
    guard labels.count == features.count else {
      throw InvalidInput.mismatch("labels", labels.count, for: features.count, "row")
    }
    for (index, label) in labels.enumerated() where label < 0 {
      throw InvalidInput("labels", at: index, "is negative: \(label)")
    }
    let present = Set(labels)
    guard present.count >= 2 else {
      throw InvalidInput("labels", "has one category only: \(labels[0])")
    }
    // The first number that no label has: in a gap, or one past the last label.
    let categories = (0...).first { !present.contains($0) } ?? 0
    guard categories == present.count else {
      throw InvalidInput("labels", "leave out category \(categories)")
    }
    return categories
  }
}
