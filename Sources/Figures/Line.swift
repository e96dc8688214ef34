// Line: a curve through points.

/// A line through points, in their order. A value that is NaN or infinite leaves a gap.
public struct Line: Hashable, Sendable {
  /// Where the points lie along x.
  public var xs: [Double]
  /// Their values.
  public var ys: [Double]
  /// Stands at the line's end.
  public var label: String
  /// How the line is inked.
  public var style: Style

  /// A line through the points (xs[i], ys[i]), at least one.
  public init(_ xs: [Double], _ ys: [Double], label: String = "", style: Style = .automatic) {
    self.xs = xs
    self.ys = ys
    self.label = label
    self.style = style
  }

  /// A line over the places 0, 1, 2, …, which on an axis of categories are the categories.
  public init(_ ys: [Double], label: String = "", style: Style = .automatic) {
    self.init(ys.indices.map(Double.init), ys, label: label, style: style)
  }

  /// The curve of a function.
  ///
  /// - Parameters:
  ///   - range: Where the function is drawn.
  ///   - count: At how many places it is evaluated, at least 2.
  ///   - logarithmically: Whether the places have equal ratios rather than equal differences, as a
  ///     logarithmic axis wants it; the range must then be positive.
  ///   - label: Stands at the curve's end.
  ///   - style: How the curve is inked.
  ///   - function: Gives the value at a place; NaN leaves a gap.
  public init(
    over range: ClosedRange<Double>, count: Int = 200, logarithmically: Bool = false,
    label: String = "", style: Style = .automatic, _ function: (Double) throws -> Double
  ) rethrows {
    let xs = places(over: range, count: count, logarithmically: logarithmically)
    self.init(xs, try xs.map(function), label: label, style: style)
  }
}

/// `count` values from one end of a range to the other, both included.
///
/// - Parameters:
///   - range: The first and the last value.
///   - count: How many, at least 2.
///   - logarithmically: Equal ratios instead of equal differences.
public func places(
  over range: ClosedRange<Double>, count: Int, logarithmically: Bool = false
) -> [Double] {
  let first = range.lowerBound
  let last = range.upperBound
  guard count >= 2, first.isFinite, last.isFinite, !logarithmically || first > 0 else {
    fatalError(
      "Figure: cannot lay \(count) places over \(range): two at least, finite, and positive")
  }
  return (0..<count).map { place in
    let share = Double(place) / Double(count - 1)
    if place == 0 { return first }
    if place == count - 1 { return last }
    if logarithmically { return tenTo(log10(first) * (1 - share) + log10(last) * share) }
    return first * (1 - share) + last * share
  }
}

extension Line: Drawable {
  var said: String { named("Line", label) }
  var styles: [Style] { [style] }

  func check(x: Axis, y: Axis) throws(Fault) { try checkCounts([xs.count, ys.count]) }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    var path = PathData()
    for part in plot.visible(xs, ys) { path.polyline(simplified(part)) }
    scene.draw(path, "figure-line \(turn.classes[0])", on: .front)
  }

  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel] {
    guard !label.isEmpty else { return [] }
    // The end is what lies farthest to the right, wherever the data began.
    let all = plot.visible(xs, ys).joined()
    guard let end = all.max(by: { $0.x < $1.x }) else { return [] }
    return [EndLabel(label: Label(label), at: end, style: turn.classes[0])]
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    [DataColumns(x, xs, [DataColumns.Column(y, label, ys)])]
  }
}
