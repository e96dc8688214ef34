// ExampleCode: the Swift of a fence as the compiler's parser reads it, and as a part of the essay.

import Diagnostics
import Markup
import SwiftText

package struct ExampleCode: Sendable {
  package let verbatim: Verbatim
  package let swift: SwiftReading
  private let lines: SourceText

  package init(_ verbatim: Verbatim, _ swift: SwiftReading) {
    self.verbatim = verbatim
    self.swift = swift
    lines = SourceText(verbatim.text)
  }

  /// All bytes of the code.
  package var whole: Range<Int> { 0..<swift.text.count }

  /// The bytes of the essay that some bytes of the code are.
  package func essayRange(_ range: Range<Int>) -> Range<Int> { verbatim.sourceRange(of: range) }

  /// The line that a byte stands on, from 1.
  package func line(of offset: Int) -> Int { lines.position(of: offset).line }

  /// The bytes of a line, from 1.
  package func range(ofLine line: Int) -> Range<Int> { lines.lineRange(line) }

  /// What a comment says, without its slashes and the space after them; nil for an empty one.
  package func body(of comment: SwiftReading.Comment) -> Range<Int>? {
    let isBlock = comment.kind == .block || comment.kind == .docBlock
    let marks = (isBlock ? "/*!" : "/!").unicodeScalars
    // Scalars, not bytes: a space that does not break looks like one that does.
    let text = swift.source(comment.range).unicodeScalars
    let rest = text.drop { marks.contains($0) || $0.properties.isWhitespace }
    let start = comment.range.upperBound - String(rest).utf8.count
    return rest.isEmpty ? nil : start..<comment.range.upperBound
  }

  /// Where a range ends without the spaces at its end.
  package func trimmedEnd(of range: Range<Int>) -> Int {
    (swift.text[range].lastIndex { !" \t\r".utf8.contains($0) } ?? range.lowerBound - 1) + 1
  }
}

extension SwiftReading {
  /// The statements of the top level that stand wholly in a range, in source order.
  package func topLevel(in range: Range<Int>) -> [Int] {
    statements.indices.filter {
      statements[$0].blockKind == .topLevel && range.lowerBound <= statements[$0].range.lowerBound
        && statements[$0].range.upperBound <= range.upperBound
    }
  }
}

extension SwiftReading.Form {
  /// The word that an author knows a statement by.
  package var word: String {
    switch self {
    case .expression(let expression): expression.callee ?? "an expression"
    case .binding(let binding): binding.keyword
    case .assignment(let assignment): assignment.operator
    case .return: "return"
    case .throw: "throw"
    case .declaration(let word), .control(let word): word
    case .ifConfig: "#if"
    case .macro(let name): "#" + name
    }
  }
}

extension SwiftReading.Comment {
  package var isLine: Bool { kind == .line || kind == .docLine }
}

extension SwiftReading {
  /// The words of some code, those in quotation marks left out.
  package func words(in range: Range<Int>) -> [String] {
    var cursor = TextCursor(source(range))
    var words: [String] = []
    while let next = cursor.next {
      if next == "\"", SwiftString.read(&cursor) != nil { continue }
      if next.isWordStart {
        words.append(cursor.take { $0.isWordPart })
      } else {
        cursor.advance()
      }
    }
    return words
  }
}
