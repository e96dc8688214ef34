// Extremum: where a function of one variable on 0...1 is least.

enum Extremum: Equatable {
  case at(Double)
  /// The function is constant, or nowhere defined.
  case nowhere

  /// So many steps of a grid find the valley; a narrower one may be missed.
  private static let steps = 32
  private static let golden = 0.618_033_988_749_894_8

  /// The best point of a grid, then golden sections around it down to 1e-10 of the range.
  static func search(_ function: (Double) -> Double) -> Extremum {
    func value(_ t: Double) -> Double {
      let y = function(t)
      return y.isNaN ? .infinity : y
    }
    let grid = (0...steps).map { value(Double($0) / Double(steps)) }
    guard let best = grid.indices.min(by: { grid[$0] < grid[$1] }), grid[best].isFinite else {
      return .nowhere
    }
    let size = grid.filter(\.isFinite).map(\.magnitude).max() ?? 0
    if grid.allSatisfy({ abs($0 - grid[best]) <= 1e-13 * size }) { return .nowhere }
    var low = Double(max(best - 1, 0)) / Double(steps)
    var high = Double(min(best + 1, steps)) / Double(steps)
    var left = high - golden * (high - low)
    var right = low + golden * (high - low)
    var (leftValue, rightValue) = (value(left), value(right))
    while high - low > 1e-10 {
      if leftValue < rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - golden * (high - low)
        leftValue = value(left)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + golden * (high - low)
        rightValue = value(right)
      }
    }
    let found = (low + high) / 2
    // The least value may stand at an end of the range, where it cannot be bracketed.
    let ends = [0.0, 1.0].filter { value($0) <= value(found) }
    return .at(ends.min { value($0) < value($1) } ?? found)
  }
}
