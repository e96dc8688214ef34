// What stands directly before a number: its relation, a sign of its own, or nothing that changes it.

import Claims
import Diagnostics

extension NumberSurroundings {
  func before(_ index: Int) throws(UnclearNumber) -> Lead {
    var end = index
    var isTouching = true
    var hasBracket = false
    var hasCurrency = false
    // Brackets, quotation marks and currencies do not keep a sign from its number.
    while let glyph = shown[end - 1] {
      if glyph.isSpace {
        isTouching = false
      } else if glyph.isOpening || glyph.isCurrency {
        if glyph.isCurrency { hasCurrency = true } else { hasBracket = true }
        isTouching = true
      } else {
        break
      }
      end -= 1
    }
    // Behind a word its marks are a part of it, as in Hindi.
    let lead = Lead(start: end)
    if !isTouching, isMarkOfWord(end - 1) { return lead }
    guard let last = shown[end - 1] else { return lead }
    let isFormula = formula != nil && last.formula == formula
    // The spaces of a formula may have no width.
    let isApart = shown.glyphs[end..<index].contains { $0.isSpace && $0.formula == nil }
    let isBehindDigit = shown[end - 2]?.scalar.isDigit ?? false
    if last.isUnseen || last.scalar == ShownText.opaque { throw isBefore(last) }
    if "•・".unicodeScalars.contains(last.scalar), isOperand(before: end - 1) {
      throw isBefore(last)
    }
    try checkAngles(end..<index)
    if shown.joinsClaims(end - 1) || shown.joinsClaims(wordEndingAt: end) { return lead }
    if last.isSign {
      let isRange = last.scalar == "–" && isTouching && isBehindDigit
      let beforeDash = shown.glyphs[..<(end - 1)].last { !$0.isSpace }
      let isSpacedRange =
        last.scalar == "–" && isApart && !isTouching && shown[end - 2]?.isSpace == true
        && beforeDash?.scalar.isDigit == true
      // Nobody writes a minus as long as that.
      let isPause =
        last.scalar == "—" && isApart && !isTouching
        && beforeDash.map {
          $0.isWordPart || $0.isClosing || ".,;:!?%".unicodeScalars.contains($0.scalar)
        }
          ?? true
      if !isFormula, isRange || isSpacedRange || isPause || isParenthesis(end - 1) { return lead }
      throw isBefore(last)
    }
    if let lead = try self.lead(endingAt: end) { return lead }
    if last.isNumeric {
      if isFormula || isTouching || !last.scalar.isDigit { throw isPart }
      if !hasBracket, !hasCurrency { try checkGroup(from: end, to: index) }
    } else if last.isWordPart {
      if last.face == .variable || last.face == .upright { throw isPart }
      // As in `US$5`.
      let letters = shown.glyphs[..<end].reversed().prefix { $0.isLetter }
      let isCode = letters.count <= 3 && letters.allSatisfy(\.scalar.properties.isUppercase)
      if isTouching, last.isLetter, !hasCurrency || hasBracket || !isCode { throw isPart }
      if !isTouching, !hasBracket, isFactorName(endingAt: end) { throw isPart }
      try checkWord(endingAt: end, isCode: hasCurrency)
      try checkMeaning(ofWordsBefore: end)
    } else if last.isClosing || last.scalar == "%" {
      // `(−) 5` is one of the ways to write -5.
      if isFormula || isTouching || shown[end - 2]?.isSign == true { throw isPart }
    } else if !(isFormula ? ",;" : ",;:.!?…¡¿§¶#№&•・—").unicodeScalars.contains(last.scalar) {
      throw isBefore(last)
    } else if isFormula, last.scalar == ",", isListSpace(from: end, to: index) {
      throw decimalComma(endingAt: end)
    } else if isFormula ? isTouching : !isApart {
      // `,5` is a fraction in many languages, `.5` in ours.
      let joined =
        shown[end - 2].map { $0.isClosing || $0.isLetter && $0.scalar != ShownText.index } ?? false
      if !joined || ".…".unicodeScalars.contains(last.scalar) { throw isBefore(last) }
    } else if last.scalar == "." {
      try checkWord(endingAt: end)
    }
    return lead
  }

  /// Whether between `1,` and `5` of a formula is only the narrow space that TeX puts there by
  /// itself, and no decimal point in front that would make it a list.
  private func isListSpace(from end: Int, to index: Int) -> Bool {
    let digits = shown.glyphs[..<(end - 1)].reversed().prefix { $0.scalar.isDigit }
    return shown.glyphs[end..<index].elementsEqual(["\u{2009}"], by: { $0.scalar == $1 })
      && !digits.isEmpty && shown[end - 2 - digits.count]?.scalar != "."
  }

