// BlockPlacement: turns libcmark's blocks into nodes with the bytes that they were read from.
//
// Of libcmark's places the line that a block begins on and the column of its first byte are used.
// Ends are not: it counts the line after a setext heading and an unclosed fence in, and blank lines
// after a list. What a leaf block holds tells better where it ends: each line of its content is the
// end of a line of the essay.

import Diagnostics

/// One walk over libcmark's blocks.
struct BlockPlacement {
  let body: BodyText
  let path: String
  private(set) var log = Log()
  private var anchors = AnchorMaker()
  private(set) var footnotes: [String] = []
  /// Looked for when a reference is lost.
  var definitions: [DefinitionLine]?
  /// The lines on which a code block begins, to tell them from closing fences.
  private var codeLines: Set<Int> = []
  /// The formulas that a block broke, of which the first explains what follows.
  var broken: [BrokenMath] = []
  /// Those that a blank line parts from their end, which only a `$$` too many proves.
  var parted: [BrokenMath] = []
  /// Where the first block of mathematics stands whose `$$` closes nothing, or is followed by words.
  var brokenBlock: Int?
  /// How many block quotes are around the block that is being placed.
  private(set) var quotes = 0

  init(_ body: BodyText, path: String) {
    self.body = body
    self.path = path
  }

  mutating func blocks(of document: RawNode) -> [Node] {
    collect(document)
    return place(settlingFootnotes(document).children)
  }

  /// Notes what later steps ask of the whole document.
  private mutating func collect(_ raw: RawNode) {
    if case .codeBlock = raw.kind { codeLines.insert(raw.line) }
    if raw.kind == .footnoteDefinition { footnotes.append(footnote(raw).label) }
    for child in raw.children { collect(child) }
  }

  private mutating func place(_ blocks: [RawNode]) -> [Node] {
    var nodes: [Node] = []
    for (index, block) in blocks.enumerated() {
      if block.kind == .paragraph, block.line == 0, index + 1 < blocks.count {
        // libcmark took the last line of a paragraph for a table's header; what is left stands
        // before it and has no place of its own.
        let first = headerLine(of: blocks[index + 1]) - lineCount(block.content)
        nodes.append(paragraph(block, firstLine: first))
      } else if case .table(let alignments) = block.kind {
        nodes.append(table(block, alignments))
      } else {
        nodes += place(block)
      }
    }
    return nodes
  }

  private mutating func place(_ raw: RawNode) -> [Node] {
    switch raw.kind {
    case .paragraph: return [paragraph(raw)]
    case .heading(let level): return [heading(raw, level: level)]
    case .blockQuote:
      quotes += 1
      defer { quotes -= 1 }
      let quotation = container(raw, .blockQuote, from: start(raw))
      return [quotation.asCallout ?? quotation]
    case .list(let start, let isTight):
      return [container(raw, .list(start: start, isTight: isTight), from: self.start(raw))]
    case .item(let isTask):
      let isChecked = isTask ? isChecked(raw) : nil
      return [container(raw, .item(isChecked: isChecked), from: start(raw))]
    case .footnoteDefinition:
      let (label, start) = footnote(raw)
      return [container(raw, .footnoteDefinition(label: label), from: start)]
    case .codeBlock(let info, let isFenced):
      return [isFenced ? fence(raw, info) : indentedCode(raw)]
    case .mathBlock(let isClosed): return mathBlock(raw, isClosed: isClosed)
    case .htmlBlock:
      let verbatim = verbatim(raw.literal, firstLine: raw.line)
      reportIfUnclosed(verbatim)
      reportMath(inHTML: verbatim)
      let start = body.fileOffset(start(raw))
      return [Node(.htmlBlock(verbatim), start..<max(start, range(of: verbatim).upperBound))]
    case .thematicBreak:
      return [Node(.thematicBreak, file(start(raw)..<body.trimmedEnd(ofLine: raw.line)))]
    default:
      misplaced(body.line(raw.line))
      return []
    }
  }

  // MARK: Places

  func start(_ raw: RawNode) -> Int { body.line(raw.line).lowerBound + max(raw.column - 1, 0) }

  func file(_ range: Range<Int>) -> Range<Int> { body.fileRange(range) }

  private mutating func container(_ raw: RawNode, _ kind: Node.Kind, from start: Int) -> Node {
    let children = place(raw.children)
    let first = body.fileOffset(start)
    let end =
      children.map(\.range.upperBound).max()
      ?? body.fileOffset(max(start, body.trimmedEnd(ofLine: raw.line)))
    return Node(kind, first..<max(first, end), children)
  }

  private func lineCount(_ content: [UInt8]) -> Int {
    guard !content.isEmpty else { return 0 }
    return content.count { $0 == UInt8(ascii: "\n") } + (content.last == UInt8(ascii: "\n") ? 0 : 1)
  }

  // MARK: Blocks of inlines

