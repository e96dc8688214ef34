// ClaimedCell: a cell of a table that is claimed as a whole, as a number and as a text.

import Claims
import Diagnostics
import Markup

package struct ClaimedCell: Sendable {
  /// Counted from 0, below the head.
  package var row: Int
  package var column: Int
  /// The bytes of all that stands in the cell.
  package var range: Range<Int>
  /// What a reader sees in it; nil where that is no line of text.
  package var text: String?
  /// The number that it says; nil where it says none, or nobody can be sure which.
  package var number: ProseClaims.Number?
  /// Why it is not clear which number it says.
  package var unclear: String?
  /// Whether its column, and all to the left of it, hold words alone: the rows may leave them out.
  package var isLabel = false

  init(
    _ cell: TableComment.Cell, row: Int, column: Int, in document: Document,
    formulas: [Int: ShownFormula]
  ) {
    (self.row, self.column) = (row, column)
    let inside = cell.comment.block
    let start = inside.first?.range.lowerBound ?? cell.range.lowerBound
    range = start..<(inside.last?.range.upperBound ?? start)
    if let tag = cell.comment.enclosing {
      unclear = "it stands in ‘\(tag)’, which may hide or change it"
      return
    }
    text = ShownText(around: cell.comment, in: document, formulas: formulas).line
    do {
      number = try ProseClaims.number(before: cell.comment, in: document, formulas: formulas)
    } catch {
      unclear = error.reason
    }
  }

  /// Whether it says neither a number nor a value that has a sign or a word of its own.
  var isWords: Bool { number == nil && special == nil }

  /// A value that is stated by other signs than digits.
  package var special: Expectation? {
    switch text {
    case "∞", "+∞": .infinity(isNegative: false)
    case "−∞", "-∞": .infinity(isNegative: true)
    case "nan", "NaN": .notANumber
    case "true": .boolean(true)
    case "false": .boolean(false)
    default: nil
    }
  }

  /// Whether it says that there is nothing: it is empty, or holds a dash.
  package var isEmpty: Bool { ["", "-", "–", "—", "−"].contains(text) }

  /// The claim that it makes, of a part of what `swift` computes.
  func claim(of table: TableComment, in document: Document, _ swift: String) -> Claim {
    Claim(
      kind: .table, range: number?.range ?? range, comment: table.comment,
      wrote: number?.wrote(in: document) ?? document.source[range], expression: swift,
      name: ProseClaims.name(in: table.text))
  }
}

extension ShownText {
  /// All of it as one line of text; nil where something else stands in it.
  fileprivate var line: String? {
    let strange = [Self.opaque, Self.overlay, Self.index, Self.footnote]
    guard !glyphs.contains(where: { strange.contains($0.scalar) || $0.value != nil }) else {
      return nil
    }
    return text(glyphs.indices).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
