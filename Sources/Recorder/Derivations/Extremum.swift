// Extremum: where a function of one variable on 0...1 is least.

enum Extremum: Equatable {
  /// In ascending order; several where it is as little in other valleys, with a hill between.
  case at([Double])
  /// The function is constant, or nowhere defined.
  case nowhere

  /// So many steps of a grid find the valleys; a narrower one may be missed.
  private static let steps = 32
  private static let golden = 0.618_033_988_749_894_8
  /// Shares of the function's size: values that differ by less are the same, and a hill is higher than that.
  private static let same = 1e-9
  private static let hill = 1e-4

  /// The valleys of a grid, then golden sections in each.
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
    let first = least(of: value, near: best)
    let level = value(first)
    let others = grid.indices.filter { index in
      let isValley = [index - 1, index + 1].allSatisfy {
        !grid.indices.contains($0) || grid[$0] >= grid[index]
      }
      let between = grid[min(index, best)...max(index, best)]
      return isValley && between.contains { $0 > max(grid[index], grid[best]) + hill * size }
    }.map { least(of: value, near: $0) }.filter { value($0) <= level + same * size }
    return .at((others + [first]).sorted())
  }

  /// The least point within a step of the grid, down to 1e-10 of the range.
  private static func least(of value: (Double) -> Double, near place: Int) -> Double {
    var low = Double(max(place - 1, 0)) / Double(steps)
    var high = Double(min(place + 1, steps)) / Double(steps)
    // The least value may stand at an end of the range, where it cannot be bracketed.
    let ends = [0.0, 1.0].filter { low <= $0 && $0 <= high }
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
    let better = ends.filter { value($0) <= value(found) }
    return better.min { value($0) < value($1) } ?? found
  }
}
