// Queries: which statement ends on a line, which stand before it, what a figure's fence ends with.

extension SwiftReading {
  /// The statement that a comment at `offset` stands behind: the one that ends with the last code of
  /// `line` before `offset`.
  ///
  /// For a comment on a line of its own, `line` is the last line above it that has code. Nil when
  /// the line has no code before `offset`; when its statement goes on in the next line; and when
  /// the line ends with an opening brace. Of several that end together, the outermost.
  package func statement(endingOnLine line: Range<Int>, before offset: Int) -> Int? {
    guard let end = endOfCode(in: line.clamped(to: 0..<max(0, offset))) else { return nil }
    return outermostByEnd[end]
  }

  /// Earlier statements of the same block, in source order.
  package func siblings(before index: Int) -> [Int] {
    let statement = statements[index]
    return statements.indices[..<index].filter { statements[$0].block == statement.block }
  }

  /// Whether no code stands before a comment on its line.
  package func isAlone(_ comment: Comment) -> Bool {
    let start = text[..<comment.range.lowerBound].lastIndex(of: UInt8(ascii: "\n")) ?? -1
    return endOfCode(in: start + 1..<comment.range.lowerBound) == nil
  }

  /// Whether something else than white space and comments stands in a range.
  package func holdsCode(_ range: Range<Int>) -> Bool { endOfCode(in: range) != nil }

  /// Where some words first stand outside of comments; in a string counts too.
  package func code(containing words: String) -> Range<Int>? {
    let wanted = Array(words.utf8)
    guard text.count >= wanted.count else { return nil }
    for start in 0...text.count - wanted.count
    where text[start] == wanted[0] && text[start...].starts(with: wanted)
      && comment(holding: start) == nil
    {
      return start..<start + wanted.count
    }
    return nil
  }

  /// The clauses of `#if` that a byte stands in, innermost last.
  package func conditions(around offset: Int) -> [Condition] {
    conditions.filter { $0.body.contains(offset) }
  }

  package func source(_ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }

  /// Where the last code of a piece of the text ends; nil when there is only white space and comments.
  /// Semicolons end statements and belong to none.
  private func endOfCode(in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<text.count)
    var end = range.upperBound
    while end > range.lowerBound {
      if let comment = comment(holding: end - 1) {
        end = comment.range.lowerBound
      } else if " \t\r\n;".utf8.contains(text[end - 1]) {
        end -= 1
      } else {
        return end
      }
    }
    return nil
  }

  /// Comments stand in order, so half of them is left at each step.
  private func comment(holding offset: Int) -> Comment? {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < comments.count, comments[low].range.contains(offset) else { return nil }
    return comments[low]
  }
}
