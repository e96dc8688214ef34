// Formulas where Markdown reads none: between the tags of an HTML block, and across the cells of a table.

import Diagnostics

extension BlockPlacement {
  // MARK: HTML

  /// Tells of the formulas in a block of HTML, which would be shown as TeX.
  mutating func reportMath(inHTML html: Verbatim) {
    let bytes = Array(html.text.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }) else {
      return
    }
    for run in HTMLText.runs(in: bytes) {
      var index = run.lowerBound
      while index < run.upperBound {
        let dollars = bytes[index..<run.upperBound].prefix { $0 == UInt8(ascii: "$") }.count
        if dollars > 0, let length = MathSyntax.inlineLength(bytes[index..<run.upperBound]),
          !MathSyntax.isMoney(Array(bytes[(index + dollars)..<(index + length - dollars)]))
        {
          unreadInHTML(html, index..<index + length)
          index += length
        } else {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : max(dollars, 1)
        }
      }
      let text = Array(bytes[run])
      let mask = Array(repeating: true, count: text.count)
      for found in MathSpelling.all(in: text, isText: mask) {
        if found.kind == .brackets, !MathSpelling.holdsTeX(text[found.inside]) { continue }
        unreadInHTML(
          html,
          run.lowerBound + found.range.lowerBound..<run.lowerBound + found.range.upperBound)
      }
    }
  }

  private mutating func unreadInHTML(_ html: Verbatim, _ span: Range<Int>) {
    add(
      Diagnostic(
        .mathUnread, at: SourceSpan(path, html.sourceRange(of: span)),
        "HTML is left as it is, and this formula with it: put a blank line above its line and one "
          + "below, with the tags on lines of their own, or write Markdown instead of the tags"))
  }

  // MARK: Tables

  /// Tells of a formula in a line of a table that a `|` cuts; true when there is one.
  ///
  /// - Parameter isText: whether a byte of the line, by its offset, is one of plain words.
  mutating func reportCutFormulas(in line: Range<Int>, isText: (Int) -> Bool) -> Bool {
    var hasCut = false
    var index = line.lowerBound
    while index < line.upperBound {
      let rest = body.bytes[index..<line.upperBound]
      let dollars = rest.prefix { $0 == UInt8(ascii: "$") }.count
      guard dollars > 0, isText(index), let length = MathSyntax.inlineLength(rest) else {
        index += rest.first == UInt8(ascii: "\\") ? 2 : max(dollars, 1)
        continue
      }
      let formula = index..<index + length
      let inside = Array(body.bytes[formula].dropFirst(dollars).dropLast(dollars))
      // In `5$|6$` and `US$|AU$` the dollars are money.
      let isBehindWord = index > line.lowerBound && MathSpelling.isWord(body.bytes[index - 1])
      let bars = Self.bars(in: inside)
      guard !bars.isEmpty, !isBehindWord, !MathSyntax.isMoney(inside),
        inside.contains(where: MathSpelling.isLetter)
      else {
        index += bars.isEmpty ? length : dollars
        continue
      }
      hasCut = true
      let mended =
        Array(body.bytes[formula].prefix(dollars)) + Self.withoutBars(inside)
        + Array(body.bytes[formula].suffix(dollars))
      let span = SourceSpan(path, file(formula))
      add(
        Diagnostic(
          .mathUnread, at: span,
          "a | in a table ends the cell, also in a formula, so this one is cut: write \\| for it"
            + (bars.count.isMultiple(of: 2) ? ", or \\lvert and \\rvert for two" : ""),
          fix: Edit(
            span, original: String(decoding: body.bytes[formula], as: UTF8.self),
            replacement: String(decoding: mended, as: UTF8.self))))
      index += length
    }
    return hasCut
  }

  /// A formula as a table lets it through: two bars around something by their names, a single one behind a backslash.
  private static func withoutBars(_ text: [UInt8]) -> [UInt8] {
    let bars = bars(in: text)
    let isPaired = bars.count.isMultiple(of: 2)
    var mended: [UInt8] = []
    var done = 0
    for (number, bar) in bars.enumerated() {
      mended += text[done..<bar]
      let next = bar + 1 < text.count ? text[bar + 1] : 0
      let isApart = !isPaired || !MathSpelling.isLetter(next)
      mended += isPaired ? (number.isMultiple(of: 2) ? "\\lvert" : "\\rvert").utf8 : "\\|".utf8
      if !isApart { mended.append(UInt8(ascii: " ")) }
      done = bar + 1
    }
    return mended + text[done...]
  }

  /// The signs `|` behind no backslash.
  private static func bars(in text: [UInt8]) -> [Int] {
    text.indices.filter { index in
      text[index] == UInt8(ascii: "|") && (index == 0 || text[index - 1] != UInt8(ascii: "\\"))
    }
  }
}

/// The words of an HTML text: what stands between its tags.
enum HTMLText {
  /// Elements in which a dollar is no formula's.
  private static let verbatim = [
    "script", "style", "pre", "code", "textarea", "kbd", "samp", "svg",
  ]

  /// The bytes between one tag and the next, comments and elements for code left out.
  static func runs(in bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let end = markupEnd(bytes, index) else {
        index += 1
        continue
      }
      if start < index { runs.append(start..<index) }
      start = end
      index = end
    }
    if start < bytes.count { runs.append(start..<bytes.count) }
    return runs
  }

  /// The index behind the tag, the comment or the element for code that begins with a `<`; nil where it begins none.
  private static func markupEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let rest = bytes[start...]
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")]
    where rest.starts(with: opening.utf8) {
      return rest.firstRange(of: closing.utf8)?.upperBound ?? bytes.count
    }
    let isClosing = rest.dropFirst().first == UInt8(ascii: "/")
    let name = rest.dropFirst(isClosing ? 2 : 1).prefix {
      MathSpelling.isLetter($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard let first = name.first, MathSpelling.isLetter(first) else { return nil }
    var quote: UInt8?
    var index = name.endIndex
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: ">") {
        break
      }
    }
    let element = String(decoding: name, as: UTF8.self).lowercased()
    guard !isClosing, verbatim.contains(element) else { return index }
    let tail = String(decoding: bytes[index...], as: UTF8.self).lowercased().utf8
    let close = Array(tail).firstRange(of: "</\(element)".utf8)
    return close.map { index + $0.lowerBound } ?? bytes.count
  }
}
