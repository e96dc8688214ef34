// What a sign is bound to. A relation or an operator has two sides, and the nearest things beside it are these: a
// name, a number, or the number that is claimed, with its unit. Comments, brackets and currencies do not part a
// sign from its side.

import Claims
import Diagnostics

extension ShownText {
  /// Words that begin a clause: what stands before them is no name for a relation behind them.
  private static let joiners: Set<String> = [
    "and", "or", "but", "so", "if", "for", "when", "where", "while", "with", "as", "that", "than",
    "is", "are", "was", "were", "because", "since", "whenever", "unless", "then", "hence", "thus",
    "in", "at", "on", "of", "i", "e", "by", "over", "from", "to", "have", "has", "we",
    // German and French.
    "und", "oder", "aber", "wenn", "falls", "für", "wo", "während", "mit", "als", "dass", "ist",
    "sind", "weil",
    "da", "also", "bei", "auf", "von", "durch", "über", "aus", "zu", "haben", "hat", "wir", "et",
    "ou", "mais", "si",
    "pour", "quand", "où", "avec", "comme", "que", "est", "sont", "car", "donc", "dans", "à", "sur",
    "de", "par",
  ]

  /// Words that stand between two numbers of one sentence, in English, German and French.
  static let conjunctions: Set<String> = ["and", "or", "und", "oder", "et", "ou"]

  /// Whether the left side of the relation at `relation` is the number that ends at `end`: nothing but units and
  /// words stands between that could be a name of its own.
  func binds(_ relation: Int, toNumberEndingAt end: Int) -> Bool {
    var index = relation
    var words: [String] = []
    var hasName = false
    var hasLetters = false
    var depth = 0
    while index > end {
      index -= 1
      let glyph = glyphs[index]
      // In a formula of its own a relation has its own side.
      if let formula = glyphs[relation].formula, formula != glyphs[end - 1].formula,
        glyph.formula == formula,
        glyph.isNumeric || glyph.face == .variable || glyph.scalar == Self.opaque
      {
        return false
      }
      // A remark in brackets is no side: `8✓ (SD 3) < 5`.
      if let open = remark(endingAt: index), open >= end {
        index = open
        continue
      }
      if glyph.isClosing, !glyph.isQuote { depth += 1 }
      if glyph.isOpening, !glyph.isQuote { depth -= 1 }
      if depth < 0 || isBoundary(index) { return !hasLetters }
      // A number that nobody claims is the nearer one; not so a margin, `8✓ ± 3✓`.
      if isNumber(at: index) {
        guard glyphs[..<index].last(where: { !$0.isSpace })?.scalar == "±" else { return false }
        continue
      }
      hasLetters = hasLetters || glyph.isLetter || glyph.scalar == Self.opaque
      if glyph.formula != nil {
        if glyph.face == .variable || glyph.scalar == Self.opaque { hasName = true }
      } else if glyph.isLetter {
        let last = index
        while index > end, glyphs[index - 1].isWordPart { index -= 1 }
        let word = text(index..<(last + 1))
        // `8✓ values are > 3`: each of them is.
        if ["are", "were"].contains(word.lowercased()) { return false }
        if Self.joiners.contains(word.lowercased()) { return words.isEmpty && !hasName }
        words.append(word)
      }
    }
    // `8 runs p < 0.05`: a name of one letter behind words that are no units.
    let isNamed = words.first?.unicodeScalars.count == 1 && words.contains { $0.count > 3 }
    return !hasName && !isNamed
  }

  /// Whether a number begins here, which is no exponent.
  private func isNumber(at index: Int) -> Bool {
    self[index]?.scalar.isDigit == true && !isCitation(index)
      && self[index - 1].map { $0.isSpace || $0.isOpening || $0.isCurrency || $0.isSign } == true
  }

  /// `[1]`
  func isCitation(_ index: Int) -> Bool {
    let behind = glyphs[index...].first {
      !$0.scalar.isDigit && !$0.isSpace && $0.scalar != ","
    }
    return self[index - 1]?.isOpening == true && behind?.isClosing == true
  }

  /// What ends a clause on the left of a relation.
  func isBoundary(_ index: Int) -> Bool {
    let glyph = glyphs[index]
    if glyph.scalar == "!", glyph.formula != nil { return false }
    if ",;:!?—–".unicodeScalars.contains(glyph.scalar) { return true }
    return glyph.scalar == "." && self[index + 1]?.isLetter != true
  }

  /// What stands between a number and the relation that it is the left side of, without spaces and brackets.
  func unit(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: outside(range).filter {
        !$0.isSpace && !$0.isOpening && !$0.isClosing
      }.map(\.scalar))
    return text
  }
}

extension ShownText {
  /// Glyphs without those in remarks.
  private func outside(_ range: Range<Int>) -> [Glyph] {
    range.filter { !isRemarked($0, before: range.upperBound) }.map { glyphs[$0] }
  }
}

