// Signs that stand before words, and behind the words a number: `− circa 5`, `p < the 0.05 level`. A sign has
// something on its right that it is about, a name or another number; where only words stand there it is about
// the number behind them, and nobody compares that.

import Claims
import Diagnostics

extension NumberSurroundings {
  func checkDistantSigns(before lead: Lead) throws(UnclearNumber) {
    try checkSharedRelation(before: lead)
    try checkList(before: lead)
    var index = lead.start
    while index > shown.start {
      index -= 1
      if endsSentence(index), !isBehindSign(index) { return }
      guard isDistantSign(index), !hasOperand(behind: index, before: lead) else { continue }
      throw unclear(
        "\(shown.glyphs[index].name) stands before it, with words between; write a sign directly before its "
          + "number, as in < 5, -5 or 2 × 5, and claim the whole")
    }
  }

  /// `x < 5✓ or 4✓`: the relation before the first number is the second one's, too.
  private func checkSharedRelation(before lead: Lead) throws(UnclearNumber) {
    let between = shown.text(shown.since(lead.start)).filter { !$0.isWhitespace }
    guard lead.sign == nil,
      ShownText.conjunctions.contains(
        between.hasPrefix(",") ? String(between.dropFirst()) : between),
      shown.glyphs[number.upperBound...].first(where: { !$0.isSpace })?.isRelation != true,
      let first = shown.number(ofClaimAt: shown.start), shown.claims.contains(shown.start)
    else { return }
    let other = NumberSurroundings(shown.before(claimAt: shown.start), first.glyphs)
    guard let relation = try other.before(first.glyphs.lowerBound).relation else { return }
    throw unclear(
      "the ‘\(relation.rawValue)’ before the number in front of it may be this one's, too; write a relation before "
        + "both")
  }

