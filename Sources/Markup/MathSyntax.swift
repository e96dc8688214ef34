// MathSyntax: where a formula ends. Pandoc's rules for `$`, GitHub's for `` $`…`$ ``; no pointers.

/// The rules of `$…$` and `$$…$$` on plain bytes.
enum MathSyntax {
  private static let dollar = UInt8(ascii: "$")
  private static let backslash = UInt8(ascii: "\\")
  private static let backtick = UInt8(ascii: "`")

  private static let longestBraces = 1_024

  enum Opening { case no, open, closed }

  /// Whether a line, from its first nonspace, opens a block, and whether it closes it again. A line
  /// where other text follows the closing `$$` is a paragraph that begins with a formula.
  static func openingLine<Bytes: RandomAccessCollection>(_ line: Bytes) -> Opening
  where Bytes.Element == UInt8, Bytes.Index == Int {
    guard line.starts(with: [dollar, dollar]) else { return .no }
    let rest = line[(line.startIndex + 2)...]
    guard let end = displayEnd(in: rest) else { return .open }
    guard rest[..<(end - 2)].contains(where: { !isSpace($0) }) else { return .no }
    return rest[end...].allSatisfy(isSpace) ? .closed : .no
  }

  /// The index after the first `$$` that no backslash escapes.
  static func displayEnd<Bytes: RandomAccessCollection>(in line: Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == backslash {
        index += 2
      } else if line[index] == dollar, index + 1 < line.endIndex, line[index + 1] == dollar {
        return index + 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// How many bytes, markers included, the formula takes that `text` begins with.
  static func inlineLength<Bytes: RandomAccessCollection>(_ text: Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let start = text.startIndex
    let dollars = text.prefix { $0 == dollar }.count
    switch dollars {
    case 1:
      if start + 1 < text.endIndex, text[start + 1] == backtick {
        if let end = quotedEnd(text) { return end - start }
      }
      // A dollar in braces belongs to `\text{$x$}`, unless the braces do not match up. Whether they do
      // is looked for near by: a text of dollars and braces would be read once for each of them.
      let near = text.prefix(longestBraces)
      let end = end(near, respectingBraces: true) ?? end(text, respectingBraces: false)
      return end.map { $0 - start }
    case 2:
      let body = text[(start + 2)...]
      guard let end = displayEnd(in: body),
        body[..<(end - 2)].contains(where: { !isSpace($0) })
      else { return nil }
      return end - start
    default: return nil
    }
  }

  /// The index after the `$` that closes the formula opened at the first byte.
  private static func end<Bytes: RandomAccessCollection>(
    _ text: Bytes, respectingBraces: Bool
  ) -> Int? where Bytes.Element == UInt8, Bytes.Index == Int {
    let first = text.startIndex + 1
    guard first < text.endIndex, !isSpace(text[first]) else { return nil }
    var index = first
    var depth = 0
    while index < text.endIndex {
      switch text[index] {
      case backslash: index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case backtick:
        // Code binds tighter: a dollar in a code span closes nothing.
        index = codeSpanEnd(text, at: index) - 1
      case dollar where depth == 0 || !respectingBraces:
        // The first dollar decides: in "$5, $6 and $x$" only the last two belong together.
        let after = index + 1 < text.endIndex ? text[index + 1] : 0
        return isSpace(text[index - 1]) || isDigit(after) ? nil : index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The index after the code span, or after the run of backticks when nothing closes it.
  private static func codeSpanEnd<Bytes: RandomAccessCollection>(
    _ text: Bytes, at start: Int
  ) -> Int where Bytes.Element == UInt8, Bytes.Index == Int {
    let run = text[start...].prefix { $0 == backtick }.count
    var index = start + run
    while index < text.endIndex {
      guard text[index] == backtick else {
        index += 1
        continue
      }
      let other = text[index...].prefix { $0 == backtick }.count
      index += other
      if other == run { return index }
    }
    return start + run
  }

  /// Whether a formula is GitHub's `` $`…`$ `` and not one that merely begins with a backtick.
  static func isQuoted(_ formula: ArraySlice<UInt8>) -> Bool {
    formula.count > 4 && formula.dropFirst().first == backtick
      && formula.dropLast().last == backtick
  }

  /// The index after the `` `$ `` that closes GitHub's `` $`…`$ ``.
  private static func quotedEnd<Bytes: RandomAccessCollection>(_ text: Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var index = text.startIndex + 2
    while index + 1 < text.endIndex {
      if text[index] == backtick, text[index + 1] == dollar {
        return index == text.startIndex + 2 ? nil : index + 2
      }
      index += 1
    }
    return nil
  }

  /// Whether what stands behind a dollar reads as a sum and words: “5 or more”.
  static func isMoney(_ text: [UInt8]) -> Bool {
    guard let first = text.first, isDigit(first), !MathSpelling.holdsTeX(text[...]) else {
      return false
    }
    return text.split { !MathSpelling.isLetter($0) }.contains { $0.count > 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
