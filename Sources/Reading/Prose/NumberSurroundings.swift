// NumberSurroundings: whether a number that is shown is what a reader takes it for, judged by what
// stands directly before and behind it. What is not on the lists here is refused: a guess would be
// a tick beside something else than the value computed.

import Claims
import Diagnostics

/// Why a reader may see something else than a number that stands in an essay, in words for its
/// author.
package struct UnclearNumber: Error {
  package var reason: String
}

struct NumberSurroundings {
  /// What stands before a number and is a part of what is said of it.
  struct Lead {
    var relation: Expectation.Relation?
    /// Where the relation's sign stands; nil where there is none.
    var sign: Range<Int>?
    /// The first glyph of it, brackets and currencies among them.
    var start: Int
  }

  let shown: ShownText
  let number: Range<Int>
  /// The formula that the number stands in.
  let formula: Int?

  init(_ shown: ShownText, _ number: Range<Int>) {
    self.shown = shown
    self.number = number
    formula = shown[number.lowerBound]?.formula
  }

  /// The relation that the number is shown with; nil where it is said to be the value, to its
  /// digits.
  func relation() throws(UnclearNumber) -> Expectation.Relation? {
    if number.upperBound > shown.comment {
      throw unclear("it goes on behind the comment; put the comment behind all of it")
    }
    if shown.glyphs.contains(where: { $0.scalar.properties.isBidiControl }) {
      throw unclear("a character that nobody sees changes the order of its text; take it away")
    }
    // In a formula `1.5e-3` is a product and a difference.
    if shown.glyphs[number].contains(where: { $0.isLetter && $0.face != .plain }) { throw isPart }
    let lead = try before(number.lowerBound)
    let isAboutNumber = try checkOtherSide(of: lead)
    try checkCells(before: lead)
    try checkCondition(lead)
    try checkChain()
    try checkDistantSigns(before: lead)
    try beforeOpenBrackets(with: lead.relation)
    try behind()
    try checkSharedScale()
    try upToTheComment()
    try checkRelationBehind()
    return isAboutNumber ? nil : lead.relation
  }

  func unclear(_ reason: String) -> UnclearNumber { UnclearNumber(reason: reason) }

  private func isBefore(_ glyph: ShownText.Glyph) -> UnclearNumber {
    let digits = shown.text(number)
    switch glyph.scalar {
    case ".": return unclear("‘.’ stands before it; write 0.\(digits), or a space behind the point")
    case "±":
      return unclear(
        "‘±’ stands before it; claim the value before ‘±’, and say the margin in a sentence of its own"
      )
    case "+", "＋":
      return unclear("‘+’ stands before it; claim the whole sum, or name it, as in 3 + x = 8")
    case ShownText.opaque:
      return unclear(
        "\(glyph.name) stands before it, such as a tag of HTML; write **5** for bold, or a word between the two"
      )
    case ",":
      let before = shown.glyphs[..<number.lowerBound].dropLast().reversed().prefix {
        $0.scalar.isDigit
      }.reversed()
      if !before.isEmpty {
        let whole = String(String.UnicodeScalarView(before.map(\.scalar)))
        return unclear(
          "‘,’ stands before it; write \(whole).\(digits), or a space behind the comma")
      }
    default: break
    }
    return unclear(
      "\(glyph.name) stands before it; "
        + ("–—".unicodeScalars.contains(glyph.scalar)
          ? "write -0.5, or a space at each side of a long dash"
          : glyph.isSign ? "write them together, -0.5" : "write the value as one number"))
  }

  var isPart: UnclearNumber {
    unclear("it is a part of a product, a function or a sum; write the value as one number")
  }

  // MARK: - Before

