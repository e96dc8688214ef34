// Verbatim blocks: code, HTML and math, whose lines Markdown leaves alone.

import Diagnostics

extension BlockPlacement {
  /// A literal whose lines are the ends of consecutive lines of the essay.
  mutating func verbatim(_ literal: [UInt8], firstLine: Int) -> Verbatim {
    var starts: [Int] = []
    var number = firstLine
    for line in literal.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let source = body.line(number)
      if line.isEmpty, line.startIndex == literal.count, !literal.isEmpty {
        starts.append(body.fileOffset(source.lowerBound))
      } else {
        let start = body.suffixStart(ofLine: number, line)
        if start == nil { noteMismatch() }
        starts.append(body.fileOffset(start ?? source.lowerBound))
      }
      number += 1
    }
    return Verbatim(text: String(decoding: literal, as: UTF8.self), lineStarts: starts)
  }

  /// A comment without an end takes the rest of the essay with it.
  mutating func reportIfUnclosed(_ html: Verbatim) {
    let text = html.trimmed()
    guard text.text.hasPrefix("<!--"), !text.text.contains("-->") else { return }
    let start = text.lineStarts[0]
    add(
      Diagnostic(
        .markdownDropped, at: SourceSpan(path, start..<start + 4),
        "this comment is never closed, and all that follows vanishes with it; write --> at its end")
    )
  }

  /// From the first byte of a verbatim text to the end of its last line.
  func range(of verbatim: Verbatim) -> Range<Int> {
    let start = verbatim.lineStarts[0]
    let last = verbatim.text.utf8.last == UInt8(ascii: "\n") ? 1 : 0
    let end = place(of: verbatim.text.utf8.count - last, in: verbatim)
    return start..<max(start, end)
  }

  private func place(of offset: Int, in text: Verbatim) -> Int {
    let line = text.text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    return body.clamped(text.sourceOffset(of: offset), from: text.lineStarts[line])
  }

  mutating func indentedCode(_ raw: RawNode) -> Node {
    let verbatim = verbatim(raw.literal, firstLine: raw.line)
    let range = range(of: verbatim)
    // A tab that the block shares with its container makes the text begin before its line does.
    let lineStart = body.fileOffset(body.line(raw.line).lowerBound)
    let start = min(max(range.lowerBound, lineStart), range.upperBound)
    return Node(.codeBlock(info: "", verbatim), start..<range.upperBound)
  }

  mutating func fence(_ raw: RawNode, _ info: String) -> Node {
    let verbatim = verbatim(raw.literal, firstLine: raw.line + 1)
    let start = start(raw)
    let fence = body.bytes[start]
    let length = body.bytes[start...].prefix { $0 == fence }.count
    let closing = raw.line + verbatim.lineStarts.count
    var last = closing - 1
    if raw.literal.isEmpty { last = raw.line }
    if closes(line: raw.literal.isEmpty ? raw.line + 1 : closing, fence, length) { last += 1 }
    let range = file(start..<max(start, body.trimmedEnd(ofLine: last)))
    return info.split(separator: " ").first == "math"
      ? Node(.mathBlock(verbatim.trimmed()), range)
      : Node(.codeBlock(info: info, verbatim), range)
  }

  private func closes(line number: Int, _ fence: UInt8, _ length: Int) -> Bool {
    guard number <= body.lines.count, !beginsCode(number) else { return false }
    let start = body.contentStart(ofLine: number, quotes: quotes)
    let text = body.bytes[start..<max(start, body.trimmedEnd(ofLine: number))]
    return text.count >= length && text.allSatisfy { $0 == fence }
  }

  /// A block from its opening `$$` to its closing one, and a comment that follows that as a block
  /// of its own.
  mutating func mathBlock(_ raw: RawNode, isClosed: Bool) -> [Node] {
    let whole = verbatim(raw.literal, firstLine: raw.line)
    let bytes = Array(whole.text.utf8)
    let open = bytes.firstIndex(of: UInt8(ascii: "$")) ?? 0
    let inner = min(open + 2, bytes.count)
    let start = whole.sourceOffset(of: open)
    guard isClosed, let end = MathSyntax.displayEnd(in: bytes[inner...]) else {
      add(
        Diagnostic(
          .mathUnclosed, at: SourceSpan(path, start..<start + 2),
          "this $$ opens a math block that is never closed; write $$ at the end of its last line"))
      let rest = whole.slice(inner..<bytes.count)
      return [Node(.mathBlock(rest.trimmed()), start..<max(start, range(of: whole).upperBound))]
    }
    let math = Node(
      .mathBlock(whole.slice(inner..<end - 2).trimmed()),
      start..<max(start, place(of: end, in: whole)))
    let rest = whole.slice(end..<bytes.count)
    let trimmed = rest.trimmed()
    guard !trimmed.text.isEmpty else { return [math] }
    let after = range(of: trimmed)
    guard trimmed.text.hasPrefix("<!--"), trimmed.text.hasSuffix("-->") else {
      add(
        Diagnostic(
          .mathUnclosed, at: SourceSpan(path, after),
          "text follows the closing $$ of a math block; begin a new line for it"))
      return [math]
    }
    return [math, Node(.htmlBlock(trimmed), after)]
  }
}

extension Verbatim {
  /// A part of the text, its lines still in their places.
  func slice(_ span: Range<Int>) -> Verbatim {
    let bytes = Array(text.utf8)
    let first = bytes[..<span.lowerBound].count { $0 == UInt8(ascii: "\n") }
    let count = bytes[span].count { $0 == UInt8(ascii: "\n") }
    return Verbatim(
      text: String(decoding: bytes[span], as: UTF8.self),
      lineStarts: [sourceOffset(of: span.lowerBound)]
        + lineStarts[(first + 1)..<(first + 1 + count)])
  }
}
