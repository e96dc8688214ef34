// Values in comments: alone, behind an arrow in the midst of words, and at the end of words.

import Claims
import Diagnostics

extension NearMiss {
  /// A value and nothing else. Beside code it is said of the code's value.
  static func valueAlone(_ head: CommentHead, _ place: Place) -> NearMiss? {
    let text = head.text(head.whole)
    func miss(_ what: String, isSure: Bool = true) -> NearMiss {
      NearMiss(
        range: head.whole,
        message: "\(what) looks like a claim and would not be checked: write // → value",
        isSure: isSure)
    }
    if isDecimal(text) { return miss("a number alone") }
    if place != .apart, isValue(text[...].withoutAdverbs), !isGloss(text) {
      let isSure = place.isOfStatement && isStated(text) && !isCount(text)
      return miss("a value alone", isSure: isSure)
    }
    // `1.41 or so`, `0.5 m/s`.
    let word = text.prefix { !$0.isWhitespace }
    let isNumber = isDecimal(String(word)) && !word.contains("\"")
    return place.isOfStatement && isNumber
      ? miss("a number with words behind it", isSure: false) : nil
  }

  /// `sum → 4`. A claim begins with its arrow, for what stands before it might change what it says.
  static func arrowBehindWords(_ head: CommentHead, _ place: Place) -> NearMiss? {
    let scalars = Array(head.text(head.end..<head.whole.upperBound).unicodeScalars)
    var arrows: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      if let length = CommentHead.arrow(at: index, in: scalars[...]) {
        arrows.append(index..<index + length)
        index += length
      } else {
        // Where a row of dashes is no arrow, no part of it is.
        index += max(1, scalars[index...].prefix { CommentHead.isShaft($0) }.count)
      }
    }
    guard let last = arrows.last else { return nil }
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    func miss(_ arrow: Range<Int>, isSure: Bool) -> NearMiss {
      NearMiss(
        range: head.whole,
        message: "‘\(text(arrow))’ and a value look like a claim and would not be checked: write "
          + "// → value, and words in a comment of their own",
        isSure: isSure)
    }
    let isLast = isValue(text(last.upperBound..<scalars.count))
    if isLast, ["→", "=>"].contains(text(last)) { return miss(last, isSure: true) }
    guard place != .apart else { return nil }
    if isLast { return miss(last, isSure: false) }
    let found = arrows.first { arrow in
      let behind = scalars[arrow.upperBound...].drop { $0.properties.isWhitespace }
      let word = behind.prefix { !$0.properties.isWhitespace }.prefix(longestWord)
      return isValue(text(word.indices))
    }
    return found.map { miss($0, isSure: false) }
  }

  /// `the sum is 4`, `1 + 2 = 4`. Many such words are remarks.
  static func valueBehindWords(_ head: CommentHead, _ place: Place) -> NearMiss? {
    guard place != .apart else { return nil }
    let text = Substring(head.text(head.whole))
    // Whatever leads to the value stands near the end; lists hold signs of their own.
    for lead in text.leads.suffix(4).reversed()
    where isValue(text[lead.upperBound...].withoutAdverbs) {
      return NearMiss(
        range: head.whole,
        message: "‘\(text[lead])’ and a value may look like a claim, which nobody checks: write "
          + "// → value, or put it in other words",
        isSure: false)
    }
    return nil
  }

  /// `6 == b`, `expected 37.2`, `37.2°`: nobody can list the words around a value. Behind a statement, on its line, a
  /// reader takes it for the statement's whatever they are.
  static func valueAmongWords(_ head: CommentHead, _ place: Place) -> NearMiss? {
    // A sign that compares leads to it on the line below, too.
    let isLed = place == .underStatement && head.relation?.lowerBound == head.start
    guard place == .behindStatement || place == .besideCode || isLed,
      head.text(head.whole).mentionsValue
    else {
      return nil
    }
    return NearMiss(
      range: head.whole,
      message:
        "a value stands in this comment, which nobody checks: write // → value, or put the remark "
        + "on a line above",
      isSure: false)
  }

  private static let longestWord = 40

  /// A whole number, which counts steps as often as it states a value.
  private static func isCount(_ text: String) -> Bool {
    text.without(".:()#*`").allSatisfy(\.isNumber)
  }

  /// A list of whole numbers without brackets, or a quotation with words behind it.
  private static func isGloss(_ text: String) -> Bool {
    let parts = text.split(separator: ",").map(String.init)
    let isList = text.contains(", ") && parts.allSatisfy(isCount)
    let words = text.without("`", behind: "`.,;:!?)").unicodeScalars
    let isQuoted = words.first.map { "\"“«„".unicodeScalars.contains($0) } ?? false
    return isList && !isStated(text)
      || isQuoted && words.last.map { "\"”»“".unicodeScalars.contains($0) } == false
  }

  /// Whether a claim could say the text behind its arrow, and it states one value.
  private static func isStated(_ text: String) -> Bool {
    switch try? Expectation.read(text.without("`", behind: "`.;")) {
    case .number, .near, .boolean, .string, .none?, .notANumber, .infinity, .array, .dictionary,
      .tuple, .enumCase(type: nil, _, _), .object(type: "Optional", _):
      return true
    default: return false
    }
  }

  /// Whether a text is a value and nothing else: a number, a quotation, a list, a case or a word of
  /// Swift.
  static func isValue(_ text: String) -> Bool {
    let scalars = Array(
      text.undressed.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.isInvisible })
    guard let first = scalars.first, let last = scalars.last else { return false }
    let word = String(String.UnicodeScalarView(scalars))
    switch first {
    case "\"", "“", "«", "„": return scalars.count > 1
    case "'", "‘": return scalars.count > 2 && "'’".unicodeScalars.contains(last)
    case "#": if scalars.dropFirst().first == "\"", last == "#" { return true }
    case "[": return last == "]"
    case "{": return last == "}" && scalars.contains(where: \.isDigit)
    case ".": if scalars.dropFirst().allSatisfy(\.isWordPart) { return scalars.count > 1 }
    default: break
    }
    if isStated(text) || isInitializer(word) || isRadix(word) { return true }
    if ["true", "false", "nil", "none", "null"].contains(word.lowercased()) { return true }
    let marks = "+-−–.,_'’%…±×·*^()/eE⁻⁺∞"
    // Marks around the whole are no part of it: `(= 3)`, `**= 3**`.
    let around = ")]}\"'`*_;:!?”’».".unicodeScalars
    let number = scalars.prefix((scalars.lastIndex { !around.contains($0) } ?? -1) + 1)
    return number.contains { $0.isDigit || $0 == "∞" || $0.isFraction }
      && number.allSatisfy {
        $0.isDigit || $0.isFraction || marks.unicodeScalars.contains($0)
          || Superscript.plain($0) != nil
      }
      && !"eE*^×·)".unicodeScalars.contains(first)
  }

  /// `Point(x: 1)`, as `print` writes a value: one that has a type's name and parts.
  private static func isInitializer(_ word: String) -> Bool {
    let name = word.prefix { $0 != "(" }
    guard name.split(separator: ".").last?.first?.isUppercase == true, word.last == ")",
      case .object(_, let parts)? = try? Expectation.read(word)
    else { return false }
    return !parts.isEmpty
  }

  /// `0xFF`.
  private static func isRadix(_ word: String) -> Bool {
    let digits = word.unicodeScalars.drop { "+-−".unicodeScalars.contains($0) }.dropFirst(2)
    return ["0x", "0b", "0o"].contains { word.contains($0) } && !digits.isEmpty
      && digits.allSatisfy { $0.properties.isASCIIHexDigit || $0 == "_" }
  }

  /// Whether a text is one number with decimals, which counts no steps.
  static func isDecimal(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && !text.contains("(") && isValue(text)
      && parts[1].first?.isNumber == true && parts[0].last?.isNumber == true
  }
}
