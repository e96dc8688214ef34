// What stands on the left of a sign, read from the sign outwards: the first thing that is neither a space, a bracket nor
// a small word says what the sign is about.

import Claims
import Diagnostics

extension ShownText {
  /// The left side of a sign.
  struct Side {
    enum Kind { case name, claim, number, words, nothing }
    var kind = Kind.nothing
    /// The comment of the claim that stands there.
    var claim: Int?
    /// The last glyph of the nearest number that nobody claims.
    var number: Int?
    /// How many words stand between the sign and the nearest number.
    var words = 0
    /// The glyphs of a name.
    var name = 0..<0

    /// Whether nothing was met yet that a sign could be about.
    fileprivate var isEmpty: Bool { words == 0 && number == nil && claim == nil }

    /// Whether the claimed number itself is the nearest one.
    var isDirect: Bool { claim != nil && number == nil }
  }

  func side(leftOf sign: Int) -> Side {
    var side = Side()
    var index = sign
    while index > 0 {
      let last = index - 1
      let glyph = glyphs[last]
      if glyph.scalar == Self.cell || glyph.scalar == "\n" && glyph.formula != nil { break }
      if isBoundary(last), !isAbbreviation(last), !isMinus(last) {
        // `8✓, thus < 5`
        guard side.isEmpty, ",:".unicodeScalars.contains(glyph.scalar) else { break }
        index = last
      } else if glyph.isClosing, !glyph.isQuote {
        guard let open = opening(of: last) else { break }
        if isPartOfName(open) || isSum(open...last), side.isEmpty {
          return named(side, nameStart(open)..<index)
        }
        if side.isEmpty || side.claim == nil,
          let claim = claims.last(where: { (open...last).contains($0) })
        {
          side.claim = claim
          break
        }
        if isGroup(open...last), side.isEmpty || side.words == 1 {
          side.number = side.number ?? last
        }
        // `[H⁺] = 10⁻⁸`
        if open == 0, side.isEmpty, glyphs[open...last].contains(where: \.isLetter) {
          side.words += 1
        }
        index = open
      } else if isNamePart(last), side.isEmpty {
        return named(side, nameStart(last)..<index)
      } else if glyph.isLetter {
        let start = wordStart(last)
        let word = text(start..<index)
        let isFiller = side.isEmpty && Self.fillers.contains(word.lowercased())
        if !isFiller, side.isEmpty, isName(start..<index) {
          return named(side, nameStart(start)..<index)
        }
        // What stands further off than a number changes nothing of what is nearest.
        if !isFiller, side.number == nil { side.words += 1 }
        index = start
      } else if glyph.scalar.isDigit {
        let start = startOfNumber(endingAt: index)
        if let claim = claims.first(where: { claim in
          claim >= index && number(ofClaimAt: claim)?.glyphs.contains(last) == true
        }) {
          side.claim = claim
          break
        }
        if !isCitation(start) { side.number = side.number ?? last }
        index = min(start, last)
      } else {
        index = last
      }
    }
    side.kind =
      side.claim != nil ? .claim : side.number != nil ? .number : side.words > 0 ? .words : .nothing
    return side
  }

  private func named(_ side: Side, _ name: Range<Int>) -> Side {
    var side = side
    side.kind = .name
    side.name = name
    return side
  }

  /// Where the bracket opens that closes here.
  func opening(of close: Int) -> Int? {
    var depth = 0
    return glyphs[...close].indices.reversed().first { index in
      let glyph = glyphs[index]
      if glyph.isClosing, !glyph.isQuote { depth += 1 }
      if glyph.isOpening, !glyph.isQuote { depth -= 1 }
      return depth == 0
    }
  }

  /// `f(`, `x₁(`, `f′(`: brackets that belong to a name, as its arguments do.
  private func isPartOfName(_ open: Int) -> Bool {
    guard let before = self[open - 1] else { return false }
    // In a formula there are no remarks.
    if before.formula != nil, !before.isSpace, !before.isRelation, !before.isOpening { return true }
    return before.isLetter || before.scalar == Self.index || before.scalar == "\u{2061}"
      || "′″".unicodeScalars.contains(before.scalar)
      || before.isNumeric && isNamePart(open - 1)
  }

  /// Numbers and operators alone, and no remark: `(3 + 3)`.
  private func isGroup(_ range: ClosedRange<Int>) -> Bool {
    range.dropFirst().dropLast().allSatisfy {
      let glyph = glyphs[$0]
      return glyph.isSpace || glyph.isNumeric || glyph.isSign || glyph.isOperator
        || ".,".unicodeScalars.contains(glyph.scalar)
    }
  }

