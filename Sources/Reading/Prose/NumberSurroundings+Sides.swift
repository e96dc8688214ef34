// The other side of a relation beside a number. A claim compares the number with a value; what stands on the
// other side is the name of that value, or it is a number with a claim of its own. A number that nobody
// computes, or a sum of such, would stand beside a tick and be compared with nothing.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// Whether the number is said to be the value itself, and its relation is one to the number claimed before
  /// it, as in `3✓ < 7✓`: that is then decided here.
  func checkOtherSide(of lead: Lead) throws(UnclearNumber) -> Bool {
    guard let sign = lead.sign else { return false }
    let end = shown.glyphs[..<sign.lowerBound].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
    if end <= shown.start, shown.start > 0 {
      guard let other = shown.numberBefore else { throw isNumberOnly }
      let text = shown.text(sign)
      guard let literal = NumberLiteral(shown.text(number), in: .prose),
        Self.holds(other, text, literal)
      else {
        throw unclear(
          "‘\(other.text) \(text) \(shown.text(number))’ is not so; mend the relation or the numbers"
        )
      }
      return true
    }
    if end > shown.start, isNumberOnly(side(before: end)) { throw isNumberOnly }
    return false
  }

  /// Whether two numbers stand in a relation, as they are written. What is only near cannot be decided.
  private static func holds(_ left: NumberLiteral, _ sign: String, _ right: NumberLiteral) -> Bool {
    let (left, right) = (left.value, right.value)
    switch relations[sign] {
    case .less: return left < right
    case .greater: return left > right
    case .lessOrEqual: return left <= right
    case .greaterOrEqual: return left >= right
    case .unequal: return left != right
    case nil: return !["=", "==", "≡", ":=", "≔"].contains(sign) || left == right
    }
  }

  private var isNumberOnly: UnclearNumber {
    unclear(
      "on the other side of its relation stand numbers only, which are compared with nothing; claim that "
        + "number too, right behind it, or write a name there")
  }

  /// `7`, `3 + 4`, `60%`, `\frac23`: what is computed by nobody. The 5 of `5 kg` stays one.
  private func isNumberOnly(_ side: Range<Int>) -> Bool {
    var hasNumber = false
    for glyph in shown.glyphs[side] {
      // Behind the name of a function KaTeX writes a sign that nobody sees.
      if glyph.face == .variable || glyph.scalar == "\u{2061}" { return false }
      if glyph.isLetter, !hasNumber { return false }
      if glyph.isNumeric && glyph.scalar != ShownText.index || glyph.scalar == ShownText.opaque {
        hasNumber = true
      }
    }
    return hasNumber
  }

  /// What stands before a relation: all of its formula up to another relation, or in a sentence the last word
  /// with what is added to it.
  private func side(before end: Int) -> Range<Int> {
    var start = end
    guard let last = shown[end - 1] else { return end..<end }
    if let formula = last.formula {
      while start > shown.start, let glyph = shown[start - 1], glyph.formula == formula,
        !glyph.isRelation, !Self.separators.contains(glyph.scalar)
      {
        start -= 1
      }
      return start..<end
    }
    var depth = 0
    while start > shown.start, let glyph = shown[start - 1], !glyph.isRelation {
      if glyph.isClosing { depth += 1 }
      if glyph.isOpening { depth -= 1 }
      if depth <= 0, glyph.isSpace, !isInSum(start - 1) { break }
      start -= 1
    }
    return start..<end
  }

  /// Whether the space here stands beside an operator, or between a number and its unit.
  private func isInSum(_ space: Int) -> Bool {
    let before = shown.glyphs[..<space].last { !$0.isSpace }
    let behind = shown.glyphs[space...].first { !$0.isSpace }
    return [before, behind].contains { $0.map { $0.isSign || $0.isOperator } ?? false }
      || before?.scalar.isDigit == true
  }

  static let separators: Set<Unicode.Scalar> = [
    ",", ";", "\n", ShownText.wideSpace, ShownText.cell,
  ]

  // MARK: - Tables

  /// In a table inside of a formula, a relation speaks of its own row, and a cell behind another is its
  /// condition.
  func checkCells(before lead: Lead) throws(UnclearNumber) {
    guard let formula else { return }
    let first = shown.glyphs.firstIndex { $0.formula == formula } ?? number.lowerBound
    let before = shown.glyphs[first..<number.lowerBound]
    guard before.contains(where: { $0.scalar == ShownText.cell }) else { return }
    let row = before.lastIndex { $0.scalar == "\n" } ?? first
    let sign = lead.sign?.lowerBound ?? number.lowerBound
    let isElsewhere = sign < row
    let cells = shown.glyphs[row..<max(row, sign)].split { $0.scalar == ShownText.cell }
      .filter { cell in cell.contains { !$0.isSpace } }
    let outside = before.prefix { $0.scalar != "\n" }
    if isElsewhere || cells.count > 1 || outside.contains(where: { $0.isRelation }) {
      throw unclear(
        "it stands in a table of a formula, where it may be a case or a condition; put the value into a "
          + "formula of its own, and the comment there")
    }
  }

  // MARK: - Behind

  /// Behind a number, `= x` names it, and `< 7` is another claim's where 7 has one.
  func checkRelation(behind start: Int) throws(UnclearNumber) {
    let run = shown.glyphs[start...].prefix { $0.isRelation || $0.isSpace }
    let signs = run.filter(\.isRelation)
    guard let next = run.endIndex < shown.glyphs.count ? run.endIndex : nil else { return }
    if signs.count == 1, shown.beginsClaim(next) { return }
    guard signs.count == 1, "=≈≃≅≡∼".unicodeScalars.contains(signs[0].scalar) else {
      throw unclear(
        "\(signs[0].name) stands behind it; write the relation before the number, or claim the number "
          + "behind it too")
    }
    var end = next
    let formula = shown[next]?.formula
    while let glyph = shown[end], glyph.formula == formula, !glyph.isRelation,
      formula == nil ? !glyph.isSpace || isInSum(end) : !Self.separators.contains(glyph.scalar)
    {
      end += 1
    }
    if isNumberOnly(next..<end) { throw isNumberOnly }
  }

  /// `8✓ people < 10`: a relation further behind whose left side is the number with its words.
  func checkRelationBehind() throws(UnclearNumber) {
    var index = max(number.upperBound, shown.comment)
    while let glyph = shown[index], !endsSentence(index), !glyph.isRelation {
      index += 1
    }
    guard shown[index]?.isRelation == true,
      !shown.claims.contains(where: { $0 > shown.comment && $0 <= index })
    else { return }
    let between = shown.glyphs[number.upperBound..<index]
    let isFormula =
      shown[index]?.formula != nil && shown[index - 1]?.formula == shown[index]?.formula
    guard let end = between.lastIndex(where: { !$0.isSpace }), !isFormula else { return }
    let last = shown.glyphs[end]
    let isName =
      last.formula != nil && last.formula != formula || last.isNumeric
      || last.isClosing && !isBracketed(end)
      || last.isLetter && shown[end - 1]?.isWordPart != true
    if !isName {
      throw unclear(
        "\(shown.glyphs[index].name) stands behind it, and words between; write the relation before the "
          + "number, or begin a new sentence")
    }
  }

  /// `8✓ people)` of `(8✓ people) < 10`.
  private func isBracketed(_ closing: Int) -> Bool {
    !shown.glyphs[number.upperBound..<closing].contains(where: \.isOpening)
  }
}
