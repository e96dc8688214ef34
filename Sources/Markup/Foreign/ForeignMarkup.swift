// ForeignMarkup: marks that mean something in other dialects of Markdown and are shown here as they are written.
// Nobody knows what an author meant, so each is a warning; a backslash before the mark takes it away.

import Diagnostics

/// Looks through a document for what would say something else on the page than to its author.
struct ForeignMarkup {
  let source: SourceText
  let path: String
  private(set) var log = Log()

  static func log(of blocks: [Node], in source: SourceText, path: String) -> Log {
    var reading = ForeignMarkup(source: source, path: path)
    reading.read(blocks)
    return reading.log
  }

  private init(source: SourceText, path: String) {
    self.source = source
    self.path = path
  }

  private mutating func read(_ blocks: [Node]) {
    for block in blocks {
      switch block.kind {
      case .paragraph, .tableCell:
        read(text: block, isHeading: false)
      case .heading: read(text: block, isHeading: true)
      case .blockQuote:
        complainOfCallout(block)
        read(block.children)
      case .item(let isChecked):
        if isChecked == nil { complainOfBox(block) }
        read(block.children)
      case .htmlBlock(let html): readHTML(html)
      default: read(block.children)
      }
    }
  }

  private mutating func read(text block: Node, isHeading: Bool) {
    if ["[toc]", "[[_toc_]]", "[[toc]]"].contains(source[block.range].lowercased()) {
      warn(block.range, Self.contents)
      return
    }
    readStrikes(block.children)
    let text = ForeignText(block.children, in: source)
    guard !text.scalars.isEmpty else { return }
    if !isHeading { readLines(text) }
    readMarks(text)
    if block.kind != .tableCell { readEnd(text) }
  }

  /// One tilde on each side strikes out on GitHub, and lowers with Pandoc.
  private mutating func readStrikes(_ inlines: [Node]) {
    for node in inlines {
      if node.kind == .strikethrough, !source[node.range].hasPrefix("~~") {
        let before = source[max(0, node.range.lowerBound - 4)..<node.range.lowerBound]
        let end = node.range.upperBound
        let after = source[end..<min(end + 4, source.text.utf8.count)]
        if isWord(before.unicodeScalars.last) || isWord(after.unicodeScalars.first) {
          warn(
            node.range,
            "one tilde on each side strikes out, as on GitHub: write <sub>…</sub> for a subscript, "
              + "\\~ for the sign itself, and ~~…~~ to strike out")
        }
      }
      readStrikes(node.children)
    }
  }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let properties = scalar?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// A backslash breaks a line only where the text goes on below it.
  private mutating func readEnd(_ text: ForeignText) {
    let last = text.scalars.count - 1
    if text[last] == "\\" {
      warn(
        text.place(last..<last + 1),
        "this backslash is shown, for no line of the same paragraph follows: take it away")
    }
  }

  /// libcmark knows the box of a task only where its line has no other marks before.
  private mutating func complainOfBox(_ item: Node) {
    guard let paragraph = item.children.first, paragraph.kind == .paragraph else { return }
    let text = ForeignText(Array(paragraph.children.prefix(3)), in: source)
    guard ["[ ] ", "[x] ", "[X] "].contains(text.string(0..<4)) else { return }
    warn(
      text.place(0..<3),
      "this box is shown as it is written, for other marks stand before it on its line: write ☐ or ☑, or "
        + "begin the list on a line of its own")
  }

  mutating func warn(_ range: Range<Int>, _ message: String) {
    log.add(Diagnostic(.markdownLiteral, .warning, at: SourceSpan(path, range), message))
  }
}
