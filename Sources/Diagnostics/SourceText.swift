// SourceText: a file's text with its lines, so that a byte offset can be named as line and column.

/// The text of one file and where its lines begin.
public struct SourceText: Hashable, Sendable {
  public let text: String
  /// The byte offset of each line's first byte; the first is 0.
  public let lineStarts: [Int]

  public init(_ text: String) {
    self.text = text
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// How many UTF-8 bytes there are.
  public var count: Int { text.utf8.count }

  /// Line and column from 1, columns in UTF-8 bytes. Offsets past the end count as the end.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The offset of a line and a column from 1, kept within that line.
  public func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return count }
    let end = line < lineStarts.count ? lineStarts[line] - 1 : count
    return min(lineStarts[line - 1] + max(column - 1, 0), end)
  }

  /// The bytes of a line from 1, without its line break.
  public func lineRange(_ line: Int) -> Range<Int> {
    let start = offset(line: line, column: 1)
    let end = line < lineStarts.count ? lineStarts[line] - 1 : count
    return start..<max(start, end)
  }

  /// The text of a byte range. Ranges that split a character are widened by replacement characters.
  public subscript(_ range: Range<Int>) -> String {
    let clamped = range.clamped(to: 0..<count)
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: clamped.lowerBound)
    let end = utf8.index(start, offsetBy: clamped.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}

/// A place in a text as people name it: both numbers count from 1, the column in UTF-8 bytes.
public struct Position: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A file and the bytes in it that something is about.
public struct SourceSpan: Hashable, Sendable {
  /// Relative to the project, with `/` between the parts.
  public var path: String
  /// UTF-8 bytes; empty for a place between two bytes.
  public var range: Range<Int>

  public init(_ path: String, _ range: Range<Int>) {
    self.path = path
    self.range = range
  }
}
