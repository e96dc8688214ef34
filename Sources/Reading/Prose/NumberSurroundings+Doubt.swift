// Words that may make another claim of a number, somewhere in its clause: `no longer 5`, `up to the 5`, `5 full
// millions`. Words are not checked, so they forbid nothing; their author is warned, and offered no correction.

import Diagnostics

extension NumberSurroundings {
  /// The first word of the number's clause that may change what is said of it; nil where there is none.
  func changingWord() -> String? {
    let lead = (try? before(number.lowerBound)) ?? Lead(start: number.lowerBound)
    let before = words(inClauseBefore: lead.start)
    for (index, word) in before.enumerated() {
      if Self.isDenial(word) { return word }
      // What stands before a relation is what it is said of.
      guard lead.sign == nil else { continue }
      let pair = index > 0 ? "\(word) \(before[index - 1])" : ""
      if Self.bounds.contains(where: word.hasPrefix) { return word }
      if Self.pairs.contains(pair) { return pair }
      let joining = before[..<index]
      if Self.operations.contains(word) && !endsPhrase(lead.start)
        || Self.parts.contains(word) && joining.contains("of"),
        joining.allSatisfy(Self.joining.contains)
      {
        return word
      }
    }
    let behind = words(inClauseBehind: number.upperBound)
    return behind.enumerated().first { index, word in
      (Self.scales.contains(word) || word.count > 4 && word.hasSuffix("ths"))
        && behind[..<index].count { !Self.joining.contains($0) && $0 != "to" } < 2
    }?.element
  }

  private static let bounds = [
    "than", "below", "above", "under", "over", "beyond", "within", "exceed", "surpass", "upwards",
    "excess", "instead", "rather", "except", "unlike", "unequal",
  ]

  private static let pairs: Set<String> = [
    "up to", "at most", "at least", "the most", "the least", "far from", "maximum of", "minimum of",
    "differ from", "differs from", "different from", "anything but",
  ]

  /// Words that compute something of the number behind them, where nothing but small words stands between.
  private static let operations: Set<String> = [
    "root", "sqrt", "log",
    "ln", "lg", "exp", "sin", "cos", "tan", "sine", "cosine", "tangent", "logarithm", "exponential",
    "reciprocal", "inverse", "square", "cube", "power", "factorial", "negative", "minus", "plus",
    "times", "twice", "thrice", "double", "triple", "divided", "multiplied", "multiple", "point",
    "hundred", "thousand", "million", "billion",
  ]

  /// Words that take a part of what follows behind `of`; `a tenth, 0.1` names the number.
  private static let parts: Set<String> = [
    "half", "third", "quarter", "fifth", "tenth", "hundredth", "thousandth",
  ]

  private static let joining: Set<String> = [
    "of", "the", "a", "an", "by", "about", "some", "in", "per", "and", "eur", "usd", "us",
  ]

  private static let scales: Set<String> = [
    "hundred", "thousand", "million", "billion", "trillion", "quadrillion", "percent", "pct",
    "halves",
    "thirds", "quarters", "half", "quarter", "power", "basis", "binary", "octal", "hexadecimal",
    "negative", "below", "trn", "mm",
  ]

  private func words(inClauseBefore end: Int) -> [String] {
    var end = end
    while end > shown.start, shown.glyphs[end - 1].isSpace { end -= 1 }
    let isBehindComma = shown[end - 1].map { ",:".unicodeScalars.contains($0.scalar) } ?? false
    if isBehindComma { end -= 1 }
    var start = end
    while start > shown.start, !endsClause(start - 1) { start -= 1 }
    let words = Array(words(in: start..<end).reversed())
    // `at most, 5`, `not: 5`; of more than these another word may be said.
    let isPair = ["most", "least"].contains(words.first ?? "")
    return isBehindComma ? Array(words.prefix(isPair ? 2 : 1)) : words
  }

  private func words(inClauseBehind start: Int) -> [String] {
    var end = start
    while end < shown.glyphs.count, !endsClause(end),
      end <= shown.comment || !shown.claims.contains(end)
    {
      end += 1
    }
    return words(in: start..<end)
  }

  /// `Minus: −0.5`, `in the log, 0.5`
  private func endsPhrase(_ end: Int) -> Bool {
    shown.glyphs[shown.start..<end].last { !$0.isSpace }.map {
      ",:".unicodeScalars.contains($0.scalar)
    } ?? false
  }

  private func endsClause(_ index: Int) -> Bool {
    let isComma = shown.glyphs[index].scalar == "," && shown[index + 1]?.isSpace ?? true
    return isComma || endsSentence(index) || shown.glyphs[index].scalar == "—"
  }

  /// The words of some glyphs, in small letters.
  private func words(in range: Range<Int>) -> [String] {
    shown.text(range).lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
  }
}
