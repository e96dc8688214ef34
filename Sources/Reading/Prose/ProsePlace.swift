// ProsePlace: the surroundings of a number in prose, kept so that a correction can be read in them
// before it is offered: `-3` behind `3–` would be a range and no number below zero.

import Claims
import Diagnostics

package struct ProsePlace: Sendable {
  let shown: ShownText
  let glyphs: Range<Int>
  let relation: Expectation.Relation?

  /// A word beside it that may make another claim of it; nil where there is none.
  package let word: String?

  /// Whether a scale stands apart from it, as in a column with the head “share (%)”.
  let isScaled: Bool

  /// Whether a reader would see that number in its place, with the same relation before it. Where a word or a scale may
  /// change the claim, nobody can say which number would make it true.
  package func reads(_ text: String) -> Bool {
    guard word == nil, !isScaled else { return false }
    var cursor = TextCursor(text)
    let notation = shown.glyphs[glyphs].contains(where: \.isCode) ? .point : shown.notation
    guard let literal = NumberLiteral.read(&cursor, in: .text(notation)), cursor.isAtEnd else {
      return false
    }
    let replaced = shown.replacing(glyphs, with: literal.shown)
    guard let found = replaced.lastNumber(), found.glyphs.lowerBound == glyphs.lowerBound,
      found.literal.isSame(as: literal)
    else { return false }
    do {
      return try NumberSurroundings(replaced, found.glyphs).read().relation == relation
    } catch {
      return false
    }
  }
}

extension NumberLiteral {
  /// How it is shown: without TeX, and in the signs of English, as all shown texts are read.
  fileprivate var shown: String {
    var plain = self
    let separators = ["{,}": ",", "{.}": ",", ".": ",", "\\,": "\u{2009}"]
    plain.separator = separator.map { separators[$0] ?? $0 }
    plain.decimalMark = "."
    if ellipsis != nil { plain.ellipsis = "…" }
    if percent != nil { plain.percent = "%" }
    if let power, !power.prefix.lowercased().hasPrefix("e") {
      plain.power = Power(
        prefix: "×10", exponent: power.exponent, style: .superscript, suffix: "")
    }
    return plain.text
  }
}
