// Formulas that a blank line parts: `$$` and `\[` in the middle of a line, and their end in another paragraph; and a `$`
// before TeX that nothing closes.

import Diagnostics

extension BlockPlacement {
  /// Looks for the first formula that is opened in a block's words and closed behind a blank line.
  mutating func notePartedMath(_ text: PlacedText, _ mask: [Bool]) {
    var index = 0
    while index < text.bytes.count {
      guard let opener = Opener(text.bytes, mask, at: index) else {
        index += text.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      if let parted = parted(opener, at: index, in: text) {
        if opener.isDollar { self.parted.append(parted) } else { broken.append(parted) }
        return
      }
      index += opener.sign.count
    }
  }

  private func parted(_ opener: Opener, at index: Int, in text: PlacedText) -> BrokenMath? {
    let isDollars = opener.sign == Array("$$".utf8)
    guard isDollars || opener.sign.last == UInt8(ascii: "[") else { return nil }
    // `US$$` is money, and what closes in its own block is a formula or was told.
    if index > 0, MathSpelling.isWord(text.bytes[index - 1]) { return nil }
    let closing = isDollars ? opener.sign : Array("\\]".utf8)
    let inner = index + opener.sign.count
    guard text.bytes[inner...].firstRange(of: closing) == nil else { return nil }
    let place = text.range(index..<inner)
    let rest = body.bytes[place.upperBound...].prefix(Opener.longest)
    guard
      let end = isDollars
        ? MathSyntax.displayEnd(in: rest) : rest.firstRange(of: closing)?.upperBound
    else { return nil }
    let inside = rest[..<(end - 2)]
    let lines = inside.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count <= Opener.mostLines,
      !lines.contains(where: { $0.starts(with: "```".utf8) || $0.starts(with: "~~~".utf8) })
    else { return nil }
    let isAtEnd = lines.first?.allSatisfy(isMarkdownSpace) ?? true
    let isMath =
      MathSpelling.holdsTeX(inside) || (isDollars && isAtEnd && !MathSpelling.isProse(inside))
    guard isMath else { return nil }
    let sign = String(decoding: opener.sign, as: UTF8.self)
    return BrokenMath(
      range: place.lowerBound..<end, quotes: quotes, isDisplay: isDollars,
      diagnostic: Diagnostic(
        isDollars ? .mathUnclosed : .mathUnread, at: SourceSpan(path, file(place)),
        isDollars
          ? "this $$ opens a formula in the middle of a line, and a blank line parts it from the $$ that closes it: "
            + "begin a new line for it"
          : "‘\(sign)’ is no formula here, and its signs would stand on the page as they are: write $$ on a line "
            + "above it and on a line below it"))
  }

  /// Warns of each `$` before TeX that nothing closes. Before anything else it may be money.
  mutating func reportLoneDollars(_ text: PlacedText, _ nodes: [Node]) {
    guard text.bytes.contains(UInt8(ascii: "$")) else { return }
    let mask = textMask(text, nodes)
    var index = 0
    while index < text.bytes.count {
      let opener = Opener(text.bytes, mask, at: index)
      if let opener, opener.sign.count == 1 { reportLoneDollar(at: index, in: text) }
      index += opener?.sign.count ?? (text.bytes[index] == UInt8(ascii: "\\") ? 2 : 1)
    }
  }

  private mutating func reportLoneDollar(at index: Int, in text: PlacedText) {
    let word = text.bytes[(index + 1)...].prefix { !isMarkdownSpace($0) }
    let isTeX = word.indices.contains { place in
      switch word[place] {
      case UInt8(ascii: "^"): place > word.startIndex
      case UInt8(ascii: "\\"):
        place + 1 < word.endIndex && MathSpelling.isLetter(word[place + 1])
      default: false
      }
    }
    // `US$` ends a sum, and what ends a formula is told with it.
    guard isTeX, index == 0 || !MathSpelling.isWord(text.bytes[index - 1]) else { return }
    add(
      Diagnostic(
        .mathUnclosed, .warning, at: SourceSpan(path, file(text.range(index..<index + 1))),
        "nothing in its paragraph closes this $, so what stands behind it is shown as it is: write $ behind the "
          + "formula, or \\$ for a dollar"))
  }
}
