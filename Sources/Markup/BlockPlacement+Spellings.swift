// Mathematics that a page would show as plain signs, because it is not written between dollars: said where it stands.

import Diagnostics

extension BlockPlacement {
  /// Tells of `\(…\)`, `\[…\]`, `\begin{…}` and `\eqref{…}` in the words of a block.
  mutating func reportSpellings(_ text: PlacedText, _ nodes: [Node]) {
    guard text.bytes.contains(UInt8(ascii: "\\")) else { return }
    for found in MathSpelling.all(in: text.bytes, isText: textMask(text, nodes)) {
      report(found, in: text)
    }
  }

  private mutating func report(_ found: MathSpelling, in text: PlacedText) {
    let inside = text.bytes[found.inside]
    switch found.kind {
    case .parentheses:
      unread(
        text, found, sign: found.range.lowerBound..<found.inside.lowerBound,
        "is no formula here, and its signs would stand on the page as they are: write $…$",
        fix: MathSpelling.isProse(inside) ? nil : inline(found, in: text))
    case .brackets:
      let isAlone = (text.bytes[..<found.range.lowerBound] + text.bytes[found.range.upperBound...])
        .allSatisfy(isMarkdownSpace)
      guard MathSpelling.holdsTeX(inside) || (isAlone && !MathSpelling.isProse(inside)) else {
        return
      }
      unread(
        text, found, sign: found.range.lowerBound..<found.inside.lowerBound,
        "is no formula here, and its signs would stand on the page as they are: write $$ on a line "
          + "above it and on a line below it",
        fix: isAlone ? "$$" + source(found.inside, of: text) + "$$" : nil)
    case .environment:
      unread(
        text, found, sign: found.inside,
        "stands in no formula: put $$ around it, on lines of their own, or `…` if the words are meant",
        fix: nil)
    case .reference:
      unread(
        text, found, sign: found.range,
        "stands in no formula, and nobody could follow it: write $\\eqref{eq:name}$ for an equation, "
          + "[Figure](#fig:name) for a figure, or `…` if the words are meant",
        fix: link(source(found.range, of: text)))
    }
  }

  /// What leads to what a `\eqref` or a `\ref` names.
  private func link(_ reference: String) -> String? {
    let name = reference.drop { $0 != "{" }.dropFirst().dropLast()
    switch name.prefix(while: { $0 != ":" }) {
    case "eq": return "$" + reference + "$"
    case "fig": return "[Figure](#\(name))"
    case "sec": return "[Section](#\(name))"
    default: return nil
    }
  }

  /// The essay's own bytes, line prefixes between included.
  func source(_ span: Range<Int>, of text: PlacedText) -> String {
    String(decoding: body.bytes[text.range(span)], as: UTF8.self)
  }

  private func inline(_ found: MathSpelling, in text: PlacedText) -> String? {
    let inside = Array(source(found.inside, of: text).utf8)
    guard let first = inside.firstIndex(where: { !isMarkdownSpace($0) }),
      let last = inside.lastIndex(where: { !isMarkdownSpace($0) }),
      !inside[..<first].contains(UInt8(ascii: "\n")), !inside[last...].contains(UInt8(ascii: "\n"))
    else { return nil }
    let formula = [UInt8(ascii: "$")] + inside[first...last] + [UInt8(ascii: "$")]
    // What stands behind it may keep the dollar from closing.
    let behind = text.bytes[found.range.upperBound...].prefix(1)
    guard MathSyntax.inlineLength(formula + behind) == formula.count else { return nil }
    return String(decoding: formula, as: UTF8.self)
  }

  private mutating func unread(
    _ text: PlacedText, _ found: MathSpelling, sign: Range<Int>, _ message: String, fix: String?
  ) {
    let sign = text.range(sign)
    let words = String(decoding: body.bytes[sign], as: UTF8.self)
    let whole = SourceSpan(path, file(text.range(found.range)))
    add(
      Diagnostic(
        .mathUnread, at: SourceSpan(path, file(sign)), "‘\(words)’ \(message)",
        fix: fix.map {
          Edit(whole, original: source(found.range, of: text), replacement: $0)
        }))
  }

  /// For each byte of a block whether it belongs to plain words.
  func textMask(_ text: PlacedText, _ nodes: [Node]) -> [Bool] {
    let ranges = textRanges(nodes)
    var next = 0
    return text.places.map { place in
      let offset = body.fileOffset(place)
      while next < ranges.count, ranges[next].upperBound <= offset { next += 1 }
      return next < ranges.count && ranges[next].contains(offset)
    }
  }

  /// Where in the essay the plain words among inlines stand, in order.
  func textRanges(_ nodes: [Node]) -> [Range<Int>] {
    nodes.flatMap { node in
      switch node.kind {
      case .text, .softBreak, .lineBreak: [node.range]
      default: textRanges(node.children)
      }
    }
  }
}