  func before(_ index: Int) throws(UnclearNumber) -> Lead {
    var end = index
    var isTouching = true
    var hasBracket = false
    var hasCurrency = false
    // Brackets, quotation marks and currencies do not keep a sign from its number.
    while let glyph = shown[end - 1] {
      if glyph.isSpace {
        isTouching = false
      } else if glyph.isOpening || glyph.isCurrency {
        if glyph.isCurrency { hasCurrency = true } else { hasBracket = true }
        isTouching = true
      } else {
        break
      }
      end -= 1
    }
    // Behind a word its marks are a part of it, as in Hindi.
    let lead = Lead(start: end)
    if !isTouching, isMarkOfWord(end - 1) { return lead }
    guard let last = shown[end - 1] else { return lead }
    let isFormula = formula != nil && last.formula == formula
    // The spaces of a formula may have no width.
    let isApart = shown.glyphs[end..<index].contains { $0.isSpace && $0.formula == nil }
    let isBehindDigit = shown[end - 2]?.scalar.isDigit ?? false
    if last.isUnseen || last.scalar == ShownText.opaque { throw isBefore(last) }
    if last.isSign {
      let isRange = last.scalar == "–" && isTouching && isBehindDigit
      let beforeDash = shown.glyphs[..<(end - 1)].last { !$0.isSpace }
      let isSpacedRange =
        last.scalar == "–" && isApart && !isTouching && shown[end - 2]?.isSpace == true
        && beforeDash?.scalar.isDigit == true
      // Nobody writes a minus as long as that.
      let isPause =
        last.scalar == "—" && isApart && !isTouching
        && beforeDash.map {
          $0.isWordPart || $0.isClosing || ".,;:!?%".unicodeScalars.contains($0.scalar)
        }
          ?? true
      if !isFormula, isRange || isSpacedRange || isPause { return lead }
      throw isBefore(last)
    }
    if let lead = try self.lead(endingAt: end) { return lead }
    if last.isNumeric {
      if isFormula || isTouching || !last.scalar.isDigit { throw isPart }
      if !hasBracket, !hasCurrency { try checkGroup(from: end, to: index) }
    } else if last.isWordPart {
      if last.face == .variable || last.face == .upright { throw isPart }
      // As in `US$5`.
      let letters = shown.glyphs[..<end].reversed().prefix { $0.isLetter }
      let isCode = letters.count <= 3 && letters.allSatisfy(\.scalar.properties.isUppercase)
      if isTouching, last.isLetter, !hasCurrency || hasBracket || !isCode { throw isPart }
      try checkWord(endingAt: end, isCode: hasCurrency)
      try checkMeaning(ofWordsBefore: end)
    } else if last.isClosing || last.scalar == "%" {
      // `(−) 5` is one of the ways to write -5.
      if isFormula || isTouching || shown[end - 2]?.isSign == true { throw isPart }
    } else if !(isFormula ? ",;" : ",;:.!?…¡¿§¶#№&•—").unicodeScalars.contains(last.scalar) {
      throw isBefore(last)
    } else if isFormula, last.scalar == ",", isListSpace(from: end, to: index) {
      throw decimalComma(endingAt: end)
    } else if isFormula ? isTouching : !isApart {
      // `,5` is a fraction in many languages, `.5` in ours.
      let joined =
        shown[end - 2].map { $0.isClosing || $0.isLetter && $0.scalar != ShownText.index } ?? false
      if !joined || ".…".unicodeScalars.contains(last.scalar) { throw isBefore(last) }
    } else if last.scalar == "." {
      try checkWord(endingAt: end)
    }
    return lead
  }

  /// Whether between `1,` and `5` of a formula is only the narrow space that TeX puts there by
  /// itself, and no decimal point in front that would make it a list.
  private func isListSpace(from end: Int, to index: Int) -> Bool {
    let digits = shown.glyphs[..<(end - 1)].reversed().prefix { $0.scalar.isDigit }
    return shown.glyphs[end..<index].elementsEqual(["\u{2009}"], by: { $0.scalar == $1 })
      && !digits.isEmpty && shown[end - 2 - digits.count]?.scalar != "."
  }

  /// Whether a mark stands on a letter, perhaps above other marks.
  func isMarkOfWord(_ index: Int) -> Bool {
    guard let mark = shown[index], mark.isMark else { return false }
    var base = index
    while shown[base]?.isMark == true { base -= 1 }
    return shown[base]?.isLetter ?? false
  }

  static let relations: [String: Expectation.Relation] = [
    "<": .less, ">": .greater, "<=": .lessOrEqual, ">=": .greaterOrEqual, "≤": .lessOrEqual,
    "≥": .greaterOrEqual, "⩽": .lessOrEqual, "⩾": .greaterOrEqual, "≦": .lessOrEqual,
    "≧": .greaterOrEqual, "≠": .unequal, "!=": .unequal,
  ]

