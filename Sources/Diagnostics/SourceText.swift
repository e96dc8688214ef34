// SourceText: a file's text with its lines, so that a byte offset can be named as line and column.

/// The text of one file and where its lines begin. A line ends with LF, CR LF or CR, as Markdown and
/// editors have it.
package struct SourceText: Hashable, Sendable {
  package let text: String
  /// The byte offset of each line's first byte; the first is 0.
  package let lineStarts: [Int]

  package init(_ text: String) {
    self.text = text
    var starts = [0]
    var last: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "\n") {
        if last == UInt8(ascii: "\r") { starts.removeLast() }
        starts.append(offset + 1)
      } else if byte == UInt8(ascii: "\r") {
        starts.append(offset + 1)
      }
      last = byte
    }
    lineStarts = starts
  }

  /// How many UTF-8 bytes there are.
  package var count: Int { text.utf8.count }

  /// Line and column from 1, columns in UTF-8 bytes. Offsets past the end count as the end.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// Where a range begins and ends, columns in UTF-8 bytes and in UTF-16 units.
  package func extent(of range: Range<Int>) -> Extent {
    Extent(start: place(of: range.lowerBound), end: place(of: range.upperBound))
  }

  private func place(of offset: Int) -> Extent.Place {
    let position = position(of: offset)
    let start = lineStarts[position.line - 1]
    let before = self[start..<start + position.column - 1]
    return Extent.Place(
      line: position.line, column: position.column, utf16Column: before.utf16.count + 1)
  }

  /// The offset of a line and a column from 1, kept within that line.
  package func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return count }
    return min(lineStarts[line - 1] + max(column - 1, 0), lineEnd(line))
  }

  /// The bytes of a line from 1, without its line break.
  package func lineRange(_ line: Int) -> Range<Int> {
    let start = offset(line: line, column: 1)
    return start..<max(start, line >= 1 ? lineEnd(line) : start)
  }

  private func lineEnd(_ line: Int) -> Int {
    guard line < lineStarts.count else { return count }
    let next = text.utf8.index(text.utf8.startIndex, offsetBy: lineStarts[line])
    let isPair =
      lineStarts[line] - lineStarts[line - 1] > 1
      && text.utf8[text.utf8.index(next, offsetBy: -1)] == UInt8(ascii: "\n")
      && text.utf8[text.utf8.index(next, offsetBy: -2)] == UInt8(ascii: "\r")
    return lineStarts[line] - (isPair ? 2 : 1)
  }

  /// The text of a byte range. Ranges that split a character are widened by replacement characters.
  package subscript(_ range: Range<Int>) -> String {
    let clamped = range.clamped(to: 0..<count)
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: clamped.lowerBound)
    let end = utf8.index(start, offsetBy: clamped.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}

/// A place in a text as people name it: both numbers count from 1, the column in UTF-8 bytes.
package struct Position: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where something begins and ends, as editors want it: they count UTF-16 units, compilers bytes.
package struct Extent: Hashable, Sendable {
  package var start: Place
  /// Directly behind the last byte.
  package var end: Place

  /// All numbers count from 1.
  package struct Place: Hashable, Sendable {
    package var line: Int
    /// In UTF-8 bytes.
    package var column: Int
    package var utf16Column: Int
  }
}

/// A file and the bytes in it that something is about.
package struct SourceSpan: Hashable, Sendable {
  /// Relative to the project, with `/` between the parts.
  package var path: String
  /// UTF-8 bytes; empty for a place between two bytes.
  package var range: Range<Int>

  package init(_ path: String, _ range: Range<Int>) {
    self.path = path
    self.range = range
  }
}
