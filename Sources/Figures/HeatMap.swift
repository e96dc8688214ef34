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
        "HeatMap has \(rows.count) rows of \(counts) values for \(names.count) × "
          + "\(columns.count) categories"
      )
    }
    if rows.joined().contains(where: \.isInfinite) {
      throw Fault("HeatMap holds an infinite value")
    }
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
    var inks = Inks()
    var strokes = PathData()
    for (i, row) in rows.enumerated() {
      for (j, value) in row.enumerated() {
        let cell = Rectangle(
          left: plot.box.left + Double(j) * width, top: plot.box.top + Double(i) * height,
          right: plot.box.left + Double(j + 1) * width,
          bottom: plot.box.top + Double(i + 1) * height)
        inks.fill(cell, share(value))
        if showsValues, !value.isNaN {
          scene.write(text(value), at: cell.middle, .middle, "figure-value")
        } else if share(value) < -0.04 {
          // As long as the ink is strong: what is nearly nothing should not look like much.
          let half = min(width * 0.3, 6) * share(value).magnitude.squareRoot()
          strokes.polyline([
            Point(x: cell.middle.x - half, y: cell.middle.y),
            Point(x: cell.middle.x + half, y: cell.middle.y),
          ])
        }
      }
    }
    inks.draw(into: &scene)
    scene.draw(strokes, "figure-minus", on: .front)
    var frame = PathData()
    frame.rectangle(plot.box)
    scene.draw(frame, "figure-grid", on: .axes)
  }

  /// The value's part of the strongest ink, with its sign; NaN stays NaN.
  private func share(_ value: Double) -> Double {
    full == 0 ? value * 0 : min(max(value / full, -1), 1)
  }

  /// Cells by their ink, each ink one path: a large matrix stays a small picture.
  private struct Inks {
    private var paths: [Int: PathData] = [:]
    private var order: [Int] = []
    private var crosses = PathData()

    mutating func fill(_ cell: Rectangle, _ share: Double) {
      if share.isNaN {
        return crosses.polyline([
          Point(x: cell.left, y: cell.bottom), Point(x: cell.right, y: cell.top),
        ])
      }
      let strength = Int((share * HeatMap.ink).rounded())
      if strength == 0 { return }
      if paths[strength] == nil { order.append(strength) }
      paths[strength, default: PathData()].rectangle(cell)
    }

    func draw(into scene: inout Scene) {
      for strength in order {
        scene.draw(
          paths[strength] ?? PathData(), "figure-cell \(strength < 0 ? "below" : "above")",
          strength: Int(strength.magnitude), on: .behind)
      }
      scene.draw(crosses, "figure-rule", on: .axes)
    }
  }

  /// The strongest ink in hundredths: on more, the values could not be read.
  static let ink = 62.0

  /// A scale above the plot, for cells that do not show their values.
  func drawKey(left: Double, y: Double, into scene: inout Scene) {
    let isSigned = rows.joined().contains { $0 < 0 }
    let steps = isSigned ? [-1, -0.6, -0.2, 0.2, 0.6, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]
    let first = Label(isSigned ? shortNumber(-full, significant: 3) : "0")
    var left = left + first.width * Scene.type + 6
    scene.write(first, at: Point(x: left - 6, y: y), .end, "figure-ticks")
    var inks = Inks()
    for step in steps {
      inks.fill(Rectangle(left: left, top: y - 6, right: left + 14, bottom: y + 6), step)
      left += 14
    }
    inks.draw(into: &scene)
    scene.write(
      Label(shortNumber(full, significant: 3)), at: Point(x: left + 6, y: y), .start,
      "figure-ticks")
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
