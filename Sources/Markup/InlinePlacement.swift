// InlinePlacement: finds the bytes of every inline.
//
// libcmark's columns for inlines are wrong on continuation lines, for links, autolinks and footnotes,
// and missing for soft breaks. So they are not used at all: the tree says what comes next, and a walk
// along the text it was read from says where. Every step must find the very bytes that the tree calls
// for, so that a mistake shows up as a mismatch and not as a wrong place.

/// Walks along one block's text, in step with the inlines that libcmark read from it.
struct InlinePlacement {
  private let text: PlacedText
  private let body: BodyText
  private var cursor = 0
  /// The label of each footnote in the order of libcmark's numbers.
  private let footnotes: [String]
  /// Where the text was first not what the tree says. Always nil, as far as the tests know.
  private(set) var mismatch: Int?
  /// Where `<!--` begins what is no comment: a claim written so would be shown instead of checked.
  private(set) var brokenComments: [Range<Int>] = []
  /// The parts of the text that are shown as text, in their order.
  private(set) var plain: [Range<Int>] = []

  init(_ text: PlacedText, in body: BodyText, footnotes: [String]) {
    self.text = text
    self.body = body
    self.footnotes = footnotes
  }

  private var bytes: [UInt8] { text.bytes }

  mutating func place(_ nodes: [RawNode]) -> [Node] { nodes.compactMap { place($0) } }

  private mutating func place(_ raw: RawNode) -> Node? {
    let start = cursor
    switch raw.kind {
    case .text:
      guard !raw.literal.isEmpty else { return nil }
      advance(to: end(of: raw.literal, from: cursor, reading: .markdown))
      noteBrokenComment(start..<cursor)
      plain.append(start..<cursor)
      return node(.text(String(decoding: raw.literal, as: UTF8.self)), from: start)
    case .softBreak, .lineBreak:
      advance(to: breakEnd())
      return node(raw.kind == .softBreak ? .softBreak : .lineBreak, from: start)
    case .code:
      advance(to: codeEnd())
      return node(.code(String(decoding: raw.literal, as: UTF8.self)), from: start)
    case .html:
      advance(to: end(of: raw.literal, from: cursor, reading: .literal))
      return node(.html(verbatim(start..<cursor)), from: start)
    case .math:
      advance(to: end(of: raw.literal, from: cursor, reading: .literal))
      return math(start..<cursor)
    case .emphasis: return wrapped(raw, .emphasis, marks: 1)
    case .strong: return wrapped(raw, .strong, marks: 2)
    case .strikethrough:
      let marks = bytes[cursor...].prefix { $0 == UInt8(ascii: "~") }.count
      return wrapped(raw, .strikethrough, marks: min(marks, 2))
    case .link(let destination, let title):
      return link(raw, .link(destination: destination, title: title))
    case .image(let destination, let title):
      expect("!")
      return bracketed(raw, .image(destination: destination, title: title), from: start)
    case .footnoteReference: return footnoteReference(raw)
    default:
      noteMismatch()
      return nil
    }
  }

  private func node(_ kind: Node.Kind, from start: Int, _ children: [Node] = []) -> Node {
    Node(kind, body.fileRange(text.range(start..<cursor)), children)
  }

  private mutating func noteMismatch() { mismatch = mismatch ?? text.place(cursor) }

  private mutating func advance(to end: Int?) {
    if let end { cursor = end } else { noteMismatch() }
  }

  private mutating func expect(_ byte: UInt8) {
    if cursor < bytes.count, bytes[cursor] == byte { cursor += 1 } else { noteMismatch() }
  }

  private mutating func expect(_ sign: Unicode.Scalar) { expect(UInt8(ascii: sign)) }

  // MARK: Inlines with children

  private mutating func wrapped(_ raw: RawNode, _ kind: Node.Kind, marks: Int) -> Node {
    let start = cursor
    let mark = cursor < bytes.count ? bytes[cursor] : 0
    if !"*_~".utf8.contains(mark) { noteMismatch() }
    for _ in 0..<marks { expect(mark) }
    let children = place(raw.children)
    for _ in 0..<marks { expect(mark) }
    return node(kind, from: start, children)
  }

  private mutating func link(_ raw: RawNode, _ kind: Node.Kind) -> Node {
    let start = cursor
    switch cursor < bytes.count ? bytes[cursor] : 0 {
    case UInt8(ascii: "["): return bracketed(raw, kind, from: start)
    case UInt8(ascii: "<"):
      expect("<")
      let child = autolinkText(raw, readings: [.entities])
      expect(">")
      return node(kind, from: start, [child])
    default:
      // A bare address is taken as it stands; a mail address is found later, in resolved text.
      let child = autolinkText(raw, readings: [.literal, .markdown])
      return node(kind, from: start, [child])
    }
  }

