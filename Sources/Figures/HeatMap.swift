// HeatMap: a matrix in shades.

/// A matrix in shades: the larger a value's size, the stronger its ink; one colour above 0, another
/// below. Rows run from the top down, over the y axis' categories; columns over those of x.
///
/// Where there is room the cells show their values. Where there is none, negative cells carry a
/// stroke, and a scale stands above. NaN is an empty, crossed cell; ∞ stops the program.
public struct HeatMap: Hashable, Sendable {
  /// The matrix by rows.
  public var rows: [[Double]]
  /// How many decimals the cells show.
  public var decimals: Int
  /// The value of the strongest ink, or nil for the largest in the matrix. Give it in sweeps.
  public var largest: Double?

  /// A matrix in shades.
  public init(_ rows: [[Double]], decimals: Int = 2, largest: Double? = nil) {
    self.rows = rows
    self.decimals = decimals
    self.largest = largest
  }
}

extension HeatMap: Drawable {
  var said: String { "HeatMap" }
  var styles: [Style] { [.ink] }
  var xs: [Double] { [] }
  var ys: [Double] { [] }

  func check(x: Axis, y: Axis) throws(Fault) {
    guard let columns = x.names, let names = y.names else {
      throw Fault("HeatMap needs categories on both axes")
    }
    guard !columns.isEmpty, !names.isEmpty else { throw Fault("HeatMap has no data") }
    guard rows.count == names.count, rows.allSatisfy({ $0.count == columns.count }) else {
      let counts = Set(rows.map(\.count)).sorted().map(String.init).joined(separator: " or ")
      throw Fault(
        "HeatMap has \(rows.count) rows of \(counts) values for \(names.count) × \(columns.count) categories"
      )
    }
    if rows.joined().contains(where: \.isInfinite) { throw Fault("HeatMap holds an infinite value") }
    if let largest, !(largest > 0 && largest.isFinite) {
      throw Fault("HeatMap cannot use \(shortNumber(largest)) as its largest value")
    }
    if !(0...12).contains(decimals) { throw Fault("HeatMap cannot show \(decimals) decimals") }
  }

  /// The value of full ink.
  var full: Double {
    largest ?? rows.joined().filter { !$0.isNaN }.map(\.magnitude).max() ?? 0
  }

  private func text(_ value: Double) -> Label {
    Label(Numeral(value).fixed(decimals: decimals))
  }

  /// Whether cells of this size have room for their values.
  func showsValues(cell: Double) -> Bool {
    guard cell >= Scene.type * 1.3 else { return false }
    return rows.joined().allSatisfy { $0.isNaN || text($0).width * Scene.type + 6 <= cell }
  }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    let width = plot.box.width / Double(rows[0].count)
    let height = plot.box.height / Double(rows.count)
    let showsValues = showsValues(cell: width)
    for (i, row) in rows.enumerated() {
      for (j, value) in row.enumerated() {
        let cell = Rectangle(
          left: plot.box.left + Double(j) * width, top: plot.box.top + Double(i) * height,
          right: plot.box.left + Double(j + 1) * width,
          bottom: plot.box.top + Double(i + 1) * height)
        draw(value, in: cell, into: &scene)
        if showsValues, !value.isNaN {
          scene.write(text(value), at: cell.middle, .middle, "figure-value")
        } else if !value.isNaN, value < 0, width >= 7 {
          var stroke = PathData()
          stroke.polyline([
            Point(x: cell.middle.x - min(width / 4, 5), y: cell.middle.y),
            Point(x: cell.middle.x + min(width / 4, 5), y: cell.middle.y),
          ])
          scene.draw(stroke, "figure-minus", on: .front)
        }
      }
    }
  }

  private func draw(_ value: Double, in cell: Rectangle, into scene: inout Scene) {
    var path = PathData()
    if value.isNaN {
      path.polyline([
        Point(x: cell.left, y: cell.bottom), Point(x: cell.right, y: cell.top),
      ])
      return scene.draw(path, "figure-rule", on: .axes)
    }
    path.rectangle(cell)
    let share = full == 0 ? 0 : min(value.magnitude / full, 1)
    scene.draw(
      path, "figure-cell \(value < 0 ? "below" : "above")",
      strength: Int((share * HeatMap.ink).rounded()), on: .behind)
  }

  /// The strongest ink in hundredths: on more, the values could not be read.
  static let ink = 62.0

  /// A scale above the plot, for cells that do not show their values.
  func drawKey(right: Double, y: Double, into scene: inout Scene) {
    let isSigned = rows.joined().contains { $0 < 0 }
    let steps = isSigned ? [-1, -0.6, -0.2, 0.2, 0.6, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]
    let end = Label(shortNumber(full, significant: 3))
    scene.write(end, at: Point(x: right, y: y), .end, "figure-ticks")
    var left = right - end.width * Scene.type - 6 - Double(steps.count) * 14
    scene.write(
      Label(isSigned ? shortNumber(-full, significant: 3) : "0"), at: Point(x: left - 6, y: y),
      .end, "figure-ticks")
    for step in steps {
      draw(
        step * (full == 0 ? 1 : full),
        in: Rectangle(left: left, top: y - 6, right: left + 14, bottom: y + 6), into: &scene)
      left += 14
    }
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    let heads = x.names ?? []
    let corner = [y.label, x.label].filter { !$0.isEmpty }.joined(separator: " \\\\ ")
    return [
      DataColumns(
        keyHead: Label(corner), keys: (y.names ?? []).map { Label($0).html },
        columns: heads.indices.map { j in
          .init(head: Label(heads[j]), cells: rows.map { DataColumns.cell($0[j]) })
        })
    ]
  }
}
