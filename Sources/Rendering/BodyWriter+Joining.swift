// Formulas and controls are boxes, and browsers break a line on either side of a box, whatever stands
// there: a full stop behind a claim would begin a line. So a box and the signs that touch it are one piece.

/// A box in the text, as bytes of the HTML that was written.
struct JoinedPiece {
  var range: Range<Int>
  /// Whether it stands in an element already that keeps it together.
  var isWrapped: Bool
}

extension BodyWriter {
  /// Writes a formula or a control, joined to a bracket or a sign that opens before it and to another
  /// piece that it touches.
  mutating func add(piece: String) {
    guard !isPlain, !piece.isEmpty else {
      html += piece
      return
    }
    let end = html.text.utf8.count
    if let last = joined, last.range.upperBound == end {
      extend(last, by: piece)
      return
    }
    let opening = String(
      String.UnicodeScalarView(
        html.text.unicodeScalars.suffix(3).reversed().prefix { Self.openers.contains($0) }
          .reversed()))
    if opening.isEmpty {
      html += piece
      joined = JoinedPiece(range: end..<html.text.utf8.count, isWrapped: false)
    } else {
      let start = end - opening.utf8.count
      joined = JoinedPiece(range: start..<end, isWrapped: false)
      extend(JoinedPiece(range: start..<end, isWrapped: false), by: piece)
    }
  }

  /// Writes what a text begins with and may not be parted from the piece before it; returns how many
  /// bytes of the text that is.
  mutating func join(before text: ArraySlice<UInt8>) -> Int {
    guard let last = joined, last.range.upperBound == html.text.utf8.count else { return 0 }
    var closing = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "[" { break }
      closing.unicodeScalars.append(scalar)
      // Behind a dash the line may break.
      if Self.dashes.contains(scalar) { break }
    }
    guard !closing.isEmpty else { return 0 }
    extend(last, by: escaped(closing))
    return closing.utf8.count
  }

  private mutating func extend(_ last: JoinedPiece, by piece: String) {
    let inside = html.takeSuffix(after: last.range.lowerBound)
    let end = "</span>"
    html += last.isWrapped ? String(inside.dropLast(end.count)) : "<span class=\"joined\">" + inside
    html += piece + end
    joined = JoinedPiece(range: last.range.lowerBound..<html.text.utf8.count, isWrapped: true)
  }

  private static let openers = Set("([{“‘„«±≈−".unicodeScalars)
  private static let dashes = Set("-–—/".unicodeScalars)
}
