// `\|` in a formula in a table: two bars to TeX, but to a table the way to write one. Where two may have been meant, a
// warning says what to write.

import Diagnostics

extension BlockPlacement {
  /// Warns of formulas in a cell that would show `|x|` for `‖x‖`.
  mutating func reportDoubleBars(_ text: PlacedText, _ nodes: [Node]) {
    let escaped = text.bytes.indices.filter { index in
      let place = text.places[index]
      return text.bytes[index] == UInt8(ascii: "|") && place > 0
        && body.bytes[place - 1] == UInt8(ascii: "\\")
    }
    guard !escaped.isEmpty else { return }
    for formula in Self.formulas(in: nodes) {
      let bars = escaped.filter { formula.contains(body.fileOffset(text.places[$0])) }
      guard let first = bars.first, let last = bars.last,
        bars.count > 1 || Self.isDivergence(text.bytes, first)
      else { continue }
      add(
        Diagnostic(
          .mathUnread, .warning,
          at: SourceSpan(path, file(text.places[first] - 1..<text.places[last] + 1)),
          bars.count > 1
            ? "in a table \\| is one bar, so readers see |x| here: write \\lVert x \\rVert for ‖x‖, or \\lvert x "
              + "\\rvert for |x|"
            : "in a table \\| is one bar, so readers see P | Q here: write \\Vert for two bars, or \\mid for one"
        ))
    }
  }

  private static func formulas(in nodes: [Node]) -> [Range<Int>] {
    nodes.flatMap { node -> [Range<Int>] in
      if case .math = node.kind { return [node.range] }
      return formulas(in: node.children)
    }
  }

  /// Whether a bar stands in the brackets of `D(P \| Q)` or `\mathrm{KL}(P \| Q)`, or between the thin spaces that
  /// go with two bars.
  private static func isDivergence(_ text: [UInt8], _ bar: Int) -> Bool {
    if text[..<bar].suffix(2).elementsEqual("\\,".utf8) { return true }
    guard let open = text[..<bar].lastIndex(where: { "([".utf8.contains($0) }) else { return false }
    let before = String(decoding: text[..<open].suffix(40), as: UTF8.self)
    let name =
      before.filter { $0.isLetter || $0 == "_" || $0 == "$" || $0.isWhitespace }
      .split(whereSeparator: { $0 == "$" || $0.isWhitespace }).last ?? ""
    return name.hasSuffix("KL") || name.hasSuffix("JS") || name.hasPrefix("D_")
      || name.hasSuffix("D")
      || name.hasPrefix("mathrmD") || name.hasPrefix("operatornameD")
  }
}
