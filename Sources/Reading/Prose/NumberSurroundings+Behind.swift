// What stands behind a number, up to the comment and behind it: for a reader it follows the number
// directly.

import Claims
import Diagnostics

extension NumberSurroundings {
  func behind() throws(UnclearNumber) {
    var index = number.upperBound
    // `.2` of 1.5.2, `,5` of 1,5, `:30` of 12:30.
    if let joint = shown[index], ".,'’‘·:٫٬_".unicodeScalars.contains(joint.scalar),
      let next = shown[index + 1],
      next.isWordPart || next.isNumeric || next.isSign || next.isUnseen
        || next.scalar == ShownText.opaque
        || next.formula != nil && !next.isClosing && (next.formula != formula || !next.isSpace)
    {
      throw isBehind(joint)
    }
    while let glyph = shown[index], glyph.isClosing { index += 1 }
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
      || Self.isPercent(next.scalar) || next.scalar == "^" || next.scalar == "!" && isTouching
    {
      throw isBehind(next)
    } else if next.isWordPart {
      try checkNumberWord(from: index)
      try checkLetters(from: index, isTouching)
    } else if next.isOpening {
      let isRemark = spaces.contains { $0.scalar == ShownText.wideSpace }
      if isFormula && !isRemark || isTouching { throw isPart }
    } else if formula == nil, isPause(index, isTouching) || isTouching && isFactor(index) {
      return
    } else if next.isRelation {
      try checkRelation(behind: index)
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
    return next.scalar.isDigit || next.isLetter && next.face == .plain
  }

  /// `(×10³)`, `(%)`, `"million"`, `(in thousands)`: brackets do not keep a scale from its number.
  private func checkScaleInBrackets(from start: Int) throws(UnclearNumber) {
    guard shown[start]?.isOpening == true else { return }
    var index = start
    while let glyph = shown[index], glyph.isOpening || glyph.isSpace { index += 1 }
    if let first = shown[index],
      first.isOperator || first.isRelation || Self.isPercent(first.scalar)
    {
      throw isBehind(first)
    }
    while let glyph = shown[index], !glyph.isClosing, !endsSentence(index) {
      if glyph.isLetter {
        try checkNumberWord(from: index, orPlural: true)
        index += word(from: index).unicodeScalars.count
      } else {
        index += 1
      }
    }
  }

  static func isPercent(_ scalar: Unicode.Scalar) -> Bool {
    "%‰‱％﹪٪".unicodeScalars.contains(scalar)
  }

  /// `5–6%`, `5 to 6 million`: what stands behind the second number is a part of the first, too.
  func checkSharedScale() throws(UnclearNumber) {
    var index = max(number.upperBound, shown.comment)
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    if let dash = shown[index], dash.isSign {
      index += 1
    } else if ["to", "and"].contains(word(from: index)) {
      index += word(from: index).unicodeScalars.count
    } else {
      return
    }
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    guard !shown.isInPercent(number), let end = shown.endOfNumber(at: index) else { return }
    if end.isInPercent {
      throw unclear("‘%’ behind the next number may be this one's, too; write it behind both")
    }
    index = end.index
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    if shown[index].map({ Self.isPercent($0.scalar) }) == true {
      throw isBehind(shown.glyphs[index])
    }
    try checkNumberWord(from: index)
  }

  /// Digits behind it, with nothing but space between.
  private func checkGroup(
    behind spaces: ArraySlice<ShownText.Glyph>, digitsFrom start: Int
  ) throws(UnclearNumber) {
    var end = start
    while let glyph = shown[end], glyph.scalar.isDigit { end += 1 }
    let next = shown[end]
    let isPlain = spaces.allSatisfy { " \n".unicodeScalars.contains($0.scalar) }
    let isGroup =
      end - start == 3 && number.count <= 3 && next?.isWordPart != true
      && spaces.allSatisfy { $0.scalar == " " }
    if !isPlain || isGroup || next.map({ "/⁄".unicodeScalars.contains($0.scalar) }) == true {
      throw unclear("digits stand behind it, with a space between; write 12,345 or a narrow space")
    }
  }

  /// `5 — so`, `5 – so`: a dash between words, with a space at each side.
  private func isPause(_ index: Int, _ isTouching: Bool) -> Bool {
    guard let dash = shown[index], "–—".unicodeScalars.contains(dash.scalar), !isTouching
    else { return false }
    let next = shown.glyphs[(index + 1)...].first { !$0.isSpace }
    return shown[index + 1]?.isSpace == true && next?.isLetter == true && next?.face == .plain
  }

  /// `5× faster`.
  private func isFactor(_ index: Int) -> Bool {
    guard shown[index]?.scalar == "×" else { return false }
    guard let next = shown[index + 1] else { return true }
    guard next.isSpace else { return next.isPunctuation }
    let word = shown.glyphs[(index + 1)...].first { !$0.isSpace }
    return word.map { $0.isLetter && $0.face == .plain } ?? true
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
      || ["e", "i", "k", "x", "y", "z", "pi"].contains(word)
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

  /// `5 times 10^5`, `5 divided by 2`, but not `5 times as many`.
  private func isTimes(_ start: Int) -> Bool {
    let word = word(from: start)
    guard ["times", "plus", "minus", "divided", "over"].contains(word) else { return false }
    let behind = shown.glyphs[(start + word.unicodeScalars.count)...].first { !$0.isSpace }
    return !["times", "over"].contains(word) || behind?.isNumeric == true
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
    ].contains(word(from: index))
  }

  private func isBehind(_ glyph: ShownText.Glyph) -> UnclearNumber {
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
