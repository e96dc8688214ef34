// PathData: the `d` of an SVG path, in whole tenths of a unit and relative steps: short, without drift.

struct PathData: Hashable, Sendable {
  private(set) var text = ""
  /// What the path covers, without its stroke's width; nil while nothing is drawn.
  private(set) var bounds: Rectangle?
  private var pen = (x: 0, y: 0)
  private var command: Character = "M"

  init() {}

  static func == (a: PathData, b: PathData) -> Bool { a.text == b.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  var isEmpty: Bool { text.isEmpty }

  mutating func move(to point: Point) {
    text += "M"
    pen = tenths(point)
    write(pen.x, first: true)
    write(pen.y, first: false)
    command = "M"
    cover()
  }

  mutating func line(to point: Point) {
    let target = tenths(point)
    let step = (x: target.x - pen.x, y: target.y - pen.y)
    if step.x == 0 && step.y == 0 { return }
    let next: Character = step.y == 0 ? "h" : step.x == 0 ? "v" : "l"
    let fresh = next != command
    if fresh { text.append(next) }
    if next != "v" { write(step.x, first: fresh) }
    if next != "h" { write(step.y, first: fresh && next == "v") }
    command = next
    pen = target
    cover()
  }

  /// A path of no length: a round cap makes it a dot.
  mutating func dot(at point: Point) {
    move(to: point)
    text += "h0"
    command = "h"
  }

  mutating func close() {
    text += "z"
    command = "z"
  }

  mutating func polyline(_ points: [Point]) {
    guard let first = points.first else { return }
    move(to: first)
    for point in points.dropFirst() { line(to: point) }
    // A run that rounding drew together into one place is still to be seen.
    if command == "M" {
      text += "h0"
      command = "h"
    }
  }

  mutating func polygon(_ points: [Point]) {
    guard points.count >= 3 else { return }
    polyline(points)
    close()
  }

  mutating func rectangle(_ box: Rectangle) {
    polygon([
      Point(x: box.left, y: box.top), Point(x: box.right, y: box.top),
      Point(x: box.right, y: box.bottom), Point(x: box.left, y: box.bottom),
    ])
  }

  private func tenths(_ point: Point) -> (x: Int, y: Int) {
    (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
  }

  private mutating func cover() {
    let x = Double(pen.x) / 10
    let y = Double(pen.y) / 10
    let here = Rectangle(left: x, top: y, right: x, bottom: y)
    bounds = bounds?.union(here) ?? here
  }

  private mutating func write(_ tenths: Int, first: Bool) {
    if tenths < 0 { text += "-" } else if !first { text += " " }
    let size = Int(tenths.magnitude)
    if size >= 10 || size == 0 { text += String(size / 10) }
    if size % 10 != 0 { text += ".\(size % 10)" }
  }
}

/// A coordinate for an attribute, in tenths of a unit.
func coordinate(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let size = Int(tenths.magnitude)
  return sign + String(size / 10) + (size % 10 == 0 ? "" : ".\(size % 10)")
}
