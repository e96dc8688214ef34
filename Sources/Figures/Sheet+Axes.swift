// Sheet: axes, ticks and the labels beside a plot.

extension Sheet {
  func drawAxes(_ plot: Plot, _ m: Measures, _ panel: Panel, into scene: inout Scene) {
    var path = PathData()
    let box = plot.box
    path.polyline([
      Point(x: box.left, y: box.top), Point(x: box.left, y: box.bottom),
      Point(x: box.right, y: box.bottom),
    ])
    for tick in m.xTicks where x.names == nil {
      guard let place = plot.x.place(tick.value) else { continue }
      let length = tick.label.isEmpty ? 2.5 : 5
      path.polyline([Point(x: place, y: box.bottom), Point(x: place, y: box.bottom + length)])
    }
    for tick in m.yTicks where y.names == nil {
      guard let place = plot.y.place(tick.value) else { continue }
      let length = tick.label.isEmpty ? 2.5 : 5
      path.polyline([Point(x: box.left - length, y: place), Point(x: box.left, y: place)])
    }
    if panel.drawables.contains(where: \.standsOnBase), plot.y.base > plot.y.lower,
      let base = plot.y.place(plot.y.base)
    {
      path.polyline([Point(x: box.left, y: base), Point(x: box.right, y: base)])
    }
    scene.draw(path, "figure-axis", on: .axes)
  }

  func writeTicks(
    _ plot: Plot, _ m: Measures, x writesX: Bool, y writesY: Bool, into scene: inout Scene
  ) {
    for tick in m.yTicks where writesY {
      guard let place = plot.y.place(tick.value) else { continue }
      let left = plot.box.left - (heatMap == nil ? 8 : 6)
      scene.write(tick.label, at: Point(x: left, y: place), .end, "figure-ticks")
    }
    for tick in m.xTicks where writesX {
      guard let place = plot.x.place(tick.value) else { continue }
      scene.write(
        tick.label, at: Point(x: place, y: plot.box.bottom + 17), .middle, "figure-ticks")
    }
  }

  /// Labels at the heights of what they name, moved apart, with a thin line to what they left.
  func write(_ labels: [EndLabel], beside plot: Plot, into scene: inout Scene) throws(Fault) {
    if labels.isEmpty { return }
    let box = plot.box
    if Double(labels.count - 1) * Scene.line > box.height {
      throw Fault(
        "\(labels.count) labels cannot stand beside the plot; make it higher by a smaller aspect")
    }
    let heights = spread(
      labels.map(\.at.y), distance: Scene.line, within: box.top...box.bottom)
    for (end, height) in zip(labels, heights) {
      scene.write(
        end.label, at: Point(x: box.right + 10, y: height), .start, "figure-label \(end.style)")
      if (height - end.at.y).magnitude > 5 || box.right - end.at.x > 14 {
        var lead = PathData()
        lead.polyline([
          Point(x: min(end.at.x + 3, box.right), y: end.at.y), Point(x: box.right + 7, y: height),
        ])
        scene.draw(lead, "figure-lead", on: .axes)
      }
    }
  }
}

/// The labels of bars, in rows above the plot, each behind a sample.
struct Keys: Sendable {
  static let line = 24.0
  private var items: [(label: Label, style: String, left: Double, row: Int)] = []
  private(set) var rows = 0

  init(_ panels: [Panel], _ turns: [[Turn]]) {
    var left = 0.0
    for (panel, turns) in zip(panels, turns) {
      for (mark, turn) in zip(panel.marks, turns) {
        guard case .bars(let bars) = mark, !bars.label.isEmpty else { continue }
        let label = Label(bars.label)
        if items.contains(where: { $0.label == label && $0.style == turn.classes[0] }) { continue }
        let width = 20 + label.width * Scene.type
        if rows == 0 || left + width > Scene.width {
          rows += 1
          left = 0
        }
        items.append((label, turn.classes[0], left, rows - 1))
        left += width + 18
      }
    }
  }

  func draw(left: Double, top: Double, into scene: inout Scene) {
    for item in items {
      let y = top + 12 + Double(item.row) * Keys.line
      var sample = PathData()
      sample.rectangle(
        Rectangle(
          left: left + item.left + 1, top: y - 6, right: left + item.left + 13, bottom: y + 6))
      scene.draw(sample, "figure-bar \(item.style)", on: .behind)
      scene.write(
        item.label, at: Point(x: left + item.left + 19, y: y), .start,
        "figure-label \(item.style)")
    }
  }
}
