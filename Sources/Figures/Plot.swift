// Plot: one rectangle with its two scales, on which marks find their places.

struct Plot: Sendable {
  var box: Rectangle
  var x: Scale
  var y: Scale

  /// The place of a value, on the plot or not; nil for what has no place at all.
  func point(_ x: Double, _ y: Double) -> Point? {
    guard let left = self.x.place(x), let top = self.y.place(y) else { return nil }
    return Point(x: left, y: top)
  }

  /// The curve in unbroken runs: NaN and ∞ are gaps.
  func runs(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for (x, y) in zip(xs, ys) {
      if let point = point(x, y) {
        runs[runs.count - 1].append(point)
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  /// What of a curve is to be seen.
  func visible(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    runs(xs, ys).flatMap { box.inset(-0.01).clipping($0) }
  }

  /// The band between two curves, a polygon for each unbroken run, and its upper edges.
  func band(_ xs: [Double], from low: [Double], to high: [Double]) -> (
    fill: PathData, edge: PathData
  ) {
    var fill = PathData()
    var edge = PathData()
    var lower: [Point] = []
    var upper: [Point] = []
    func finish() {
      fill.polygon(box.clipping(polygon: simplified(upper) + simplified(lower).reversed()))
      for part in box.inset(-0.01).clipping(upper) where part.count > 1 {
        edge.polyline(simplified(part))
      }
      lower = []
      upper = []
    }
    for place in xs.indices {
      if let a = point(xs[place], low[place]), let b = point(xs[place], high[place]) {
        lower.append(a)
        upper.append(b)
      } else {
        finish()
      }
    }
    finish()
    return (fill, edge)
  }
}

/// A label that stands beside the plot, at the height of what it names.
struct EndLabel: Hashable, Sendable {
  var label: Label
  var at: Point
  var style: String
}

/// Heights that are at least `distance` apart and as near as possible to those wished for.
///
/// Least squares under an order: subtract what the distances make up, pool neighbours that are out of
/// order to their mean, add it again.
func spread(_ wished: [Double], distance: Double, within range: ClosedRange<Double>) -> [Double] {
  let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
  var pools: [(sum: Double, count: Int)] = []
  for (rank, place) in order.enumerated() {
    pools.append((wished[place] - Double(rank) * distance, 1))
    while pools.count > 1 {
      let last = pools[pools.count - 1]
      let before = pools[pools.count - 2]
      if before.sum / Double(before.count) <= last.sum / Double(last.count) { break }
      pools.removeLast(2)
      pools.append((before.sum + last.sum, before.count + last.count))
    }
  }
  let top = range.upperBound - Double(wished.count - 1) * distance
  let levels = pools.flatMap { pool in
    [Double](
      repeating: min(max(pool.sum / Double(pool.count), range.lowerBound), top), count: pool.count)
  }
  var result = wished
  for (rank, place) in order.enumerated() { result[place] = levels[rank] + Double(rank) * distance }
  return result
}
