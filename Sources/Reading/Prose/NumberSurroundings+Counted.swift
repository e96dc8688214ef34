// What is counted is no name: `12 failed runs = 8` compares two numbers, of which nobody claims the first.

import Diagnostics

extension NumberSurroundings {
  /// `12 training examples < 10`, `12 runs = 8`: words between a number and an order, or a plural before an equality, are
  /// what is counted. Behind a preposition or a word with a capital the number is one of them: `in 2020 the error`, `Table 3`.
  func isCounted(_ relation: Int, _ side: Range<Int>) -> Bool {
    let sign = shown.text(relation..<(relation + 1))
    guard formula == nil,
      let last = shown.glyphs[shown.since(side.lowerBound)].lastIndex(where: {
        $0.scalar.isDigit || $0.isRelation || $0.formula != nil
      }), shown.glyphs[last].scalar.isDigit, shown.glyphs[last].formula == nil
    else { return false }
    if isShareOf(last + 1) { return true }
    guard shown.binds(relation, toNumberEndingAt: last + 1),
      ["<", ">", "≤", "≥"].contains(sign) || isPlural(side)
    else { return false }
    var start = last
    while start > shown.start, let glyph = shown[start - 1],
      glyph.scalar.isDigit || ".,".unicodeScalars.contains(glyph.scalar)
    { start -= 1 }
    guard let end = shown.glyphs[shown.since(start)].lastIndex(where: { !$0.isSpace }) else {
      return true
    }
    guard shown.glyphs[end].isWordPart else { return shown.glyphs[end].isOpening == false }
    var begin = end
    while begin > shown.start, shown.glyphs[begin - 1].isWordPart { begin -= 1 }
    let word = shown.text(begin..<(end + 1))
    let isArticle = ["the", "all", "these", "those", "our", "only"].contains(word.lowercased())
    return isArticle || word.first?.isLowercase == true && !Self.prepositions.contains(word)
  }

  /// `60% of all = 0.664`: a share of something is a number, and no name.
  private func isShareOf(_ start: Int) -> Bool {
    guard shown[start].map({ Self.isPercent($0.scalar) }) == true else { return false }
    let next = shown.glyphs[(start + 1)...].firstIndex { !$0.isSpace }
    return next.map { word(from: $0) == "of" } ?? false
  }

  /// `runs`, and not `loss`, `bias`, `axis`, `radius`, which are names of one thing.
  private func isPlural(_ side: Range<Int>) -> Bool {
    let name = shown.text(side)
    return name.count > 3 && name.hasSuffix("s") && name.allSatisfy(\.isLetter)
      && !["ss", "as", "is", "us"].contains { name.hasSuffix($0) }
  }

  static let prepositions: Set<String> = [
    "in", "at", "on", "of", "for", "after", "by", "from", "since", "until", "before", "with", "to",
    "over", "under", "figure", "table", "section", "step", "case", "model", "run", "group", "type",
    "level", "class", "week", "day", "year", "month", "example", "line", "page", "question",
  ]
}
