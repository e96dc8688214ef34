// Columns made orthonormal: the fits work in such a basis, where Newton systems are well conditioned.

import RealModule

/// X = QR by Gram–Schmidt: column j of X is Σ_{i≤j} Rᵢⱼ qᵢ, the qᵢ orthonormal.
///
/// Every column is made orthogonal twice ("twice is enough", by Kahan's and Parlett's analysis), its
/// inner products compensated.
/// - Source: Giraud, Langou & Rozložník (2005), doi:10.1016/j.camwa.2005.08.009.
struct OrthonormalBasis {
  /// Q's columns.
  private(set) var vectors: [[Double]] = []
  /// R's columns; the j-th has j + 1 entries.
  private(set) var triangle: [[Double]] = []

  /// What is left of a column below this share of its length counts as rounding.
  static let tolerance = 0x1p-40

  /// Adds a column of X; `false`, and nothing added, if it depends linearly on those before it.
  mutating func append(_ column: [Double]) -> Bool {
    let length = column.norm
    var (coordinates, rest) = split(column)
    let left = rest.norm
    guard left > Self.tolerance * length else { return false }
    coordinates.append(left)
    triangle.append(coordinates)
    vectors.append(rest.map { $0 / left })
    return true
  }

  /// A vector's coordinates along the basis, and what is orthogonal to it.
  func split(_ vector: [Double]) -> (coordinates: [Double], rest: [Double]) {
    var coordinates = vectors.map { _ in 0.0 }
    var rest = vector
    for _ in 1...2 {
      for (i, direction) in vectors.enumerated() {
        let part = dot(direction, rest)
        coordinates[i] += part
        for k in rest.indices { rest[k].addProduct(-part, direction[k]) }
      }
    }
    return (coordinates, rest)
  }

  /// The x with Rx = y: coefficients of X's columns from those of Q's.
  func coefficients(of y: [Double]) -> [Double] {
    var x = y
    for j in x.indices.reversed() {
      x[j] /= triangle[j][j]
      for i in 0..<j { x[i].addProduct(-triangle[j][i], x[j]) }
    }
    return x
  }
}

/// Σ aᵢbᵢ, compensated.
func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = Doubled<Double>(high: 0)
  for i in a.indices { sum.add(a[i], times: b[i]) }
  return sum.value
}

extension [Double] {
  /// The Euclidean length, for entries whose squares neither overflow nor underflow.
  var norm: Double { dot(self, self).squareRoot() }
}
