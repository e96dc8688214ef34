// What stands behind a number, up to the comment and behind it: for a reader it follows the number
// directly.

import Claims
import Diagnostics

extension NumberSurroundings {
  func behind() throws(UnclearNumber) {
    var index = number.upperBound
    try checkUnitFactor()
    // `.2` of 1.5.2, `,5` of 1,5, `:30` of 12:30.
    if let joint = shown[index], ".,'’‘·:٫٬_".unicodeScalars.contains(joint.scalar),
      let next = shown[index + 1],
      next.isWordPart || next.isNumeric || next.isSign || next.isUnseen
        || next.scalar == ShownText.opaque
        || next.formula != nil && !next.isClosing && (next.formula != formula || !next.isSpace)
    {
      throw isBehind(joint)
    }
    let close = index
    while let glyph = shown[index], glyph.isClosing { index += 1 }
    // `8✓ (SD = 3✓) < 5`: what stands behind the brackets is about what stands before them.
    let isRemark = shown.isRemarked(number.lowerBound, before: index) && index > close
    let spaces = shown.glyphs[index...].prefix { $0.isSpace }
    let isTouching = spaces.isEmpty
    index = spaces.endIndex
    guard let next = shown[index] else { return }
    let isFormula = formula != nil && next.formula == formula
    if next.scalar == ShownText.footnote, index >= shown.comment { return }
    try checkScaleInBrackets(from: index)
    if next.scalar.isDigit {
      if isTouching || next.formula != nil { throw isBehind(next) }
      try checkGroup(behind: spaces, digitsFrom: index)
    } else if next.isUnseen || next.isNumeric || next.scalar == ShownText.opaque
      || Self.isPercent(next.scalar) || next.scalar == "^"
      || next.scalar == "!" && isTouching && !isExclamation(index)
    {
      throw isBehind(next)
    } else if next.isWordPart {
      try checkNumberWord(from: index)
      try checkLetters(from: index, isTouching)
    } else if next.isOpening {
      let isApart = spaces.contains { $0.scalar == ShownText.wideSpace }
      if isFormula && !isApart || isTouching { throw isPart }
    } else if formula == nil, isPause(index, isTouching) || isTouching && isFactor(index) {
      return
    } else if shown.joinsClaims(index) {
      return
    } else if next.isRelation {
      if !isRemark { try checkRelation(behind: index) }
    } else if formula == nil, isRange(index, isTouching) {
      try checkNumberWord(from: index + 1)
    } else if !next.isPunctuation || isFormula && "′″".unicodeScalars.contains(next.scalar) {
      throw isBehind(next)
    }
  }

  /// `5–6`, `5-year`: what joins another number or a word.
  private func isRange(_ index: Int, _ isTouching: Bool) -> Bool {
    guard isTouching, let dash = shown[index], "–-‐‑—".unicodeScalars.contains(dash.scalar),
      let next = shown[index + 1]
    else { return false }
    return next.scalar.isDigit || isWord(from: index + 1)
  }

  /// `It is 5✓!`: behind the tick, at the end of a sentence, it is no factorial.
  private func isExclamation(_ index: Int) -> Bool {
    guard index >= shown.comment, number.upperBound == shown.comment, formula == nil else {
      return false
    }
    let rest = shown.glyphs[(index + 1)...].drop { $0.isSpace || $0.isClosing }
    return rest.isEmpty
      || shown[index + 1]?.isSpace == true && rest.first?.scalar.properties.isUppercase == true
  }

  /// Digits behind it, with nothing but space between.
  private func checkGroup(
    behind spaces: ArraySlice<ShownText.Glyph>, digitsFrom start: Int
  ) throws(UnclearNumber) {
    var end = start
    while let glyph = shown[end], glyph.scalar.isDigit { end += 1 }
    // `8✓ 32-bit words`
    let isCompound =
      shown[end].map { "-‐‑".unicodeScalars.contains($0.scalar) } == true && isWord(from: end + 1)
    let isPlain = spaces.allSatisfy { " \n".unicodeScalars.contains($0.scalar) }
    if !isPlain || !isCompound {
      throw unclear(
        "digits stand behind it, with a space between; write 12,345 or a narrow space, or words between the two"
      )
    }
  }

