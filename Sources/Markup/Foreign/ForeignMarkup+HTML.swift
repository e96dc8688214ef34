// Markdown inside of HTML: up to the next empty line it is not read, and its marks would be shown.

import Diagnostics

extension ForeignMarkup {
  mutating func readHTML(_ html: Verbatim) {
    readAddresses(html)
    for part in Self.texts(in: Array(html.text.utf8)) {
      let text = Array(html.text.utf8)[part]
      guard text.contains(where: { "*_`$[#~\\".utf8.contains($0) }), Self.hasMarks(Array(text))
      else {
        continue
      }
      let first = text.firstIndex { !isMarkdownSpace($0) } ?? part.lowerBound
      let last = text.lastIndex { !isMarkdownSpace($0) } ?? first
      warn(
        html.sourceRange(of: first..<last + 1),
        "inside of HTML Markdown is read only behind an empty line, and these marks are shown: put an empty line "
          + "before the words and behind them, or write HTML")
    }
  }

  /// `<https://…>` is a link to Markdown, and to a browser a tag that it does not know: nothing is shown of it.
  private mutating func readAddresses(_ html: Verbatim) {
    guard html.text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") })
    else { return }
    for tag in HTMLTag.all(in: html.text) where tag.attributes.isEmpty {
      let text = Array(html.text.utf8)[tag.range]
      let name = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
      guard text.last == UInt8(ascii: ">"), !name.hasSuffix("/"),
        name.contains("@") || name.contains("://") || name.lowercased().hasPrefix("mailto:")
      else { continue }
      warn(
        html.sourceRange(of: tag.range),
        "inside of HTML this is a tag that no browser knows, and nothing is shown of it: put an empty line above its "
          + "line, or write <a href=\"…\">…</a>")
    }
  }

  /// What stands between the tags and comments; what scripts, pictures and the like hold is left out.
  private static func texts(in bytes: [UInt8]) -> [Range<Int>] {
    var texts: [Range<Int>] = []
    var start = 0
    var index = 0
    // Behind the last of these no tag ends, and none need be looked for.
    let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    while index < lastEnd {
      guard bytes[index] == UInt8(ascii: "<"), let end = tagEnd(bytes, index) else {
        index += 1
        continue
      }
      if start < index { texts.append(start..<index) }
      (start, index) = (end, end)
    }
    if start < bytes.count { texts.append(start..<bytes.count) }
    return texts
  }

  private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let rest = bytes[start...]
    if rest.starts(with: "<!--".utf8) {
      return rest.firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
    }
    guard let second = rest.dropFirst().first,
      second == UInt8(ascii: "/") || second == UInt8(ascii: "!") || second == UInt8(ascii: "?")
        || (65...90).contains(second) || (97...122).contains(second),
      let end = rest.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let name = String(
      decoding: rest.dropFirst().prefix { $0 != 62 && !isMarkdownSpace($0) }, as: UTF8.self
    )
    .lowercased()
    guard
      ["script", "style", "pre", "code", "svg", "math", "textarea", "kbd", "samp"].contains(name)
    else { return end + 1 }
    return bytes[end...].firstRange(of: Array("</\(name)".utf8))?.lowerBound ?? bytes.count
  }

  private static func hasMarks(_ text: [UInt8]) -> Bool {
    guard let tree = CMarkTree(parsing: text), tree.firstLine(deeperThan: 50) == nil else {
      return false
    }
    // At a line's end it would break the line.
    if text.last(where: { !isMarkdownSpace($0) }) == UInt8(ascii: "\\") { return true }
    func isMarked(_ node: RawNode) -> Bool {
      switch node.kind {
      // Formulas are told where they stand.
      case .math, .mathBlock: false
      case .emphasis, .strong, .code, .heading, .table: true
      case .codeBlock(_, let isFenced): isFenced
      case .link: text.contains(UInt8(ascii: "]"))
      case .strikethrough: text.firstRange(of: Array("~~".utf8)) != nil
      default: node.children.contains(where: isMarked)
      }
    }
    return isMarked(tree.rawDocument())
  }
}
