// MathSpelling: mathematics as LaTeX, kramdown and MathJax have it, which is none to Markdown: `\(…\)`, `\[…\]`, an
// environment without dollars, a reference. Finds it on plain bytes and knows no blocks.

/// One such place in the text of a block.
struct MathSpelling: Equatable {
  enum Kind: Equatable {
    /// `\(…\)`, or `\\(…\\)`
    case parentheses
    /// `\[…\]`, or `\\[…\\]`
    case brackets
    /// `\begin{align}`
    case environment(String)
    /// `\eqref{eq:name}`
    case reference
  }

  var kind: Kind
  /// From the first backslash to the end of what closes it.
  var range: Range<Int>
  /// What stands between; of an environment the command that begins it.
  var inside: Range<Int>

  /// All in a text, none within another.
  ///
  /// - Parameter isText: whether a byte is one of plain words, not of code or a formula.
  static func all(in bytes: [UInt8], isText: [Bool]) -> [MathSpelling] {
    var finder = MathSpellingFinder(bytes, isText)
    finder.find()
    return finder.found
  }

  /// Whether a text holds what is common in TeX and rare between brackets that were escaped for their own sake.
  static func holdsTeX(_ text: ArraySlice<UInt8>) -> Bool {
    // `\[^note\]` shows how a footnote is written.
    if text.first == UInt8(ascii: "^"), text.dropFirst().allSatisfy(isWord) { return false }
    return text.indices.contains { index in
      switch text[index] {
      case UInt8(ascii: "\\"):
        index + 1 < text.endIndex && isLetter(text[index + 1])
      case let byte: "^_={+<".utf8.contains(byte)
      }
    }
  }

  /// Whether a text reads as words and not as signs: “see above”, “…”.
  static func isProse(_ text: ArraySlice<UInt8>) -> Bool {
    if holdsTeX(text) { return false }
    let words = text.split { !isLetter($0) && $0 < 128 }
    return words.count { $0.count > 2 } > 1 || !text.contains { isWord($0) && $0 < 128 }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte) || byte >= 128
  }
}

/// One walk over a text. Each closing sign is looked for once, so that a text of nothing but brackets takes no longer.
private struct MathSpellingFinder {
  let bytes: [UInt8]
  let isText: [Bool]
  var found: [MathSpelling] = []
  /// The closing signs of which no other follows, and the lengths of their backslashes.
  private var missing: Set<[UInt8]> = []

  init(_ bytes: [UInt8], _ isText: [Bool]) {
    self.bytes = bytes
    self.isText = isText
  }

  mutating func find() {
    var index = 0
    while index < bytes.count {
      let run = backslashes(at: index)
      guard run > 0 else {
        index += 1
        continue
      }
      if let next = spelling(at: index, run) {
        found.append(next)
        index = next.range.upperBound
      } else {
        index += run + 1
      }
    }
  }

  private func backslashes(at index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "\\"), isText[end] { end += 1 }
    return end - index
  }

  private mutating func spelling(at start: Int, _ run: Int) -> MathSpelling? {
    let next = start + run
    guard next < bytes.count, isText[next] else { return nil }
    switch bytes[next] {
    case UInt8(ascii: "(") where run <= 2:
      // In `[words]\(more\)` the backslash keeps a link from being made, and in `C:\\(x86\\)` it parts names.
      if start > 0, bytes[start - 1] == UInt8(ascii: "]") { return nil }
      if run == 2, start > 0, MathSpelling.isWord(bytes[start - 1]) { return nil }
      return delimited(start, run, UInt8(ascii: ")"), .parentheses)
    case UInt8(ascii: "[") where run <= 2:
      return delimited(start, run, UInt8(ascii: "]"), .brackets)
    case let byte where run == 1 && MathSpelling.isLetter(byte): return command(start)
    default: return nil
    }
  }

  private mutating func delimited(
    _ start: Int, _ run: Int, _ closing: UInt8, _ kind: MathSpelling.Kind
  ) -> MathSpelling? {
    let sign = [UInt8](repeating: UInt8(ascii: "\\"), count: run) + [closing]
    let inner = start + run + 1
    guard !missing.contains(sign) else { return nil }
    var index = inner
    while index < bytes.count {
      let length = backslashes(at: index)
      let end = index + length
      if length == run, end < bytes.count, isText[end], bytes[end] == closing {
        return MathSpelling(kind: kind, range: start..<end + 1, inside: inner..<index)
      }
      index = end + 1
    }
    missing.insert(sign)
    return nil
  }

  /// `\begin{name}` with all up to its `\end{name}`, or `\eqref{eq:name}`.
  private func command(_ start: Int) -> MathSpelling? {
    let word = bytes[(start + 1)...].prefix(while: MathSpelling.isLetter)
    guard word.endIndex < bytes.count, bytes[word.endIndex] == UInt8(ascii: "{"),
      let close = bytes[word.endIndex...].prefix(100).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let argument = String(decoding: bytes[(word.endIndex + 1)..<close], as: UTF8.self)
    let range = start..<close + 1
    switch String(decoding: word, as: UTF8.self) {
    case "begin":
      let letters = argument.hasSuffix("*") ? argument.dropLast() : argument[...]
      guard !letters.isEmpty, letters.utf8.allSatisfy(MathSpelling.isLetter) else { return nil }
      let end = bytes[close...].firstRange(of: "\\end{\(argument)}".utf8)?.upperBound
      return MathSpelling(
        kind: .environment(argument), range: start..<(end ?? close + 1), inside: range)
    case "eqref", "ref":
      guard argument.contains(":"), !argument.contains(" ") else { return nil }
      return MathSpelling(kind: .reference, range: range, inside: range)
    default: return nil
    }
  }
}
