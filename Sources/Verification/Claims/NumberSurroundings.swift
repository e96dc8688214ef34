// NumberSurroundings: what stands around a number in prose may change what a reader sees: a sign in
// another formula, a percent sign outside bold type, an exponent. Galley reads what it understands
// and asks about the rest; a guess would be a check that cannot be trusted.

import Diagnostics
import Markup

enum NumberSurroundings {
  /// Why it is not clear which number a reader sees; nil when it is.
  static func doubt(
    about literal: NumberLiteral, at range: Range<Int>, before comment: ProseComment,
    in source: SourceText
  ) -> String? {
    let start = comment.leaves.first?.range.lowerBound ?? range.lowerBound
    let before = source[min(start, range.lowerBound)..<range.lowerBound]
    let after = source[range.upperBound..<max(range.upperBound, comment.comment.lowerBound)]
    // What stands behind the comment stands, for a reader, right behind the number; a line's end is a space.
    let place = source.position(of: comment.comment.upperBound).line
    let line = source.lineRange(place)
    let next = place < source.lineStarts.count ? source.lineRange(place + 1) : line
    let behind = source[
      comment.comment.upperBound..<max(comment.comment.upperBound, next.upperBound)]
    if let leaf = comment.leaves.first(where: { $0.isMath && $0.range.contains(range.lowerBound) }),
      let doubt = FormulaSurroundings.doubt(
        before: content(source[leaf.range.lowerBound..<range.lowerBound]),
        after: source[range.upperBound..<leaf.range.upperBound])
    {
      return doubt
    }
    return doubt(before: before, literal) ?? doubt(after: after, literal)
      ?? doubt(after: withoutTags(behind), literal) ?? doubt(behind: withoutTags(behind), literal)
  }

  /// A formula without the dollar signs that open it.
  private static func content(_ formula: String) -> String { String(formula.drop { $0 == "$" }) }

  /// A text without the comments and tags that it begins with, which a reader does not see.
  private static func withoutTags(_ text: String) -> String {
    var rest = text[...]
    while rest.hasPrefix("<"), !rest.hasPrefix("<sup"), !rest.hasPrefix("<sub") {
      let end = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let range = rest.firstRange(of: end) else { break }
      rest = rest[range.upperBound...]
    }
    return String(rest)
  }

  // MARK: - Before

  private static func doubt(before text: String, _ literal: NumberLiteral) -> String? {
    let scalars = Array(text.unicodeScalars)
    var index = scalars.count
    let touching = index > 0 ? scalars[index - 1] : nil
    if let touching, touching.isUnseen { return unseen }
    if let touching, ".,·˙⋅’‘'`´٫٬".unicodeScalars.contains(touching) {
      let isAfterDigit = index > 1 && scalars[index - 2].isDigit
      if touching == "." || isAfterDigit {
        return "a ‘\(touching)’ stands right before it; write all its digits, 0.05 or 12,345"
      }
    }
    if text.hasSuffix("<sup>") || text.hasSuffix("<sub>") {
      return "it is an exponent or an index; write the value as one number"
    }
    if text.hasSuffix(";"), text.lastIndex(of: "&") != nil { return entities }
    index = skipMarkup(scalars, index)
    if index > 0, index < scalars.count, scalars[index - 1].isDigit {
      return "another digit stands before it, in other type; write the number in one piece"
    }
    if index > 0, scalars[index - 1] == "^" {
      return "it is an exponent; write the value as one number"
    }
    let beforeSpace = skipSpace(scalars, index)
    if beforeSpace > 0, "√∛∜".unicodeScalars.contains(scalars[beforeSpace - 1]) {
      return "a root stands before it; write the value as one number"
    }
    if beforeSpace > 0, "/⁄÷".unicodeScalars.contains(scalars[beforeSpace - 1]) {
      return "a fraction bar stands before it; write the value as one number, or behind a formula"
    }
    if beforeSpace < scalars.count || index < scalars.count,
      isGroup(scalars, beforeSpace, literal), beforeSpace != index || index != scalars.count
    {
      return "digits stand before it, with a space between; write 12,345 or a narrow space"
    }
    if literal.sign.isEmpty, beforeSpace > 0, isSign(scalars, beforeSpace) {
      // Between two operands, and in a range, a dash is no sign.
      let operand = skipSpace(scalars, skipMarkup(scalars, signStart(scalars, beforeSpace)))
      let left = operand > 0 ? scalars[operand - 1] : nil
      let first = signStart(scalars, beforeSpace)
      let isGlued =
        beforeSpace == scalars.count && first > 0
        && scalars[first - 1].properties.isWhitespace
      let isOperand = left.map { $0.isDigit || ")]}%$*".unicodeScalars.contains($0) } ?? false
      let isBetween = (isOperand || isOneLetter(scalars, operand)) && !isGlued
      if !isBetween || operand == 0 {
        return "a sign stands before it, apart from its digits; write them together, -0.5"
      }
    }
    return nil
  }

