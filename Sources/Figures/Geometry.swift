// Geometry: points and rectangles on the sheet, y downwards, in the viewBox's units.

struct Point: Hashable, Sendable {
  var x: Double
  var y: Double
}

struct Rectangle: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }

  func contains(_ other: Rectangle) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func inset(_ by: Double) -> Rectangle {
    Rectangle(left: left + by, top: top + by, right: right - by, bottom: bottom - by)
  }

  func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
