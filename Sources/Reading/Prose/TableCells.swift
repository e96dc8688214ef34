// TableCells: the cells beside a claim in a table. A reader reads a row as a sentence, so a sign at the end of the
// cell before, or at the start of the one behind, would be about the number; and nobody compares it.

import Claims
import Diagnostics
import Markup

enum TableCells {
  static func check(
    beside comment: ProseComment, in document: Document, formulas: [Int: ShownFormula]
  ) throws(UnclearNumber) {
    func glyphs(_ nodes: [Node]) -> [ShownText.Glyph] {
      shown(nodes, comment, document, formulas).glyphs.filter { !$0.isSpace && !$0.isCode }
    }
    let before = glyphs(comment.cells.before)
    let behind = glyphs(comment.cells.behind)
    func isLoose(_ glyph: ShownText.Glyph, among signs: String = "−×·÷√±^") -> Bool {
      glyph.isRelation || signs.unicodeScalars.contains(glyph.scalar)
    }
    // `< 5` in a cell of its own is a bound, and `−5` a number; a sign alone has no other side than this number, and a
    // scale, `×10³`, no other number.
    let last = before.last.flatMap { isLoose($0) ? $0 : nil }
    let first = behind.first.flatMap {
      behind.count == 1 && isLoose($0) || "×÷^%‰·⋅*".unicodeScalars.contains($0.scalar) ? $0 : nil
    }
    if let sign = last ?? first {
      throw UnclearNumber(
        reason:
          "\(sign.name) stands in the cell beside it, as if it were about the number; write the sign and "
          + "the number into one cell")
    }
    // `p <` above numbers is said of each of them.
    let head = shown(comment.cells.head, comment, document, formulas).glyphs.last { !$0.isSpace }
    if let sign = head, isLoose(sign) {
      throw UnclearNumber(
        reason:
          "\(sign.name) ends the head of its column, as if it were about the number; write the sign and the number "
          + "into one cell")
    }
  }

  /// A relation in the head of its column, `loss < 5`, that the number does not surely obey.
  static func unread(
    above number: NumberLiteral, _ comment: ProseComment, in document: Document,
    formulas: [Int: ShownFormula]
  ) -> [UnreadSign] {
    guard let cell = comment.cells.head.first, cell.range != comment.block.first?.range else {
      return []
    }
    let head = shown(comment.cells.head, comment, document, formulas)
    guard let sign = head.glyphs.firstIndex(where: { $0.isRelation && !$0.isCode }) else {
      return []
    }
    var end = sign
    while let glyph = head[end], glyph.isRelation { end += 1 }
    let next = head.glyphs[end...].firstIndex { !$0.isSpace && !$0.isCurrency }
    guard let next, let last = head.endOfNumber(at: next)?.index,
      let bound = NumberLiteral(head.text(next..<last), in: head.reading),
      NumberSurroundings.decide(head.text(sign..<end), number, 1, bound, 1) != true
    else { return [] }
    return [UnreadSign(text: head.shown(sign..<last), bytes: nil)]
  }

  /// Whether the head of its column or the beginning of its row names a scale: `share (%)`, `runs (×10³)`.
  static func hasScale(
    around comment: ProseComment, in document: Document, formulas: [Int: ShownFormula]
  ) -> Bool {
    let labels = shown(comment.cells.labels, comment, document, formulas)
    return labels.namesScale(0..<labels.glyphs.count)
  }

  private static func shown(
    _ nodes: [Node], _ comment: ProseComment, _ document: Document, _ formulas: [Int: ShownFormula]
  ) -> ShownText {
    var other = comment
    other.block = nodes
    return ShownText(around: other, in: document, formulas: formulas)
  }
}
