// The formulas in a title and a summary. Of all that Markdown knows only `$…$` is read there, and `\$` for a dollar: what
// else looks like Markdown stays as it is.

import Diagnostics

/// A line of front matter as inlines: texts and formulas.
struct FrontMatterWords {
  private(set) var nodes: [Node] = []
  private(set) var log = Log()
  private let bytes: [UInt8]
  private let places: [Int]
  private let body: BodyText
  private let path: String

  /// - Parameters:
  ///   - text: the value that YAML read.
  ///   - start: where it begins in the file, and `end` where the front matter does.
  init(_ text: String, in source: [UInt8], from start: Int, to end: Int, path: String) {
    bytes = Array(text.utf8)
    body = BodyText(source, from: 0)
    self.path = path
    // YAML may say a sign by another; then a formula stands somewhere in the value.
    places =
      Self.places(of: bytes, in: source[start..<end])
      ?? bytes.indices.map { min(start + $0, max(start, end - 1)) }
    guard bytes.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }) else {
      add(text: text, 0..<bytes.count)
      reportMarks(shown: text)
      return
    }
    read()
  }

  /// Warns where Markdown would show other words, because it reads marks that a title shows as they are.
  private mutating func reportMarks(shown: String) {
    guard shown.utf8.contains(where: { "*_`[<&\\~".utf8.contains($0) }),
      // Behind a word nothing begins a list or a heading.
      let tree = CMarkTree(parsing: Array("x ".utf8) + bytes), tree.firstLine(deeperThan: 50) == nil
    else { return }
    let blocks = tree.rawDocument().children
    let words = String(decoding: blocks.flatMap(Self.words), as: UTF8.self)
    guard blocks.count != 1 || words != "x " + shown else { return }
    log.add(
      Diagnostic(
        .markdownLiteral, .warning, at: SourceSpan(path, range(0..<bytes.count)),
        "of Markdown a title or a summary knows formulas only, and these marks or entities are shown: take them away, or "
          + "write the characters themselves"))
  }

  /// What Markdown shows of a text, formulas as they are written.
  private static func words(_ node: RawNode) -> [UInt8] {
    switch node.kind {
    case .softBreak, .lineBreak: [UInt8(ascii: "\n")]
    case .html: []
    case .text, .math: node.literal
    case .code: [UInt8(ascii: "`")]
    default: node.children.flatMap(words)
    }
  }

  private mutating func read() {
    var text: [UInt8] = []
    var shown: [UInt8] = []
    var start = 0
    var index = 0
    func isDollar(_ index: Int) -> Bool {
      index < bytes.count && bytes[index] == UInt8(ascii: "$")
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), isDollar(index + 1) {
        text.append(UInt8(ascii: "$"))
        index += 2
      } else if isDollar(index) {
        let dollars = bytes[index...].prefix { $0 == UInt8(ascii: "$") }.count
        guard let length = MathSyntax.inlineLength(bytes[index...]) else {
          text += bytes[index..<index + dollars]
          index += dollars
          continue
        }
        add(text: String(decoding: text, as: UTF8.self), start..<index)
        add(formula: index..<index + length, dollars)
        shown += text + bytes[index..<index + length]
        text = []
        index += length
        start = index
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    add(text: String(decoding: text, as: UTF8.self), start..<bytes.count)
    reportSpellings()
    if log.diagnostics.isEmpty {
      reportMarks(shown: String(decoding: shown + text, as: UTF8.self))
    }
  }

  private mutating func add(text: String, _ span: Range<Int>) {
    if !text.isEmpty { nodes.append(Node(.text(text), range(span))) }
  }

  private mutating func add(formula span: Range<Int>, _ dollars: Int) {
    let mark =
      dollars == 1 && MathSyntax.isQuoted(bytes[span]) ? 2 : dollars
    let inner = span.lowerBound + mark..<span.upperBound - mark
    let placed = PlacedText(
      bytes: Array(bytes[inner]), places: Array(places[inner]),
      end: places[inner.upperBound])
    nodes.append(
      Node(.math(Verbatim(placed, in: body).trimmed(), isDisplay: false), range(span)))
    guard dollars == 2 else { return }
    add(
      span,
      "a title or a summary has room for formulas in its line only: write $…$ instead of $$…$$")
  }

  private mutating func reportSpellings() {
    var isText = Array(repeating: true, count: bytes.count)
    for node in nodes {
      guard case .math = node.kind else { continue }
      for index in bytes.indices where node.range.contains(places[index]) { isText[index] = false }
    }
    for found in MathSpelling.all(in: bytes, isText: isText) {
      if found.kind == .brackets, !MathSpelling.holdsTeX(bytes[found.inside]) { continue }
      let sign = String(
        decoding: bytes[found.range.lowerBound..<found.inside.lowerBound], as: UTF8.self)
      add(
        found.range,
        "this is no formula here\(sign.isEmpty ? "" : ", for ‘\(sign)’ opens none"): write $…$")
    }
  }

  private mutating func add(_ span: Range<Int>, _ message: String) {
    log.add(Diagnostic(.mathUnread, at: SourceSpan(path, range(span)), message))
  }

  private func range(_ span: Range<Int>) -> Range<Int> {
    guard !span.isEmpty else { return 0..<0 }
    let start = places[span.lowerBound]
    return start..<max(start, places[span.upperBound - 1] + 1)
  }

  /// Where each byte of a value stands: quotation marks, doubled or escaped signs and folded lines lie between.
  private static func places(of value: [UInt8], in source: ArraySlice<UInt8>) -> [Int]? {
    guard let first = value.first, var index = source.prefix(200).firstIndex(of: first) else {
      return nil
    }
    var places: [Int] = []
    for (offset, byte) in value.enumerated() {
      while index < source.endIndex, source[index] != byte {
        if isMarkdownSpace(source[index]), isMarkdownSpace(byte) { break }
        guard isMarkdownSpace(source[index]) || "\\'".utf8.contains(source[index]) else {
          return nil
        }
        index += 1
      }
      guard index < source.endIndex else { return nil }
      places.append(index)
      index += 1
      // In quotation marks a sign that escapes stands twice for itself once.
      if "\\'".utf8.contains(byte), index < source.endIndex, source[index] == byte,
        offset + 1 == value.count || value[offset + 1] != byte
      {
        index += 1
      }
    }
    return places
  }
}