  /// Before a value that is said to its digits.
  private static let equalities: Set<String> = [
    "=", "==", "≈", "~", "∼", "≃", "≅", "≡", ":=", "≔", "→", "≐",
  ]

  /// The relation whose last sign stands before `end`; nil where none does.
  private func lead(endingAt end: Int) throws(UnclearNumber) -> Lead? {
    var start = end
    while let glyph = shown[start - 1],
      glyph.isRelation || start < end && glyph.scalar == ":"
        || start < end && isNegation(start - 1)
    {
      start -= 1
    }
    guard start < end, let last = shown[end - 1] else { return nil }
    let text = shown.text(start..<end)
    let relation = Self.relations[text]
    if relation == nil, !Self.equalities.contains(text) { throw isBefore(last) }
    // A stroke through it, or an arrow: `->`.
    if let before = shown[start - 1], !mayEndSide(start - 1, before: text) {
      throw isBefore(before)
    }
    // `> =`, `< ~`: for a reader signs with spaces between are one.
    if let other = shown.glyphs[shown.start..<start].last(where: { !$0.isSpace }),
      other.isRelation || other.scalar == "!" && endsNoFactorial(before: start)
    {
      throw unclear("two relations stand before it, \(other.name) and ‘\(text)’; write one")
    }
    try checkNegation(before: start)
    return Lead(relation: relation, sign: start..<end, start: start)
  }

  /// `n ! = 5`: a mark with a space at each side in a sentence is a denial.
  private func endsNoFactorial(before start: Int) -> Bool {
    guard let mark = shown.glyphs[..<start].lastIndex(where: { !$0.isSpace }) else { return false }
    return shown.glyphs[mark].formula == nil && (shown[mark - 1]?.isSpace ?? true)
  }

  /// `!` is a part of `!=` where a space stands before it; what stands before it otherwise has a
  /// factorial. In a formula it always is one, for TeX shows `n != 5` as it shows `n! = 5`.
  private func isNegation(_ index: Int) -> Bool {
    guard let mark = shown[index], mark.scalar == "!", mark.formula == nil else { return false }
    return shown[index - 1]?.isSpace ?? true
  }

  /// Whether what is compared may end with this glyph, directly before the relation `text`.
  private func mayEndSide(_ index: Int, before text: String) -> Bool {
    guard let glyph = shown[index] else { return true }
    if glyph.isSpace || glyph.isWordPart || glyph.isNumeric || glyph.isClosing { return true }
    if "%,.°′".unicodeScalars.contains(glyph.scalar) { return true }
    guard let formula = glyph.formula else { return glyph.scalar == "!" && !text.hasPrefix("=") }
    if Self.bars.contains(glyph.scalar) {
      // `|x| = 5`, but not `x |= 5`, which logic reads otherwise.
      let bars = shown.glyphs[...index].filter {
        $0.formula == formula && Self.bars.contains($0.scalar)
      }
      return bars.count.isMultiple(of: 2)
    }
    return [ShownText.opaque, "\u{2061}", "!", "⌋", "⌉"].contains(glyph.scalar)
  }

  private static let bars: Set<Unicode.Scalar> = ["|", "∣", "‖", "∥"]

  /// Digits before it, with nothing but space between.
  private func checkGroup(from end: Int, to index: Int) throws(UnclearNumber) {
    var start = end
    while let glyph = shown[start - 1], glyph.scalar.isDigit { start -= 1 }
    let isPlain = shown.glyphs[end..<index].allSatisfy { " \n".unicodeScalars.contains($0.scalar) }
    let isFraction = shown[start - 1].map { ".,/".unicodeScalars.contains($0.scalar) } ?? false
    if !isPlain || isFraction || end - start <= 3 {
      throw unclear("digits stand before it, with a space between; write 12,345 or a narrow space")
    }
  }

  /// `P(X = 5)`: the brackets around it must stand for themselves, too.
  private func beforeOpenBrackets(
    with relation: Expectation.Relation?
  ) throws(UnclearNumber) {
    guard let formula else { return }
    var depth = 0
    var index = number.lowerBound
    while let glyph = shown[index - 1], glyph.formula == formula {
      index -= 1
      if glyph.isClosing { depth += 1 }
      guard glyph.isOpening else { continue }
      if depth > 0 {
        depth -= 1
      } else if let outer = try before(index).relation, outer != relation {
        throw isPart
      }
    }
  }
}
