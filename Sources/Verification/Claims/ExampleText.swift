// ExampleText: an example's code as bytes, with the places of its parts in the essay.

import Diagnostics
import Markup

struct ExampleText {
  let bytes: [UInt8]
  private let verbatim: Verbatim
  private let code: SourceText

  init(_ verbatim: Verbatim) {
    self.verbatim = verbatim
    bytes = Array(verbatim.text.utf8)
    code = SourceText(verbatim.text)
  }

  func slice(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Where bytes of the code stand in the essay.
  func essayRange(_ code: Range<Int>) -> Range<Int> {
    let start = essayOffset(code.lowerBound)
    return start..<max(start, essayOffset(code.upperBound))
  }

  /// What `Verbatim.sourceOffset` finds by reading from the beginning; here it is asked for often.
  private func essayOffset(_ offset: Int) -> Int {
    let line = code.position(of: offset).line - 1
    let start = verbatim.lineStarts[min(line, verbatim.lineStarts.count - 1)]
    return start + offset - code.lineStarts[line]
  }

  /// The byte behind a line's last one.
  func lineEnd(_ line: Int) -> Int {
    line + 1 < code.lineStarts.count ? code.lineStarts[line + 1] : bytes.count
  }

  /// What a comment says, without its slashes and the space after them.
  func body(of comment: SwiftToken) -> Range<Int>? {
    let marks = comment.kind == .lineComment ? "/!" : "/*!"
    // Scalars, not bytes: a space that does not break looks like one that does.
    let text = slice(comment.range).unicodeScalars
    let rest = text.drop { marks.unicodeScalars.contains($0) || $0.properties.isWhitespace }
    let start = comment.range.upperBound - String(rest).utf8.count
    return rest.isEmpty ? nil : start..<comment.range.upperBound
  }

  /// The byte behind one of `words` and the space after it, if the body begins with it.
  func start(after words: [String], in body: Range<Int>) -> Int? {
    for word in words where bytes[body].starts(with: word.utf8) {
      let rest = body.lowerBound + word.utf8.count..<body.upperBound
      return bytes[rest].firstIndex { !" \t".utf8.contains($0) } ?? rest.upperBound
    }
    return nil
  }

  /// Where a range ends without the spaces at its end.
  func trimmedEnd(of range: Range<Int>) -> Int {
    (bytes[range].lastIndex { !" \t\r".utf8.contains($0) } ?? range.lowerBound - 1) + 1
  }
}
