// Geometry: paths, cutting and thinning of curves, labels moved apart.

import Testing

@testable import Figures

struct GeometryTests {
  private let box = Rectangle(left: 0, top: 0, right: 100, bottom: 100)

  @Test func pathsAreShortAndRelative() {
    var path = PathData()
    path.polyline([
      Point(x: 1.04, y: 2), Point(x: 11, y: 2), Point(x: 11, y: 1.5), Point(x: 12.25, y: 4),
      Point(x: 13, y: 3), Point(x: 13, y: 3.04),
    ])
    #expect(path.text == "M1 2h10v-.5l1.3 2.5 .7-1")
    #expect(path.bounds == Rectangle(left: 1, top: 1.5, right: 13, bottom: 4))
  }

  /// Steps are taken from where rounding put the pen, not from where the curve was.
  @Test func roundingDoesNotAddUp() {
    var path = PathData()
    path.polyline((0...1000).map { Point(x: Double($0) * 0.34, y: Double($0 % 2)) })
    #expect(path.bounds?.right == 340)
  }

  @Test func aSinglePointIsADot() {
    var path = PathData()
    path.polyline([Point(x: 5, y: 5)])
    #expect(path.text == "M5 5h0")
  }

  @Test func linesAreCutAtTheBox() {
    let parts = box.clipping([
      Point(x: -50, y: 50), Point(x: 50, y: 50), Point(x: 50, y: 150), Point(x: 80, y: 150),
      Point(x: 80, y: 20),
    ])
    #expect(
      parts == [
        [Point(x: 0, y: 50), Point(x: 50, y: 50), Point(x: 50, y: 100)],
        [Point(x: 80, y: 100), Point(x: 80, y: 20)],
      ])
    #expect(box.clipping([Point(x: -5, y: -5), Point(x: -1, y: 300)]).isEmpty)
    #expect(box.clipping([Point(x: 0, y: 0)]) == [[Point(x: 0, y: 0)]])
  }

  @Test func polygonsAreCutAtTheBox() {
    let cut = box.clipping(polygon: [
      Point(x: -100, y: 20), Point(x: 200, y: 20), Point(x: 200, y: 40), Point(x: -100, y: 40),
    ])
    #expect(
      Set(cut) == [
        Point(x: 0, y: 20), Point(x: 100, y: 20), Point(x: 100, y: 40), Point(x: 0, y: 40),
      ])
    #expect(
      box.clipping(polygon: [Point(x: 101, y: 0), Point(x: 120, y: 0), Point(x: 120, y: 9)])
        .isEmpty)
  }

  /// No point of the curve is farther from what is left of it than a hair, 0.12, and the rounding to tenths.
  @Test func thinningKeepsTheCurve() {
    let line: [Point] = (0...400).map { (k: Int) -> Point in
      let x = Double(k)
      return Point(x: x, y: (x - 200) * (x - 200) / 200)
    }
    let thin = simplified(line)
    #expect(thin.count < 120)
    #expect(thin.first == line.first)
    #expect(thin.last == line.last)
    for point in line {
      let nearest = zip(thin, thin.dropFirst()).filter { $0.x <= point.x && point.x <= $1.x }
      let (a, b) = nearest[0]
      let share = (point.x - a.x) / (b.x - a.x)
      let slope = (b.y - a.y) / (b.x - a.x)
      let height: Double = a.y + share * (b.y - a.y) - point.y
      #expect(height.magnitude / (1 + slope * slope).squareRoot() <= 0.12 + 0.08)
    }
    // Last bits, in which processors differ, choose no other points.
    let other = simplified(line.map { Point(x: $0.x, y: $0.y.nextUp) })
    #expect(other.map(\.x) == thin.map(\.x))
  }

  @Test func labelsMoveApartAsLittleAsNeeded() {
    #expect(spread([10, 50, 90], distance: 20, within: 0...100) == [10, 50, 90])
    #expect(spread([50, 50], distance: 20, within: 0...100) == [40, 60])
    #expect(spread([52, 50], distance: 20, within: 0...100) == [61, 41])
    #expect(spread([99, 98, 97], distance: 20, within: 0...100) == [100, 80, 60])
    #expect(spread([0, 0, 0], distance: 20, within: 0...100) == [0, 20, 40])
    #expect(spread([], distance: 20, within: 0...100) == [])
  }

  @Test func labelsKeepOrderAndDistanceAlways() {
    for seed in 1...200 {
      let wished = (0..<(seed % 6 + 1)).map { Double(($0 * seed * 37 + seed * 13) % 120 - 10) }
      let places = spread(wished, distance: 19, within: 0...100)
      #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 100 + 1e-9 })
      let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
      for (a, b) in zip(order, order.dropFirst()) { #expect(places[b] - places[a] >= 19 - 1e-9) }
    }
  }
}
