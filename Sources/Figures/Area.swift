// Area and Stack: bands between curves.

/// The band between two curves. A value that is NaN or infinite leaves a gap.
public struct Area: Hashable, Sendable {
  /// Where the curves' points lie along x.
  public var xs: [Double]
  /// The one edge, or nil for the axis' base.
  public var lows: [Double]?
  /// The other edge.
  public var highs: [Double]
  /// Stands at the band's end.
  public var label: String
  /// How the band is inked.
  public var style: Style

  /// The band from 0 (on a logarithmic axis: from its lower end) to the curve.
  public init(_ xs: [Double], _ ys: [Double], label: String = "", style: Style = .automatic) {
    self.xs = xs
    lows = nil
    highs = ys
    self.label = label
    self.style = style
  }

  /// The band between two curves.
  public init(
    _ xs: [Double], from lows: [Double], to highs: [Double], label: String = "",
    style: Style = .automatic
  ) {
    self.xs = xs
    self.lows = lows
    self.highs = highs
    self.label = label
    self.style = style
  }
}

extension Area: Drawable {
  var said: String { named("Area", label) }
  var styles: [Style] { [style] }
  var ys: [Double] { highs + (lows ?? []) }
  var standsOnBase: Bool { lows == nil }

  func check(x: Axis, y: Axis) throws(Fault) {
    try checkCounts([xs.count, highs.count] + (lows.map { [$0.count] } ?? []))
  }

  private func lows(on plot: Plot) -> [Double] {
    lows ?? xs.map { _ in plot.y.base }
  }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    let band = plot.band(xs, from: lows(on: plot), to: highs)
    scene.draw(band.fill, "figure-area \(turn.classes[0])", on: .behind)
    if lows == nil { scene.draw(band.edge, "figure-edge \(turn.classes[0])", on: .behind) }
  }

  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel] {
    bandLabel(label, xs, lows(on: plot), highs, plot, turn.classes[0])
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    guard let lows else { return [DataColumns(x, xs, [DataColumns.Column(y, label, highs)])] }
    let name = label.isEmpty ? "" : label + ", "
    return [
      DataColumns(
        x, xs,
        [
          DataColumns.Column(y, name + "from", lows), DataColumns.Column(y, name + "to", highs),
        ])
    ]
  }
}

/// Bands on top of each other, which add up: the weights of a portfolio through time.
public struct Stack: Hashable, Sendable {
  /// Where the bands' points lie along x.
  public var xs: [Double]
  /// The bands' thicknesses from the lowest up, each with a value for every x; none is negative.
  public var layers: [[Double]]
  /// The bands' names, one for each.
  public var labels: [String]
  /// How the bands are inked, one for each.
  public var styles: [Style]

  /// Bands from the lowest up.
  ///
  /// - Parameters:
  ///   - xs: Where the points lie along x.
  ///   - layers: For each band its thickness at every x.
  ///   - labels: The bands' names.
  ///   - styles: Their looks; without it the series in order.
  public init(_ xs: [Double], _ layers: [[Double]], labels: [String], styles: [Style]? = nil) {
    self.xs = xs
    self.layers = layers
    self.labels = labels
    self.styles = styles ?? layers.map { _ in .automatic }
  }
}

extension Stack: Drawable {
  var said: String { "Stack" }
  var ys: [Double] { sums.flatMap(\.self) }
  var standsOnBase: Bool { true }

  func check(x: Axis, y: Axis) throws(Fault) {
    try checkCounts([xs.count] + layers.map(\.count))
    guard !layers.isEmpty, layers.count == labels.count, layers.count == styles.count else {
      throw Fault(
        "Stack has \(layers.count) layers, \(labels.count) labels and \(styles.count) styles")
    }
    if y.kind == .logarithmic {
      throw Fault("Stack cannot stand on a logarithmic axis, where sums have no picture")
    }
    for (layer, label) in zip(layers, labels) where layer.contains(where: { $0 < 0 }) {
      throw Fault("Stack has a negative value in ‘\(label)’: what is stacked must not shrink")
    }
  }

  /// The bands' upper edges. What lies on a value that is not finite has none either.
  private var sums: [[Double]] {
    var sums: [[Double]] = []
    for layer in layers {
      sums.append(zip(sums.last ?? xs.map { _ in 0 }, layer).map { $0 + $1 })
    }
    return sums
  }

  private var lows: [[Double]] { [xs.map { _ in 0 }] + sums.dropLast() }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    // From the highest down, each from the base: a band's opaque ink covers all but the next one's
    // part, and the edge between two is written once.
    for (place, sum) in sums.enumerated().reversed() {
      let floor = sum.map { $0.isFinite ? plot.y.base : .nan }
      let band = plot.band(xs, from: floor, to: sum)
      scene.draw(band.fill, "figure-band \(turn.classes[place])", on: .behind)
    }
  }

  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel] {
    zip(lows, sums).enumerated().flatMap { place, band in
      bandLabel(labels[place], xs, band.0, band.1, plot, turn.classes[place])
    }
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    [DataColumns(x, xs, zip(labels, layers).map { DataColumns.Column(y, $0, $1) })]
  }
}

/// A band's label: at the middle of its thickness, where it ends on the plot.
private func bandLabel(
  _ label: String, _ xs: [Double], _ lows: [Double], _ highs: [Double], _ plot: Plot,
  _ style: String
) -> [EndLabel] {
  guard !label.isEmpty else { return [] }
  var end: Point?
  for place in xs.indices {
    guard plot.x.contains(xs[place]), let low = plot.point(xs[place], plot.y.clamped(lows[place])),
      let high = plot.point(xs[place], plot.y.clamped(highs[place])), lows[place].isFinite,
      highs[place].isFinite, low.x >= end?.x ?? -.infinity
    else { continue }
    end = Point(x: low.x, y: (low.y + high.y) / 2)
  }
  return end.map { [EndLabel(label: Label(label), at: $0, style: style)] } ?? []
}
