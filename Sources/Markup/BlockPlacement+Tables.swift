// Tables and their cells. libcmark counts the columns of a cell as if every row were indented like
// the first, so cells are cut out of their lines again, by its rules.

import Diagnostics

extension BlockPlacement {
  /// The header's line: two before the first row, for libcmark's own line is that of the paragraph
  /// that became the table, which may have begun with link definitions and other text.
  func headerLine(of table: RawNode) -> Int {
    let row = table.children.first { $0.kind == .tableRow(isHeader: false) }
    return (row?.line ?? table.endLine + 1) - 2
  }

  mutating func table(_ raw: RawNode, _ alignments: [Node.Alignment]) -> Node {
    let headerLine = headerLine(of: raw)
    let rows = raw.children.map { row -> Node in
      let isHeader = row.kind == .tableRow(isHeader: true)
      let line = isHeader ? headerLine : row.line
      // Only the first line of a block may come after a list marker or a footnote's label.
      let start =
        line == raw.line
        ? self.start(raw) : body.contentStart(ofLine: line, quotes: quotes)
      return self.row(row, isHeader: isHeader, in: start..<body.line(line).upperBound)
    }
    let start = rows.first?.range.lowerBound ?? body.fileOffset(self.start(raw))
    // A table without rows ends with its line of dashes.
    let dashes = body.fileOffset(body.trimmedEnd(ofLine: headerLine + 1))
    return Node(.table(alignments), start..<max(rows.last?.range.upperBound ?? start, dashes), rows)
  }

  /// Where a head has other cells than the line of dashes below it has, Markdown makes no table at all.
  mutating func reportBrokenTable(_ text: PlacedText) {
    let lines = text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (head, dashes) in zip(lines, lines.dropFirst())
    where dashes.contains(UInt8(ascii: "|")) && head.contains(UInt8(ascii: "|"))
      && dashes.contains(UInt8(ascii: "-"))
      && dashes.allSatisfy({ "|:- \t".utf8.contains($0) })
    {
      let places = text.range(head.indices)
      if reportCutFormulas(in: places, isText: { _ in true }) { continue }
      add(
        Diagnostic(
          .markdownDropped, .warning, at: SourceSpan(path, file(places)),
          "this head of a table has more or fewer cells than the line below it, so Markdown makes no "
            + "table: write \\| for a | inside a cell"))
    }
  }

  private mutating func row(_ raw: RawNode, isHeader: Bool, in line: Range<Int>) -> Node {
    let cells = cells(in: line)
    let children = cellNodes(raw, cells, line)
    var words = children.flatMap { textRanges($0.children) }[...]
    let isCut = reportCutFormulas(in: line) { [body] place in
      let offset = body.fileOffset(place)
      words = words.drop { $0.upperBound <= offset }
      return words.first?.contains(offset) ?? false
    }
    if !isCut, let excess = cells.dropFirst(raw.children.count).first {
      let span = SourceSpan(path, file(excess.lowerBound..<cells[cells.count - 1].upperBound))
      add(
        Diagnostic(
          .markdownDropped, .warning, at: span,
          "this row has more cells than the table's head, so Markdown leaves them out"))
    }
    let end = body.bytes[line].lastIndex { !isMarkdownSpace($0) }.map { $0 + 1 } ?? line.lowerBound
    return Node(.tableRow(isHeader: isHeader), file(line.lowerBound..<end), children)
  }

  private mutating func cellNodes(
    _ raw: RawNode, _ cells: [Range<Int>], _ line: Range<Int>
  ) -> [Node] {
    let end = body.bytes[line].lastIndex { !isMarkdownSpace($0) }.map { $0 + 1 } ?? line.lowerBound
    return raw.children.enumerated().map { index, cell -> Node in
      // A row may have fewer cells than the table; the rest are empty and stand at its end.
      let span = index < cells.count ? cells[index] : end..<end
      let text = text(of: span)
      if !cell.children.isEmpty, text.bytes != cell.content { misplaced(span) }
      let children = inlines(cell, text)
      reportDoubleBars(text, children)
      return Node(.tableCell, file(text.range(0..<text.bytes.count)), children)
    }
  }

  /// The bytes between the pipes of a row.
  private func cells(in line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var index = pipeEnd(line.lowerBound, in: line)
    while index < line.upperBound {
      let start = index
      while index < line.upperBound, body.bytes[index] != UInt8(ascii: "|") {
        let isEscape =
          body.bytes[index] == UInt8(ascii: "\\") && index + 1 < line.upperBound
          && body.bytes[index + 1] == UInt8(ascii: "|")
        index += isEscape ? 2 : 1
      }
      cells.append(start..<index)
      index = pipeEnd(index, in: line)
    }
    return cells
  }

  /// The index after a pipe and the spaces that follow it.
  private func pipeEnd(_ start: Int, in line: Range<Int>) -> Int {
    guard start < line.upperBound, body.bytes[start] == UInt8(ascii: "|") else { return start }
    var index = start + 1
    while index < line.upperBound, isMarkdownSpace(body.bytes[index]) { index += 1 }
    return index
  }

  /// A cell's text: trimmed, and `\|` turned into `|` even in code and math, as GFM wants.
  private func text(of span: Range<Int>) -> PlacedText {
    var places: [Int] = []
    for index in span {
      let isEscape =
        body.bytes[index] == UInt8(ascii: "\\") && index + 1 < span.upperBound
        && body.bytes[index + 1] == UInt8(ascii: "|")
      if !isEscape { places.append(index) }
    }
    let leading = places.prefix { isMarkdownSpace(body.bytes[$0]) }.count
    places.removeFirst(leading)
    var text = PlacedText(
      bytes: places.map { body.bytes[$0] }, places: places,
      end: places.last.map { $0 + 1 } ?? span.lowerBound)
    text.trimEnd()
    return text
  }

  /// The places of a line of the paragraph before a table, in which libcmark removed the backslash
  /// of every `\|` as if it were a cell.
  func cellPlaces(_ line: ArraySlice<UInt8>, endingAt end: Int) -> [Int] {
    var places: [Int] = []
    var index = end
    for byte in line.reversed() {
      guard index > 0 else { break }
      index -= 1
      // Spaces at the end of the line may have been trimmed away.
      while places.isEmpty, index > 0, body.bytes[index] != byte,
        isMarkdownSpace(body.bytes[index])
      {
        index -= 1
      }
      places.append(index)
      if byte == UInt8(ascii: "|"), index > 0, body.bytes[index - 1] == UInt8(ascii: "\\") {
        index -= 1
      }
    }
    return places.reversed()
  }
}
