// BodyText: the Markdown below the front matter as libcmark reads it, and the way back to the file.

/// The bytes given to libcmark, cut into lines as libcmark cuts them.
struct BodyText {
  /// The body with each zero byte replaced by U+FFFD, as CommonMark wants.
  private(set) var bytes: [UInt8] = []
  /// Each line without its line break, which is LF, CR or CRLF.
  private(set) var lines: [Range<Int>] = []
  private let start: Int
  /// Where in `bytes` the replacements end; each made the text two bytes longer.
  private var replacementEnds: [Int] = []

  /// - Parameter start: the offset in `source` of the body's first byte.
  init(_ source: [UInt8], from start: Int) {
    self.start = start
    bytes.reserveCapacity(source.count - start)
    for byte in source[start...] {
      if byte == 0 {
        bytes += [0xEF, 0xBF, 0xBD]
        replacementEnds.append(bytes.count)
      } else {
        bytes.append(byte)
      }
    }
    cutLines()
  }

  /// Puts letters in the place of a formula that Markdown broke, so that what stands behind it is read as if it had not.
  /// Line breaks, the prefixes of lines and the spaces at their ends stay.
  mutating func mask(_ range: Range<Int>, quotes: Int) {
    for number in lineNumber(at: range.lowerBound)...lineNumber(at: max(range.upperBound - 1, 0)) {
      let start = max(contentStart(ofLine: number, quotes: quotes), range.lowerBound)
      let end = min(trimmedEnd(ofLine: number), range.upperBound)
      for place in start..<max(start, end) { bytes[place] = UInt8(ascii: "x") }
    }
  }

  /// The line, from 1, that a byte of the body stands in.
  func lineNumber(at place: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  private mutating func cutLines() {
    var lineStart = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      lines.append(lineStart..<index)
      index = end(ofByteAt: index)
      lineStart = index
    }
    lines.append(lineStart..<bytes.count)
  }

  /// The bytes of a line from 1, as libcmark counts them; an empty range past the last.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1 else { return 0..<0 }
    return number <= lines.count ? lines[number - 1] : bytes.count..<bytes.count
  }

  /// The file's offset of a byte of the body. The three bytes of a replacement stand where its zero
  /// byte does.
  func fileOffset(_ offset: Int) -> Int {
    let replaced = replacements(before: offset)
    return start + offset - 2 * replaced.count - replaced.inside
  }

  /// The file's bytes that a byte of the body was made from, and whether it is the file's own.
  func origin(ofByteAt place: Int) -> (file: Range<Int>, isOwn: Bool) {
    let lower = fileOffset(place)
    guard place < bytes.count else { return (lower..<lower, false) }
    let isReplaced = isReplacement(place)
    return (lower..<(isReplaced ? lower + 1 : fileOffset(end(ofByteAt: place))), !isReplaced)
  }

  private func isReplacement(_ place: Int) -> Bool {
    let next = replacements(before: place).count
    return next < replacementEnds.count && place >= replacementEnds[next] - 3
  }

  /// How many replacements end at `offset` or before, and how many bytes of another one stand before it.
  private func replacements(before offset: Int) -> (count: Int, inside: Int) {
    var (low, high) = (0, replacementEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if replacementEnds[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < replacementEnds.count else { return (low, 0) }
    return (low, max(0, offset - (replacementEnds[low] - 3)))
  }

  /// The index after a byte; after both of a line break that is a pair.
  func end(ofByteAt place: Int) -> Int {
    guard place < bytes.count else { return bytes.count }
    let isPair =
      bytes[place] == UInt8(ascii: "\r") && place + 1 < bytes.count
      && bytes[place + 1] == UInt8(ascii: "\n")
    return place + (isPair ? 2 : 1)
  }

  func fileRange(_ range: Range<Int>) -> Range<Int> {
    fileOffset(range.lowerBound)..<fileOffset(range.upperBound)
  }

  /// The place of each byte of `text` if it is the end of the line; nil if it is not.
  ///
  /// A tab that a container took only in part is left to the block as spaces; these stand where the tab
  /// does.
  func suffixPlaces(ofLine number: Int, _ text: ArraySlice<UInt8>) -> [Int]? {
    let line = line(number)
    let same = zip(text.reversed(), bytes[line].reversed()).prefix { $0 == $1 }.count
    let rest = text.dropLast(same)
    let copied = line.upperBound - same..<line.upperBound
    if rest.isEmpty { return Array(copied) }
    guard copied.lowerBound > line.lowerBound,
      bytes[copied.lowerBound - 1] == UInt8(ascii: "\t"),
      rest.allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return nil }
    return Array(repeating: copied.lowerBound - 1, count: rest.count) + copied
  }

  /// Where the text of a line ends, spaces before its line break left out.
  func trimmedEnd(ofLine number: Int) -> Int {
    let line = line(number)
    return bytes[line].lastIndex { !isMarkdownSpace($0) }.map { $0 + 1 } ?? line.lowerBound
  }

  /// The first byte of a continuation line after the prefixes of its containers.
  ///
  /// Such a prefix is made of spaces, tabs and at most `quotes` signs `>`; list items and footnotes
  /// add only spaces.
  func contentStart(ofLine number: Int, quotes: Int) -> Int {
    let line = line(number)
    var left = quotes
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">") where left > 0: left -= 1
      default: return index
      }
      index += 1
    }
    return index
  }

  /// The first byte of a line after all that may be marks of quotations and lists.
  func textStart(ofLine number: Int) -> Int {
    let line = line(number)
    var start = contentStart(ofLine: number, quotes: Int.max)
    while start < line.upperBound {
      let digits = bytes[start..<line.upperBound].prefix { (48...57).contains($0) }
      let signs = digits.isEmpty ? "-+*" : ".)"
      let space = digits.endIndex + 1
      guard space < line.upperBound, signs.utf8.contains(bytes[space - 1]),
        isMarkdownSpace(bytes[space])
      else { break }
      start =
        bytes[space..<line.upperBound].firstIndex {
          !isMarkdownSpace($0) && $0 != UInt8(ascii: ">")
        } ?? line.upperBound
    }
    return start
  }
}

/// The bytes that libcmark trims: space, tab, line feed, line tabulation, form feed, carriage return.
func isMarkdownSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (9...13).contains(byte)
}

/// The ASCII signs that a backslash can escape.
func isMarkdownPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 33...47, 58...64, 91...96, 123...126: true
  default: false
  }
}

/// A text that inlines were read from, each byte with its place in the body.
struct PlacedText {
  var bytes: [UInt8] = []
  var places: [Int] = []
  /// The place of the byte that would follow.
  var end = 0

  /// The bytes of the body between two positions in the text; empty ones stand before the next byte.
  func range(_ span: Range<Int>) -> Range<Int> {
    let start = place(span.lowerBound)
    return span.isEmpty ? start..<start : start..<max(start, places[span.upperBound - 1] + 1)
  }

  /// A part, every byte still in its place.
  func slice(_ span: Range<Int>) -> PlacedText {
    PlacedText(
      bytes: Array(bytes[span]), places: Array(places[span]), end: place(span.upperBound))
  }

  func place(_ index: Int) -> Int { index < places.count ? places[index] : end }

  /// Leaves out white space at the end, which libcmark does before it reads inlines.
  mutating func trimEnd() {
    while let last = bytes.last, isMarkdownSpace(last) {
      bytes.removeLast()
      end = places.removeLast()
    }
  }
}
