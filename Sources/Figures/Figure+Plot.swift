// Figure: plots and small multiples, as an essay writes them.

extension Figure {
  /// A plot.
  ///
  ///     Figure("Decay", describing: "The rate falls with time.",
  ///       x: .linear("*t* (s)", 0...10), y: .linear("rate")) {
  ///       Line(over: 0...10, label: "theory") { exp(-$0) }
  ///       Points(times, rates, label: "measured")
  ///     }
  ///
  /// Data that cannot be drawn (none, unequal counts, nothing finite, 0 on a logarithmic axis, labels
  /// without room) end the program with a message. NaN and ∞ are gaps, which the table names. What
  /// lies outside of given ranges is cut off, which the table's caption says.
  ///
  /// - Parameters:
  ///   - title: What the picture shows, in a few words.
  ///   - description: What one sees in it, for somebody who does not.
  ///   - x: The axis from left to right.
  ///   - y: The axis upwards; its label stands above it.
  ///   - aspect: Width to height, of the whole picture.
  ///   - roomFor: The longest label that will stand beside the plot in any frame of a sweep, so that
  ///     the plot's width stays the same in all.
  ///   - file: Where the message points to.
  ///   - line: Where the message points to.
  ///   - marks: What the plot holds.
  public init(
    _ title: String, describing description: String, x: Axis, y: Axis, aspect: Double = 1.6,
    roomFor: String = "", file: StaticString = #fileID, line: UInt = #line,
    @MarkBuilder _ marks: () throws -> [Mark]
  ) rethrows {
    let sheet = Sheet(
      x: x, y: y, panels: [Panel(marks: try marks())], aspect: aspect, roomFor: roomFor)
    self = drawnOrStopped(file, line) { () throws(Fault) in
      try sheet.figure(title, description)
    }
  }

  /// Several plots on the same axes.
  ///
  ///     Figure.multiples("Decay", describing: "…", x: .linear("*t* (s)"), y: .linear("rate")) {
  ///       for rate in [0.1, 1, 10] { Panel("*r* = \(rate)") { Line(over: 0...10) { exp(-rate * $0) } } }
  ///     }
  ///
  /// If every panel has the same labels beside it, they are written only at the rows' ends.
  ///
  /// - Parameters:
  ///   - title: What the picture shows, in a few words.
  ///   - description: What one sees in it, for somebody who does not.
  ///   - columns: How many stand side by side.
  ///   - x: The axis from left to right.
  ///   - y: The axis upwards.
  ///   - aspect: Width to height, of each plot.
  ///   - file: Where a message points to.
  ///   - line: Where a message points to.
  ///   - panels: The plots, row by row.
  public static func multiples(
    _ title: String, describing description: String, columns: Int = 3, x: Axis, y: Axis,
    aspect: Double = 1.1, file: StaticString = #fileID, line: UInt = #line,
    @PanelBuilder _ panels: () throws -> [Panel]
  ) rethrows -> Figure {
    let panels = try panels()
    let sheet = Sheet(
      x: x, y: y, panels: panels, columns: min(columns, max(panels.count, 1)), aspect: aspect)
    return drawnOrStopped(file, line) { () throws(Fault) in
      try sheet.figure(title, description)
    }
  }
}

extension Sheet {
  func figure(_ title: String, _ description: String) throws(Fault) -> Figure {
    let title = Label(title)
    let description = Label(description).plain
    let scene = try scene()
    let scales = try scales()
    let data = panels.flatMap { panel in
      panel.drawables.flatMap { $0.columns(x: x, y: y) }.map { columns in
        var columns = columns
        columns.title = Label(panel.title)
        return columns
      }
    }
    let outside = panels.reduce(0) { $0 + $1.outside(x: scales.x, y: scales.y) }
    let notes = outside == 0 ? [] : ["\(outside) of the values lie outside the picture"]
    return Figure(
      title: title.plain, description: description,
      svg: scene.svg(title: title.plain, description: description),
      table: dataTable(title, data, notes: notes))
  }
}
