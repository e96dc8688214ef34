// Edits: corrections put into a text, all of them or none.

/// Why corrections are not put into a text.
package enum EditRefusal: Error, Hashable, Sendable {
  /// Something else stands there than when the correction was made.
  case changed(Edit)
  /// Two corrections of the same bytes, or two insertions between the same two.
  case overlap(Edit, Edit)
  /// The correction is of another file.
  case otherFile(Edit)
}

extension [Edit] {
  /// The text with every correction in it; a correction that comes twice is put in once.
  ///
  /// - Throws: `EditRefusal` for the first that cannot be put in; the order of the edits is no matter.
  package func applied(to text: String, of path: String) throws(EditRefusal) -> String {
    let bytes = [UInt8](text.utf8)
    var result: [UInt8] = []
    var done = 0
    var last: Edit?
    for edit in sorted(by: Self.isBefore) {
      let range = edit.span.range
      guard edit.span.path.utf8.elementsEqual(path.utf8) else { throw .otherFile(edit) }
      guard range.upperBound <= bytes.count, range.lowerBound >= 0,
        bytes[range].elementsEqual(edit.original.utf8)
      else { throw .changed(edit) }
      if let last {
        if last == edit, !range.isEmpty { continue }
        let isSamePlace = last.span.range.isEmpty && range.isEmpty && last.span.range == range
        guard range.lowerBound >= done, !isSamePlace else { throw .overlap(last, edit) }
      }
      result += bytes[done..<range.lowerBound]
      result += edit.replacement.utf8
      done = range.upperBound
      last = edit
    }
    return String(decoding: result + bytes[done...], as: UTF8.self)
  }

  private static func isBefore(_ left: Edit, _ right: Edit) -> Bool {
    let (a, b) = (left.span.range, right.span.range)
    return (a.lowerBound, a.upperBound, left.replacement)
      < (b.lowerBound, b.upperBound, right.replacement)
  }
}
