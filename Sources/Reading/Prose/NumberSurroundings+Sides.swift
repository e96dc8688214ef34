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
    try checkTuple(before: sign.lowerBound)
    let end = shown.glyphs[..<sign.lowerBound].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
    // `(3✓ + 5✓ + 8✓) / 3 = 5.33✓`
    if Self.isNear(shown.text(sign)), let sum = shown.claimedSum(before: sign.lowerBound),
      !isJoinedBehind, hasUnit(""), literal?.agrees(with: sum) == true
    {
      return true
    }
    if let other = shown.numberBefore, !(other.end..<sign.lowerBound).contains(where: endsSentence),
      shown.binds(sign.lowerBound, toNumberEndingAt: other.end)
    {
      let unit = shown.unit(other.end..<sign.lowerBound)
      try compare(other.literal, unit, sign, sideEnd: unit.isEmpty ? sign.lowerBound : other.end)
      return true
    }
    if end <= shown.start, shown.start > 0 { throw isNumberOnly }
    // What is compared would be the first part of what stands there.
    if isJoinedBehind { throw isPart }
    guard end > shown.start else { return false }
    let side = side(before: end)
    if isCounted(sign.lowerBound, side) { throw isNumberOnly }
    let values = shown.constants(side)
    let isNear = Self.isNear(shown.text(sign))
    if let literal, isNear || beginsClause(side.lowerBound),
      values.contains(where: { isSo($0, shown.text(sign), literal) })
    {
      return true
    }
    // A function of numbers that does not come to this is told by the closing rule: the claim is judged all the same, for
    // a wrong digit of its own is to be refuted, and corrected.
    guard isNumberOnly(side), values.isEmpty || !isFunction(side) else { return false }
    throw isNumberOnly
  }

  /// Whether an operator and another claimed number follow: `5✓ × 8✓`, `5✓ times 8✓`.
  var isJoinedBehind: Bool {
    guard let next = shown.glyphs[number.upperBound...].firstIndex(where: { !$0.isSpace }) else {
      return false
    }
    return shown.joinsClaims(next)
      || shown.joinsClaims(wordEndingAt: next + word(from: next).unicodeScalars.count)
  }

  var literal: NumberLiteral? { NumberLiteral(shown.text(number), in: shown.reading) }

  private var isNumberOnly: UnclearNumber {
    unclear(
      "on the other side of its relation stand numbers only, which are compared with nothing; claim that "
        + "number too, right behind it, or write a name there")
  }

  /// `7`, `3 + 4`, `60%`, `\\text{thus } 7`, `EUR 7`: what is computed by nobody. Words before numbers are no name.
  private func isNumberOnly(_ side: Range<Int>) -> Bool {
    var hasNumber = false
    let isConstant = isConstant(side)
    for index in side {
      let glyph = shown.glyphs[index]
      if "π∞".unicodeScalars.contains(glyph.scalar), isConstant {
        hasNumber = true
        continue
      }
      // Behind the name of a function KaTeX writes a sign that nobody sees.
      if glyph.face == .variable || glyph.scalar == "\u{2061}" { return false }
      if glyph.isLetter, !hasNumber || isOperand(index, in: side),
        isName(index, in: side) || hasNumber && word(from: index).unicodeScalars.count == 1
      {
        return false
      }
      if glyph.isNumeric && glyph.scalar != ShownText.index || glyph.scalar == ShownText.opaque {
        hasNumber = true
      }
    }
    return hasNumber
  }

  /// `2π`, `π/2`, `∞`, and not a policy's `π` or `π(a)`: the only letter, beside digits.
  private func isConstant(_ side: Range<Int>) -> Bool {
    let glyphs = shown.glyphs[side].filter { !$0.isSpace }
    return !glyphs.contains { $0.isLetter && $0.scalar != "π" }
      && (glyphs.contains { $0.isNumeric && $0.scalar != ShownText.index }
        || glyphs.contains { $0.scalar == "∞" })
  }

  /// `1 − accuracy`, `3x`: letters that an operator, or a digit without a space, joins to the number before them.
  private func isOperand(_ index: Int, in side: Range<Int>) -> Bool {
    let start =
      shown.glyphs[side.lowerBound..<index].lastIndex { !$0.isLetter }.map { $0 + 1 }
      ?? side.lowerBound
    guard start > side.lowerBound,
      let before = shown.glyphs[side.lowerBound..<start].last(where: { !$0.isSpace })
    else { return false }
    // `5 m/s`
    if "/·⋅".unicodeScalars.contains(before.scalar), shown[start - 2]?.isLetter == true,
      shown.glyphs[side.lowerBound..<start].contains(where: \.scalar.isDigit)
    {
      return false
    }
    return before.isSign || before.isOperator
      || before.scalar.isDigit && !shown.glyphs[start - 1].isSpace
        && word(from: start).unicodeScalars.count == 1
  }

  /// Letters that digits, an index or brackets belong to, as in `H2O`, `f(3)`; no currency's.
  private func isName(_ index: Int, in side: Range<Int>) -> Bool {
    let start =
      shown.glyphs[side.lowerBound..<index].lastIndex { !$0.isLetter }.map { $0 + 1 }
      ?? side.lowerBound
    let word = shown.glyphs[start..<side.upperBound].prefix { $0.isLetter }
    let isCode = word.count == 3 && word.allSatisfy(\.scalar.properties.isUppercase)
    guard let next = shown[word.endIndex], word.endIndex < side.upperBound else { return true }
    // `x + 4`
    let behind = shown.glyphs[word.endIndex...].first { !$0.isSpace }
    if next.formula == nil, let behind, behind.isSign || behind.isOperator { return true }
    return !isCode
      && (next.isNumeric || "([{_".unicodeScalars.contains(next.scalar) || next.scalar == "-")
  }

  /// What stands before a relation: all of its formula up to another relation, or in a sentence the last word
  /// with what is added to it. What stands in brackets, `P(X > 2)`, `F(1, 8)`, is a part of it.
  func side(before end: Int) -> Range<Int> {
    var start = end
    // `7: = 8`
    let end =
      shown.glyphs[shown.since(end)].lastIndex { !$0.isSpace && $0.scalar != ":" }.map { $0 + 1 }
      ?? end
    start = end
    guard let last = shown[end - 1] else { return end..<end }
    var depth = 0
    while start > shown.start, let glyph = shown[start - 1], glyph.formula == last.formula {
      if glyph.isClosing, !glyph.isQuote { depth += 1 }
      if glyph.isOpening, !glyph.isQuote { depth -= 1 }
      if depth < 0 { break }
      let isApart =
        last.formula != nil
        ? glyph.isRelation || Self.separators.contains(glyph.scalar)
        : glyph.isRelation || glyph.isSpace && !isInSum(start - 1)
      if depth == 0, isApart || glyph.scalar == ":" { break }
      start -= 1
    }
    return withoutLabel(start..<end)
  }

  /// `(a) 7`, `i) 7`: a label of the formula stands before the side of its relation.
  private func withoutLabel(_ side: Range<Int>) -> Range<Int> {
    guard let close = side.first(where: { shown.glyphs[$0].scalar == ")" }),
      close + 1 < side.upperBound,
      shown.glyphs[close + 1].isSpace
    else { return side }
    let inside = shown.glyphs[side.lowerBound..<close].drop { $0.isOpening || $0.isSpace }
    return inside.count <= 3 && inside.allSatisfy(\.isWordPart)
      ? (close + 1)..<side.upperBound : side
  }

  /// Whether the space here stands beside an operator, or between a number and its unit.
  private func isInSum(_ space: Int) -> Bool {
    let before = shown.glyphs[..<space].last { !$0.isSpace }
    let behind = shown.glyphs[space...].first { !$0.isSpace }
    return [before, behind].contains {
      $0.map { $0.isSign || $0.isOperator && $0.scalar != "√" } ?? false
    }
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
    guard before.contains(where: { $0.scalar == ShownText.cell }),
      !continuesRows(first..<number.lowerBound)
    else { return }
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
    if signs.count == 1, shown.beginsClaim(next) || isSo(signs[0], next) { return }
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
    if isNumberOnly(next..<end), !comesToNumber(next..<end) { throw isNumberOnly }
  }

  /// `25✓ = 3² + 4²`: numbers that come to the claimed one, with nothing behind them that would make others of them.
  private func comesToNumber(_ side: Range<Int>) -> Bool {
    let last = shown.glyphs[side].lastIndex {
      !$0.isSpace && !".,;:)!?".unicodeScalars.contains($0.scalar)
    }
    guard let last, let value = shown.constant(side.lowerBound..<(last + 1)), let literal else {
      return false
    }
    let behind = shown.glyphs[(last + 1)...].first { !$0.isSpace }
    return literal.agrees(with: value)
      && behind.map { ".,;:)!?\n".unicodeScalars.contains($0.scalar) } ?? true
  }
}
