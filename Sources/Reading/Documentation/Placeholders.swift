// Placeholders: three points that stand for code which a listing leaves out, `{ ... }`. Where a value is wanted they become
// a word of as many bytes that has every type and is never to be reached; elsewhere nothing.

package enum Placeholders {
  /// Three bytes, as many as three points have, and as the one sign `…` has.
  package static let word = "___"

  package static func stand(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return filled(bytes) != bytes || openComment(in: text)
  }

  /// A comment in place of code, `// ...`: the body that it stands in is not whole.
  private static func openComment(in text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      guard let mark = line.firstRange(of: "//") ?? line.firstRange(of: "/*") else { return false }
      let words = line[mark.upperBound...].drop { $0 == " " || $0 == "/" }
      return words.hasPrefix("...") || words.hasPrefix("…")
    }
  }

  /// A text of the same length, the points in it filled.
  package static func filled(_ text: [UInt8]) -> [UInt8] {
    var filled = text
    var place = 0
    while place + 2 < text.count {
      guard isPoints(text, at: place), isAlone(text, place) else {
        place += 1
        continue
      }
      let replacement = needsValue(text, place) ? Array(word.utf8) : Array("   ".utf8)
      filled.replaceSubrange(place..<place + 3, with: replacement)
      place += 3
    }
    return filled
  }

  private static func isPoints(_ text: [UInt8], at place: Int) -> Bool {
    text[place..<place + 3].elementsEqual("...".utf8)
      || text[place..<place + 3].elementsEqual("…".utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \t".utf8.contains(byte) }

  /// Whether the points are all of a line, or all between two braces of one.
  private static func isAlone(_ text: [UInt8], _ place: Int) -> Bool {
    let before = text[..<place].last { !isSpace($0) } ?? UInt8(ascii: "\n")
    let rest = text[(place + 3)...]
    let behind = rest.first { !isSpace($0) } ?? UInt8(ascii: "\n")
    let line = text[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let head = String(decoding: text[line..<place], as: UTF8.self)
    guard !head.contains("//"), !head.contains("\"") else { return false }
    let begins = "\n{;".utf8.contains(before) || endsWithIn(text[..<place])
    return begins && "\n};".utf8.contains(behind)
  }

  /// `{ row in ... }`
  private static func endsWithIn(_ head: ArraySlice<UInt8>) -> Bool {
    let end = (head.lastIndex { !isSpace($0) } ?? head.startIndex - 1) + 1
    return head[..<end].suffix(3).elementsEqual(" in".utf8)
  }

  /// Whether a value may be wanted where the points stand: at the end of a block that is the body of a function, a getter, a
  /// closure, or of `guard`.
  private static func needsValue(_ text: [UInt8], _ place: Int) -> Bool {
    let behind = text[(place + 3)...].first { !isSpace($0) && $0 != UInt8(ascii: "\n") }
    guard behind == UInt8(ascii: "}"), let opening = openBrace(of: place, in: text) else {
      return false
    }
    let start =
      text[..<opening].lastIndex { "\n{};".utf8.contains($0) }.map { $0 + 1 } ?? 0
    let words = String(decoding: text[start..<opening], as: UTF8.self)
      .split { !$0.isLetter && $0 != "@" && $0 != "#" }.map(String.init)
    let isElse = words.first == "else" && !words.contains("if")
    if isElse { return isGuarded(text, opening) }
    let plain: Set = [
      "struct", "class", "enum", "protocol", "extension", "actor", "if", "for", "while", "do",
      "catch", "repeat", "switch", "case", "defer",
    ]
    let modifiers: Set = [
      "public", "private", "internal", "open", "fileprivate", "package", "final", "indirect",
      "static", "nonisolated", "isolated",
    ]
    let lead = words.first { !modifiers.contains($0) && !$0.hasPrefix("@") } ?? ""
    if lead == "guard" { return true }
    // `class func` is a function.
    return !plain.contains(lead) || words.contains("func") || words.contains("var")
  }

  private static func isGuarded(_ text: [UInt8], _ opening: Int) -> Bool {
    let line = text[..<opening].lastIndex(of: UInt8(ascii: "\n")) ?? 0
    let before = text[..<line].lastIndex(of: UInt8(ascii: "\n")) ?? 0
    return String(decoding: text[before..<opening], as: UTF8.self).contains("guard ")
  }

  private static func openBrace(of place: Int, in text: [UInt8]) -> Int? {
    var depth = 0
    for index in stride(from: place - 1, through: 0, by: -1) {
      if text[index] == UInt8(ascii: "}") { depth += 1 }
      if text[index] == UInt8(ascii: "{") {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }
}