  /// `(1 + r)`: names and operators, and no remark.
  private func isSum(_ range: ClosedRange<Int>) -> Bool {
    let inside = range.dropFirst().dropLast().map { glyphs[$0] }
    return inside.contains { $0.isOperator || "+−".unicodeScalars.contains($0.scalar) }
      && inside.contains(where: \.isLetter) && !inside.contains(where: \.isRelation)
      && !claims.contains { range.contains($0) }
  }

  /// `8✓ s – 5 s`
  private func isMinus(_ index: Int) -> Bool {
    guard "–—".unicodeScalars.contains(glyphs[index].scalar), self[index + 1]?.isSpace == true
    else {
      return false
    }
    return glyphs[(index + 1)...].first { !$0.isSpace }?.scalar.isDigit == true
  }

  /// A glyph that only a name has: of a formula, of a program, an index, a digit behind a letter.
  private func isNamePart(_ index: Int) -> Bool {
    let glyph = glyphs[index]
    if glyph.isCode || glyph.face == .variable || glyph.scalar == Self.index
      || glyph.scalar == "\u{2061}"
    {
      return !isUnit(index)
    }
    guard glyph.isNumeric else { return false }
    // `F1`, `x²`, but not `m²` behind a number.
    let start = wordStart(index)
    return start < index && glyphs[start].isLetter && !isUnit(index)
  }

  /// `x`, `AUC₁`, any letters of a formula; a word of a sentence is no name here.
  private func isName(_ word: Range<Int>) -> Bool {
    // `n.s.`
    if isUnit(word.upperBound - 1) || self[word.upperBound]?.scalar == "." { return false }
    if glyphs[word.lowerBound].formula != nil { return true }
    let isShort = word.count == 1 && !["a", "I"].contains(text(word))
    return isShort || glyphs[word].contains { $0.isNumeric } || glyphs[word].allSatisfy(\.isMark)
  }

  /// Whether letters are the unit of a number: `5 m`, `5 m/s`, `(3 + 3) m`.
  private func isUnit(_ last: Int) -> Bool {
    var index = last
    while let glyph = self[index],
      glyph.isLetter || glyph.isNumeric && !glyph.scalar.isDigit && glyph.scalar != Self.index
        || "/·⋅".unicodeScalars.contains(glyph.scalar) && self[index - 1]?.isSpace != true
        || glyph.scalar == "°"
    {
      index -= 1
    }
    let word = text((index + 1)..<(last + 1))
    guard !word.isEmpty,
      let before = glyphs[..<(index + 1)].last(where: { !$0.isSpace && !$0.isCurrency })
    else { return false }
    let isKnown = word.unicodeScalars.count > 1 || Units.isKnown(word)
    if before.scalar.isDigit || before.scalar == "%" {
      // `3x` is a product.
      return isKnown
        && (self[index]?.isSpace == true || self[index]?.isCurrency == true
          || glyphs[last].face == .upright)
    }
    guard isKnown, before.isClosing, let close = glyphs[...index].lastIndex(where: { !$0.isSpace }),
      let open = opening(of: close)
    else { return false }
    return isGroup(open...close)
  }

  private func wordStart(_ last: Int) -> Int {
    var start = last
    while let glyph = self[start - 1], glyph.isWordPart || isHyphen(start - 1) { start -= 1 }
    return start
  }

  /// `p-value`, `m/s`
  private func isHyphen(_ index: Int) -> Bool {
    "-‐‑/·'’".unicodeScalars.contains(glyphs[index].scalar) && self[index - 1]?.isWordPart == true
      && self[index + 1]?.isWordPart == true && self[index - 1]?.scalar.isDigit != true
  }

  /// Where a name begins whose end is here, with all that is written together with it.
  private func nameStart(_ index: Int) -> Int {
    var start = index
    while let glyph = self[start - 1], !glyph.isSpace, !glyph.isRelation, !isBoundary(start - 1),
      !glyph.isOpening || glyph.isQuote
    { start -= 1 }
    return start
  }

  /// `i.e.`, `approx.`
  func isAbbreviation(_ index: Int) -> Bool {
    guard glyphs[index].scalar == ".", self[index - 1]?.isLetter == true else { return false }
    let word = text(wordStart(index - 1)..<index).lowercased()
    return word.count < 3 || ["approx", "resp", "max", "min", "est", "limit", "exp"].contains(word)
  }

  /// Small words between a claim and what a sign says of it.
  static let fillers: Set<String> = [
    "i", "e", "g", "ie", "that", "is", "are", "was", "were", "be", "which", "so", "thus", "hence",
    "and", "but", "or",
    "still", "even", "well", "indeed", "always", "therefore", "then", "now", "also", "namely",
    "clearly", "both", "all",
    "each", "not", "only", "just", "here", "again", "yet", "it", "they", "this",
  ]
}