  private mutating func autolinkText(_ raw: RawNode, readings: [Reading]) -> Node {
    let start = cursor
    let literal = raw.children.first?.literal ?? []
    let ends = readings.compactMap { end(of: literal, from: start, reading: $0) }
    advance(to: ends.first)
    return node(.text(String(decoding: literal, as: UTF8.self)), from: start)
  }

  private mutating func bracketed(_ raw: RawNode, _ kind: Node.Kind, from start: Int) -> Node {
    expect("[")
    let children = place(raw.children)
    expect("]")
    cursor = LinkTail.end(in: bytes, at: cursor)
    return node(kind, from: start, children)
  }

  private mutating func footnoteReference(_ raw: RawNode) -> Node {
    let start = cursor
    expect("[")
    expect("^")
    while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "]") { cursor += 1 }
    expect("]")
    let number = Int(String(decoding: raw.literal, as: UTF8.self)) ?? 0
    let isKnown = footnotes.indices.contains(number - 1)
    if !isKnown { noteMismatch() }
    return node(.footnoteReference(label: isKnown ? footnotes[number - 1] : ""), from: start)
  }

  // MARK: Inlines without

  private func breakEnd() -> Int? {
    var index = cursor
    // After a backslash libcmark leaves the spaces of a lazy line in the text.
    let isEscaped = index < bytes.count && bytes[index] == UInt8(ascii: "\\")
    if isEscaped { index += 1 }
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      guard isMarkdownSpace(bytes[index]) else { return nil }
      index += 1
    }
    guard index < bytes.count else { return nil }
    index += 1
    if isEscaped { return index }
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
    return index
  }

  private func codeEnd() -> Int? {
    let run = run(at: cursor)
    guard run > 0 else { return nil }
    var index = cursor + run
    while index < bytes.count {
      let other = self.run(at: index)
      if other == run { return index + other }
      index += max(other, 1)
    }
    return nil
  }

  private func run(at index: Int) -> Int {
    bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
  }

  private func math(_ span: Range<Int>) -> Node {
    let dollars = bytes[span].prefix { $0 == UInt8(ascii: "$") }.count
    let isQuoted = dollars == 1 && MathSyntax.isQuoted(bytes[span])
    let mark = isQuoted ? 2 : dollars
    let inner = span.lowerBound + mark..<max(span.lowerBound + mark, span.upperBound - mark)
    let verbatim = verbatim(inner).trimmed()
    return node(.math(verbatim, isDisplay: dollars == 2), from: span.lowerBound)
  }

  private func verbatim(_ span: Range<Int>) -> Verbatim {
    Verbatim(text.slice(span), in: body)
  }

  // MARK: Text

  private mutating func noteBrokenComment(_ span: Range<Int>) {
    // Few texts have the sign at all, and to look for four is slow.
    guard bytes[span].contains(UInt8(ascii: "<")),
      let sign = bytes[span].firstRange(of: "<!--".utf8),
      sign.lowerBound == span.lowerBound || bytes[sign.lowerBound - 1] != UInt8(ascii: "\\")
    else { return }
    brokenComments.append(body.fileRange(text.range(sign)))
  }

  /// How a text was made from the bytes of the essay.
  private enum Reading { case literal, entities, markdown }

  /// Where in the text the bytes end that `literal` was made from.
  private func end(of literal: [UInt8], from start: Int, reading: Reading) -> Int? {
    var index = start
    var done = 0
    while done < literal.count {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      if reading == .markdown, byte == UInt8(ascii: "\\"), index + 1 < bytes.count,
        isMarkdownPunctuation(bytes[index + 1]), bytes[index + 1] == literal[done]
      {
        index += 2
        done += 1
      } else if reading != .literal, byte == UInt8(ascii: "&"), let entity = entity(at: index),
        literal[done...].starts(with: entity.text)
      {
        index += entity.length
        done += entity.text.count
      } else if byte == literal[done] {
        index += 1
        done += 1
      } else {
        return nil
      }
    }
    return index
  }

  /// The entity that begins with the `&` at `index`. libcmark itself says what it stands for: the
  /// table of two thousand names need not be kept twice.
  private func entity(at index: Int) -> (text: [UInt8], length: Int)? {
    let longest = 34
    var end = index + 1
    while end < bytes.count, end - index < longest, isEntityByte(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > index + 1 else { return nil }
    let entity = Array(bytes[index...end])
    return CMarkTree.decoding(entity: entity).map { ($0, entity.count) }
  }

  private func isEntityByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), 48...57, 65...90, 97...122: true
    default: false
    }
  }
}