  /// Whether a mark stands on a letter, perhaps above other marks.
  func isMarkOfWord(_ index: Int) -> Bool {
    guard let mark = shown[index], mark.isMark else { return false }
    var base = index
    while shown[base]?.isMark == true { base -= 1 }
    return shown[base]?.isLetter ?? false
  }

  /// `p ‹ 0.05`: a bracket that looks like a relation, and is closed by none.
  private func checkAngles(_ range: Range<Int>) throws(UnclearNumber) {
    for glyph in shown.glyphs[range] {
      let pairs: [Unicode.Scalar: Unicode.Scalar] = ["‹": "›", "⟨": "⟩", "«": "»"]
      guard let close = pairs[glyph.scalar] else { continue }
      let isClosed = shown.glyphs[number.upperBound...].contains { $0.scalar == close }
      if !isClosed { throw isBefore(glyph) }
    }
  }

  /// `2 π 5`, `10 e 5`, `n 5`: a small letter by itself, or any behind a number, multiplies.
  private func isFactorName(endingAt end: Int) -> Bool {
    guard let letter = shown[end - 1], letter.formula == nil else { return false }
    // Letters that look like relations.
    if "ᐸᐳ".unicodeScalars.contains(letter.scalar) { return true }
    guard letter.scalar.properties.isCased else { return false }
    var start = end - 1
    while let glyph = shown[start - 1], glyph.isWordPart { start -= 1 }
    // `Oslo’s 5`
    if let mark = shown[start - 1], "'’".unicodeScalars.contains(mark.scalar) { return false }
    let isBehindNumber =
      shown.glyphs[shown.since(start)].last { !$0.isSpace }?.scalar.isDigit == true
    if start < end - 1 {
      // `2x 5`, `10E 5`
      return start == end - 2 && shown[start]?.scalar.isDigit == true || digits(start..<(end - 1))
    }
    return isBehindNumber || letter.scalar.properties.isLowercase && letter.scalar != "a"
  }

  private func digits(_ range: Range<Int>) -> Bool {
    shown.glyphs[range].allSatisfy(\.scalar.isDigit)
  }

  private func isOperand(before index: Int) -> Bool {
    shown.glyphs[shown.since(index)].last { !$0.isSpace }.map {
      $0.isWordPart && $0.scalar != "\n"
    } ?? false
  }

  /// `the value – 0.5 – is`, `the value—0.5—is`, `the value -- 0.5 -- is`: a pair of dashes, each with a word beside it.
  private func isParenthesis(_ dash: Int) -> Bool {
    guard let sign = shown[dash], "-–—".unicodeScalars.contains(sign.scalar) else { return false }
    var start = dash
    while shown[start - 1]?.scalar == sign.scalar { start -= 1 }
    let length = dash + 1 - start
    guard length == (sign.scalar == "-" ? 2 : 1), isWord(endingAt: start) else { return false }
    let isSpaced = shown[dash + 1]?.isSpace == true
    guard isSpaced == (shown[start - 1]?.isSpace == true), isSpaced || sign.scalar == "—" else {
      return false
    }
    var index = number.upperBound
    while let glyph = shown[index], glyph.scalar != sign.scalar {
      guard glyph.isLetter || glyph.isSpace || "%°".unicodeScalars.contains(glyph.scalar) else {
        return false
      }
      index += 1
    }
    guard shown[index] != nil else { return false }
    let next = index + length
    return (shown[index - 1]?.isSpace == true) == isSpaced && shown[next - 1]?.scalar == sign.scalar
      && (shown[next]?.isSpace == true) == isSpaced && isWord(from: isSpaced ? next + 1 : next)
  }

  /// Whether a word of more than one letter ends before `end`, perhaps with a space behind it.
  private func isWord(endingAt end: Int) -> Bool {
    let last = shown[end - 1]?.isSpace == true ? end - 2 : end - 1
    return shown[last]?.isPlainLetter == true && shown[last - 1]?.isPlainLetter == true
  }

  /// Whether a word of more than one letter, and no number, begins here.
  func isWord(from start: Int) -> Bool {
    guard let first = shown[start], first.isPlainLetter else { return false }
    let word = word(from: start)
    return word.unicodeScalars.count > 1 && word != "pi" || ["a", "I"].contains(word)
  }
}
