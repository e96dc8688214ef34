// CommentHead: what a comment begins with before its first letter or digit: arrows, signs that compare,
// characters that nobody sees, and whatever marks stand around them.

import Diagnostics

struct CommentHead {
  private let bytes: [UInt8]
  /// The first arrow to the right, of any kind.
  private(set) var arrow: Range<Int>?
  /// The last run of signs that compare.
  private(set) var relation: Range<Int>?
  /// The first character that nobody sees or that changes the one before it, by its number and name.
  private(set) var intruder: String?
  /// The first byte that is no white space, and the one at which the head ends.
  private(set) var start = 0
  private(set) var end = 0
  /// All of the comment without white space at either end.
  private(set) var whole = 0..<0

  init(_ text: String) {
    bytes = Array(text.utf8)
    let scalars = Array(text.unicodeScalars)
    var offsets: [Int] = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? first - 1
    start = offsets[first]
    whole = start..<max(start, offsets[last + 1])
    var index = first
    // A comment may go on for long; nobody looks past a line of signs for an arrow.
    while index < min(scalars.count, first + 200) {
      let scalar = scalars[index]
      if arrow == nil, let length = Self.arrow(at: index, in: scalars[...]) {
        arrow = offsets[index]..<offsets[index + length]
        index += length
        continue
      }
      if scalar.isInvisible || scalar.isMark {
        intruder = intruder ?? scalar.name
      } else if scalar.isRelation {
        let run = relation.flatMap { $0.upperBound == offsets[index] ? $0.lowerBound : nil }
        relation = (run ?? offsets[index])..<offsets[index + 1]
      } else if scalar.isWordPart || (arrow != nil && !scalar.properties.isWhitespace) {
        break
      }
      index += 1
    }
    // Nothing but signs, and white space behind them.
    end = min(offsets[index], whole.upperBound)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// `$R0` is a name in the language's shell.
  var isFormula: Bool { bytes[start...].starts(with: "$$".utf8) }

  var beginsWithEquals: Bool { start < bytes.count && bytes[start] == UInt8(ascii: "=") }

  /// How many scalars the arrow takes that begins here: one that Unicode calls an arrow to the right, or
  /// dashes and signs of equality that end in a point.
  static func arrow(at index: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    if scalars[index].isArrow { return 1 }
    let dashes = scalars[index...].prefix(while: isShaft)
    guard let point = scalars[dashes.endIndex...].first, !dashes.isEmpty else { return nil }
    let isArrow = point.isArrow || ">›»≻⟩❯＞".unicodeScalars.contains(point)
    return isArrow ? dashes.count + 1 : nil
  }

  static func isShaft(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDash || scalar == "=" || scalar == "~"
  }
}

extension Unicode.Scalar {
  /// Whether nobody sees it: joiners, selectors, marks of direction and order, controls.
  var isInvisible: Bool {
    guard !properties.isWhitespace else { return false }
    return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
      || properties.generalCategory == .format || self == "\u{2800}"
  }

  /// `U+200B`, and what Unicode calls it.
  var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    let words = properties.name ?? properties.nameAlias
    return "U+\(padding)\(digits)" + (words.map { " (\($0.lowercased()))" } ?? "")
  }

  /// Whether Unicode calls it an arrow that points to the right.
  var isArrow: Bool {
    guard isSign, let name = properties.name, name.contains("RIGHT") else { return false }
    return name.contains("ARROW") || name.contains("HARPOON")
  }

  /// Whether it may be an arrow or point somewhere: names are long to look up.
  private var isSign: Bool {
    guard value > 0x7F else { return false }
    switch properties.generalCategory {
    case .mathSymbol, .otherSymbol, .finalPunctuation: return true
    default: return false
    }
  }

  /// Whether it changes the character before it.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  var isDash: Bool {
    self == "-" || self == "_" || self == "." || self == "−" || properties.isDash
  }

  /// Signs that say that two things are the same, or nearly.
  var isEquality: Bool {
    self == "="
      || "≈≅≃≐≡≙≔≝≊≋≌≍≑≒≓≕≗≜≞≟⩰⩳⩴⩵⩶＝﹦꞊⁼".unicodeScalars.contains(self)
  }

  /// Signs that compare, and those that point at what comes.
  var isRelation: Bool {
    if isEquality || "<>≤≥≠≦≧⩽⩾≲≳~∼∽≁∈❯".unicodeScalars.contains(self) { return true }
    guard isSign, let name = properties.name else { return false }
    return name.contains("RIGHT-POINTING") || name.contains("RIGHT POINTING")
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}
