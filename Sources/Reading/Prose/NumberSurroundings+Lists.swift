// Lists of numbers behind one relation: `x ≠ 3, 4 and 5`, `8 > 4, 9`. It is said of each of them, and only the first is
// compared.

import Diagnostics

extension NumberSurroundings {
  func checkList(before lead: Lead) throws(UnclearNumber) {
    guard lead.sign == nil, formula == nil else { return }
    var items = 1
    var first = number.lowerBound
    var hasWord = false
    while let previous = item(before: first, &hasWord) {
      first = previous
      items += 1
    }
    guard items > 1, let sign = relation(endingBefore: first) else { return }
    // `When x > 0, 5 are left` is a sentence that begins behind its comma; a list ends with itself.
    let behind = shown.glyphs[number.upperBound...].first { !$0.isSpace }
    let isEnd = behind.map { ".;:)!?\n".unicodeScalars.contains($0.scalar) } ?? true
    guard hasWord ? items > 2 || sign == "≠" : isEnd else { return }
    throw unclear(
      "‘\(sign)’ stands before the first number of its list and would be said of each; write it before each, or say "
        + "it in another sentence")
  }

  /// Where the number begins that a comma or “and” joins to the one at `start`.
  private func item(before start: Int, _ hasWord: inout Bool) -> Int? {
    var end = start
    func skipSpace() { while let glyph = shown[end - 1], glyph.isSpace { end -= 1 } }
    skipSpace()
    guard end < start else { return nil }
    var isJoined = false
    for word in ShownText.conjunctions.sorted()
    where end > word.count && shown.text((end - word.count)..<end) == word
      && shown[end - word.count - 1]?.isSpace == true
    {
      end -= word.count
      isJoined = true
      hasWord = true
      break
    }
    skipSpace()
    if shown[end - 1]?.scalar == "," {
      end -= 1
      isJoined = true
      skipSpace()
    }
    // A formula is a sentence of its own.
    guard isJoined, let last = shown[end - 1], last.scalar.isDigit, last.formula == nil else {
      return nil
    }
    var first = end
    while let glyph = shown[first - 1],
      glyph.scalar.isDigit
        || ".,".unicodeScalars.contains(glyph.scalar) && shown[first]?.scalar.isDigit == true
    { first -= 1 }
    if let sign = shown[first - 1], "-−".unicodeScalars.contains(sign.scalar) { first -= 1 }
    return first
  }

  /// An order, or ≠, right before a list; `x = 3, 4 and 5` names three values.
  private func relation(endingBefore start: Int) -> String? {
    var end = start
    while let glyph = shown[end - 1], glyph.isSpace { end -= 1 }
    var first = end
    while let glyph = shown[first - 1], glyph.isRelation { first -= 1 }
    return Self.relations[shown.text(first..<end)]?.rawValue
  }
}
