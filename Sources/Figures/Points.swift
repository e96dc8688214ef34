// Points: single observations.

/// Single points. One that is NaN or infinite is not drawn; the table says so.
public struct Points: Hashable, Sendable {
  /// Where the points lie along x.
  public var xs: [Double]
  /// Their values.
  public var ys: [Double]
  /// Stands beside the last of them.
  public var label: String
  /// The points' own names, one for each, or none. A name for which there is no room is left out; the
  /// table has it.
  public var names: [String]
  /// How the points are inked.
  public var style: Style

  /// The points (xs[i], ys[i]), at least one.
  public init(
    _ xs: [Double], _ ys: [Double], label: String = "", names: [String] = [],
    style: Style = .automatic
  ) {
    self.xs = xs
    self.ys = ys
    self.label = label
    self.names = names
    self.style = style
  }

  /// Points at the places 0, 1, 2, …, which on an axis of categories are the categories.
  public init(_ ys: [Double], label: String = "", style: Style = .automatic) {
    self.init(ys.indices.map(Double.init), ys, label: label, style: style)
  }
}

extension Points: Drawable {
  var said: String { named("Points", label) }
  var styles: [Style] { [style] }

  func check(x: Axis, y: Axis) throws(Fault) {
    try checkCounts([xs.count, ys.count] + (names.isEmpty ? [] : [names.count]))
  }

  private func visible(on plot: Plot) -> [(place: Int, point: Point)] {
    zip(xs, ys).enumerated().compactMap { place, value in
      guard let point = plot.point(value.0, value.1), plot.box.inset(-0.01).contains(point) else {
        return nil
      }
      return (place, point)
    }
  }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    let visible = visible(on: plot)
    scene.draw(
      markers(visible.map(\.point), turn.classes[0]), "figure-points \(turn.classes[0])", on: .front
    )
    if names.isEmpty { return }
    for (place, point) in visible {
      scene.writeBeside(
        Label(names[place]), point, "figure-note", avoiding: visible.map(\.point))
    }
  }

  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel] {
    guard !label.isEmpty, let end = visible(on: plot).map(\.point).max(by: { $0.x < $1.x })
    else { return [] }
    return [EndLabel(label: Label(label), at: end, style: turn.classes[0])]
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    var columns = [DataColumns.Column(y, label, ys)]
    if !names.isEmpty {
      columns.append(.init(head: Label("name"), cells: names.map { Label($0).html }))
    }
    return [DataColumns(x, xs, columns)]
  }
}

/// The points as one path, in the shape of their series.
func markers(_ points: [Point], _ style: String) -> PathData {
  var path = PathData()
  for p in points {
    func corner(_ x: Double, _ y: Double) -> Point { Point(x: p.x + x, y: p.y + y) }
    switch style {
    case "series-2":
      path.polygon([corner(-3.5, -3.5), corner(3.5, -3.5), corner(3.5, 3.5), corner(-3.5, 3.5)])
    case "series-3":
      path.polygon([corner(0, -4.5), corner(4.2, 3), corner(-4.2, 3)])
    case "series-4":
      path.polygon([corner(0, -5), corner(5, 0), corner(0, 5), corner(-5, 0)])
    case "series-5":
      path.polyline([corner(-4.5, 0), corner(4.5, 0)])
      path.polyline([corner(0, -4.5), corner(0, 4.5)])
    case "series-6":
      path.polyline([corner(-3.7, -3.7), corner(3.7, 3.7)])
      path.polyline([corner(-3.7, 3.7), corner(3.7, -3.7)])
    default: path.dot(at: p)
    }
  }
  return path
}
