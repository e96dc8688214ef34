// Footnotes and task items: what libcmark knows but does not tell.

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
  func settlingFootnotes(_ blocks: [Node]) -> [Node] {
    var settled: [Node] = []
    for block in blocks {
      if case .footnoteDefinition = block.kind { continue }
      settled.append(block)
    }
    for block in blocks {
      if case .footnoteDefinition = block.kind { settled.settle(block) }
    }
    return settled
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

extension [Node] {
  /// Puts a block into the innermost container whose bytes include its own, at its place.
  fileprivate mutating func settle(_ block: Node) {
    if let index = firstIndex(where: { $0.mayHold(block) }) {
      self[index].children.settle(block)
    } else {
      let index = firstIndex { $0.range.lowerBound > block.range.lowerBound } ?? endIndex
      insert(block, at: index)
    }
  }
}

extension Node {
  fileprivate func mayHold(_ block: Node) -> Bool {
    switch kind {
    case .blockQuote, .list, .item, .footnoteDefinition:
      range.lowerBound <= block.range.lowerBound && range.upperBound >= block.range.upperBound
        && self != block
    default: false
    }
  }
}