  private static let unseen =
    "a character that nobody sees stands at its digits; type them again, in one piece"

  private static let entities = "an entity or an escape is a part of it; write its digits plainly"

  /// The end of `scalars[..<index]` without the marks of Markdown and TeX that show nothing.
  private static func skipMarkup(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index > 0 {
      if "*_`${[".unicodeScalars.contains(scalars[index - 1]) {
        index -= 1
      } else if scalars[index - 1] == ">", let tag = scalars[..<index].lastIndex(of: "<") {
        index = tag
      } else {
        break
      }
    }
    return index
  }

  /// The same without white space, and without the spaces of TeX.
  private static func skipSpace(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index > 0 {
      let last = scalars[index - 1]
      if last.properties.isWhitespace || last == "~" || "*_`${".unicodeScalars.contains(last) {
        index -= 1
      } else if index > 1, scalars[index - 2] == "\\", ",;:! ".unicodeScalars.contains(last) {
        index -= 2
      } else if ends(scalars, index, with: "&nbsp;") {
        index -= 6
      } else if last == "\\", index < scalars.count, scalars[index].properties.isWhitespace {
        index -= 1
      } else {
        break
      }
    }
    return index
  }

  /// Whether one to three digits, alone or behind other groups, end here and three begin behind.
  private static func isGroup(
    _ scalars: [Unicode.Scalar], _ end: Int, _ literal: NumberLiteral
  ) -> Bool {
    guard literal.integerDigits.count == 3, literal.sign.isEmpty, end > 0, scalars[end - 1].isDigit
    else { return false }
    var start = end
    while start > 0, scalars[start - 1].isDigit { start -= 1 }
    let isFraction = start > 0 && scalars[start - 1] == "."
    let isName = start > 0 && scalars[start - 1].isWordPart
    return !isName && (end - start <= 3 || isFraction)
  }

  /// `x` in “x − 3”, but not the word in “fell to − 3”.
  private static func isOneLetter(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    guard end > 0, scalars[end - 1].isWordPart else { return false }
    return end == 1 || !scalars[end - 2].isWordPart
  }

