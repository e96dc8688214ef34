// CodeLine: a highlighted line of code, in which bytes of the author's are found again between elements and escapes.

struct CodeLine {
  /// A sign as the author wrote it, or a tag.
  private struct Piece {
    var html: Substring
    /// How many bytes of the author's it stands for; none for a tag.
    var length: Int
  }

  private let pieces: [Piece]

  /// - Parameter html: a line whose elements are closed where it ends.
  init(_ html: String) {
    var pieces: [Piece] = []
    var rest = html[...]
    while let first = rest.unicodeScalars.first {
      let end: String.Index
      var length = String(first).utf8.count
      switch first {
      case "<":
        end = rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
        length = 0
      case "&":
        // Each stands for one sign of ASCII.
        end = rest.firstIndex(of: ";").map { rest.index(after: $0) } ?? rest.endIndex
        length = 1
      default: end = rest.unicodeScalars.index(after: rest.startIndex)
      }
      pieces.append(Piece(html: rest[..<end], length: length))
      rest = rest[end...]
    }
    self.pieces = pieces
  }

  /// The line with some bytes of the author's struck out; no element of it is cut.
  ///
  /// - Parameter marked: the same bytes in pieces, where it is known which of them are wrong.
  func striking(_ bytes: Range<Int>, _ marked: [Difference.Piece]) -> String {
    var differing: Set<Int> = []
    var place = bytes.lowerBound
    for piece in marked {
      let end = place + piece.text.utf8.count
      if piece.differs { differing.formUnion(place..<end) }
      place = end
    }
    // What stands there otherwise than it is compared, over several lines for instance, is struck out as a whole.
    if place != bytes.upperBound { differing = [] }
    var html = ""
    var open: String?
    func tag(_ offset: Int) -> String? {
      guard bytes.contains(offset) else { return nil }
      return differing.contains(offset) ? "<del><mark>" : "<del>"
    }
    func close() -> String {
      switch open {
      case "<del><mark>": "</mark></del>"
      case "<del>": "</del>"
      default: ""
      }
    }
    var offset = 0
    for piece in pieces {
      let wanted = piece.length == 0 ? nil : tag(offset)
      if wanted != open {
        html += close() + (wanted ?? "")
        open = wanted
      }
      html += piece.html
      offset += piece.length
    }
    return html + close()
  }
}