  mutating func inlines(_ raw: RawNode, _ text: PlacedText) -> [Node] {
    var walk = InlinePlacement(text, in: body, footnotes: footnotes)
    let nodes = walk.place(raw.children)
    if let place = walk.mismatch { misplaced(place..<place) }
    for place in walk.brokenComments {
      add(
        Diagnostic(
          .markdownDropped, at: SourceSpan(path, place),
          "this is no comment to Markdown, for it is never closed or has -- inside"))
    }
    for lost in LostReferences(in: text.bytes, plain: walk.plain).all { report(lost, in: text) }
    reportSpellings(text, nodes)
    reportLoneDollars(text, nodes)
    return nodes
  }

  /// Link definitions at its head are gone from a paragraph, but not from libcmark's first line:
  /// its last line is the one to count from.
  private mutating func paragraph(_ raw: RawNode, firstLine: Int? = nil) -> Node {
    let first = firstLine ?? raw.endLine - lineCount(raw.content) + 1
    var text = placed(raw.content, firstLine: first)
    text.trimEnd()
    reportBrokenTable(text)
    let children = inlines(raw, text)
    noteBrokenMath(text, children)
    return Node(.paragraph, file(text.range(0..<text.bytes.count)), children)
  }

  private mutating func heading(_ raw: RawNode, level: Int) -> Node {
    var text: PlacedText
    let range: Range<Int>
    let start = start(raw)
    if raw.content.last != UInt8(ascii: "\n") {
      let line = body.line(raw.line)
      let marks = body.bytes[start..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
      let spaces = body.bytes[(start + marks)..<line.upperBound].prefix { $0 == 32 || $0 == 9 }
      text = PlacedText(
        bytes: raw.content,
        places: Array(spaces.endIndex..<(spaces.endIndex + raw.content.count)),
        end: spaces.endIndex + raw.content.count)
      check(text)
      range = start..<body.trimmedEnd(ofLine: raw.line)
    } else {
      let count = lineCount(raw.content)
      let first = setextStart(raw, count)
      text = placed(raw.content, firstLine: first)
      range = text.place(0)..<body.trimmedEnd(ofLine: first + count)
    }
    text.trimEnd()
    let children = inlines(raw, text)
    if raw.content.last == UInt8(ascii: "\n") { noteBrokenMath(text, children) }
    let anchor = anchors.anchor(for: children)
    return Node(.heading(level: level, anchor: anchor), file(range), children)
  }

  /// The first line of a setext heading, which link definitions may precede.
  private func setextStart(_ raw: RawNode, _ count: Int) -> Int {
    let lines = raw.content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for first in raw.line...max(raw.line, raw.endLine)
    where lines.prefix(count).enumerated().allSatisfy({ index, line in
      body.suffixPlaces(ofLine: first + index, line) != nil
    }) {
      let mark = body.contentStart(ofLine: first + count, quotes: quotes)
      let underline = body.bytes[mark..<body.trimmedEnd(ofLine: first + count)]
      if let sign = underline.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
        underline.allSatisfy({ $0 == sign })
      {
        return first
      }
    }
    return raw.line
  }

  /// Text that consists of whole ends of consecutive lines, each byte with its place.
  mutating func placed(_ content: [UInt8], firstLine: Int) -> PlacedText {
    var text = PlacedText(bytes: content, end: body.line(firstLine).upperBound)
    var number = firstLine
    for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.isEmpty, line.startIndex == content.count, !content.isEmpty { break }
      let end = body.line(number).upperBound
      text.places += body.suffixPlaces(ofLine: number, line) ?? cellPlaces(line, endingAt: end)
      if line.endIndex < content.count { text.places.append(end) }
      text.end = body.end(ofByteAt: end)
      number += 1
    }
    check(text)
    return text
  }

  /// Every byte must stand where it is said to: a text at a wrong place would put verdicts and
  /// corrections into other words. Only line breaks, and spaces that a tab left over, may differ.
  mutating func check(_ text: PlacedText) {
    guard text.places.count == text.bytes.count else {
      misplaced(text.place(0)..<text.place(0))
      return
    }
    for (byte, place) in zip(text.bytes, text.places) {
      let source = place < body.bytes.count ? body.bytes[place] : UInt8(ascii: "\n")
      guard byte != source else { continue }
      let isBreak = byte == UInt8(ascii: "\n") && source == UInt8(ascii: "\r")
      let isTab = byte == UInt8(ascii: " ") && source == UInt8(ascii: "\t")
      guard isBreak || isTab else {
        misplaced(place..<place)
        return
      }
    }
  }

  /// What must never happen, and is no statistic when it does.
  mutating func misplaced(_ place: Range<Int>) {
    add(
      Diagnostic(
        .markdownMisplaced, at: SourceSpan(path, file(place)),
        "Galley does not know where in the file this text stands, so nothing in it can be checked: "
          + "write it in another way, and report this line as a fault of Galley"))
  }

  // MARK: What extensions in other files may say

  mutating func add(_ diagnostic: Diagnostic) { log.add(diagnostic) }

  func beginsCode(_ number: Int) -> Bool { codeLines.contains(number) }
}
