// DocComments: the documentation comments of a Swift file, by their lines. A file may be long and is looked through at each
// check, so this asks no parser: it knows comments and strings, and nothing else of the language.

/// One comment that documents something: lines with `///`, or a block between `/**` and `*/`.
package struct DocComment: Hashable, Sendable {
  /// The bytes of each line behind its marks, without the line break.
  package var lines: [Range<Int>]

  /// All of a file, in order.
  package static func all(in text: [UInt8]) -> [DocComment] {
    var scanner = DocCommentScanner(text)
    scanner.scan()
    return scanner.comments
  }
}

private struct DocCommentScanner {
  private let text: [UInt8]
  private var place = 0
  private(set) var comments: [DocComment] = []
  /// Whether the line above was the last of a comment with `///`, that may go on here.
  private var goesOn = false

  init(_ text: [UInt8]) { self.text = text }

  mutating func scan() {
    while place < text.count {
      skipSpace()
      if starts("///"), !starts("////") {
        takeLine()
        continue
      }
      goesOn = false
      if starts("/**"), !starts("/**/"), !starts("/***") {
        takeBlock()
      } else {
        skipRestOfLine()
      }
    }
  }

  private func starts(_ words: StaticString) -> Bool {
    guard place + words.utf8CodeUnitCount <= text.count else { return false }
    for index in 0..<words.utf8CodeUnitCount where text[place + index] != words.utf8Start[index] {
      return false
    }
    return true
  }

  private mutating func skipSpace() {
    while place < text.count, text[place] == UInt8(ascii: " ") || text[place] == UInt8(ascii: "\t")
    {
      place += 1
    }
  }

  private func endOfLine(from start: Int) -> Int {
    text[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      ?? text.count
  }

  private mutating func skipLineBreak() {
    if place < text.count, text[place] == UInt8(ascii: "\r") { place += 1 }
    if place < text.count, text[place] == UInt8(ascii: "\n") { place += 1 }
  }

  // MARK: - Comments

  private mutating func takeLine() {
    var start = place + 3
    place = endOfLine(from: place)
    if start < place, text[start] == UInt8(ascii: " ") { start += 1 }
    if goesOn {
      comments[comments.count - 1].lines.append(start..<place)
    } else {
      comments.append(DocComment(lines: [start..<place]))
    }
    goesOn = true
    skipLineBreak()
  }

  private mutating func takeBlock() {
    let start = place + 3
    let isClosed = skipBlockComment()
    let end = isClosed ? place - 2 : place
    comments.append(DocComment(lines: lines(of: start..<max(start, end))))
  }

  /// The lines of a block, without a star before each of them, and without the indentation that all have.
  private func lines(of block: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = block.lowerBound
    while start <= block.upperBound {
      let end = min(endOfLine(from: start), block.upperBound)
      lines.append(start..<end)
      guard end < block.upperBound else { break }
      start = end + 1
      if text[end] == UInt8(ascii: "\r"), start < block.upperBound,
        text[start] == UInt8(ascii: "\n")
      {
        start += 1
      }
    }
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let others = lines.dropFirst().filter { !text[$0].allSatisfy(isSpace) }
    let haveStars = others.allSatisfy { line in
      text[line].first { !isSpace($0) } == UInt8(ascii: "*")
    }
    if haveStars, !others.isEmpty {
      return lines.enumerated().map { index, line in
        guard index > 0, let star = text[line].firstIndex(of: UInt8(ascii: "*")) else {
          return trimmed(line)
        }
        let start = star + 1 < line.upperBound && text[star + 1] == UInt8(ascii: " ") ? 2 : 1
        return min(star + start, line.upperBound)..<line.upperBound
      }
    }
    let indent = others.map { text[$0].prefix(while: isSpace).count }.min() ?? 0
    return lines.enumerated().map { index, line in
      index == 0 ? trimmed(line) : min(line.lowerBound + indent, line.upperBound)..<line.upperBound
    }
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    let space = text[line].prefix { $0 == UInt8(ascii: " ") }.count
    return line.lowerBound + space..<line.upperBound
  }

  // MARK: - Code

  /// What is left of a line of code, and of the strings and comments that go on behind its end.
  private mutating func skipRestOfLine() {
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        skipLineBreak()
        return
      case UInt8(ascii: "/") where starts("//"): place = endOfLine(from: place)
      case UInt8(ascii: "/") where starts("/*"): skipBlockComment()
      case UInt8(ascii: "\""): skipString(marks: 0)
      case UInt8(ascii: "#"):
        let marks = text[place...].prefix { $0 == UInt8(ascii: "#") }.count
        place += marks
        if place < text.count, text[place] == UInt8(ascii: "\"") { skipString(marks: marks) }
      default: place += 1
      }
    }
  }

  /// Goes behind a comment and those within it.
  ///
  /// - Returns: whether it has an end.
  @discardableResult private mutating func skipBlockComment() -> Bool {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        place += 2
      } else if starts("*/") {
        depth -= 1
        place += 2
      } else {
        place += 1
      }
    } while place < text.count && depth > 0
    return depth == 0
  }

  /// A string on one line ends there at the latest, whatever its interpolations hold.
  private mutating func skipString(marks: Int) {
    let isLong = starts("\"\"\"")
    place += isLong ? 3 : 1
    while place < text.count {
      let byte = text[place]
      if !isLong, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return }
      if byte == UInt8(ascii: "\\"), marks == 0 {
        place += 2
        continue
      }
      if byte == UInt8(ascii: "\""), !isLong || starts("\"\"\"") {
        let end = place + (isLong ? 3 : 1)
        let behind = text[min(end, text.count)...].prefix { $0 == UInt8(ascii: "#") }.count
        if behind >= marks {
          place = end + marks
          return
        }
      }
      place += 1
    }
  }
}
