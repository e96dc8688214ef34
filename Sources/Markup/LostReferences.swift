// LostReferences: brackets that were meant as a link, an image or a footnote, and that Markdown shows as
// they are, because nothing is defined under their label or the address cannot be read.

/// What of one block's text looks like a reference and became none.
struct LostReferences {
  struct Lost: Equatable {
    var form: Form
    /// All of it, and the label or the address in it: indices of the block's text.
    var range: Range<Int>
    var inside: Range<Int>
    /// False for what may be honest brackets.
    var isSure: Bool
  }

  enum Form: Equatable { case link, image, footnote, address, innerLink, apart }

  private let bytes: [UInt8]
  /// The bytes that are text and escaped by nothing; zero for all others.
  private let live: [UInt8]
  private(set) var all: [Lost] = []

  /// - Parameter plain: the parts of the text that became text, in their order.
  init(in bytes: [UInt8], plain: [Range<Int>]) {
    self.bytes = bytes
    var live = [UInt8](repeating: 0, count: bytes.count)
    for span in plain {
      var index = span.lowerBound
      while index < span.upperBound {
        let isEscape =
          bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count
          && isMarkdownPunctuation(bytes[index + 1])
        if !isEscape { live[index] = bytes[index] }
        index += isEscape ? 2 : 1
      }
    }
    self.live = live
    find()
  }

  private mutating func find() {
    var open: [Int] = []
    var index = 0
    while index < live.count {
      if live[index] == UInt8(ascii: "[") { open.append(index) }
      if live[index] == UInt8(ascii: "]"), let start = open.popLast() {
        index = max(index, read(start, index))
      }
      index += 1
    }
  }

  /// Reads what stands behind a pair of brackets, and tells the last byte that belongs to both.
  private mutating func read(_ open: Int, _ close: Int) -> Int {
    // What is longer than any label is no label, and long texts are looked into no further than this.
    let text = open + 1..<min(close, open + 1 + Self.longest)
    if byte(open + 1) == UInt8(ascii: "^") {
      readFootnote(open..<close + 1)
      return close
    }
    switch byte(close + 1) {
    case UInt8(ascii: "["):
      guard let end = end(of: close + 1, "[", "]"), bytes[close + 2] != UInt8(ascii: "^"),
        // Two citations side by side.
        bytes[open + 1] != UInt8(ascii: "@"), bytes[close + 2] != UInt8(ascii: "@")
      else { return close }
      readReference(text, close + 2..<end)
      return end
    case UInt8(ascii: "("):
      guard let end = closing(close + 1) else { return close }
      readAddress(text, close + 2..<end)
      return close
    case UInt8(ascii: " ") where byte(close + 2) == UInt8(ascii: "("):
      guard let end = closing(close + 2),
        !bytes[close + 3..<end].contains(where: isMarkdownSpace),
        FileAddress.isOne(bytes[close + 3..<end])
      else { return close }
      all.append(
        Lost(form: .apart, range: open..<end + 1, inside: close..<close + 3, isSure: false))
      return close
    default: return close
    }
  }

  // MARK: Forms

  private mutating func readFootnote(_ range: Range<Int>) {
    let inside = range.lowerBound + 2..<range.upperBound - 1
    let label = bytes[inside]
    guard !label.isEmpty, label.count < Self.longest, !label.contains(where: isMarkdownSpace) else {
      return
    }
    // `[^a-z]` is how regular expressions write a class of signs.
    let isName = label.allSatisfy { isWordByte($0) || "-_.:".utf8.contains($0) }
    let isClass = label.count % 3 == 0 && label.dropFirst().first == UInt8(ascii: "-")
    all.append(
      Lost(form: .footnote, range: range, inside: inside, isSure: isName && !isClass))
  }

