// FigureMaterial: what a page shows of one figure or sweep. Rendering knows nothing of how it was
// drawn.

import Reading

/// A picture, or the pictures of a sweep, with their place among the figures of the site.
package struct FigureMaterial: Hashable, Sendable {
  /// "Figure 3": counted through the site; nil shows the caption alone.
  package var number: Int?
  /// The id that links lead to; nil makes none.
  package var anchor: String?
  /// The values of a sweep; nil for a single picture.
  package var sweep: Sweep?
  /// One for a figure; one for each value of a sweep, or each pair of values, in order.
  package var frames: [Frame]

  /// One picture, its data, and its words for those who do not see it.
  package struct Frame: Hashable, Sendable {
    package var svg: String
    package var table: String
    package var title: String
    package var description: String

    package init(
      svg: String, table: String, title: String, description: String
    ) {
      self.svg = svg
      self.table = table
      self.title = title
      self.description = description
    }
  }

  package init(
    number: Int? = nil, anchor: String? = nil, sweep: Sweep? = nil, frames: [Frame]
  ) {
    self.number = number
    self.anchor = anchor
    self.sweep = sweep
    self.frames = frames
  }

  /// How many pictures of a sweep stand on a page that runs no JavaScript; of two parameters so many of each.
  static let chosenCount = 6
  static let chosenOfTwo = 3

  /// The frames that stand in the page's text, first and last among them, evenly apart.
  var chosen: [Int] {
    guard let sweep, sweep.axes.count == 2 else {
      return Self.spread(Self.chosenCount, over: frames.count)
    }
    let columns = Self.spread(over: sweep.axes[0])
    // The second parameter grows upwards, as on the pad.
    return Self.spread(over: sweep.axes[1]).reversed().flatMap { row in
      columns.map { sweep.frame([$0, row]) }
    }
  }

  /// Both ends and the author's first stop between them, or the middle.
  private static func spread(over axis: Sweep.Axis) -> [Int] {
    var places = spread(chosenOfTwo, over: axis.count)
    let inner = (0..<axis.count).dropFirst().dropLast()
    if places.count == chosenOfTwo,
      let stop = inner.first(where: { axis.stops.contains(axis.value($0)) })
    {
      places[1] = stop
    }
    return places
  }

  private static func spread(_ most: Int, over count: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    let steps = most - 1
    return (0...steps).map { ($0 * (count - 1) + steps / 2) / steps }
  }

  /// The frame that a slider begins with: one from the middle, where a sweep says most, of two parameters at their first stops.
  package var start: Int { chosen[chosen.count / 2] }
}
