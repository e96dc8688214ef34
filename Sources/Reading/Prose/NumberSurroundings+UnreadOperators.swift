// Operators and scales behind a claim and its unit, which nobody computes.

import Claims
import Diagnostics

extension NumberSurroundings {
  private static let operatorWords: Set<String> = ["mod", "xor", "XOR", "div", "choose", "x"]

  /// An operator behind the claim that joins a number to it, which nobody computes.
  func isUnreadOperator(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    var end = index + 1
    if glyph.isLetter {
      guard shown[index - 1]?.isSpace == true, Self.operatorWords.contains(word(from: index)) else {
        return false
      }
      end = index + word(from: index).unicodeScalars.count
    } else {
      guard glyph.isOperator || glyph.isSign && glyph.scalar != "—", !isPauseOrHyphen(index) else {
        return false
      }
    }
    if let formula = glyph.formula,
      shown.glyphs.contains(where: { $0.formula == formula && $0.face == .variable })
    {
      return false
    }
    // What stands on the other side of a relation is told with it, or was judged.
    if shown.joinsClaims(index)
      || shown.glyphs[number.upperBound..<index].contains(where: \.isRelation)
    {
      return false
    }
    guard let next = shown.glyphs[end...].firstIndex(where: { !$0.isSpace && !$0.isCurrency }),
      shown.glyphs[next].isNumeric || "√(".unicodeScalars.contains(shown.glyphs[next].scalar),
      !shown.beginsClaim(next, orUnit: true)
    else { return false }
    // `40✓ m × 30 m`
    if glyph.scalar == "×", isOfSameUnit(next) { return false }
    let side = shown.side(leftOf: index)
    switch side.kind {
    case .name, .number, .words: return false
    // `a 3 × 3 kernel`
    case .claim: return side.claim == shown.comment && (side.isDirect || glyph.scalar != "×")
    // `(−40%)` is a number of its own.
    case .nothing: return !glyph.isSign
    }
  }

  /// `3–5`, `km/h`, `(−40%)`, `a – b`.
  private func isPauseOrHyphen(_ index: Int) -> Bool {
    let scalar = shown.glyphs[index].scalar
    let isSpacedBefore = shown[index - 1].map { $0.isSpace || $0.isOpening } ?? true
    let isSpacedBehind = shown[index + 1]?.isSpace ?? true
    if "-–‐‑−+±/*".unicodeScalars.contains(scalar), !isSpacedBehind, scalar != "±" { return true }
    if "‐‑".unicodeScalars.contains(scalar) { return true }
    return "-+/*".unicodeScalars.contains(scalar) && !isSpacedBefore
  }

  /// `8✓ users (thousands)`, `8✓ EUR (000s)`: brackets that hold a scale alone, behind the claim and its unit.
  func isScaleInBrackets(_ open: Int) -> Bool {
    guard "([".unicodeScalars.contains(shown.glyphs[open].scalar),
      let end = shown.endOfRemark(from: open)
    else {
      return false
    }
    let side = shown.side(leftOf: open)
    guard side.isDirect, side.claim == shown.comment, side.words < 3 else { return false }
    var words = shown.text((open + 1)..<(end - 1)).lowercased().split {
      $0.isWhitespace || "'’".contains($0)
    }
    if words.first == "in" { words.removeFirst() }
    words.removeAll {
      Units.isKnown(String($0)) || $0 == "eur" || $0.allSatisfy { $0.isCurrencySymbol }
    }
    if words.count == 1, words[0].hasPrefix("10"), words[0].count > 2,
      !words[0].allSatisfy(\.isASCII)
    {
      return true
    }
    return words.count == 1 && Self.scaleNames.contains(String(words[0]))
  }

  private static let scaleNames: Set<String> = [
    "thousand", "thousands", "million", "millions", "billion", "billions", "hundreds", "000",
    "000s", "k", "%", "percent",
    "dozens",
  ]

  /// Whether a number with the claimed one's unit begins here.
  private func isOfSameUnit(_ start: Int) -> Bool {
    guard let end = shown.endOfNumber(at: start)?.index, shown[end]?.isSpace == true else {
      return false
    }
    let own = shown.glyphs[number.upperBound...].firstIndex { !$0.isSpace }
    let unit = word(from: end + 1)
    return Units.isKnown(unit) && own.map { word(from: $0) } == unit
  }
}