  private mutating func readReference(_ text: Range<Int>, _ label: Range<Int>) {
    let isImage = text.lowerBound > 1 && byte(text.lowerBound - 2) == UInt8(ascii: "!")
    let start = text.lowerBound - (isImage ? 2 : 1)
    // A collapsed reference has its label in the first brackets.
    let inside = label.isEmpty ? text : label
    guard !inside.isEmpty, !bytes[inside].allSatisfy(isMarkdownSpace) else { return }
    let isWorded = hasWord(text) || (isImage && text.isEmpty)
    let isIndexed = isIndexed(before: start)
    // `a[i][j]` and `m[0][1]`: an element of a table.
    if isIndexed, !isWorded, !hasWord(label) { return }
    let isElement = bytes[text].contains(UInt8(ascii: ",")) && !hasWord(label)
    all.append(
      Lost(
        form: isImage ? .image : .link, range: start..<label.upperBound + 1, inside: inside,
        isSure: isWorded && !isIndexed && !isElement))
  }

  private mutating func readAddress(_ text: Range<Int>, _ address: Range<Int>) {
    let content = bytes[address]
    guard FileAddress.isOne(content) else { return }
    let isBroken =
      content.contains(where: isMarkdownSpace) || content.contains(UInt8(ascii: "("))
    let isImage = text.lowerBound > 1 && byte(text.lowerBound - 2) == UInt8(ascii: "!")
    all.append(
      Lost(
        form: isBroken ? .address : .innerLink,
        range: text.lowerBound - (isImage ? 2 : 1)..<address.upperBound + 1, inside: address,
        isSure: true))
  }

  // MARK: Looking

  private func byte(_ index: Int) -> UInt8 { index < live.count ? live[index] : 0 }

  private func closing(_ start: Int) -> Int? {
    bytes[start...].prefix(Self.longest).firstIndex(of: UInt8(ascii: ")"))
  }

  /// CommonMark's bound for labels.
  private static let longest = 1000

  /// The bracket that closes the one at `start`, where none opens between.
  private func end(of start: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Int? {
    let end = live[(start + 1)...].prefix(Self.longest).firstIndex {
      $0 == UInt8(ascii: open) || $0 == UInt8(ascii: close)
    }
    return end.flatMap { live[$0] == UInt8(ascii: close) ? $0 : nil }
  }

  /// Whether two letters stand side by side.
  private func hasWord(_ part: Range<Int>) -> Bool {
    let scalars = String(decoding: bytes[part], as: UTF8.self).unicodeScalars
    return zip(scalars, scalars.dropFirst()).contains {
      $0.properties.isAlphabetic && $1.properties.isAlphabetic
    }
  }

  /// Whether what stands directly before may have elements.
  private func isIndexed(before start: Int) -> Bool {
    guard
      let last = String(decoding: bytes[max(0, start - 8)..<start], as: UTF8.self).unicodeScalars
        .last
    else { return false }
    return last.properties.isAlphabetic || last.properties.numericType != nil
      || "])}`$_*".unicodeScalars.contains(last)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 128 || Character(UnicodeScalar(byte)).isLetter || (48...57).contains(byte)
  }
}

/// Texts in parentheses that nobody writes but as an address.
enum FileAddress {
  private static let endings: Set<String> = [
    "md", "html", "htm", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "csv", "pdf", "json",
    "txt", "zip",
  ]

  static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first != UInt8(ascii: "<"), !bytes.contains(UInt8(ascii: "\n")) else {
      return false
    }
    let text = withoutTitle(String(decoding: bytes, as: UTF8.self))
    if text.hasPrefix("https://") || text.hasPrefix("http://") { return true }
    // Both signs may stand in a name, too: `what? is it.md`.
    return [text.prefix { $0 != "#" && $0 != "?" }, text[...]].contains { path in
      guard let dot = path.lastIndex(of: "."), dot > path.startIndex else { return false }
      return endings.contains(path[path.index(after: dot)...].lowercased())
    }
  }

  /// `a b.md` of `a b.md "Title"`.
  static func withoutTitle(_ text: String) -> String {
    let trimmed = text.drop { $0 == " " }
    let end = trimmed.firstIndex { "\"'".contains($0) } ?? trimmed.endIndex
    return String(trimmed[..<end].reversed().drop { $0 == " " }.reversed())
  }
}
