// Words behind a number that make another number of it, and digits before it that a comma joins to it.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// `5 million`, `5 per cent`, `5 e3`, `5 x 10³`: the word from `start` on makes another number of
  /// it.
  func checkNumberWord(from start: Int, orPlural: Bool = false) throws(UnclearNumber) {
    let word = word(from: start)
    let end = start + word.unicodeScalars.count
    var next = end
    while let glyph = shown[next], glyph.isSpace { next += 1 }
    let small = word.lowercased()
    let isPerCent = small == "per" && ["cent", "mille", "mil"].contains(self.word(from: next))
    let isHalf =
      small == "and" && self.word(from: next) == "a"
      && ["half", "third", "quarter"].contains(self.word(from: next + 2))
    let isBound =
      small == "or"
      && ["more", "less", "fewer", "greater", "higher", "lower"].contains(self.word(from: next))
      || small == "at" && ["most", "least"].contains(self.word(from: next))
    if isBound {
      throw unclear(
        "‘\(word) \(self.word(from: next))’ behind it makes it a bound; write ≥ 5 or ≤ 5")
    }
    let isPlural =
      orPlural && small.last == "s" && Self.numberWords.contains(String(small.dropLast()))
    let isHangul = shown[start].map { "십백천만억조".unicodeScalars.contains($0.scalar) } ?? false
    // A difference of two shares is counted in points.
    let isPoints =
      ["percentage", "percent"].contains(small) && self.word(from: next).hasPrefix("point")
    if isPoints { return }
    if Self.numberWords.contains(small) || word == "M" || isPerCent || isHalf || isPlural
      || isHangul
    {
      throw unclear(
        "‘\(word)’ behind it makes another number of it; write all of its digits, as 5,000,000 "
          + "or 5%, or a power of ten, as 1.5 × 10⁶")
    }
    let isTimesTen =
      small == "x" && shown[next]?.scalar == "1" && shown[next + 1]?.scalar == "0"
      || small.hasPrefix("x10")
    var digit = start + 1
    if let sign = shown[digit], sign.isSign || sign.scalar == "⁻" { digit += 1 }
    let isExponent = small.hasPrefix("e") && shown[digit]?.isNumeric == true
    if isTimesTen || isExponent {
      throw unclear("‘\(word)’ behind it is a power of ten; write it together, as 1.5×10³")
    }
  }

  /// What is in the plural, `12.1 thousands`, is a unit in which something is counted.
  private static let numberWords: Set<String> = [
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "score", "percent",
    "percentage", "permille", "lakh", "crore", "mn", "bn", "tn", "mio", "mrd", "halves", "thirds",
    "quarters", "fifths", "tenths", "hundredths", "thousandths", "squared", "cubed", "factorial",
    "ppm", "ppb", "point",
  ]

  func word(from start: Int) -> String {
    var word = String.UnicodeScalarView()
    var end = start
    while let glyph = shown[end], glyph.isWordPart {
      word.append(glyph.scalar)
      end += 1
    }
    return String(word)
  }

  /// `€/1000`, `km/10³`, `m·10³`, `, 000`: digits that a sign joins to the number's unit, or a comma to its digits.
  func checkUnitFactor() throws(UnclearNumber) {
    var index = number.upperBound
    let own = shown[number.lowerBound]?.formula
    while let glyph = shown[index], glyph.formula == own || glyph.face != .variable,
      glyph.isSpace || glyph.isLetter || glyph.isCurrency || glyph.scalar == "°"
    {
      index += 1
    }
    guard let sign = shown[index], index > number.upperBound || sign.scalar == "," else { return }
    if "/·⁄∕".unicodeScalars.contains(sign.scalar), shown[index + 1]?.isNumeric == true {
      throw isBehind(sign)
    }
    let group = shown.glyphs[(index + 1)...].drop { $0.isSpace }.prefix { $0.scalar.isDigit }
    if sign.scalar == ",", group.count == 3, group.first?.scalar == "0" { throw isBehind(sign) }
  }
  /// `(×10³)`, `(%)`, `"million"`, `(in thousands)`: brackets do not keep a scale from its number.
  func checkScaleInBrackets(from start: Int) throws(UnclearNumber) {
    guard shown[start]?.isOpening == true else { return }
    var index = start
    while let glyph = shown[index], glyph.isOpening || glyph.isSpace { index += 1 }
    if shown[index]?.isRelation == true, try isSo(index) == true { return }
    if let first = shown[index],
      first.isOperator || first.isRelation || Self.isPercent(first.scalar)
    {
      throw isBehind(first)
    }
    while let glyph = shown[index], !glyph.isClosing, !endsSentence(index) {
      // `(1.2 million)` has a number of its own.
      if glyph.scalar.isDigit { return }
      if glyph.isLetter {
        try checkNumberWord(from: index, orPlural: true)
        if isTimesNumber(index) { throw isPart }
        index += word(from: index).unicodeScalars.count
      } else {
        index += 1
      }
    }
  }

  /// `(all times −1)`
  private func isTimesNumber(_ start: Int) -> Bool {
    guard word(from: start) == "times" else { return false }
    return shown.glyphs[(start + 5)...].first { !$0.isSpace }.map { $0.isSign || $0.isNumeric }
      ?? false
  }

  static func isPercent(_ scalar: Unicode.Scalar) -> Bool {
    "%‰‱％﹪٪".unicodeScalars.contains(scalar)
  }

  /// `5–6%`, `5 to 6 million`: what stands behind the second number is a part of the first, too.
  func checkSharedScale() throws(UnclearNumber) {
    var index = max(number.upperBound, shown.comment)
    var isJoined = false
    while !shown.isInPercent(number), let next = indexOfNext(behind: index, &isJoined),
      let end = shown.endOfNumber(at: next)
    {
      // `0.5 or 50%` says the same twice.
      if end.isInPercent, isSame(next..<end.index) { return }
      if isJoined, end.isInPercent {
        throw unclear("‘%’ behind the next number may be this one's, too; write it behind both")
      }
      index = end.index
      guard isJoined else { continue }
      while let glyph = shown[index], glyph.isSpace { index += 1 }
      if shown[index].map({ Self.isPercent($0.scalar) }) == true {
        throw isBehind(shown.glyphs[index])
      }
      return try checkNumberWord(from: index)
    }
  }

  private func isSame(_ other: Range<Int>) -> Bool {
    guard let one = NumberLiteral(shown.text(number), in: shown.reading),
      let two = NumberLiteral(shown.text(other), in: shown.reading)
    else { return false }
    return one.value == two.value
  }

  /// Where the next number of a list or of a range begins, and whether a dash or a word joins it to the one before.
  private func indexOfNext(behind start: Int, _ isJoined: inout Bool) -> Int? {
    var index = start
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    let hasComma = shown[index]?.scalar == ","
    if hasComma { index += 1 }
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    let word = word(from: index)
    // `1,234,567, or 1.2 million` says the same once more.
    if hasComma, start <= max(number.upperBound, shown.comment),
      ShownText.conjunctions.contains(word)
    {
      return nil
    }
    if shown[index]?.isSign == true {
      isJoined = true
      index += 1
    } else if ["to", "through", "until", "vs", "versus", "up", "bis", "à"].contains(word)
      || ShownText.conjunctions.contains(word)
    {
      isJoined = true
      index += word.unicodeScalars.count
      if word == "vs", shown[index]?.scalar == "." { index += 1 }
      if word == "up", self.word(from: index + 1) == "to" { index += 3 }
    } else if shown[index]?.scalar == "…" {
      isJoined = true
      index += 1
    } else if !hasComma {
      return nil
    }
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    return index
  }

  // MARK: - Lists

  /// `3,5` in a formula, which TeX sets with a narrow space.
  func decimalComma(endingAt end: Int) -> UnclearNumber {
    var start = end - 1
    while let glyph = shown[start - 1],
      glyph.scalar.isDigit || glyph.isSpace
        || glyph.scalar == ","
    {
      start -= 1
    }
    let parts = String(
      String.UnicodeScalarView(shown.glyphs[start..<number.upperBound].map(\.scalar))
    ).filter { !$0.isWhitespace }.split(separator: ",")
    if parts.dropFirst().allSatisfy({ $0.count == 3 }) {
      return unclear("‘,’ stands before it; write a number as \(parts.joined(separator: "{,}"))")
    }
    if shown.notation.decimal == .comma, parts.count == 2 {
      return unclear(
        "TeX puts a space behind its ‘,’: write \(parts.joined(separator: "{,}")), or a list as 3,\\, 5"
      )
    }
    return unclear(
      "‘,’ stands before it, as in a decimal fraction; write 3.5, or a list as 3,\\, 5")
  }
}
