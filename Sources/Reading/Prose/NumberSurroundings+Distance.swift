// Signs that stand before words, and behind the words a number: `− circa 5`, `p < the 0.05 level`. A sign has
// something on its right that it is about, a name or another number; where only words stand there it is about
// the number behind them, and nobody compares that.

import Claims
import Diagnostics

extension NumberSurroundings {
  func checkDistantSigns(before lead: Lead) throws(UnclearNumber) {
    var index = lead.start
    while index > shown.start {
      index -= 1
      if endsSentence(index) { return }
      guard isDistantSign(index), !hasOperand(behind: index, before: lead.start) else { continue }
      throw unclear(
        "\(shown.glyphs[index].name) stands before it, with words between; write a sign directly before its "
          + "number, as in < 5, -5 or 2 × 5, and claim the whole")
    }
  }

  private func isDistantSign(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    let before = shown[index - 1]
    let next = shown[index + 1]
    if glyph.isRelation || glyph.scalar == "¬" { return true }
    if glyph.scalar == "!" {
      // `!(p == 5)`
      return glyph.formula == nil && next.map { $0.isOpening || $0.isLetter } == true
        && before.map { $0.isSpace || $0.isOpening } ?? true
    }
    guard glyph.isSign || glyph.isOperator else { return false }
    guard glyph.formula == nil else { return true }
    // `well-known`, `and/or`, `a — b`, `C++`, `5× faster`.
    let joinsWords = !"^√∛∜×÷".unicodeScalars.contains(glyph.scalar)
    if joinsWords, before?.isLetter == true, next?.isLetter == true { return false }
    let isBehindWord = before.map { $0.isLetter || $0.scalar == glyph.scalar } ?? false
    if isBehindWord, "+-*‐‑".unicodeScalars.contains(glyph.scalar) { return false }
    if glyph.scalar == "×", before?.isNumeric == true { return false }
    return !isDashOfPause(index)
  }

  /// `a — b`, `a – b`, `a—b`.
  private func isDashOfPause(_ index: Int) -> Bool {
    guard "–—".unicodeScalars.contains(shown.glyphs[index].scalar) else { return false }
    let before = shown.glyphs[..<index].last { !$0.isSpace }
    let isEven = shown[index - 1]?.isSpace == shown[index + 1]?.isSpace
    return isEven && before.map { !$0.isOpening } ?? false
  }

  /// Whether what a sign is about stands behind it: a number, a formula, a name of one letter.
  private func hasOperand(behind index: Int, before end: Int) -> Bool {
    guard !"¬!".unicodeScalars.contains(shown.glyphs[index].scalar) else { return false }
    let behind = shown.glyphs[(index + 1)..<end].firstIndex {
      !$0.isSpace && !$0.isOpening && !$0.isClosing && !$0.isCurrency && !$0.isRelation
        && !$0.isSign
        && !",".unicodeScalars.contains($0.scalar)
    }
    guard let behind else { return false }
    let glyph = shown.glyphs[behind]
    if glyph.isNumeric || glyph.scalar == ShownText.opaque { return true }
    if glyph.formula != nil { return !glyph.isPlainLetter && !glyph.isRelation }
    guard glyph.isLetter else { return false }
    let word = word(from: behind)
    let isName = word.unicodeScalars.count == 1 && word != "a"
    return isName || shown[behind - 1]?.isOpening == true && shown[index - 1]?.isWordPart == true
  }

  /// Whether a sentence or a remark ends here; an abbreviation does not end one.
  func endsSentence(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    if glyph.scalar == "\n" { return true }
    guard ".;:!?".unicodeScalars.contains(glyph.scalar),
      shown[index + 1].map({ $0.isSpace || $0.isClosing }) ?? true
    else { return false }
    guard glyph.scalar == "." else {
      return glyph.scalar != "!" || shown[index - 1]?.isSpace != true
    }
    guard let next = shown.glyphs[(index + 1)...].firstIndex(where: { !$0.isSpace }) else {
      return true
    }
    let first = shown.glyphs[next]
    // `approx. 5`, `ca. EUR 5`
    let word = word(from: next)
    let isCode = word.unicodeScalars.count > 1 && word == word.uppercased()
    return !(first.isNumeric || first.isCurrency || first.scalar.properties.isLowercase || isCode)
  }
}

extension ShownText.Glyph {
  /// What joins two operands, or stands before one.
  var isOperator: Bool { "×÷·⋅∗*∘∙/⁄∕√∛∜^".unicodeScalars.contains(scalar) }
}
