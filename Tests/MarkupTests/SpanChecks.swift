// The laws that every parsed document obeys, whatever it says: used on hand-made texts and on all
// examples of the specification.

import Diagnostics

@testable import Markup

/// Collects what is wrong with the spans of a document.
struct SpanChecks {
  private let document: Document
  private let bytes: [UInt8]
  private(set) var complaints: [String] = []

  /// What is wrong with the spans of `source` once parsed; empty when all is well.
  static func complaints(about source: String) -> [String] {
    let parsed = parse(source, path: "test.md")
    var checks = SpanChecks(parsed.value)
    for diagnostic in parsed.log.diagnostics where diagnostic.id == .markdownMisplaced {
      checks.complaints.append("misplaced at \(diagnostic.span?.range as Any)")
    }
    checks.check(parsed.value.blocks, in: 0..<checks.bytes.count, under: nil)
    return checks.complaints
  }

  private init(_ document: Document) {
    self.document = document
    bytes = Array(document.source.text.utf8)
  }

  private func slice(_ range: Range<Int>) -> String {
    // CommonMark reads a zero byte as a replacement character.
    String(decoding: bytes[range], as: UTF8.self).replacing("\0", with: "\u{FFFD}")
  }

  private mutating func check(_ nodes: [Node], in parent: Range<Int>, under kind: Node.Kind?) {
    var last = parent.lowerBound
    for node in nodes {
      guard node.range.lowerBound >= last, node.range.upperBound <= parent.upperBound else {
        complaints.append("\(node.kind) \(node.range) after \(last) in \(parent) of \(kind as Any)")
        continue
      }
      last = node.range.upperBound
      check(node, under: kind)
      check(node.children, in: node.range, under: node.kind)
    }
  }

  private mutating func check(_ node: Node, under parent: Node.Kind?) {
    let slice = slice(node.range)
    switch node.kind {
    case .text(let text):
      // Escapes and entities make a text shorter or other than its source.
      // So does the tab before a lazy line that a container took in part.
      let isPlain = !slice.contains("\\") && !slice.contains("&") && !slice.hasPrefix("\t")
      expect(!isPlain || slice == text, node, slice)
      expect(!slice.isEmpty, node, slice)
    case .code(let text):
      expect(slice.hasPrefix("`") && slice.hasSuffix("`"), node, slice)
      if !slice.contains("\n"), !slice.contains("\r"), !slice.contains("\\|") {
        expect(slice.contains(text), node, slice)
      }
    case .math(let text, let isDisplay):
      let mark = isDisplay ? "$$" : "$"
      expect(slice.hasPrefix(mark) && slice.hasSuffix(mark), node, slice)
      check(text, node)
    case .html(let text):
      expect(slice.hasPrefix("<") && slice.hasSuffix(">"), node, slice)
      check(text, node)
    case .codeBlock(let info, let text):
      if !info.isEmpty { expect(slice.hasPrefix("`") || slice.hasPrefix("~"), node, slice) }
      check(text, node)
    case .htmlBlock(let text), .mathBlock(let text): check(text, node)
    case .emphasis: expectMarks(["*", "_"], node, slice)
    case .strong: expectMarks(["**", "__"], node, slice)
    case .strikethrough: expectMarks(["~"], node, slice)
    case .image: expect(slice.hasPrefix("!["), node, slice)
    case .footnoteReference: expect(slice.hasPrefix("[^") && slice.hasSuffix("]"), node, slice)
    case .footnoteDefinition(let label): expect(slice.hasPrefix("[^\(label)]:"), node, slice)
    case .blockQuote, .callout: expect(slice.hasPrefix(">"), node, slice)
    case .softBreak, .lineBreak:
      expect(slice.contains("\n") || slice.contains("\r") || slice.contains("\r\n"), node, slice)
    case .heading, .thematicBreak, .table, .tableRow, .tableCell:
      expect(slice == trimmed(slice), node, slice)
    case .paragraph:
      // A lazy line keeps its spaces, and comes first when only link definitions came before.
      let before = node.range.lowerBound == 0 ? 10 : bytes[node.range.lowerBound - 1]
      expect(slice.hasSuffix(trimmed(slice)), node, slice)
      expect(slice == trimmed(slice) || "\n\r>".utf8.contains(before), node, slice)
    case .list, .item:
      // Code at the end of an item keeps the spaces at the end of its line.
      expect(slice.first.map { !$0.isWhitespace } ?? false, node, slice)
    case .link:
      let isBracketed = slice.hasPrefix("[") && (slice.hasSuffix("]") || slice.hasSuffix(")"))
      let isPointed = slice.hasPrefix("<") && slice.hasSuffix(">")
      let isBare = node.children.count == 1 && node.children[0].range == node.range
      expect(isBracketed || isPointed || isBare, node, slice)
    }
  }

  /// Every byte stands where it says. What is no byte of the essay stands for a tab, a zero byte, or
  /// a line break that is no line feed.
  private mutating func check(_ text: Verbatim, _ node: Node) {
    var last = 0
    for (offset, byte) in text.text.utf8.enumerated() {
      let place = text.sourceOffset(of: offset)
      let source = place < bytes.count ? bytes[place] : UInt8(ascii: "\r")
      let stands =
        switch byte {
        case _ where text.isCopy(offset): source == byte
        case UInt8(ascii: " "): source == UInt8(ascii: "\t")
        case UInt8(ascii: "\n"): source == UInt8(ascii: "\r")
        default: source == 0
        }
      expect(stands && place >= last, node, "byte \(offset) of \(text.text.debugDescription)")
      expect(
        text.sourceRange(of: offset..<offset + 1).lowerBound == place, node, "range of \(offset)")
      last = place
    }
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
    expect(lines.count == text.lineStarts.count, node, text.text)
    var offset = 0
    for (line, start) in zip(lines, text.lineStarts) {
      expect(text.sourceOffset(of: offset) == start, node, "line at \(offset)")
      offset += line.utf8.count + 1
    }
    expect(text.sourceRange(of: 0..<text.text.utf8.count).upperBound <= bytes.count, node, "end")
  }

  private func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !isMarkdownSpace($0) } ?? bytes.count
    let end = (bytes.lastIndex { !isMarkdownSpace($0) } ?? start - 1) + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func expectMarks(_ marks: [String], _ node: Node, _ slice: String) {
    expect(marks.contains { slice.hasPrefix($0) && slice.hasSuffix($0) }, node, slice)
  }

  private mutating func expect(_ isTrue: Bool, _ node: Node, _ slice: String) {
    if !isTrue { complaints.append("\(node.kind) at \(node.range): \(slice.debugDescription)") }
  }
}
