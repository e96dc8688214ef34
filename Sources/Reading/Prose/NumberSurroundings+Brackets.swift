// Brackets in a sentence: remarks, `8✓ (SD = 3✓)`, and those that a number stands in with others, `(5✓, 6)%`.

import Claims
import Diagnostics

extension ShownText {
  /// Where brackets of a sentence open that close here and are no part of a name, as those of `f(3)` are; nil elsewhere.
  func remark(endingAt close: Int) -> Int? {
    guard let last = self[close], ")]".unicodeScalars.contains(last.scalar), last.formula == nil
    else { return nil }
    var depth = 0
    for index in (0...close).reversed() {
      let glyph = glyphs[index]
      if ")]".unicodeScalars.contains(glyph.scalar) { depth += 1 }
      if "([".unicodeScalars.contains(glyph.scalar) { depth -= 1 }
      if depth == 0 { return self[index - 1]?.isWordPart == true ? nil : index }
    }
    return nil
  }

  /// The index behind a remark that begins here; nil where none does.
  func endOfRemark(from open: Int) -> Int? {
    guard let first = self[open], "([".unicodeScalars.contains(first.scalar), first.formula == nil,
      let close = glyphs[open...].indices.first(where: { remark(endingAt: $0) == open })
    else { return nil }
    return close + 1
  }

  /// Whether the place stands in a remark that is closed before `end`.
  func isRemarked(_ place: Int, before end: Int) -> Bool {
    (place..<max(place, end)).contains { index in
      remark(endingAt: index).map { $0 < place } ?? false
    }
  }
}

extension NumberSurroundings {
  /// `(5✓, 6)%`, `10³ × (6, 5✓)`: what stands at brackets that hold the number and others is about all of them.
  func checkBracketsAround() throws(UnclearNumber) {
    guard formula == nil else { return }
    var depth = 0
    var index = number.lowerBound
    while index > 0, let glyph = shown[index - 1], glyph.formula == nil, glyph.scalar != "\n" {
      index -= 1
      if ")]".unicodeScalars.contains(glyph.scalar) { depth += 1 }
      guard "([".unicodeScalars.contains(glyph.scalar) else { continue }
      if depth > 0 {
        depth -= 1
        continue
      }
      try checkSign(beforeBracket: index)
      try checkSign(behindBracket: index)
    }
  }

  private func checkSign(beforeBracket open: Int) throws(UnclearNumber) {
    guard let before = shown.glyphs[..<open].lastIndex(where: { !$0.isSpace }) else { return }
    let glyph = shown.glyphs[before]
    let isTouching = before == open - 1
    let isMinus =
      "−-+±".unicodeScalars.contains(glyph.scalar) && shown[before - 1]?.isLetter != true
    if isMinus || "×·⋅√^".unicodeScalars.contains(glyph.scalar)
      || isTouching && "*/".unicodeScalars.contains(glyph.scalar)
        && shown[before - 1]?.isLetter != true
    {
      throw unclear(
        "\(glyph.name) stands before the brackets that it is in; write the value as one number")
    }
  }

  private func checkSign(behindBracket open: Int) throws(UnclearNumber) {
    var depth = 0
    guard
      let close = shown.glyphs[open...].indices.first(where: { index in
        if "([".unicodeScalars.contains(shown.glyphs[index].scalar) { depth += 1 }
        if ")]".unicodeScalars.contains(shown.glyphs[index].scalar) { depth -= 1 }
        return depth == 0
      }), close >= number.upperBound,
      let next = shown.glyphs[(close + 1)...].first(where: { !$0.isSpace })
    else { return }
    if Self.isPercent(next.scalar) || "×·⋅^".unicodeScalars.contains(next.scalar)
      || next.isNumeric && !next.scalar.isDigit && next.scalar != ShownText.index
    {
      throw unclear(
        "\(next.name) stands behind the brackets that it is in; write the value as one number")
    }
  }
}
