// Symmetric positive definite systems: the Newton steps of the fits.

import RealModule

/// The lower triangle L of A = LLᵀ.
///
/// - Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), chapter 10.
struct CholeskyFactor {
  private let lower: [[Double]]

  /// `nil` if A is not positive definite as far as double precision can tell: a pivot is then less
  /// than n roundings of the diagonal entry that it was left from.
  ///
  /// - Parameter matrix: n rows; of row i only the entries 0...i are read.
  init?(_ matrix: [[Double]]) {
    var lower = matrix
    let roundings = 4 * Double(matrix.count) * Double.ulpOfOne
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum.addProduct(-lower[i][k], lower[j][k]) }
        if j < i {
          lower[i][j] = sum / lower[j][j]
        } else {
          guard sum > roundings * matrix[i][i] else { return nil }
          lower[i][i] = sum.squareRoot()
        }
      }
    }
    self.lower = lower
  }

  /// The x with Ax = b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for i in x.indices {
      for k in 0..<i { x[i].addProduct(-lower[i][k], x[k]) }
      x[i] /= lower[i][i]
    }
    for i in x.indices.reversed() {
      x[i] /= lower[i][i]
      for k in 0..<i { x[k].addProduct(-lower[i][k], x[i]) }
    }
    return x
  }

  /// A⁻¹, column by column.
  var inverse: [[Double]] {
    lower.indices.map { i in solve(lower.indices.map { $0 == i ? 1 : 0 }) }
  }
}
