// Scene: shapes and words with their places, before they become SVG; what the tests measure.

struct Scene: Sendable {
  enum Layer: Int, CaseIterable, Sendable { case behind, axes, front }
  enum Anchor: String, Hashable, Sendable { case start, middle, end }

  struct Shape: Hashable, Sendable {
    var path: PathData
    var style: String
    /// How strongly a heat map's cell is inked, in hundredths.
    var strength: Int?
    var layer: Layer
  }

  /// Words whose height's middle is at `at.y`.
  struct Words: Hashable, Sendable {
    var label: Label
    var at: Point
    var anchor: Anchor
    var style: String

    /// What the words cover at their largest, on a phone.
    var box: Rectangle {
      let width = label.width * Scene.type
      let left =
        switch anchor {
        case .start: at.x
        case .middle: at.x - width / 2
        case .end: at.x - width
        }
      return Rectangle(
        left: left, top: at.y - Scene.type * 0.52, right: left + width,
        bottom: at.y + Scene.type * 0.52)
    }
  }

  /// The width of every picture in its own units. At 340 px a unit is 0.71 px.
  static let width = 480.0
  /// The size of type that layouts reckon with: 12 px on a phone. The style sheet sets it, and sets
  /// less where a picture is shown wider.
  static let type = 17.0
  /// The distance of two lines of type.
  static let line = 21.0

  var height: Double
  private(set) var shapes: [Shape] = []
  private(set) var words: [Words] = []

  init(height: Double) { self.height = height }

  var sheet: Rectangle { Rectangle(left: 0, top: 0, right: Scene.width, bottom: height) }

  mutating func draw(
    _ path: PathData, _ style: String, strength: Int? = nil, on layer: Layer
  ) {
    if path.isEmpty { return }
    shapes.append(Shape(path: path, style: style, strength: strength, layer: layer))
  }

  mutating func write(_ label: Label, at point: Point, _ anchor: Anchor, _ style: String) {
    if label.isEmpty { return }
    words.append(Words(label: label, at: point, anchor: anchor, style: style))
  }

  /// Writes words, moved as little as is needed to keep them on the sheet.
  mutating func writeInside(_ label: Label, at point: Point, _ anchor: Anchor, _ style: String) {
    var words = Words(label: label, at: point, anchor: anchor, style: style)
    let box = words.box
    if box.right > Scene.width { words.at.x -= box.right - Scene.width }
    if words.box.left < 0 { words.at.x -= words.box.left }
    words.at.y = min(max(words.at.y, box.height / 2), height - box.height / 2)
    if !label.isEmpty { self.words.append(words) }
  }

  /// Writes words beside a point, where they cover nothing that is there already.
  ///
  /// - Parameter avoided: Places that are better left free.
  /// - Returns: Whether there was such a place; if not, nothing was written.
  @discardableResult mutating func writeBeside(
    _ label: Label, _ point: Point, _ style: String, avoiding avoided: [Point] = []
  ) -> Bool {
    let near = 9.0
    let line = Scene.type * 0.52 + 6
    let places: [(Point, Anchor)] = [
      (Point(x: point.x + near, y: point.y), .start),
      (Point(x: point.x - near, y: point.y), .end),
      (Point(x: point.x, y: point.y - line), .middle),
      (Point(x: point.x, y: point.y + line), .middle),
      (Point(x: point.x + 6, y: point.y - line), .start),
      (Point(x: point.x - 6, y: point.y - line), .end),
      (Point(x: point.x + 6, y: point.y + line), .start),
      (Point(x: point.x - 6, y: point.y + line), .end),
    ]
    var best: (words: Words, cost: Int)?
    for (place, anchor) in places {
      let candidate = Words(label: label, at: place, anchor: anchor, style: style)
      let box = candidate.box
      guard sheet.contains(box), !words.contains(where: { $0.box.overlaps(box) }) else { continue }
      let cost = avoided.filter(box.contains).count
      if cost < best?.cost ?? .max { best = (candidate, cost) }
    }
    guard let best, !label.isEmpty else { return false }
    words.append(best.words)
    return true
  }

  /// The scene as an `<svg>` element without ids, colours and sizes of type: those are the page's.
  func svg(title: String, description: String) -> String {
    let title = escaped(title)
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure-picture\" "
    text += "viewBox=\"0 0 \(coordinate(Scene.width)) \(coordinate(height))\" "
    text += "role=\"img\" aria-label=\"\(title)\"><title>\(title)</title>"
    if !description.isEmpty { text += "<desc>\(escaped(description))</desc>" }
    for layer in Layer.allCases {
      for shape in shapes where shape.layer == layer {
        text += "<path class=\"\(shape.style)\""
        if let strength = shape.strength {
          text += " fill-opacity=\"\(strength == 100 ? "1" : "." + twoDigits(strength))\""
        }
        text += " d=\"\(shape.path.text)\"/>"
      }
    }
    text += wordsInGroups()
    return text + "</svg>"
  }

  private func twoDigits(_ hundredths: Int) -> String {
    hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
  }

  /// Neighbours of one kind share a `<g>`, which keeps a sweep's frames small.
  private func wordsInGroups() -> String {
    var text = ""
    var open: (style: String, anchor: Anchor)?
    for word in words {
      if open == nil || open?.style != word.style || open?.anchor != word.anchor {
        if open != nil { text += "</g>" }
        text += "<g class=\"\(word.style)\""
        if word.anchor != .start { text += " text-anchor=\"\(word.anchor.rawValue)\"" }
        text += ">"
        open = (word.style, word.anchor)
      }
      let place = "<text x=\"\(coordinate(word.at.x))\" y=\"\(coordinate(word.at.y))\""
      // A script at the very start brings its own shift, which would replace the text's.
      let beginsWithScript = word.label.runs.first?.script != Label.Script.none
      text += place + (beginsWithScript ? ">" : " dy=\".33em\">")
      text += word.label.svg(lowered: beginsWithScript ? 33 : 0) + "</text>"
    }
    return open == nil ? text : text + "</g>"
  }
}
