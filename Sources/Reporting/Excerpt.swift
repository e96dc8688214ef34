// Excerpt: one line of a text and marks under a part of it, as a terminal shows them: by the columns that
// characters take, not by how many they are.

/// The line that a span begins in, and the marks under what it covers.
struct Excerpt {
  var line: String
  var marks: String

  /// Longer lines are shown around the span only.
  private static let longest = 160

  init(_ text: String, covering range: Range<Int>) {
    var cells: [(text: String, width: Int, isCovered: Bool)] = []
    var offset = 0
    for character in text {
      let next = offset + character.utf8.count
      let isCovered = offset < range.upperBound && next > range.lowerBound
      cells.append((character.shown, character.shown.reduce(0) { $0 + $1.width }, isCovered))
      offset = next
    }
    // An empty span marks the column of the character behind it, or the one past the end.
    let first =
      cells.firstIndex { $0.isCovered } ?? Self.index(at: range.lowerBound, in: text)
    var (lower, upper) = (0, cells.count)
    if cells.reduce(0, { $0 + $1.width }) > Self.longest {
      lower = max(0, first - Self.longest / 3)
      upper = min(cells.count, lower + Self.longest)
    }
    line =
      (lower > 0 ? "…" : "") + cells[lower..<upper].map(\.text).joined()
      + (upper < cells.count ? "…" : "")
    // Tabs are kept so that the marks stand under the text whatever a tab's width is.
    let indent = cells[lower..<first].map { cell in
      cell.text == "\t" ? "\t" : String(repeating: " ", count: cell.width)
    }
    let covered = cells[first..<max(first, upper)].prefix { $0.isCovered }
    let width = covered.reduce(0) { $0 + $1.width }
    marks =
      (lower > 0 ? " " : "") + indent.joined() + "^"
      + String(repeating: "~", count: max(0, width - 1))
  }

  /// The number of characters that begin before a byte.
  private static func index(at offset: Int, in text: String) -> Int {
    var (passed, count) = (0, 0)
    for character in text {
      guard passed < offset else { break }
      passed += character.utf8.count
      count += 1
    }
    return count
  }
}

extension Character {
  /// What a terminal can show: what nobody would see, or what would move its cursor, by its number.
  fileprivate var shown: String {
    guard self != "\t" else { return "\t" }
    let isHidden = unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: scalar.properties.isDefaultIgnorableCodePoint
      }
    }
    guard isHidden else { return String(self) }
    return unicodeScalars.map { "⟨U+\(String($0.value, radix: 16, uppercase: true))⟩" }.joined()
  }

  /// How many columns of a terminal it takes: none, one or two.
  var width: Int {
    if self == "\t" { return 1 }
    // Pictures take two, of however many scalars they are made: people joined, flags of two letters,
    // and signs that a selector makes a picture of.
    if let first = unicodeScalars.first?.properties,
      first.isEmojiPresentation || first.isEmoji && unicodeScalars.contains("\u{FE0F}")
    {
      return 2
    }
    return unicodeScalars.reduce(0) { $0 + $1.width }
  }
}

extension Unicode.Scalar {
  fileprivate var width: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if properties.isDefaultIgnorableCodePoint || (0x1160...0x11FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || Self.isWide(value) ? 2 : 1
  }

  /// East Asian Width W and F. Swift has no such property.
  ///
  /// - Source: Unicode 16, EastAsianWidth.txt, without what has emoji presentation; gaps between ranges
  ///   in which nothing is assigned are left out.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376,
      0x1F1E6...0x1F1FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
