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

  /// What is said of the number.
  struct Reading {
    /// The relation that it is shown with; nil where it is said to be the value, to its digits.
    var relation: Expectation.Relation?
    /// Signs beside it that nobody has judged.
    var unread: [UnreadSign]
  }

  func read() throws(UnclearNumber) -> Reading {
    if number.upperBound > shown.comment {
      throw unclear("it goes on behind the comment; put the comment behind all of it")
    }
    if shown.glyphs.contains(where: { !$0.scalar.isASCII && $0.scalar.properties.isBidiControl }) {
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
    try checkUnboundSigns()
    try checkBracketsAround()
    return Reading(
      relation: isAboutNumber ? nil : lead.relation,
      unread: try unreadSigns(lead, isLeadJudged: isAboutNumber))
  }

  func unclear(_ reason: String) -> UnclearNumber { UnclearNumber(reason: reason) }

  func isBefore(_ glyph: ShownText.Glyph) -> UnclearNumber {
    let digits = shown.shown(number)
    let decimal = shown.notation.decimal.rawValue
    switch glyph.scalar {
    case ".":
      return unclear(
        "‘.’ stands before it; write 0\(decimal)\(digits), or a space behind the point")
    case "±":
      return unclear(
        "‘±’ stands before it; claim the value before ‘±’, with as many digits as you know (1.47 × 10⁸ is rounded, a "
          + "whole number is not), and say the margin in a sentence of its own"
      )
    case "+", "＋":
      return unclear("‘+’ stands before it; claim the whole sum, or name it, as in 3 + x = 8")
    case ShownText.opaque:
      return unclear(
        "\(glyph.name) stands before it, such as a tag of HTML; write **5** for bold, or a word between the two"
      )
    case ",":
      let before = shown.glyphs[..<number.lowerBound].dropLast().reversed().prefix {
        $0.scalar.isDigit || $0.scalar == "."
      }.reversed()
      if before.last?.scalar.isDigit == true {
        let whole = Self.regrouped(
          String(String.UnicodeScalarView(before.map(\.scalar))), isSwapped: glyph.isSwapped)
        let mark = glyph.isSwapped ? "point" : "comma"
        // `1.234,5` where a point separates nothing.
        let advice = digits.contains(decimal) ? whole + digits : "\(whole)\(decimal)\(digits)"
        let why = glyph.isSwapped ? ": on this page a comma stands before decimals" : ""
        return unclear(
          "‘\(glyph.shown)’ stands before it\(why); write \(advice), or a space behind the \(mark)"
        )
      }
    default: break
    }
    return unclear(
      "\(glyph.name) stands before it; "
        + ("–—".unicodeScalars.contains(glyph.scalar)
          ? "write -0\(decimal)5, or a space at each side of a long dash"
          : glyph.isSign ? "write them together, -0\(decimal)5" : "write the value as one number"))
  }

  var isPart: UnclearNumber {
    unclear("it is a part of a product, a function or a sum; write the value as one number")
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
  func lead(endingAt end: Int) throws(UnclearNumber) -> Lead? {
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
    if let other = shown.glyphs[shown.since(start)].last(where: { !$0.isSpace }),
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
  func checkGroup(from end: Int, to index: Int) throws(UnclearNumber) {
    var start = end
    while let glyph = shown[start - 1], glyph.scalar.isDigit { start -= 1 }
    let isPlain = shown.glyphs[end..<index].allSatisfy { " \n".unicodeScalars.contains($0.scalar) }
    let isFraction = shown[start - 1].map { ".,/".unicodeScalars.contains($0.scalar) } ?? false
    if !isPlain || isFraction || end - start <= 3 {
      let example =
        shown.notation.groupsByOtherMark ? "12\(shown.notation.decimal.other.rawValue)345 or " : ""
      throw unclear("digits stand before it, with a space between; write \(example)a narrow space")
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

  /// The digits before another language's decimal mark, with the thousands as this page separates them: `1.234` of the
  /// `1.234,5` that should be `1,234.5`.
  private static func regrouped(_ digits: String, isSwapped: Bool) -> String {
    let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return String(groups.last ?? "") }
    return groups.joined(separator: isSwapped ? "." : ",")
  }
}
