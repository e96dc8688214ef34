// Chains of relations before a number: `5 < n < 100`, `n = 7 < 100`. A claim compares one number, so a second one that a
// reader takes for stated would stand beside a tick and be compared with nothing.

import Claims
import Diagnostics

extension NumberSurroundings {
  func checkChain() throws(UnclearNumber) {
    // Nearest first, without the spaces and the brackets that the number stands in.
    let clause = shown.glyphs[shown.since(number.lowerBound)].reversed()
      .prefix { $0.formula == formula && !endsClause($0) }
      .filter { !$0.isSpace }.drop { $0.isOpening || $0.isCurrency }
    let sign = clause.prefix { $0.isRelation }
    // `P(X > 2) = 0.66`: what brackets hold is a part of the name before the relation.
    let operands = withoutBrackets(clause.dropFirst(sign.count))
    guard !sign.isEmpty, operands.contains(where: \.isRelation) else { return }
    // `x = y = 0.5` says one thing of one number.
    let areEqual = (sign + operands).allSatisfy {
      !$0.isRelation || "=≈≃≅≐≡∼≔".unicodeScalars.contains($0.scalar)
    }
    if areEqual, saysOneThing(before: number.lowerBound - 1) { return }
    throw unclear(
      "another relation stands before it, and what it says would be compared with nothing; claim each "
        + "number behind a relation of its own")
  }

  /// `x = y = 5`, `x = 3 + 5 = 8`: each side before the number is a name, or comes to that number.
  private func saysOneThing(before end: Int) -> Bool {
    let start = shown.glyphs[shown.since(end)].lastIndex {
      $0.formula != formula || endsClause($0) && $0.scalar != "."
    }
    return sidesAgree(in: (start.map { $0 + 1 } ?? shown.start)..<number.lowerBound)
  }

  private func sidesAgree(in range: Range<Int>) -> Bool {
    shown.glyphs[range].split(whereSeparator: \.isRelation).allSatisfy { side in
      let isKnown = side.contains {
        $0.scalar.isDigit || $0.value != nil || $0.scalar == ShownText.opaque
      }
      guard isKnown, !side.contains(where: { $0.face == .variable }) else { return true }
      guard let first = side.firstIndex(where: { !isGap($0) }),
        let last = side.lastIndex(where: { !isGap($0) }),
        let value = shown.constant(first..<(last + 1)), let literal
      else { return false }
      return literal.agrees(with: value)
    }
  }

  private func isGap(_ glyph: ShownText.Glyph) -> Bool {
    glyph.isSpace || glyph.scalar == ShownText.cell || glyph.scalar == "\n"
  }

  /// `aligned` rows that go on with `&= 8`: one chain of equalities, whose sides come to the number or are names.
  func continuesRows(_ glyphs: Range<Int>) -> Bool {
    let areEqual = shown.glyphs[glyphs].allSatisfy {
      !$0.isRelation || "=≈≃≅≐≡".unicodeScalars.contains($0.scalar)
    }
    let rows = shown.glyphs[glyphs].split { $0.scalar == "\n" }
      .filter { row in row.contains { !isGap($0) } }
    let goOn = rows.dropFirst().allSatisfy { row in row.first { !isGap($0) }?.isRelation == true }
    return areEqual && goOn && rows.count > 1 && sidesAgree(in: glyphs)
  }

  /// Glyphs from right to left, without the brackets among them that are closed.
  private func withoutBrackets(_ glyphs: some Sequence<ShownText.Glyph>) -> [ShownText.Glyph] {
    var depth = 0
    return glyphs.filter { glyph in
      if glyph.isClosing, !glyph.isQuote { depth += 1 }
      let isInside = depth > 0
      if glyph.isOpening, !glyph.isQuote, depth > 0 { depth -= 1 }
      return !isInside
    }
  }

  private func endsClause(_ glyph: ShownText.Glyph) -> Bool {
    glyph.scalar == ShownText.wideSpace || ",;.!?\n".unicodeScalars.contains(glyph.scalar)
  }
}
