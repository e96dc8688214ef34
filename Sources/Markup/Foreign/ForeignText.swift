// ForeignText: the text of a block character by character, so that marks of other dialects can be looked for in it.

import Diagnostics

/// What of a block is text, each character with its place. Code, formulas, links and escaped signs are one
/// character each that is no mark.
struct ForeignText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The bytes of each character in the essay.
  private(set) var places: [Range<Int>] = []

  /// Stands for what Markdown has read already.
  static let opaque: Unicode.Scalar = "\u{FFFC}"

  init(_ inlines: [Node], in source: SourceText) {
    for node in inlines { add(node, source) }
  }

  private mutating func add(_ node: Node, _ source: SourceText) {
    switch node.kind {
    case .text: add(text: node.range, source)
    case .softBreak, .lineBreak: add("\n", node.range)
    case .emphasis, .strong, .strikethrough, .link:
      // An address that is its own text has no marks; what is beside a mark is not beside a letter.
      guard node.kind.isMarked || source[node.range].hasPrefix("[") else {
        add(Self.opaque, node.range)
        return
      }
      add(Self.opaque, node.range.lowerBound..<node.range.lowerBound)
      for child in node.children { add(child, source) }
      add(Self.opaque, node.range.upperBound..<node.range.upperBound)
    default: add(Self.opaque, node.range)
    }
  }

  private mutating func add(text range: Range<Int>, _ source: SourceText) {
    var place = range.lowerBound
    var isEscaped = false
    for scalar in source[range].unicodeScalars {
      let end = place + UTF8.width(scalar)
      if isEscaped, scalar.isASCII, isMarkdownPunctuation(UInt8(scalar.value)) {
        let start = places.removeLast().lowerBound
        scalars.removeLast()
        add(Self.opaque, start..<end)
        isEscaped = false
      } else {
        add(scalar, place..<end)
        isEscaped = scalar == "\\"
      }
      place = end
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
    scalars.append(scalar)
    places.append(place)
  }

  // MARK: Looking

  func place(_ range: Range<Int>) -> Range<Int> {
    places[range.lowerBound].lowerBound..<places[range.upperBound - 1].upperBound
  }

  subscript(index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : "\n"
  }

  func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
  }

  func starts(with mark: String, at index: Int) -> Bool {
    scalars[min(index, scalars.count)...].starts(with: mark.unicodeScalars)
  }

  /// Where a mark stands at `index` or behind, on the same line and near by: a line of nothing but marks would be
  /// read once for each of them.
  func next(_ mark: String, from index: Int) -> Int? {
    let end = min(scalars.count, index + 240)
    var index = index
    while index < end, scalars[index] != "\n" {
      if starts(with: mark, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The first index of each line.
  var lineStarts: [Int] {
    [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  func line(from start: Int) -> String {
    let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
    return string(start..<end)
  }

  func isSpace(_ index: Int) -> Bool { self[index].properties.isWhitespace }

  func isWord(_ index: Int) -> Bool {
    let properties = self[index].properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  func isPunctuation(_ index: Int) -> Bool {
    switch self[index].properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .dashPunctuation, .connectorPunctuation:
      true
    default: false
    }
  }
}

extension Node.Kind {
  fileprivate var isMarked: Bool { self == .emphasis || self == .strong || self == .strikethrough }
}
