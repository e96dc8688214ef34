// Whether the other side of the number's own relation is a name, or a number that nobody compared.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// Whether the number's own relation has on its other side a number that was compared with nothing.
  func isLeadUnread(_ sign: Int) -> Bool {
    let end = shown.glyphs[..<sign].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
    if end > shown.start, case let side = side(before: end), isFunction(side),
      !shown.constants(side).isEmpty
    {
      return true
    }
    if formula != nil, shown[sign]?.formula == formula { return isConstantOfLetters(before: sign) }
    // `1 − accuracy = 8.7%`, `2x = 5`: what an operator joins to a name is named by all of it.
    var place = sign
    var words = 0
    var isFirst = true
    while true {
      let side = shown.side(leftOf: place)
      if side.kind == .name || side.kind == .words { return false }
      if isFirst {
        words = side.words
        if words > 0, isOperand(endingBefore: place) { return false }
        if side.isDirect { return words == 0 }
      }
      if side.kind == .claim, side.number == nil { return true }
      guard let last = side.number else { return false }
      let start = shown.startOfNumber(endingAt: last + 1)
      guard let before = shown.glyphs[..<start].lastIndex(where: { !$0.isSpace && !$0.isCurrency }),
        shown.glyphs[before].isSign || shown.glyphs[before].isOperator
      else {
        // `in 2020 accuracy = 0.66✓`, `Table 3 loss = 0.1✓`
        return isFirst ? words == 0 || words == 1 && !isNumbered(last) : true
      }
      isFirst = false
      place = before
    }
  }

  /// Whether the word before a sign follows an operator with a space: `1 − accuracy`, but not `m/s`.
  private func isOperand(endingBefore sign: Int) -> Bool {
    guard let end = shown.glyphs[..<sign].lastIndex(where: { !$0.isSpace }),
      shown.glyphs[end].isLetter
    else {
      return false
    }
    var start = end
    while shown[start - 1]?.isWordPart == true { start -= 1 }
    guard shown[start - 1]?.isSpace == true,
      let before = shown.glyphs[..<start].last(where: { !$0.isSpace })
    else {
      return false
    }
    return before.isSign || before.isOperator
  }

  /// `e² = 7.4`, `π = 3.14`, `i² = −1`, `∑ i` from 1 to 3: letters that are numbers, or stand for each of some.
  private func isConstantOfLetters(before sign: Int) -> Bool {
    let side = side(before: sign)
    let glyphs = shown.glyphs[side].filter { !$0.isSpace && $0.scalar != "\u{2061}" }
    let letters = glyphs.filter { $0.isLetter && $0.scalar != ShownText.index }.map(\.scalar)
    if let first = glyphs.first, "∑∏∫".unicodeScalars.contains(first.scalar) {
      let bounds = glyphs.dropFirst().prefix { $0.isNumeric }
      return bounds.count > 1 && bounds.dropFirst().allSatisfy { $0.scalar != "ⁿ" }
        && !glyphs.dropFirst(1 + bounds.count).contains {
          $0.scalar == ShownText.index || $0.isOpening
        }
        && Set(letters).subtracting(["d"]).count < 2
    }
    guard !letters.isEmpty, letters.allSatisfy({ "eiπ".unicodeScalars.contains($0) }) else {
      return false
    }
    if glyphs.count == 1 { return letters == ["π"] }
    return glyphs.allSatisfy {
      $0.isLetter && $0.scalar != ShownText.index || $0.isNumeric && $0.scalar != ShownText.index
        || $0.isSign
        || $0.isOperator
    }
  }

  /// Whether the word before a number says that it counts or names: `after 3 epochs`, `Table 3`.
  private func isNumbered(_ last: Int) -> Bool {
    let start = shown.startOfNumber(endingAt: last + 1)
    guard let end = shown.glyphs[..<start].lastIndex(where: { !$0.isSpace }),
      shown.glyphs[end].isLetter
    else { return false }
    var begin = end
    while begin > 0, shown.glyphs[begin - 1].isWordPart { begin -= 1 }
    let word = shown.text(begin..<(end + 1))
    return word.first?.isUppercase == true || Self.prepositions.contains(word)
  }
}