  private static let signs = [
    "-", "−", "–", "—", "－", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2015}", "\u{2D7}", "﹣", "⁻",
    "➖", "\u{AD}", "&minus;", "&#8722;", "&ndash;",
  ]

  private static func isSign(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    signs.contains { ends(scalars, end, with: $0) }
  }

  private static func signStart(_ scalars: [Unicode.Scalar], _ end: Int) -> Int {
    let sign = signs.first { ends(scalars, end, with: $0) } ?? ""
    return end - sign.unicodeScalars.count
  }

  private static func ends(_ scalars: [Unicode.Scalar], _ end: Int, with text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return end >= wanted.count && Array(scalars[(end - wanted.count)..<end]) == wanted
  }

  // MARK: - After

  private static func doubt(after text: String, _ literal: NumberLiteral) -> String? {
    var cursor = TextCursor(text)
    if cursor.next == "&" || (cursor.next == "\\" && cursor.peek(1) == ".") { return entities }
    if cursor.next == ".", let digit = cursor.peek(1), digit.isDigit { return entities }
    if let next = cursor.next, next.isUnseen { return unseen }
    if let next = cursor.next, next.isMark {
      return "a mark over it changes it; write the value as one number"
    }
    cursor.skipShowless("*_`$}")
    if let next = cursor.next, next.isDigit {
      return "another digit stands behind it, in other type; write the number in one piece"
    }
    if let next = cursor.next, "/⁄÷".unicodeScalars.contains(next), cursor.peek(1)?.isDigit == true
    {
      return "a fraction bar stands behind it; write the value as one number, or behind a formula"
    }
    if let next = cursor.next,
      next == "^" || next == "‰" || next.isRaised || cursor.take("<sup") || cursor.take("<sub")
    {
      return "an exponent or a sign behind it changes it; write the value as one number"
    }
    cursor.skipShowless(" \t\n*_`$}{~\u{A0}\u{202F}\u{2009}")
    if let next = cursor.next, next.isRaised {
      return "an exponent or a fraction behind it changes it; write the value as one number"
    }
    if cursor.take("&nbsp;") { cursor.skipShowless(" ") }
    for command in ["\\,", "\\;", "\\ ", "\\text{", "\\mathrm{"] where cursor.take(command) {
      cursor.skipShowless(" $}{")
    }
    if literal.percent == nil, cursor.takeAny(["%", "\\%", "‰", "‱", "％", "﹪", "٪"]) != nil {
      return "a percent sign stands behind it, apart from its digits; write them together, 66.5%"
    }
    guard literal.power == nil else { return nil }
    let isProduct =
      cursor.takeAny(["×", "\\times", "\\cdot", "·", "⋅", "∙", "•", "✕", "✖", "x "]) != nil
    cursor.skipShowless(" \t\n*_`${}")
    guard cursor.take("10"), isProduct || cursor.next == "^" || cursor.next?.isRaised == true else {
      return nil
    }
    return "a power of ten stands behind it in a form that is not read; write 1.5×10³ or "
      + "1.5\\times10^{3} in one piece"
  }

  /// What goes on behind the comment, where nothing was read together with the number.
  private static func doubt(behind text: String, _ literal: NumberLiteral) -> String? {
    var cursor = TextCursor(text)
    guard let next = cursor.next, literal.percent == nil, literal.power == nil else { return nil }
    if ",·˙⋅’'٫٬_".unicodeScalars.contains(next), cursor.peek(1)?.isDigit == true {
      return "digits go on behind the comment; put it behind all of them"
    }
    if next == "e" || next == "E" {
      cursor.advance()
      _ = cursor.takeAny(["-", "−", "+"])
      return cursor.next?.isDigit == true
        ? "an exponent stands behind the comment; put it behind all of the number" : nil
    }
    guard literal.fractionDigits.isEmpty, literal.integerDigits.count <= 3 else { return nil }
    guard !cursor.take(while: { " \t\u{A0}\u{202F}\u{2009}".unicodeScalars.contains($0) }).isEmpty,
      cursor.take(while: { $0.isDigit }).count == 3, cursor.next?.isWordPart != true
    else { return nil }
    return "digits stand behind it, with a space between; write 12,345 or a narrow space"
  }
}

extension Unicode.Scalar {
  /// A character without width, or a hyphen that shows only at a line's end.
  fileprivate var isUnseen: Bool {
    properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint
  }

  fileprivate var isMark: Bool {
    [.nonspacingMark, .enclosingMark].contains(properties.generalCategory)
  }

  /// A raised or lowered digit, a fraction, a digit of another script, a raised sign.
  fileprivate var isRaised: Bool {
    !isDigit && properties.numericType != nil || "⁺⁻⁼⁽⁾ⁿⁱ".unicodeScalars.contains(self)
  }
}

extension TextCursor {
  /// Steps over characters that show nothing.
  fileprivate mutating func skipShowless(_ characters: String) {
    _ = take { characters.unicodeScalars.contains($0) }
  }
}
