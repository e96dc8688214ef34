// Verbatim blocks: code, HTML and math, whose lines Markdown leaves alone.

import Diagnostics

extension BlockPlacement {
  /// A literal whose lines are the ends of consecutive lines of the essay.
  mutating func verbatim(_ literal: [UInt8], firstLine: Int) -> Verbatim {
    Verbatim(placed(literal, firstLine: firstLine), in: body)
  }

  /// HTML that goes on until something stands, and it never does, takes the rest of the essay with it.
  mutating func reportIfUnclosed(_ html: Verbatim) {
    let html = html.trimmed()
    let text = Array(html.text.lowercased().utf8)
    let name = text.dropFirst().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let (opening, ends): (String, [String]) =
      if text.starts(with: "<!--".utf8) {
        ("<!--", ["-->"])
      } else if text.starts(with: "<![cdata[".utf8) {
        ("<![CDATA[", ["]]>"])
      } else if text.starts(with: "<?".utf8) {
        ("<?", ["?>"])
      } else if text.starts(with: "<!".utf8) {
        ("<!", [">"])
      } else if ["pre", "script", "style"].contains(String(decoding: name, as: UTF8.self)),
        text.dropFirst(1 + name.count).first.map({ $0 == UInt8(ascii: ">") || isMarkdownSpace($0) })
          ?? true
      {
        // Each of the three is closed by the end of any.
        (
          "<" + String(decoding: name, as: UTF8.self),
          ["</\(String(decoding: name, as: UTF8.self))>", "</pre>", "</script>", "</style>"]
        )
      } else {
        ("", [])
      }
    guard let end = ends.first, !ends.contains(where: { text.firstRange(of: $0.utf8) != nil })
    else { return }
    let start = html.sourceOffset(of: 0)
    let what = opening == "<!--" ? "this comment" : "‘\(opening)’"
    add(
      Diagnostic(
        .markdownDropped, at: SourceSpan(path, start..<start + opening.utf8.count),
        "\(what) is never closed, and all that follows vanishes with it; write \(end) at its end"))
  }

  /// From the first byte of a verbatim text to the end of its last line.
  func range(of verbatim: Verbatim) -> Range<Int> {
    let last = verbatim.text.utf8.last == UInt8(ascii: "\n") ? 1 : 0
    return verbatim.sourceRange(of: 0..<verbatim.text.utf8.count - last)
  }

  mutating func indentedCode(_ raw: RawNode) -> Node {
    let verbatim = verbatim(raw.literal, firstLine: raw.line)
    return Node(.codeBlock(info: "", verbatim), range(of: verbatim))
  }

  mutating func fence(_ raw: RawNode, _ info: String) -> Node {
    let verbatim = verbatim(raw.literal, firstLine: raw.line + 1)
    let start = start(raw)
    let fence = body.bytes[start]
    let length = body.bytes[start...].prefix { $0 == fence }.count
    let lines = raw.literal.count { $0 == UInt8(ascii: "\n") }
    var last = raw.line + lines
    if closes(line: last + 1, fence, length) {
      last += 1
    } else {
      let marks = String(decoding: repeatElement(fence, count: length), as: UTF8.self)
      add(
        Diagnostic(
          .fenceUnclosed, at: SourceSpan(path, file(start..<body.trimmedEnd(ofLine: raw.line))),
          "this fence is never closed, and takes all that stands below it into the code; write "
            + "\(marks) below its last line, indented like this one"))
    }
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
      brokenBlock = brokenBlock ?? start
      add(
        Diagnostic(
          .mathUnclosed, at: SourceSpan(path, start..<start + 2),
          "this $$ opens a math block that is never closed; write $$ at the end of its last line"))
      let rest = whole.slice(inner..<bytes.count)
      return [Node(.mathBlock(rest.trimmed()), start..<max(start, range(of: whole).upperBound))]
    }
    let math = Node(
      .mathBlock(whole.slice(inner..<end - 2).trimmed()),
      start..<max(start, whole.sourceRange(of: 0..<end).upperBound))
    let rest = whole.slice(end..<bytes.count)
    let trimmed = rest.trimmed()
    guard !trimmed.text.isEmpty else { return [math] }
    let after = range(of: trimmed)
    guard trimmed.text.hasPrefix("<!--"), trimmed.text.hasSuffix("-->") else {
      brokenBlock = brokenBlock ?? start
      add(
        Diagnostic(
          .mathUnclosed, at: SourceSpan(path, after),
          "text follows the closing $$ of a math block; begin a new line for it"))
      return [math]
    }
    return [math, Node(.htmlBlock(trimmed), after)]
  }
}
