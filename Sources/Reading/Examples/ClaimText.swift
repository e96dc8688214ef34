// ClaimText: what makes the text of a comment a claim: an arrow and a value, or `Prints` and a quotation.

import Diagnostics

enum ClaimText {
  /// The bytes of the arrow that a claim begins with, and of the spaces behind it.
  static func endOfArrow(in text: String) -> Int? {
    guard let arrow = ["→", "=>"].first(where: text.hasPrefix) else { return nil }
    let rest = text.utf8.dropFirst(arrow.utf8.count)
    return arrow.utf8.count + rest.prefix { " \t".utf8.contains($0) }.count
  }

  /// Whether every bracket is closed that is opened outside of quotation marks.
  static func isBalanced(_ text: String) -> Bool {
    var cursor = TextCursor(text)
    var depth = 0
    while let next = cursor.next {
      if next == "\"", SwiftString.read(&cursor) != nil { continue }
      if "([".unicodeScalars.contains(next) { depth += 1 }
      if ")]".unicodeScalars.contains(next) { depth -= 1 }
      cursor.advance()
    }
    return depth <= 0
  }

  /// The bytes of the quoted text in `Prints "…"`, quotation marks included. A full stop may stand behind it, where
  /// the language's own book puts one.
  static func quote(in body: Range<Int>, of code: ExampleCode) -> Range<Int>? {
    let bytes = code.swift.text
    let word = "Prints".utf8
    guard bytes[body].starts(with: word),
      let start = bytes[body].dropFirst(word.count).firstIndex(where: { !" \t".utf8.contains($0) }),
      bytes[start] == UInt8(ascii: "\"")
    else { return nil }
    var end = code.trimmedEnd(of: body)
    if let name = ClaimName(atEndOf: code.swift.source(body.lowerBound..<end)) {
      end -= name.length
    }
    if end - start > 2, bytes[end - 1] == UInt8(ascii: "."), bytes[end - 2] == UInt8(ascii: "\"") {
      end -= 1
    }
    guard end - start >= 2, bytes[end - 1] == UInt8(ascii: "\"") else { return nil }
    return start..<end
  }
}