  private func isDistantSign(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    let before = shown[index - 1]
    let next = shown[index + 1]
    // What is quoted from a program is no sign of the sentence.
    if glyph.isCode, shown[number.lowerBound]?.isCode != true, !endsCode(index) { return false }
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
    // `32-bit`, `--option`
    if "-‐‑".unicodeScalars.contains(glyph.scalar), isWord(from: index + 1),
      before?.scalar.isDigit ?? false
    {
      return false
    }
    if isOption(index) || shown.joinsClaims(index) { return false }
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

  /// `p <` in a span of code, which goes on behind it.
  private func endsCode(_ index: Int) -> Bool {
    let span = shown.glyphs[..<index].reversed().prefix { $0.isCode }
    let rest = shown.glyphs[(index + 1)...].prefix { $0.isCode }
    return span.contains { $0.isWordPart } && rest.allSatisfy(\.isSpace)
  }

  /// `--option`, and ` -- ` between words.
  private func isOption(_ index: Int) -> Bool {
    guard shown[index]?.scalar == "-" else { return false }
    var (start, end) = (index, index + 1)
    while shown[start - 1]?.scalar == "-" { start -= 1 }
    while shown[end]?.scalar == "-" { end += 1 }
    return end - start == 2 && shown[start - 1]?.isSpace != false
      && (isWord(from: end)
        || shown[end]?.isSpace == true && shown[start - 2]?.isPlainLetter == true)
  }

  /// `p <; 0.05`: no sentence ends right behind a sign.
  private func isBehindSign(_ index: Int) -> Bool {
    shown.glyphs[shown.since(index)].last { !$0.isSpace }.map {
      $0.isRelation || $0.isSign && $0.scalar != "—"
    } ?? false
  }

  /// Whether what a sign is about stands behind it: a number, a formula, a name of one letter. A citation is nothing of
  /// the kind; nor is a number or a name behind which the claimed one follows at once, for then that is the same.
  private func hasOperand(behind index: Int, before lead: Lead) -> Bool {
    let sign = shown.glyphs[index]
    guard !"¬!".unicodeScalars.contains(sign.scalar) else { return false }
    let behind = shown.glyphs[(index + 1)..<lead.start].firstIndex {
      !$0.isSpace && !$0.isOpening && !$0.isClosing && !$0.isCurrency && !$0.isRelation
        && !$0.isSign
        && !",;:?!".unicodeScalars.contains($0.scalar)
    }
    // `1 − accuracy = 8.7%`
    if let behind, lead.sign != nil, sign.isSign || sign.isOperator,
      shown.glyphs[..<index].last(where: { !$0.isSpace })?.scalar.isDigit == true,
      isWord(from: behind),
      shown.glyphs[behind..<lead.start].allSatisfy({ $0.isWordPart || $0.isSpace })
    {
      return true
    }
    guard let behind, let end = endOfOperand(behind, sign: index) else { return false }
    if lead.sign != nil || isInClosedBrackets(index, before: lead.start) { return true }
    let rest = shown.glyphs[min(end, lead.start)..<lead.start]
    let isCited =
      "([".unicodeScalars.contains(shown[behind - 1]?.scalar ?? " ")
      && shown[behind]?.scalar.isDigit == true
    let gap = rest.filter { !$0.isSpace && !$0.isClosing && !$0.isOpening }
    // `p = (0.25, 0.5)` names all of its entries.
    let isInside =
      shown.glyphs[index..<behind].contains(where: \.isOpening)
      && !rest.contains(where: \.isClosing)
    if isInside, rest.contains(where: { $0.scalar == "," }),
      "=≈".unicodeScalars.contains(sign.scalar)
    {
      return true
    }
    if isCited, gap.allSatisfy({ $0.scalar.isDigit || $0.scalar == "," }) { return false }
    guard sign.isRelation else { return true }
    let words = String(String.UnicodeScalarView(gap.map(\.scalar)))
    let isJoined =
      ["", ",", "of", "with", ":", ";"].contains(words)
      || ShownText.conjunctions.contains(words.hasPrefix(",") ? String(words.dropFirst()) : words)
      || words.hasPrefix("of") && words.hasSuffix(":")
    // `we have $n > 3$ and 5 hits`
    let isCounted =
      sign.formula != nil && formula == nil && words == "and"
      && shown.glyphs[number.upperBound...].first { !$0.isSpace }?.isPlainLetter == true
    return !isJoined || isCounted || isIntroduced(index)
  }

  /// `(k = 3) or 5`
  private func isInClosedBrackets(_ sign: Int, before end: Int) -> Bool {
    var depth = 0
    for glyph in shown.glyphs[sign..<end] where !glyph.isQuote {
      depth += glyph.isOpening ? 1 : glyph.isClosing ? -1 : 0
      if depth < 0 { return true }
    }
    return false
  }

  /// Where the operand ends that begins here: a number, a name of one letter, what a formula holds.
  private func endOfOperand(_ start: Int, sign: Int) -> Int? {
    let glyph = shown.glyphs[start]
    if let formula = glyph.formula {
      if glyph.isPlainLetter || glyph.isRelation { return nil }
      return shown.glyphs[start...].firstIndex {
        $0.formula != formula || ",;".unicodeScalars.contains($0.scalar)
      } ?? shown.glyphs.count
    }
    if glyph.isNumeric || glyph.scalar == ShownText.opaque || word(from: start) == "one" {
      var end = shown.endOfNumber(at: start)?.index ?? start + 1
      while let next = shown[end], next.isWordPart || next.isNumeric || next.scalar == "%" {
        end += 1
      }
      return end
    }
    guard glyph.isLetter else { return nil }
    let word = word(from: start)
    let isName = word.unicodeScalars.count == 1 && word != "a" && word != "I"
    guard isName || shown[start - 1]?.isOpening == true && shown[sign - 1]?.isWordPart == true
    else { return nil }
    return start + word.unicodeScalars.count
  }

  /// `For x > 0, 5 are left`: the relation stands in a clause of its own, which a comma ends.
  private func isIntroduced(_ index: Int) -> Bool {
    var start = index
    while start > shown.start, !endsSentence(start - 1), shown.glyphs[start - 1].scalar != "," {
      start -= 1
    }
    while shown[start]?.isSpace == true { start += 1 }
    return [
      "for", "when", "if", "where", "with", "whenever", "while", "since", "because", "as", "once",
      "unless", "at", "in",
    ]
    .contains(word(from: start).lowercased())
  }

  /// Whether a sentence or a remark ends here; an abbreviation does not end one.
  func endsSentence(_ index: Int) -> Bool {
    let glyph = shown.glyphs[index]
    // A line break of a sentence ends nothing.
    if glyph.scalar == "\n" { return glyph.formula != nil }
    guard ".;!?".unicodeScalars.contains(glyph.scalar),
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
