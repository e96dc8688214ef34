// Least squares with non-negative multipliers, one vector entering at a time.

import RealModule

/// The rows in use of a problem min ‖Σ uᵢvᵢ − target‖ over u ≥ 0, and their multipliers.
///
/// - Source: Lawson & Hanson, Solving Least Squares Problems (1974), algorithm 23.10.
struct ActiveSet<Name: Hashable> {
  private let target: [Double]
  private var names: [Name] = []
  private var vectors: [[Double]] = []
  private var multipliers: [Double] = []
  /// Σ uᵢvᵢ − target, orthogonal to every vᵢ in use.
  private(set) var residual: [Double]

  init(target: [Double]) {
    self.target = target
    residual = target.map { -$0 }
  }

  /// What the residual's rounding errors are proportional to.
  var scale: Double { target.norm + multipliers.reduce(0, +) }

  func contains(_ name: Name) -> Bool { names.contains(name) }

  /// Takes in a vector whose product with the residual is negative, and drops those whose multipliers
  /// would turn negative; `false` if it depends linearly on those in use, within rounding.
  mutating func enter(_ name: Name, _ vector: [Double]) -> Bool {
    names.append(name)
    vectors.append(vector)
    multipliers.append(0)
    while !names.isEmpty {
      var basis = OrthonormalBasis()
      for v in vectors where !basis.append(v) { return false }
      let (coordinates, rest) = basis.split(target)
      let best = basis.coefficients(of: coordinates)
      guard best.contains(where: { $0 <= 0 }) else {
        multipliers = best
        residual = rest.map { -$0 }
        return true
      }
      retreat(towards: best)
    }
    residual = target.map { -$0 }
    return false
  }

  /// Goes from the multipliers towards `best` until the first is 0, and drops it.
  private mutating func retreat(towards best: [Double]) {
    var share = 1.0
    var first = 0
    for i in best.indices where best[i] <= 0 {
      let here = multipliers[i] / (multipliers[i] - best[i])
      if !(here >= share) {
        share = here.isNaN ? 0 : here
        first = i
      }
    }
    for i in best.indices { multipliers[i] += share * (best[i] - multipliers[i]) }
    names.remove(at: first)
    vectors.remove(at: first)
    multipliers.remove(at: first)
  }
}
