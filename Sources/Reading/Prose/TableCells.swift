// TableCells: the cells beside a claim in a table. A reader reads a row as a sentence, so a sign at the end of the
// cell before, or at the start of the one behind, would be about the number; and nobody compares it.

import Diagnostics
import Markup

enum TableCells {
  static func check(
    beside comment: ProseComment, in source: SourceText, formulas: [Int: ShownFormula]
  ) throws(UnclearNumber) {
    func glyphs(_ nodes: [Node]) -> [ShownText.Glyph] {
      var other = comment
      other.block = nodes
      return ShownText(around: other, in: source, formulas: formulas).glyphs.filter {
        !$0.isSpace && !$0.isCode
      }
    }
    let before = glyphs(comment.cells.before)
    let behind = glyphs(comment.cells.behind)
    // `< 5` in a cell of its own is a bound, and `−5` a number; a sign alone has no other side than this number.
    for case let sign? in [before.last, behind.count == 1 ? behind.first : nil]
    where sign.isRelation || "−×·÷√±^".unicodeScalars.contains(sign.scalar) {
      throw UnclearNumber(
        reason:
          "\(sign.name) stands in the cell beside it, as if it were about the number; write the sign and "
          + "the number into one cell")
    }
  }
}
