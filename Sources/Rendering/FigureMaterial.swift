// FigureMaterial: what a page shows of one figure or sweep. Rendering knows nothing of how it was
// drawn.

/// A picture, or the pictures of a sweep, with their place among the figures of the site.
package struct FigureMaterial: Hashable, Sendable {
  /// "Figure 3": counted through the site; nil shows the caption alone.
  package var number: Int?
  /// The id that links lead to; nil makes none.
  package var anchor: String?
  /// The name of a sweep's parameter; nil for a single picture.
  package var parameter: String?
  /// One for a figure; one for each value of a sweep, in order.
  package var frames: [Frame]

  /// One picture, its data, and its words for those who do not see it.
  package struct Frame: Hashable, Sendable {
    package var value: Double?
    package var svg: String
    package var table: String
    package var title: String
    package var description: String

    package init(
      value: Double? = nil, svg: String, table: String, title: String, description: String
    ) {
      self.value = value
      self.svg = svg
      self.table = table
      self.title = title
      self.description = description
    }
  }

  package init(
    number: Int? = nil, anchor: String? = nil, parameter: String? = nil, frames: [Frame]
  ) {
    self.number = number
    self.anchor = anchor
    self.parameter = parameter
    self.frames = frames
  }

  /// How many pictures of a sweep stand on a page that runs no JavaScript.
  static let chosenCount = 6

  /// The frames that stand in the page's text, first and last among them, evenly apart.
  var chosen: [Int] {
    guard frames.count > Self.chosenCount else { return Array(frames.indices) }
    let steps = Self.chosenCount - 1
    return (0...steps).map { ($0 * (frames.count - 1) + steps / 2) / steps }
  }

  /// The frame that a slider begins with: one from the middle, where a sweep says most.
  var start: Int { chosen[chosen.count / 2] }
}
