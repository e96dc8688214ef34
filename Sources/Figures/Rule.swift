// Rule and Text: what an author adds to the data.

/// A straight line across the plot at one value.
public struct Rule: Hashable, Sendable {
  /// Which axis the value belongs to.
  public enum Place: Hashable, Sendable {
    /// A vertical line.
    case x(Double)
    /// A horizontal line.
    case y(Double)
  }

  /// Where the line stands. On an axis of categories the places count from 0.
  public var place: Place
  /// Stands at the line's end: at the right, or at the top.
  public var label: String

  /// A horizontal line.
  public init(y: Double, label: String = "") {
    place = .y(y)
    self.label = label
  }

  /// A vertical line.
  public init(x: Double, label: String = "") {
    place = .x(x)
    self.label = label
  }
}

extension Rule: Drawable {
  var said: String { named("Rule", label) }
  var styles: [Style] { [.faded] }
  var xs: [Double] { if case .x(let value) = place { [value] } else { [] } }
  var ys: [Double] { if case .y(let value) = place { [value] } else { [] } }

  func check(x: Axis, y: Axis) throws(Fault) {
    if let value = (xs + ys).first(where: { !$0.isFinite }) {
      throw Fault("\(said) has no place: its value is \(shortNumber(value))")
    }
  }

  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {
    var path = PathData()
    switch place {
    case .y(let value):
      guard plot.y.contains(value), let y = plot.y.place(value) else { return }
      path.polyline([Point(x: plot.box.left, y: y), Point(x: plot.box.right, y: y)])
    case .x(let value):
      guard plot.x.contains(value), let x = plot.x.place(value) else { return }
      path.polyline([Point(x: x, y: plot.box.top), Point(x: x, y: plot.box.bottom)])
      writeAtTop(x, plot, into: &scene)
    }
    scene.draw(path, "figure-rule", on: .axes)
  }

  /// At the top, right of the line or else left of it, below the labels that are there already.
  private func writeAtTop(_ x: Double, _ plot: Plot, into scene: inout Scene) {
    let label = Label(label)
    if label.isEmpty { return }
    let isRight = x + 6 + label.width * Scene.type <= plot.box.right
    var words = Scene.Words(
      label: label, at: Point(x: isRight ? x + 6 : x - 6, y: plot.box.top + 9),
      anchor: isRight ? .start : .end, style: "figure-note")
    while scene.words.contains(where: { $0.box.overlaps(words.box) }) { words.at.y += Scene.line }
    scene.writeInside(words.label, at: words.at, words.anchor, words.style)
  }

  func endLabels(on plot: Plot, as turn: Turn) -> [EndLabel] {
    guard case .y(let value) = place, !label.isEmpty, plot.y.contains(value),
      let y = plot.y.place(value)
    else { return [] }
    return [EndLabel(label: Label(label), at: Point(x: plot.box.right, y: y), style: "faded")]
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    let (axis, value) =
      switch place {
      case .x(let value): (x, value)
      case .y(let value): (y, value)
      }
    let name = label.isEmpty ? "line" : label
    return [
      DataColumns(
        keyHead: Label("line across"), keys: [Label(name).html],
        columns: [.init(head: Label("where"), cells: [axis.cell(value, saying: true)])])
    ]
  }
}

/// Words at a place of the plot, in the colour of text.
public struct Text: Hashable, Sendable {
  /// On which side of its place the text stands.
  public enum Side: Hashable, Sendable {
    case left, right, above, below, centre
  }

  /// The words. Know `*T*`, `T_1` and `10^{-3}`.
  public var words: String
  /// The place they belong to.
  public var x: Double
  /// The place they belong to.
  public var y: Double
  /// Where they stand beside it. At the sheet's edge they move in; where other words stand already
  /// they take another side, and if there is no room at all the program ends with a message.
  public var side: Side

  /// Words at a place of the plot.
  public init(_ words: String, x: Double, y: Double, _ side: Side = .right) {
    self.words = words
    self.x = x
    self.y = y
    self.side = side
  }
}

extension Text: Drawable {
  var said: String { named("Text", words) }
  var styles: [Style] { [.ink] }
  var xs: [Double] { [x] }
  var ys: [Double] { [y] }

  func check(x: Axis, y: Axis) throws(Fault) {
    if !self.x.isFinite || !self.y.isFinite { throw Fault("\(said) has no place") }
    let width = Label(words).width * Scene.type
    if width > Scene.width { throw Fault("\(said) is wider than the picture; shorten it") }
  }

  /// Nothing: texts are written when all that is not the author's own place has its place.
  func draw(on plot: Plot, as turn: Turn, into scene: inout Scene) {}

  func write(on plot: Plot, into scene: inout Scene) throws(Fault) {
    guard let point = plot.point(x, y), plot.box.inset(-0.01).contains(point) else { return }
    let (dx, dy, anchor): (Double, Double, Scene.Anchor) =
      switch side {
      case .left: (-8, 0, .end)
      case .right: (8, 0, .start)
      case .above: (0, -14, .middle)
      case .below: (0, 14, .middle)
      case .centre: (0, 0, .middle)
      }
    let label = Label(words)
    let place = Point(x: point.x + dx, y: point.y + dy)
    var alone = Scene(height: scene.height)
    alone.writeInside(label, at: place, anchor, "figure-note")
    if let box = alone.words.first?.box, scene.words.contains(where: { $0.box.overlaps(box) }) {
      guard scene.writeBeside(label, point, "figure-note") else {
        throw Fault("\(said) has no room at its place; move or shorten it")
      }
    } else {
      scene.writeInside(label, at: place, anchor, "figure-note")
    }
  }

  func columns(x: Axis, y: Axis) -> [DataColumns] {
    [
      DataColumns(
        keyHead: Label("note"), keys: [Label(words).html],
        columns: [
          .init(
            head: Label("where"),
            cells: [x.cell(self.x, saying: true) + ", " + y.cell(self.y, saying: true)])
        ])
    ]
  }
}