  /// `5 — so`, `5 – so`: a dash between words, with a space at each side.
  private func isPause(_ index: Int, _ isTouching: Bool) -> Bool {
    guard let dash = shown[index], "-–—".unicodeScalars.contains(dash.scalar) else { return false }
    let isPair = dash.scalar == "-" && shown[index + 1]?.scalar == "-"
    let behind = index + (isPair ? 2 : 1)
    // `the value—0.5—is`
    if isTouching { return dash.scalar == "—" && isWord(from: behind) }
    guard shown[behind]?.isSpace == true,
      let next = shown.glyphs[behind...].firstIndex(where: { !$0.isSpace })
    else { return false }
    return isWord(from: next)
  }

  /// `5× faster`.
  private func isFactor(_ index: Int) -> Bool {
    guard shown[index]?.scalar == "×" else { return false }
    guard let next = shown[index + 1] else { return true }
    let behind = shown.glyphs[(index + 1)...].firstIndex { !$0.isSpace && !$0.isPunctuation }
    guard next.isSpace || next.isPunctuation else { return false }
    return behind.map { isWord(from: $0) } ?? true
  }

  /// Letters behind a number: a unit or a factor.
  private func checkLetters(from start: Int, _ isTouching: Bool) throws(UnclearNumber) {
    let word = word(from: start)
    guard let first = shown[start] else { return }
    let length = word.unicodeScalars.count
    if word.hasPrefix("μ") || word.hasPrefix("µ"), length > 1 { return }
    let isGreek = ("α"..."ω").contains(first.scalar) || ("Α"..."Ψ").contains(first.scalar)
    let isFactor =
      first.face == .variable || isGreek && length == 1
      || Self.factors.contains(word) && shown[start + length]?.scalar != "-"
        && !["p.a", "p.m", "i.e", "e.g"].contains(
          shown.text(start..<min(start + 3, shown.glyphs.count)))
      || isFunction(from: start, word)
      || first.face == .upright && !first.scalar.isASCII
        && !"ΩÅ".unicodeScalars.contains(first.scalar)
    if isTouching, word == "x", first.formula == nil {
      throw unclear("‘x’ stands right behind it; write 5× or 5 times")
    }
    if isFactor || isTimes(start) { throw isPart }
    if isTouching, ["st", "nd", "rd", "th"].contains(word) {
      throw unclear("an ordinal is the place of something and no value; claim a number")
    }
    if isTouching, first.formula == nil, first.scalar.properties.isCased {
      throw unclear("‘\(word)’ stands right behind it; put a space between a number and its unit")
    }
  }

  /// Letters that are no units.
  private static let factors: Set<String> = [
    "b", "e", "f", "i", "j", "k", "n", "o", "p", "q", "r", "u", "v", "w", "x", "X", "y", "z",
    "pi",
  ]

  /// `5✓ ln 2`, `5✓ f(x)`, `$5$✓ $\\det A$`, but not `5✓ run(s)`.
  private func isFunction(from start: Int, _ word: String) -> Bool {
    let end = start + word.unicodeScalars.count
    if ["ln", "log", "lg", "exp", "sin", "cos", "tan", "sqrt", "det", "argmax", "argmin"].contains(
      word)
      || shown[end]?.scalar == "\u{2061}"
    {
      return true
    }
    return shown[end]?.scalar == "(" && !["s", "es"].contains(self.word(from: end + 1))
  }