extension NumberSurroundings {
  /// `8✓ people < 10`, `8✓ m² > 10 m²`, `8✓: < 5`: a relation further behind whose left side is the number. Its
  /// right side is a number with a claim, where both are compared, or nobody compares them.
  func checkRelationBehind() throws(UnclearNumber) {
    var index = max(number.upperBound, shown.comment)
    while let glyph = shown[index], !glyph.isRelation || glyph.isCode {
      if glyph.scalar == ShownText.cell { return }
      if glyph.scalar != ";", endsSentence(index), !isRelationNext(behind: index) { return }
      index = shown.endOfRemark(from: index) ?? index + 1
    }
    try checkGroup(before: index)
    let isElsewhere =
      shown.claims.contains {
        $0 > shown.comment && $0 <= index && !shown.isRemarked($0, before: index)
      } || shown.isRemarked(number.lowerBound, before: index)
    guard shown[index] != nil, !isElsewhere,
      shown.binds(index, toNumberEndingAt: number.upperBound)
    else { return }
    // What stands directly behind has been judged.
    let hasRemark = (number.upperBound..<index).contains { shown.remark(endingAt: $0) != nil }
    if shown.unit(number.upperBound..<index).isEmpty, !hasRemark { return }
    var next = index + 1
    while let glyph = shown[next], glyph.isSpace || glyph.isOpening || glyph.isCurrency {
      next += 1
    }
    if shown.beginsClaim(next, orUnit: true) || hasRemark && isSo(shown.glyphs[index], next) {
      return
    }
    throw unclear(
      "\(shown.glyphs[index].name) stands behind it, with a unit or words between; write the relation before "
        + "the number, claim the number behind it too, or begin a new sentence")
  }

  func isRelationNext(behind index: Int) -> Bool {
    shown.glyphs[(index + 1)...].first { !$0.isSpace }?.isRelation ?? false
  }

  /// A sign behind the number that has nothing on its left but the number: `(in %)`, `, × y`, `and > 10`.
  func checkUnboundSigns() throws(UnclearNumber) {
    var index = number.upperBound
    while let glyph = shown[index], index <= shown.comment || !shown.claims.contains(index) {
      if glyph.scalar == ShownText.cell { return }
      if glyph.formula == nil, endsSentence(index), index > number.upperBound { return }
      let isPercent = Self.isPercent(glyph.scalar)
      let isFactor = "×·⋅^".unicodeScalars.contains(glyph.scalar)
      let isRightSide = isPartOfSide(index)
      let isInRemark = formula != nil && glyph.formula == formula && glyph.isRelation
      if isPercent || isFactor || isInRemark || isRightSide, !glyph.isCode,
        isRightSide || !hasLeftSide(index)
      {
        throw unclear(
          "\(glyph.name) stands behind it, with words between, and belongs to no other number; write the "
            + "value as one number, or a unit without a sign")
      }
      if isPowerOfTen(index) {
        throw unclear("a power of ten stands behind it; write them together, as 5×10³")
      }
      index += 1
    }
  }

  /// `n = 5✓ folds × 8 settings`: an operator with a number behind it, which is a part of what the number's relation says.
  private func isPartOfSide(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    guard glyph.formula == nil, glyph.isOperator || "+−-".unicodeScalars.contains(glyph.scalar),
      (try? before(number.lowerBound))?.sign != nil,
      let next = shown.glyphs[(index + 1)...].firstIndex(where: { !$0.isSpace }),
      shown.glyphs[next].scalar.isDigit
    else { return false }
    // `5 32-bit`, `2020-21`
    if "-/".unicodeScalars.contains(glyph.scalar), shown[index - 1]?.isSpace != true {
      return false
    }
    let between = shown.glyphs[number.upperBound..<index]
    return between.allSatisfy { $0.isSpace || $0.isLetter || $0.isCurrency }
      && between.contains { !$0.isSpace }
  }

  /// Whether a number or a name stands directly before a sign that is further behind.
  private func hasLeftSide(_ index: Int) -> Bool {
    guard let last = shown.glyphs[number.upperBound..<index].lastIndex(where: { !$0.isSpace })
    else {
      return true
    }
    let glyph = shown.glyphs[last]
    if Self.isPercent(shown.glyphs[index].scalar) { return glyph.scalar.isDigit }
    if glyph.isPlainLetter {
      var start = last
      while start > number.upperBound, shown.glyphs[start - 1].isPlainLetter { start -= 1 }
      // A word of a formula is no name; in a sentence `many × many` may be.
      let word = self.word(from: start).lowercased()
      return glyph.formula == nil
        && !["all", "about", "and", "or", "times", "in", "of", "as"].contains(word)
    }
    return glyph.isWordPart || glyph.isNumeric || glyph.isClosing || glyph.isCurrency
      || glyph.scalar == ShownText.opaque || "°!%′".unicodeScalars.contains(glyph.scalar)
  }

  /// `(in 10³)`: a power of ten in brackets, with no factor before it.
  private func isPowerOfTen(_ index: Int) -> Bool {
    guard shown[index]?.scalar == "1", shown[index + 1]?.scalar == "0",
      let raised = shown[index + 2],
      raised.isNumeric && !raised.scalar.isDigit && raised.scalar != ShownText.index
        || raised.scalar == "^",
      shown[index - 1]?.isNumeric != true
    else { return false }
    let between = shown.glyphs[number.upperBound..<index]
    guard let open = between.lastIndex(where: \.isOpening) else { return false }
    return !between[open...].contains {
      $0.isNumeric || $0.isRelation || $0.isClosing && !$0.isQuote || $0.face == .variable
    }
      && !between[..<open].contains { $0.isLetter && $0.formula == nil }
  }
}
