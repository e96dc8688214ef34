// Words beside a number that make it another claim, or another number. A number that is about
// something is not refused for words: only those do that stand directly beside it, and a `not`.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// `minus 5`, `−EUR 5`, but not the hyphen of `well-known 5`.
  func checkWord(endingAt end: Int, isCode: Bool = false) throws(UnclearNumber) {
    var start = end
    while let glyph = shown[start - 1], glyph.isLetter || glyph.scalar == "." { start -= 1 }
    var word = ""
    word.unicodeScalars.append(contentsOf: shown.glyphs[start..<end].map(\.scalar))
    let isSigned =
      shown[start - 1]?.isSign == true && (isCode || shown[start - 2]?.isLetter != true)
    let isMinus = ["minus", "negative"].contains(word.lowercased())
    if isSigned || isMinus
      || shown[end - 1].map({ "负負".unicodeScalars.contains($0.scalar) }) == true
    {
      throw unclear("‘\(word)’ before it, or a sign before that, makes it negative; write -0.5")
    }
  }

  /// `less than 5`, `not 5`, `half of 5`: what is said to be 5 there is nothing that was computed.
  func checkMeaning(ofWordsBefore end: Int) throws(UnclearNumber) {
    let all = words(before: end)
    // `not exactly 5`, `less than or equal to 5`.
    let words = all.drop(while: Self.fillers.contains)
    let last = words.first ?? ""
    let phrase = words.prefix(2).reversed().joined(separator: " ")
    let word = all.first ?? ""
    // `none is more than 5` says of the largest that it is 5.
    let isComparison =
      last == "than" && !words.dropFirst().prefix(3).contains(where: Self.isDenial)
      || ["at most", "at least"].contains(phrase)
      || Self.boundWords.contains(word) && !(word == "over" && isSpan(all))
    if isComparison {
      throw unclear("‘\(last)’ before it makes it a bound; write < 5 or > 5, ≤ 5 or ≥ 5")
    }
    if ["minus", "negative"].contains(last) {
      throw unclear("‘\(last)’ before it makes it negative; write -0.5")
    }
    // `zero or two, but not 1.42` says that it would have to be 1.42.
    let isOther = ["differs from", "differ from", "different from"].contains(phrase)
    if Self.isDenial(last) || isOther || last == "unlike", phrase != "but not" {
      throw unclear("‘\(last)’ before it denies it; write ≠ 5")
    }
    let isPartOfSum =
      ["plus", "times", "twice", "thrice", "double", "triple", "half"].contains(word)
      || ["twice", "thrice", "double", "triple"].contains(last)
      || word == "of" && all.count > 1 && Self.partWords.contains(all[1])
    if isPartOfSum {
      throw unclear("‘\(word)’ before it makes another number of it; write the value itself")
    }
  }

  /// `averaged over 8 runs`, `3% over 8 years`: the span of something, and no bound.
  private func isSpan(_ words: [String]) -> Bool {
    if words.count == 1 {
      // What stands before the word is a number of its own.
      let before = shown.glyphs[..<number.lowerBound].reversed().drop { $0.isSpace || $0.isLetter }
      return before.first?.scalar == "%"
    }
    return words[1].hasSuffix("ed")
      || ["average", "averages", "mean", "sum", "total", "sums"].contains(words[1])
  }

  /// `is not > 5`.
  func checkNegation(before end: Int) throws(UnclearNumber) {
    if let last = words(before: end).first, Self.isDenial(last) {
      throw unclear("‘\(last)’ stands before its relation; write the relation that holds")
    }
  }

  private static let fillers: Set<String> = [
    "about", "around", "exactly", "precisely", "approximately", "roughly", "nearly", "almost",
    "just", "equal", "to", "or", "the", "a", "an", "some", "quite", "even", "be",
  ]

  /// `x = 5 \text{ for } y < 2` is about x, and so may be `x = 5, y = 2`.
  func checkCondition(_ lead: Lead) throws(UnclearNumber) {
    guard let formula else { return }
    let start = shown.glyphs.firstIndex { $0.formula == formula } ?? 0
    if continuesRows(start..<number.lowerBound) { return }
    let before = shown.glyphs[start..<number.lowerBound]
    guard let first = before.firstIndex(where: { $0.scalar.isDigit }) else { return }
    var depth = before[..<first].reduce(0) { $0 + ($1.isOpening ? 1 : $1.isClosing ? -1 : 0) }
    for index in before[first...].indices {
      let glyph = shown.glyphs[index]
      depth += glyph.isOpening ? 1 : glyph.isClosing ? -1 : 0
      // `F(1, 8) = 5`
      if depth > 0,
        lead.sign.map({ index < $0.lowerBound && isClosed(index, before: $0.lowerBound) }) == true
      {
        continue
      }
      let isSeparator =
        [ShownText.wideSpace, "\n"].contains(glyph.scalar)
        || ",;.:".unicodeScalars.contains(glyph.scalar) && shown[index + 1]?.scalar.isDigit != true
      let isCondition =
        glyph.isPlainLetter && shown[index - 1]?.isSpace == true
        && ["for", "if", "when", "whenever", "where", "with", "unless"].contains(word(from: index))
      if isCondition || isSeparator && lead.sign.map({ index < $0.lowerBound }) == true {
        throw unclear(
          "its formula says something of another number before it, and it may be a condition of that; "
            + "put each into a formula of its own, with its comment")
      }
    }
  }

  /// Whether the bracket around a glyph is closed before `end`.
  private func isClosed(_ index: Int, before end: Int) -> Bool {
    var depth = 1
    for glyph in shown.glyphs[(index + 1)..<end] {
      depth += glyph.isOpening ? 1 : glyph.isClosing ? -1 : 0
      if depth == 0 { return true }
    }
    return false
  }

  private static let boundWords: Set<String> = [
    "under", "over", "exceeds", "exceeding", "surpasses", "surpassing", "beyond", "tops", "beats",
  ]

  private static let partWords: Set<String> = [
    "half", "third", "quarter", "tenth", "root", "square", "cube", "logarithm", "log",
    "reciprocal", "inverse", "multiple",
  ]

  static func isDenial(_ word: String) -> Bool {
    ["not", "no", "none", "never", "nothing", "nobody", "neither", "nor", "cannot", "without"]
      .contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
  }

  /// The words of the clause in front of `end`, the nearest first, in small letters.
  private func words(before end: Int) -> [String] {
    var words: [String] = []
    var index = end
    while words.count < 20 {
      while let glyph = shown[index - 1], glyph.isSpace { index -= 1 }
      var word = String.UnicodeScalarView()
      while let glyph = shown[index - 1],
        glyph.isWordPart || "'’".unicodeScalars.contains(glyph.scalar)
      {
        word.insert(glyph.scalar, at: word.startIndex)
        index -= 1
      }
      if word.isEmpty { break }
      words.append(String(word).lowercased())
    }
    return words
  }
}
