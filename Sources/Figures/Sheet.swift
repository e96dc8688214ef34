// Sheet: how plots, ticks and labels share the picture's width and height.

/// Panels in rows on common axes, with everything decided but their places.
struct Sheet: Sendable {
  var x: Axis
  var y: Axis
  var panels: [Panel]
  /// How many panels stand side by side.
  var columns = 1
  /// Width to height: of the whole for one panel, of a plot for several.
  var aspect: Double
  /// A label for which there is to be room beside the plot whatever the data.
  var roomFor = ""

  /// Places that hold for every panel.
  struct Measures {
    var left: Double
    var right: Double
    var gap: Double
    /// What is kept for the labels inside of each column.
    var inner: Double
    var width: Double
    var height: Double
    var head: Double
    var rowHead: Double
    var xTicks: [Tick]
    var yTicks: [Tick]
  }

  static let foot = 27.0
  static let rowGap = 20.0

  var heatMap: HeatMap? {
    for panel in panels {
      for case .heatMap(let map) in panel.marks { return map }
    }
    return nil
  }

  func check() throws(Fault) {
    if panels.isEmpty { throw Fault("there are no panels") }
    if columns < 1 || columns > 6 { throw Fault("\(columns) panels cannot stand side by side") }
    guard aspect.isFinite, aspect >= 0.25, aspect <= 8 else {
      throw Fault("the aspect \(shortNumber(aspect)) is not between 0.25 and 8")
    }
    for panel in panels {
      try panel.check(x: x, y: y)
      if panel.drawables.contains(where: { $0 is HeatMap }), panels.count + panel.marks.count > 2 {
        throw Fault("HeatMap stands alone on its figure")
      }
    }
    let keys = panels.flatMap(\.marks).compactMap { mark in
      if case .bars(let bars) = mark { Label("—" + bars.label) } else { nil }
    }
    for label in [Label(x.label), Label(y.label)] + keys
    where label.width * Scene.type > Scene.width {
      throw Fault("the label ‘\(label.plain)’ is wider than the picture; shorten it")
    }
  }

  /// The ends of the axes, over the data of all panels.
  private func ends(xTicks: Int, yTicks: Int) throws(Fault) -> (x: Scale, y: Scale) {
    let marks = panels.flatMap(\.drawables)
    let isContinuous = panels.flatMap(\.marks).contains {
      switch $0 {
      case .line, .area, .stack: true
      case .bars, .points, .rule, .text, .heatMap: false
      }
    }
    var ys = marks.flatMap(\.ys)
    if y.kind == .linear, marks.contains(where: \.standsOnBase) { ys.append(0) }
    let across = try x.ends(over: marks.flatMap(\.xs), widened: !isContinuous, ticks: xTicks)
    let up = try y.ends(over: ys, widened: true, ticks: yTicks)
    return (
      Scale(kind: x.kind, lower: across.lower, upper: across.upper, start: 0, end: 1),
      Scale(kind: y.kind, lower: up.lower, upper: up.upper, start: 1, end: 0)
    )
  }

  /// The whole picture.
  func scene() throws(Fault) -> Scene {
    try check()
    var turns: [[Turn]] = []
    for panel in panels { turns.append(try panel.turns()) }
    let keys = Keys(panels, turns)
    let rows = (panels.count + columns - 1) / columns
    let hasTitles = panels.contains { !$0.title.isEmpty }
    var head = y.label.isEmpty ? 9.0 : hasTitles ? 24.0 : 34.0
    head += Double(keys.rows) * Keys.line
    var measures = try measures(head: head, turns: turns)
    let heatKey = heatMap.flatMap { map in
      map.showsValues(cell: measures.width / Double(map.rows[0].count)) ? nil : map
    }
    if heatKey != nil { measures.head += Scene.line }
    let height =
      measures.head + Double(rows) * (measures.rowHead + measures.height)
      + Double(rows - 1) * Sheet.rowGap + Sheet.foot + (x.label.isEmpty ? 0 : Scene.line)

    var scene = Scene(height: height.rounded(.up))
    let scales = try scales()
    let shared = sharesLabels(turns)
    let titles = panels.map { Label($0.title) }
    if let title = titles.first(where: {
      $0.width * Scene.type > measures.width + measures.inner + measures.gap - 6
    }) {
      throw Fault("the panel's title ‘\(title.plain)’ is wider than the panel; shorten it")
    }
    for (place, panel) in panels.enumerated() {
      let plot = plot(place, measures, scales)
      let isFirst = place % columns == 0
      let isLowest = place + columns >= panels.count
      if heatMap == nil {
        drawAxes(plot, measures, panel, into: &scene)
      }
      writeTicks(plot, measures, x: isLowest, y: isFirst, into: &scene)
      scene.writeInside(
        titles[place], at: Point(x: plot.box.left, y: plot.box.top - 15), .start, "figure-title")
      for (mark, turn) in zip(panel.drawables, turns[place]) {
        mark.draw(on: plot, as: turn, into: &scene)
      }
      let endsRow = place % columns == columns - 1 || place == panels.count - 1
      if !shared || endsRow {
        let labels = zip(panel.drawables, turns[place]).flatMap { $0.endLabels(on: plot, as: $1) }
        try write(labels, beside: plot, into: &scene)
      }
      for case .text(let text) in panel.marks { try text.write(on: plot, into: &scene) }
    }
    let edges = plot(min(columns, panels.count) - 1, measures, scales).box
    scene.writeInside(
      Label(y.label), at: Point(x: heatMap == nil ? 0 : measures.left, y: 10), .start, "figure-name"
    )
    scene.writeInside(
      Label(x.label), at: Point(x: edges.right, y: height - 11), .end, "figure-name")
    keys.draw(left: 0, top: y.label.isEmpty ? 0 : 25, into: &scene)
    heatKey?.drawKey(left: edges.left, y: edges.top - 15, into: &scene)
    return scene
  }

