// Footnotes and task items: what libcmark knows but does not tell.

import Diagnostics

extension BlockPlacement {
  /// A definition's label and first byte. libcmark gives the place after `[^label]:`.
  func footnote(_ raw: RawNode) -> (label: String, start: Int) {
    let line = body.line(raw.line)
    var end = min(start(raw), line.upperBound)
    while end > line.lowerBound, body.bytes[end - 1] != UInt8(ascii: ":") { end -= 1 }
    // Between the label's brackets stands no white space and no other `]`.
    var start = max(line.lowerBound, end - 2)
    var first = start
    while start > line.lowerBound, !isMarkdownSpace(body.bytes[start - 1]),
      body.bytes[start - 1] != UInt8(ascii: "]")
    {
      start -= 1
      if body.bytes[start] == UInt8(ascii: "["), body.bytes[start + 1] == UInt8(ascii: "^") {
        first = start
      }
    }
    let label = body.bytes[min(first + 2, end)..<max(first + 2, end - 2)]
    return (String(decoding: label, as: UTF8.self), first)
  }

  /// libcmark moves definitions to the end of the document; here they go back where they stand.
  func settlingFootnotes(_ document: RawNode) -> RawNode {
    var settled = document
    settled.children.removeAll { $0.kind == .footnoteDefinition }
    for block in document.children where block.kind == .footnoteDefinition {
      settled.settle(block, at: place(block)) { place($0) }
    }
    return settled
  }

  /// The line and the first byte of a block, to compare places by.
  private func place(_ raw: RawNode) -> (line: Int, byte: Int) {
    (raw.line, raw.kind == .footnoteDefinition ? footnote(raw).start : start(raw))
  }

  /// libcmark drops a definition that nothing refers to, and claims would vanish with it unseen. Such
  /// a definition is a line that looks like one and is in no block.
  mutating func reportUnusedFootnotes(_ blocks: [Node]) {
    guard body.bytes.contains(UInt8(ascii: "^")) else { return }
    for number in 1...body.lines.count {
      let start = body.textStart(ofLine: number)
      let rest = body.bytes[start..<body.line(number).upperBound]
      guard rest.starts(with: "[^".utf8),
        let end = rest.firstIndex(of: UInt8(ascii: "]")), end > start + 2,
        end + 1 < rest.endIndex, rest[end + 1] == UInt8(ascii: ":"),
        !rest[start..<end].contains(where: isMarkdownSpace),
        !blocks.contains(where: { $0.covers(body.fileOffset(start)) })
      else { continue }
      add(
        Diagnostic(
          .markdownDropped, .warning, at: SourceSpan(path, file(start..<end + 2)),
          "nothing refers to this footnote, so Markdown leaves it out"))
    }
  }

  /// libcmark looks for `[x]` anywhere in the item's first line; only the box at its head counts.
  func isChecked(_ raw: RawNode) -> Bool {
    let line = body.line(raw.line)
    let rest = body.bytes[start(raw)..<line.upperBound]
    guard let box = rest.firstIndex(of: UInt8(ascii: "[")), box + 1 < rest.endIndex else {
      return false
    }
    return rest[box + 1] == UInt8(ascii: "x") || rest[box + 1] == UInt8(ascii: "X")
  }
}

extension Node {
  /// Whether a byte belongs to a block that holds text, and not only to a container around it.
  fileprivate func covers(_ offset: Int) -> Bool {
    guard range.contains(offset) else { return false }
    switch kind {
    case .blockQuote, .callout, .list, .item: return children.contains { $0.covers(offset) }
    default: return true
    }
  }
}

extension RawNode {
  /// Puts a definition into the innermost container that reaches as far as its line.
  fileprivate mutating func settle(
    _ block: RawNode, at place: (line: Int, byte: Int),
    placeOf: (RawNode) -> (line: Int, byte: Int)
  ) {
    let before = children.lastIndex { $0.line > 0 && placeOf($0) <= place }
    if let before, children[before].mayHold(definitionAt: place.line) {
      children[before].settle(block, at: place, placeOf: placeOf)
    } else {
      children.insert(block, at: before.map { $0 + 1 } ?? 0)
    }
  }

  private func mayHold(definitionAt line: Int) -> Bool {
    switch kind {
    case .blockQuote, .list, .item, .footnoteDefinition: endLine >= line
    default: false
    }
  }
}
