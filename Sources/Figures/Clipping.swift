// Clipping: what of a line or an area lies on the plot, cut in numbers rather than by a clip path.
// A clip path needs an id, and ids would meet on a page with several figures.

extension Rectangle {
  /// The parts of a polyline inside the rectangle, in order.
  func clipping(_ line: [Point]) -> [[Point]] {
    if line.count == 1 { return contains(line[0]) ? [line] : [] }
    var parts: [[Point]] = []
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (start, end) = clipping(from: a, to: b) else { continue }
      if parts.last?.last == start, start == a {
        parts[parts.count - 1].append(end)
      } else {
        parts.append([start, end])
      }
    }
    return parts
  }

  /// Liang and Barsky: the part of one segment inside, by its parameter's range.
  private func clipping(from a: Point, to b: Point) -> (Point, Point)? {
    let dx = b.x - a.x
    let dy = b.y - a.y
    var enter = 0.0
    var leave = 1.0
    for (p, q) in [
      (-dx, a.x - left), (dx, right - a.x), (-dy, a.y - top), (dy, bottom - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    if enter > leave { return nil }
    let start = enter == 0 ? a : Point(x: a.x + enter * dx, y: a.y + enter * dy)
    let end = leave == 1 ? b : Point(x: a.x + leave * dx, y: a.y + leave * dy)
    return (start, end)
  }

  /// Sutherland and Hodgman: a polygon cut at each of the four sides.
  func clipping(polygon: [Point]) -> [Point] {
    var result = polygon
    let depths: [(Point) -> Double] = [
      { $0.x - left }, { right - $0.x }, { $0.y - top }, { bottom - $0.y },
    ]
    for depth in depths {
      guard let last = result.last else { return [] }
      var kept: [Point] = []
      var previous = last
      for point in result {
        let before = depth(previous)
        let now = depth(point)
        if (before < 0) != (now < 0) {
          let t = before / (before - now)
          kept.append(
            Point(
              x: previous.x + t * (point.x - previous.x), y: previous.y + t * (point.y - previous.y)
            ))
        }
        if now >= 0 { kept.append(point) }
        previous = point
      }
      result = kept
    }
    return result
  }
}

/// Douglas and Peucker: the points without which no part of the line moves by more than a hair.
///
/// It decides in whole tenths of a unit, as paths are written, and therefore exactly: another processor's
/// last bits must not choose other points, for pictures are told apart by what is written.
func simplified(_ line: [Point]) -> [Point] {
  guard line.count > 2 else { return line }
  // Nothing is drawn so far outside that the limit would show.
  func tenths(_ value: Double) -> Int { Int((max(-1e4, min(1e4, value)) * 10).rounded()) }
  let places = line.map { (x: tenths($0.x), y: tenths($0.y)) }
  var keeps = [Bool](repeating: false, count: line.count)
  keeps[0] = true
  keeps[line.count - 1] = true
  var open = [(0, line.count - 1)]
  while let (first, last) = open.popLast() {
    let (a, b) = (places[first], places[last])
    let length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
    var farthest = (place: first, distance: 0.0)
    for place in (first + 1)..<max(last, first + 1) {
      let p = places[place]
      // Squared, times the squared length of the step where that is not zero.
      let cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
      let distance =
        length == 0
        ? Double((p.x - a.x) * (p.x - a.x) + (p.y - a.y) * (p.y - a.y))
        : Double(cross) * Double(cross)
      if distance > farthest.distance { farthest = (place, distance) }
    }
    // A hair is 1.2 tenths.
    if farthest.distance > 1.44 * Double(max(length, 1)) {
      keeps[farthest.place] = true
      open.append((first, farthest.place))
      open.append((farthest.place, last))
    }
  }
  return line.indices.filter { keeps[$0] }.map { line[$0] }
}
