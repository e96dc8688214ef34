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
    let (parsed, mismatches) = parseCountingMismatches(source, path: "test.md")
    var checks = SpanChecks(parsed.value)
    if mismatches > 0 { checks.complaints.append("\(mismatches) mismatches") }
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
    case .blockQuote: expect(slice.hasPrefix(">"), node, slice)
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

  /// Every line stands where it says, but for spaces that come from a tab shared with a container.
  private mutating func check(_ text: Verbatim, _ node: Node) {
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
    expect(lines.count == text.lineStarts.count, node, text.text)
    // Behind a zero byte, which has become three, columns are not those of the essay.
    for (line, start) in zip(lines, text.lineStarts) where !line.contains("\u{FFFD}") {
      let line = Array(line.utf8)
      guard start >= 0, start + line.count <= bytes.count else {
        expect(line.isEmpty, node, text.text)
        continue
      }
      let source = Array(bytes[start..<start + line.count])
      let different = zip(line, source).lastIndex { $0 != $1 } ?? -1
      let isTab = different >= 0 && line[...different].allSatisfy { $0 == UInt8(ascii: " ") }
      let isPipe = source.contains(UInt8(ascii: "|"))
      expect(different < 0 || isTab || isPipe, node, String(decoding: source, as: UTF8.self))
    }
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

extension Sequence {
  fileprivate func lastIndex(where matches: (Element) -> Bool) -> Int? {
    var found: Int?
    for (index, element) in enumerated() where matches(element) { found = index }
    return found
  }
}
