// Bars: a value for each category.

/// A bar for each category of the x axis. Several in one plot stand side by side in groups.
///
/// Bars grow from 0, on a logarithmic axis from its lower end. One that is NaN or infinite is missing.
public struct Bars: Hashable, Sendable {
  /// The bars' values, one for each category.
  public var values: [Double]
  /// Stands above the plot beside a sample of the bars, which have no end for it to stand at.
  public var label: String
  /// How the bars are inked.
  public var style: Style

  /// A bar for each category.
  public init(_ values: [Double], label: String = "", style: Style = .automatic) {
    self.values = values
    self.label = label
    self.style = style
  }
}

extension Bars: Drawable {
  var said: String { named("Bars", label) }
  var styles: [Style] { [style] }
  var xs: [Double] { values.indices.map(Double.init) }
  var ys: [Double] { values }
  var standsOnBase: Bool { true }

  func check(x: Axis, y: Axis) throws(Fault) {
    guard let names = x.names, y.names == nil else {
      throw Fault("\(said) needs an x axis of categories and a y axis of numbers")
    }
    if values.isEmpty { throw Fault("\(said) has no data") }
    guard names.count == values.count else {
      throw Fault("\(said) has \(values.count) values for \(names.count) categories")
    }
  }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    let slot = plot.box.width / (plot.x.upper - plot.x.lower)
    // A group leaves a third of its place free, but no bar is broader than reads as a bar.
    let breadth = min(slot * 0.66 / Double(turn.bars), 40)
    var path = PathData()
    for (place, value) in values.enumerated() {
      guard value.isFinite, let middle = plot.x.place(Double(place)),
        let foot = plot.y.place(plot.y.base), let head = plot.y.place(plot.y.clamped(value))
      else { continue }
      let left = middle + (Double(turn.bar) - Double(turn.bars) / 2) * breadth
      // A hair of paper between neighbours; outlined bars keep their stroke inside.
      let gap = breadth > 6 ? 1.0 : breadth * 0.1
      path.rectangle(
        Rectangle(
          left: left + gap, top: min(foot, head), right: left + breadth - gap,
          bottom: max(foot, head)))
    }
    scene.draw(path, "figure-bar \(turn.classes[0])", on: .behind)
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    [DataColumns(x, xs, [DataColumns.Column(y, label, values)])]
  }
}
