// A bound behind a claim that nobody claims, `p = 0.031✓ < 0.05`: a reader sees both numbers, so what is written
// decides. Nothing else may stand on either side, or it would be about another number than the one that is compared.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// Whether the bound behind `sign`, whose number begins at `next`, surely holds.
  func isSo(_ sign: ShownText.Glyph, _ next: Int) -> Bool {
    guard number.upperBound == shown.comment, let end = shown.endOfNumber(at: next), let literal,
      let other = NumberLiteral(shown.text(next..<end.index), in: shown.reading),
      ["<", ">", "≤", "≥"].contains(sign.scalar), sign.formula == nil || isAlone(next..<end.index),
      endsBound(end.index),
      let relation = shown.glyphs[..<next].lastIndex(where: \.isRelation)
    else { return false }
    if let sum = shown.claimedSum(before: relation) {
      return Self.isSure("\(sign.scalar)", sum, margin: 0, other)
    }
    // `0.05` may be 0.0504, which is not at most 0.05.
    return !isPutTogether(before: number.lowerBound)
      && Self.isSure("\(sign.scalar)", literal.amount, margin: literal.margin, other)
  }

  private static func isSure(
    _ sign: String, _ value: Double, margin: Double, _ bound: NumberLiteral
  ) -> Bool {
    let ends = [value - margin, value + margin]
    switch sign {
    case "<": return ends.allSatisfy { $0 < bound.amount }
    case "≤": return ends.allSatisfy { $0 <= bound.amount }
    case ">": return ends.allSatisfy { $0 > bound.amount }
    default: return ends.allSatisfy { $0 >= bound.amount }
    }
  }

  /// Whether a formula holds the sign before these glyphs and nothing else: `$< 0.05$`.
  private func isAlone(_ glyphs: Range<Int>) -> Bool {
    let formula = shown.glyphs[glyphs.lowerBound].formula
    let outside = shown.glyphs.indices.filter {
      shown.glyphs[$0].formula == formula && !glyphs.contains($0) && !shown.glyphs[$0].isSpace
    }
    return outside.count == 1 && shown.glyphs[outside[0]].isRelation
  }

  /// Whether a clause ends behind the bound, or words go on that cannot change it: no unit, no scale, no other number.
  private func endsBound(_ end: Int) -> Bool {
    func next(from index: Int) -> Int? {
      shown.glyphs[index...].firstIndex { !$0.isSpace }
    }
    guard let first = next(from: end) else { return true }
    let glyph = shown.glyphs[first]
    if glyph.scalar == "\n" || ".;)?".unicodeScalars.contains(glyph.scalar) { return true }
    var start = first
    if ",:".unicodeScalars.contains(glyph.scalar) {
      guard let behind = next(from: first + 1) else { return true }
      start = behind
    } else if first == end || !Self.harmless.contains(word(from: first)) {
      return false
    }
    guard shown.glyphs[start].isPlainLetter else { return false }
    guard let behind = next(from: start + word(from: start).unicodeScalars.count) else {
      return true
    }
    return shown.glyphs[behind].isPlainLetter && behind > start
      || ".,;)?".unicodeScalars.contains(shown.glyphs[behind].scalar)
  }

  private static let harmless: Set<String> = [
    "in", "for", "at", "on", "so", "but", "which", "as", "when", "where", "with", "by", "since",
    "because", "that", "is", "was", "here", "we", "holds", "again", "too", "after", "before", "if",
    "while", "and",
  ]

  /// Whether the number that begins at `start` is one of several that words or signs put together: `8✓ of 40✓`,
  /// `3✓–40✓`, `8✓ and 3✓`, `8✓ batches of 5✓`.
  func isPutTogether(before start: Int) -> Bool {
    var index = start
    var (words, hasJoiner, hasComma) = (0, false, false)
    while let glyph = shown[index - 1] {
      if glyph.isSpace || glyph.isCurrency || Self.isPercent(glyph.scalar) {
        index -= 1
      } else if glyph.scalar.isDigit {
        let isList = hasComma && words == 0 && !isBehindRelation(index)
        return hasJoiner || isList
      } else if glyph.scalar == "," {
        hasComma = true
        index -= 1
      } else if "–—-−→/÷×·⋅*+±∓".unicodeScalars.contains(glyph.scalar)
        || glyph.scalar == ":" && shown[index - 2]?.isSpace == true
      {
        hasJoiner = true
        index -= 1
      } else if glyph.isPlainLetter {
        let end = index
        while let letter = shown[index - 1], letter.isPlainLetter { index -= 1 }
        if Self.joiners.contains(shown.text(index..<end)) { hasJoiner = true } else { words += 1 }
        if words > 2 { return false }
      } else {
        return false
      }
    }
    return false
  }

  private static let joiners: Set<String> = [
    "of", "out", "at", "in", "by", "per", "to", "mod", "choose", "and", "or", "plus", "minus",
    "times", "over", "from", "through", "divided", "vs", "versus",
  ]

  /// Whether a relation stands before the number that ends at `end`: `n = 40, 8✓ < 9✓`.
  private func isBehindRelation(_ end: Int) -> Bool {
    let start = shown.startOfNumber(endingAt: end)
    return shown.glyphs[..<start].last { !$0.isSpace }?.isRelation == true
  }

  /// `(8✓ − 5✓) > 4`: brackets that are no remark, for nothing stands before them that they could be one on.
  func checkGroup(before relation: Int) throws(UnclearNumber) {
    guard
      let close = shown.glyphs[..<min(relation, shown.glyphs.count)].lastIndex(where: {
        !$0.isSpace
      }),
      let open = shown.remark(endingAt: close), (open...close).contains(number.lowerBound),
      isPutTogether(before: number.lowerBound)
    else { return }
    let owner = shown.glyphs[..<open].last { !$0.isSpace }
    guard owner.map({ $0.isRelation || ".;:!?\n".unicodeScalars.contains($0.scalar) }) ?? true
    else {
      return
    }
    throw unclear(
      "several numbers stand in the brackets before \(shown[relation]?.name ?? "a sign"), and only one would be compared; "
        + "compare each by itself")
  }

  /// `(3✓, 5✓) = (8✓, 40✓)`, `[3✓, 5✓] = 5✓`: only the last parts would be compared.
  func checkTuple(before relation: Int) throws(UnclearNumber) {
    guard let close = shown.glyphs[..<relation].lastIndex(where: { !$0.isSpace }),
      ")]}".unicodeScalars.contains(shown.glyphs[close].scalar)
    else { return }
    var depth = 0
    let open = shown.glyphs[...close].indices.reversed().first { index in
      if ")]}".unicodeScalars.contains(shown.glyphs[index].scalar) { depth += 1 }
      if "([{".unicodeScalars.contains(shown.glyphs[index].scalar) { depth -= 1 }
      return depth == 0
    }
    guard let open, shown[open - 1]?.isWordPart != true,
      shown.claims.contains(where: { (open...close).contains($0) }),
      shown.glyphs[open...close].contains(where: { $0.scalar == "," }),
      // Behind a claim, brackets are a remark: `8✓ (p = 0.03✓, n = 5✓) < 9✓`.
      !shown.glyphs[..<open].suffix(2).contains(where: \.scalar.isDigit)
    else { return }
    throw unclear(
      "several numbers stand in the brackets before \(shown.glyphs[relation].name), and only one would be compared; "
        + "compare each by itself")
  }
}

extension ShownText {
  /// Where the digits begin that end before `end`.
  func startOfNumber(endingAt end: Int) -> Int {
    var start = end
    while let glyph = self[start - 1],
      glyph.isSpace && start == end || glyph.scalar.isDigit
        || ".,".unicodeScalars.contains(glyph.scalar) && self[start]?.scalar.isDigit == true
    { start -= 1 }
    return start
  }
}
