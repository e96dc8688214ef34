// Words that may make another claim of the number that they govern: `no longer 5`, `up to the 5`, `5 full millions`.
// A noun between the two takes the word for itself, as in `no errors in 5 files`. Words are not checked, so they forbid nothing; their author is warned, and offered no correction.

import Diagnostics

extension NumberSurroundings {
  /// The word that may change what is said of the number: one that governs it, with small words between at most;
  /// nil where there is none.
  func changingWord() -> String? {
    let lead = (try? before(number.lowerBound)) ?? Lead(start: number.lowerBound)
    if shown.joinsClaims(wordEndingAt: lead.start) { return nil }
    let before = words(inClauseBefore: lead.start)
    // `not 6 but 5`
    let denial = before.prefix(2).firstIndex(where: Self.isDenial)
    if let denial, before.first != "but", lead.sign == nil || !isInBrackets(lead) {
      return before[denial]
    }
    // What stands before a relation is what it is said of.
    if lead.sign == nil {
      for (index, word) in before.enumerated() {
        let pair = index + 1 < before.count ? "\(before[index + 1]) \(word)" : ""
        if Self.pairs.contains(pair) { return pair }
        if Self.isBound(word) { return word }
        let isOf = before[..<index].contains("of")
        if Self.operations.contains(word) && !endsPhrase(lead.start)
          || Self.parts.contains(word) && isOf
          || word == "point"
            && Self.digits.contains(index + 1 < before.count ? before[index + 1] : "")
        {
          return word
        }
        guard Self.joining.contains(word) || word == before.first && word.hasSuffix("ly") else {
          break
        }
      }
    }
    let behind = words(inClauseBehind: number.upperBound)
    return behind.enumerated().first { index, word in
      let isScale =
        Self.scales.contains(word) || word.count > 4 && word.hasSuffix("ths")
        || word == "below" && index + 1 < behind.count && behind[index + 1] == "zero"
      return isScale && behind[..<index].count { !Self.joining.contains($0) } < 2
    }?.element
  }

  /// `The share (%) is 66.4✓`, `24.9✓ percentage points`: whether a scale stands in its sentence, but not at the number.
  var hasScaleInSentence: Bool {
    let start = shown.glyphs[shown.since(number.lowerBound)].indices.last(where: endsSentence)
    let behind = words(inClauseBehind: number.upperBound).prefix(2)
    return shown.namesScale((start ?? shown.start)..<number.lowerBound)
      || behind.contains { ["points", "pp"].contains($0) }
  }

  /// `not rejected (p = 5)`
  private func isInBrackets(_ lead: Lead) -> Bool {
    shown.glyphs[shown.since(lead.start)].reversed().first { $0.isOpening || $0.isClosing }?
      .isOpening ?? false
  }

  private static func isBound(_ word: String) -> Bool {
    word.hasPrefix("exceed") || word.hasPrefix("surpass") || bounds.contains(word)
  }

  /// What `over` is has been judged before.
  private static let bounds: Set<String> = [
    "than", "below", "above", "under", "beyond", "upwards", "excess", "instead", "rather", "except",
    "unlike", "unequal",
  ]

  private static let pairs: Set<String> = [
    "up to", "at most", "at least", "the most", "the least", "far from", "a maximum", "a minimum",
    "differ from", "differs from", "different from", "anything but",
  ]

  private static let digits: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// Words that compute something of the number behind them, where nothing but small words stands between.
  private static let operations: Set<String> = [
    "sqrt", "log", "ln", "lg", "exp", "sin", "cos", "tan", "negative", "minus", "plus", "times",
    "twice", "thrice", "double", "triple", "divided", "multiplied", "hundred", "thousand",
    "million",
    "billion",
  ]

  /// Words that take a part of what follows behind `of`; `a tenth, 0.1` names the number.
  private static let parts: Set<String> = [
    "half", "third", "quarter", "fifth", "tenth", "hundredth", "thousandth", "root", "sine",
    "cosine",
    "tangent", "logarithm", "exponential", "reciprocal", "inverse", "square", "cube", "power",
    "factorial", "multiple", "negative",
  ]

  private static let joining: Set<String> = [
    "of", "the", "a", "an", "by", "about", "some", "per", "and", "eur", "usd", "us", "to", "only",
    "total", "exactly", "even", "just", "from", "most", "least", "full", "in", "maximum", "minimum",
  ]

  private static let scales: Set<String> = [
    "hundred", "thousand", "million", "billion", "trillion", "quadrillion", "percent", "pct",
    "halves",
    "thirds", "quarters", "half", "quarter", "power", "basis", "binary", "octal", "hexadecimal",
    "negative", "trn", "mm",
  ]

  private func words(inClauseBefore end: Int) -> [String] {
    var end = end
    while end > shown.start, shown.glyphs[end - 1].isSpace { end -= 1 }
    let isBehindComma = shown[end - 1].map { ",:".unicodeScalars.contains($0.scalar) } ?? false
    if isBehindComma { end -= 1 }
    var start = end
    // Behind another number a word is about that one.
    while start > shown.start, !endsClause(start - 1), !shown.glyphs[start - 1].scalar.isDigit {
      start -= 1
    }
    let words = Array(words(in: start..<end).reversed())
    // `at most, 5`, `not: 5`; of more than these another word may be said.
    let isPair = ["most", "least"].contains(words.first ?? "")
    return isBehindComma ? Array(words.prefix(isPair ? 2 : 1)) : words
  }

  private func words(inClauseBehind start: Int) -> [String] {
    var end = start
    while end < shown.glyphs.count, !endsClause(end), !shown.glyphs[end].scalar.isDigit,
      end <= shown.comment || !shown.claims.contains(end)
    {
      end += 1
    }
    return words(in: start..<end)
  }

  /// `Minus: −0.5`, `in the log, 0.5`
  private func endsPhrase(_ end: Int) -> Bool {
    shown.glyphs[shown.since(end)].last { !$0.isSpace }.map {
      ",:".unicodeScalars.contains($0.scalar)
    } ?? false
  }

  private func endsClause(_ index: Int) -> Bool {
    let isComma =
      ",:".unicodeScalars.contains(shown.glyphs[index].scalar) && shown[index + 1]?.isSpace ?? true
    return isComma || endsSentence(index) || shown.glyphs[index].scalar == "—"
  }

  /// The words of some glyphs, in small letters.
  private func words(in range: Range<Int>) -> [String] {
    shown.text(range).lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
  }
}

extension ShownText {
  /// Whether a sign or a word names a scale, and is no other number's.
  func namesScale(_ range: Range<Int>) -> Bool {
    let hasSign = range.contains { index in
      NumberSurroundings.isPercent(glyphs[index].scalar)
        && glyphs[..<index].last { !$0.isSpace }?.scalar.isDigit != true
        || glyphs[index].scalar == "×" && self[index + 1]?.scalar == "1"
    }
    let words = text(range).lowercased().split { !$0.isLetter }
    return hasSign
      || words.contains {
        ["percent", "thousand", "thousands", "million", "millions", "billion", "billions"].contains(
          $0)
      }
  }
}