  /// `5 times 10^5`, `5 divided by 2`, but not `5 times as many`.
  private func isTimes(_ start: Int) -> Bool {
    let word = word(from: start)
    if shown.joinsClaims(wordEndingAt: start + word.unicodeScalars.count) { return false }
    guard ["times", "plus", "minus", "divided", "over"].contains(word) else { return false }
    let behind = shown.glyphs[(start + word.unicodeScalars.count)...].first { !$0.isSpace }
    if word == "over" {
      // `3% over 8 years` is no fraction.
      guard let digit = shown.glyphs[(start + 4)...].firstIndex(where: { !$0.isSpace }),
        let end = shown.endOfNumber(at: digit)
      else { return false }
      return shown.glyphs[end.index...].first { !$0.isSpace }?.isPlainLetter != true
    }
    return word != "times" || behind?.isNumeric == true
  }

  /// What stands between the number and the comment: units and words, but no more of a formula.
  func upToTheComment() throws(UnclearNumber) {
    if let last = shown.glyphs[number.upperBound..<max(number.upperBound, shown.comment)].last(
      where: {
        !$0.isSpace
      }), last.isRelation
    {
      throw unclear("\(last.name) stands between it and the comment; put the comment behind it")
    }
    var isSideEnded = false
    var isRemarked = false
    for index in number.upperBound..<max(number.upperBound, shown.comment) {
      let glyph = shown.glyphs[index]
      if isRemark(index) { isRemarked = true }
      let isEquality = "=≈≃≅≡∼".unicodeScalars.contains(glyph.scalar)
      let isRelation = glyph.isRelation && !isEquality
      let isScript =
        shown[index - 1].map {
          $0.isWordPart || $0.isClosing || $0.isNumeric
        } ?? false
      if glyph.isUnseen && !isMarkOfWord(index) || glyph.scalar == ShownText.opaque
        || glyph.scalar == ShownText.footnote
        || "±@".unicodeScalars.contains(glyph.scalar)
        || isEquality && glyph.formula != nil && glyph.formula != formula
        || (isRelation || glyph.isNumeric && (glyph.scalar.isDigit || !isScript))
          && !(isRemarked && glyph.formula == formula)
      {
        throw unclear("\(glyph.name) stands between it and the comment; put the comment behind it")
      }
      guard let formula, glyph.formula == formula, !isSideEnded, !isRemarked else { continue }
      if isEquality || ",;".unicodeScalars.contains(glyph.scalar) {
        isSideEnded = true
      } else if glyph.face == .variable && glyph.scalar != "μ"
        || glyph.face != .plain && "+−-×*^(![{".unicodeScalars.contains(glyph.scalar)
          && glyph.scalar != ShownText.index
      {
        throw isPart
      }
    }
  }

  /// Whether a remark about the formula begins: `\quad (y > 0)`, `\text{ for all } y`.
  private func isRemark(_ index: Int) -> Bool {
    guard let formula, let glyph = shown[index], glyph.formula == formula else { return false }
    if glyph.scalar == ShownText.wideSpace {
      let next = shown.glyphs[index...].first { !$0.isSpace }
      return next.map { $0.formula == formula && ($0.isOpening || $0.isPlainLetter) } ?? false
    }
    guard glyph.isPlainLetter, shown[index - 1]?.isSpace == true else { return false }
    return [
      "for", "if", "when", "whenever", "where", "with", "as", "and", "or", "unless", "since", "so",
      "für", "wenn", "falls", "mit", "und", "oder", "pour", "si", "quand", "avec", "et", "ou",
    ].contains(word(from: index))
  }

  func isBehind(_ glyph: ShownText.Glyph) -> UnclearNumber {
    switch glyph.scalar {
    case ShownText.opaque:
      unclear(
        "\(glyph.name) stands behind it, such as a tag of HTML; write **5** for bold, or a word between the two"
      )
    case "±": unclear("‘±’ stands behind it; say the margin in a sentence of its own")
    default: unclear("\(glyph.name) stands behind it; write the value as one number")
    }
  }
}
