// ProgramWriter: writes a program's text, essay's lines and generated words in turn, and keeps the map that leads
// from it back to the essay. `#sourceLocation` gives every line of the author's its number in the essay, so the
// compiler, `#line` and a trap speak of those.

import Diagnostics
import Markup

package struct ProgramWriter {
  package private(set) var text = ""
  package private(set) var map = SourceMap()
  /// What the compiler is told that the essay's file is called.
  private let file: String
  /// The essay's line that the next one written will be called; nil for lines that nobody wrote.
  private var line: Int?
  /// The number of the next line that nobody wrote.
  private var preludeLine = 1
  /// Where the essay's text ends that was copied last.
  private var lastSource: Int?
  /// Bytes written on this line, and 1.
  private var column = 1

  package init(path: String) { file = Self.nameForCompiler(path) }

  /// The compiler does not get quotation marks in names right.
  package static func nameForCompiler(_ path: String) -> String {
    String(path.map { "\"\\\n".contains($0) ? "_" : $0 })
  }

  /// What the compiler calls the file of lines that no essay wrote: the imports come from there.
  package static let prelude = "galley.yml"

  /// Begins a line that is called the essay's `line`; nil for one that nobody wrote.
  package mutating func go(to line: Int?) {
    endLine()
    guard line == nil || self.line != line else { return }
    let name = line == nil ? Self.prelude : file
    text += "#sourceLocation(file: \(SwiftString.quoted(name)), line: \(line ?? preludeLine))\n"
    self.line = line
  }

  /// Generated words without a line break, on the line that is being written.
  package mutating func add(_ words: String) {
    text += words
    column += words.utf8.count
  }

  /// Copies a word that is one stretch of the essay.
  package mutating func copy(_ word: String, from source: Int) {
    map.add(line: line ?? 0, column: column, length: word.utf8.count, source: source)
    add(word)
  }

  /// Ends the line that is being written, if anything stands on it.
  package mutating func endLine() {
    guard column > 1 else { return }
    text += "\n"
    column = 1
    line = line.map { $0 + 1 }
  }

  /// A line of generated words that belongs to no line of the essay.
  package mutating func addLine(_ words: String) {
    if line != nil || text.isEmpty { go(to: nil) }
    text += words + "\n"
    map.addPrelude(line: preludeLine, after: lastSource)
    preludeLine += 1
  }

  /// Copies a part of an author's code, with words put in. The part begins on the line that is being written.
  /// Spaces stand for comments, and nothing where one runs to the end of its line: a program is the same whatever its
  /// essay claims of it, at whatever length.
  ///
  /// - Parameter leftOut: bytes of the code in whose place spaces stand, too.
  package mutating func copy(
    _ example: ExampleCode, _ range: Range<Int>, with insertions: [Insertion] = [],
    without leftOut: [Range<Int>] = []
  ) {
    let code = example.verbatim
    var bytes = Array(code.text.utf8)
    for part in leftOut {
      for offset in part where !"\r\n".utf8.contains(bytes[offset]) {
        bytes[offset] = UInt8(ascii: " ")
      }
    }
    for comment in example.swift.comments {
      for offset in comment.range where !"\r\n".utf8.contains(bytes[offset]) {
        bytes[offset] = UInt8(ascii: " ")
      }
    }
    let lastComments = Dictionary(
      example.swift.comments.map { ($0.range.upperBound, $0.range.lowerBound) },
      uniquingKeysWith: { first, _ in first })
    var start = range.lowerBound
    func copyStretch(_ writer: inout ProgramWriter, to end: Int) {
      while start < end {
        let newline = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n"))
        let piece = start..<(newline ?? end)
        let isWholeLine = newline != nil || end == bytes.count
        let comment = isWholeLine ? lastComments[piece.upperBound] : nil
        writer.copyPiece(code, bytes, piece, upTo: max(start, comment ?? piece.upperBound))
        start = newline ?? end
        guard let newline else { return }
        writer.text += "\n"
        writer.column = 1
        writer.line = writer.line.map { $0 + 1 }
        start = newline + 1
      }
    }
    for insertion in insertions
    where range.contains(insertion.offset) || insertion.offset == range.upperBound {
      copyStretch(&self, to: insertion.offset)
      if let number = insertion.lineNumber {
        insertLine(insertion.text, number)
      } else {
        insert(insertion.text)
      }
    }
    copyStretch(&self, to: range.upperBound)
  }

  /// Words with line breaks keep the line's number: the author's next byte is still on it.
  private mutating func insert(_ words: String) {
    for (index, part) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 {
        let number = line
        endLine()
        line = nil
        go(to: number)
      }
      add(String(part))
    }
  }

  /// What the compiler calls the file of lines that stand in comments.
  package static let comments = "galley.comments"

  /// A line of its own in the midst of the author's line, with a name of its own.
  private mutating func insertLine(_ words: String, _ lineNumber: Int) {
    let number = line
    endLine()
    text +=
      "#sourceLocation(file: \(SwiftString.quoted(Self.comments)), line: \(lineNumber))\n\(words)\n"
    line = nil
    go(to: number)
  }

  /// A part of one line; spaces at its beginning may be fewer bytes in the essay.
  ///
  /// - Parameter end: where the comment begins that ends the line, or the part itself ends.
  private mutating func copyPiece(
    _ code: Verbatim, _ bytes: [UInt8], _ whole: Range<Int>, upTo end: Int
  ) {
    guard !whole.isEmpty else { return }
    lastSource = code.sourceRange(of: whole).upperBound
    var range = whole.lowerBound..<end
    if end < whole.upperBound {
      let code = bytes[range].lastIndex { !" \t".utf8.contains($0) }
      range = whole.lowerBound..<(code.map { $0 + 1 } ?? whole.lowerBound)
    }
    let first = range.first { !" \t".utf8.contains(bytes[$0]) } ?? range.upperBound
    for part in [range.lowerBound..<first, first..<range.upperBound] where !part.isEmpty {
      map.add(
        line: line ?? 0, column: column + part.lowerBound - range.lowerBound, length: part.count,
        source: code.sourceOffset(of: part.lowerBound))
    }
    add(String(decoding: bytes[range], as: UTF8.self))
  }
}
