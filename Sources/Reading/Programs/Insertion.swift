// Insertion: words that are put into an author's code, and the order in which they are written.

/// Words that are put into an author's code, at a byte of it.
package struct Insertion: Hashable, Sendable {
  package var offset: Int
  package var text: String
  /// Whether they stand before something, and not behind it.
  private var isBefore: Bool
  /// The other end of what they stand around.
  private var other: Int
  /// Of two around the same, the greater is outside.
  private var layer: Int
  /// Whether the program may be written without them, where the compiler does not take them.
  package private(set) var isDispensable = false
  /// The number, from 1, of a line of its own, by which the compiler names what is wrong with it; nil for words within the author's
  /// lines.
  package private(set) var lineNumber: Int?

  /// A line of its own behind a statement. The words are those of a comment, and nobody knows whether they are Swift.
  static func line(behind range: Range<Int>, _ text: String, number: Int) -> Insertion {
    var line = behind(range, text, layer: 3)
    line.lineNumber = number
    return line
  }

  static func before(_ range: Range<Int>, _ text: String, layer: Int = 0) -> Insertion {
    Insertion(
      offset: range.lowerBound, text: text, isBefore: true, other: range.upperBound, layer: layer)
  }

  static func behind(
    _ range: Range<Int>, _ text: String, layer: Int = 0, isDispensable: Bool = false
  ) -> Insertion {
    Insertion(
      offset: range.upperBound, text: text, isBefore: false, other: range.lowerBound, layer: layer,
      isDispensable: isDispensable)
  }

  static func around(
    _ range: Range<Int>, _ before: String, _ behind: String, layer: Int = 0
  ) -> [Insertion] {
    [.before(range, before, layer: layer), .behind(range, behind, layer: layer)]
  }

  /// In the order in which they are written, so that brackets in brackets close in their order.
  static func precedes(_ first: Insertion, _ second: Insertion) -> Bool {
    if first.offset != second.offset { return first.offset < second.offset }
    if first.isBefore != second.isBefore { return !first.isBefore }
    if first.other != second.other { return first.other > second.other }
    return first.isBefore ? first.layer > second.layer : first.layer < second.layer
  }
}