  /// The scales over a plot of size 1.
  func scales() throws(Fault) -> (x: Scale, y: Scale) {
    let rows = Double((panels.count + columns - 1) / columns)
    let width = 400 / Double(columns)
    let height = columns == 1 && rows == 1 ? Scene.width / aspect - 80 : width / aspect
    return try ends(xTicks: max(3, Int(width / 66)), yTicks: max(3, Int(height / 36)))
  }

  /// Whether every panel has the same labels, so that it is enough to write them once a row.
  func sharesLabels(_ turns: [[Turn]]) -> Bool {
    guard let scales = try? scales() else { return true }
    let plot = Plot(
      box: Rectangle(left: 0, top: 0, right: 1, bottom: 1), x: scales.x, y: scales.y)
    let all = zip(panels, turns).map { panel, turns in
      Set(
        zip(panel.drawables, turns).flatMap { $0.endLabels(on: plot, as: $1) }.map {
          [$0.label.plain, $0.style]
        })
    }
    return Set(all).count <= 1
  }

  /// The widest label beside a plot.
  private func labelWidth(_ turns: [[Turn]], _ scales: (x: Scale, y: Scale)) throws(Fault)
    -> Double
  {
    let plot = Plot(
      box: Rectangle(left: 0, top: 0, right: 1, bottom: 1), x: scales.x, y: scales.y)
    var widest = Label(roomFor)
    for (panel, turns) in zip(panels, turns) {
      for (mark, turn) in zip(panel.drawables, turns) {
        for end in mark.endLabels(on: plot, as: turn) where end.label.width > widest.width {
          widest = end.label
        }
      }
    }
    let width = widest.width * Scene.type
    if width > Scene.width * 0.45 {
      throw Fault(
        "the label ‘\(widest.plain)’ is too long to stand beside the plot; about 24 letters fit")
    }
    return widest.isEmpty ? 0 : width + 12
  }

  private func measures(head: Double, turns: [[Turn]]) throws(Fault) -> Measures {
    let scales = try scales()
    let labels = try labelWidth(turns, scales)
    let shared = sharesLabels(turns)
    let hasTitles = panels.contains { !$0.title.isEmpty }
    let count = Double(columns)
    var m = Measures(
      left: 0, right: max(shared ? labels : 0, 5), gap: 22, inner: shared ? 0 : labels, width: 0,
      height: 0, head: head, rowHead: hasTitles ? 28 : 0, xTicks: [], yTicks: [])
    // Widths depend on ticks and ticks on widths; after a few rounds both rest.
    for _ in 0..<5 {
      m.width =
        (Scene.width - m.left - m.right - count * m.inner - (count - 1) * m.gap) / count
      if m.width < 50 {
        throw Fault("there is no room for \(columns) plots side by side with these labels")
      }
      m.height =
        panels.count == 1
        ? Scene.width / aspect - 34 - Sheet.foot - Scene.line : m.width / aspect
      if let heatMap {
        let cell = min(m.width / Double(heatMap.rows[0].count), 340 / Double(heatMap.rows.count))
        m.height = cell * Double(heatMap.rows.count)
        m.right += m.width - cell * Double(heatMap.rows[0].count)
        m.width = cell * Double(heatMap.rows[0].count)
      }
      if m.height < 40 { throw Fault("the plot is too flat; give it a smaller aspect") }
      var across = scales.x
      across.end = m.width
      var up = scales.y
      up.start = m.height
      m.yTicks = try up.ticks(y, count: max(3, Int(m.height / 36))) { _ in Scene.line }
      m.xTicks = try across.ticks(x, count: max(3, Int(m.width / 66))) {
        $0.width * Scene.type + 10
      }
      let widest = m.yTicks.map { $0.label.width }.max() ?? 0
      let left = widest * Scene.type + (heatMap == nil ? 9 : 7)
      if left > Scene.width * 0.45 {
        throw Fault("the names along \(y.said) leave no room for the plot; shorten them")
      }
      let over = m.xTicks.filter { !$0.label.isEmpty }.map { tick in
        let half = tick.label.width * Scene.type / 2
        let place = across.place(tick.value) ?? 0
        return (before: half - place, behind: place + half - m.width)
      }
      let before = over.map(\.before).max() ?? 0
      let behind = over.map(\.behind).max() ?? 0
      m.left = max(left, before, m.left)
      m.right = max(m.right, behind - m.inner + 1)
      if columns > 1 { m.gap = max(m.gap, before + behind + 8 - m.inner) }
    }
    return m
  }

  private func plot(_ place: Int, _ m: Measures, _ scales: (x: Scale, y: Scale)) -> Plot {
    let column = Double(place % columns)
    let row = Double(place / columns)
    let left = m.left + column * (m.width + m.inner + m.gap)
    let top = m.head + m.rowHead + row * (m.rowHead + m.height + Sheet.rowGap)
    let box = Rectangle(left: left, top: top, right: left + m.width, bottom: top + m.height)
    var plot = Plot(box: box, x: scales.x, y: scales.y)
    plot.x.start = box.left
    plot.x.end = box.right
    // Categories are read from the top down.
    plot.y.start = y.names == nil ? box.bottom : box.top
    plot.y.end = y.names == nil ? box.top : box.bottom
    return plot
  }
}
