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
    let behindArrow = text.drop { "←⟵⇐⟸↤⇠".contains($0) }
    if place != .apart, behindArrow.count < text.count, isValue(String(behindArrow)) {
      return miss("an arrow to the left and a value", isSure: false)
    }
    if place != .apart, isValue(text[...].withoutAdverbs), !isGloss(text) {
      let isSure = place == .behindStatement && isStated(text) && !isCount(text)
      return miss("a value alone", isSure: isSure)
    }
    // `1.41 or so`, `0.5 m/s`.
    let word = text.prefix { !$0.isWhitespace }
    let isNumber = isDecimal(String(word)) && !word.contains("\"")
    return place == .behindStatement && isNumber
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
    // A value may be dressed for Markdown or TeX: `**4**`, `$4$`.
    let scalars = Array(
      text.without("$*_~", behind: "$*_~").unicodeScalars.filter {
        !$0.properties.isWhitespace && !$0.isInvisible
      })
    guard let first = scalars.first, let last = scalars.last else { return false }
    let word = String(String.UnicodeScalarView(scalars))
    switch first {
    case "\"", "“", "«", "„": return scalars.count > 1
    case "'", "‘": return scalars.count > 2 && "'’".unicodeScalars.contains(last)
    case "#": if scalars.dropFirst().first == "\"", last == "#" { return true }
    case "[": return last == "]"
    case ".": if scalars.dropFirst().allSatisfy(\.isWordPart) { return scalars.count > 1 }
    default: break
    }
    if isStated(text) || isInitializer(word) || isRadix(word) { return true }
    if ["true", "false", "nil", "none", "null"].contains(word.lowercased()) { return true }
    let marks = "+-−–.,_'’%…±×·*^()eE⁻⁺∞"
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

extension Unicode.Scalar {
  /// `½`.
  fileprivate var isFraction: Bool {
    guard properties.generalCategory == .otherNumber, let value = properties.numericValue else {
      return false
    }
    return value != value.rounded()
  }
}

extension String {
  /// The text without some marks at its ends, and without what is not seen there.
  fileprivate func without(_ before: String, behind: String? = nil) -> String {
    func isEdge(_ scalar: Unicode.Scalar, _ marks: String) -> Bool {
      marks.unicodeScalars.contains(scalar) || scalar.properties.isWhitespace || scalar.isInvisible
    }
    var rest = unicodeScalars.drop { isEdge($0, before) }
    while let last = rest.last, isEdge(last, behind ?? before) { rest.removeLast() }
    return String(rest)
  }
}

extension Substring {
  /// What leads to a value: a word, a colon, or signs that compare.
  fileprivate var leads: [Range<Index>] {
    var leads: [Range<Index>] = []
    let scalars = unicodeScalars
    var index = startIndex
    while index < endIndex {
      let start = index
      let first = scalars[index]
      if first.isWordStart {
        index = scalars[index...].firstIndex { !$0.isWordPart } ?? endIndex
        // `result.output` is a name.
        let isName = index < endIndex && scalars[index] == "."
        if !isName, Self.verbs.contains(self[start..<index].lowercased()) {
          leads.append(start..<index)
        }
      } else if first.isRelation {
        index = scalars[index...].firstIndex { !$0.isRelation } ?? endIndex
        leads.append(start..<index)
      } else {
        index = scalars.index(after: index)
        let isFollowed = index < endIndex && scalars[index].properties.isWhitespace
        if first == ":", isFollowed { leads.append(start..<index) }
      }
    }
    return leads
  }

  /// The text without the words before a value that only say how surely it is meant.
  fileprivate var withoutAdverbs: String {
    var rest = self
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == ":" }
      let word = rest.prefix { $0.isLetter || $0 == "." }
      guard Self.adverbs.contains(word.lowercased()) else { return String(rest) }
      rest = rest.dropFirst(word.count)
    }
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "be", "becomes", "returns", "returned", "return", "gives", "gave", "give",
    "yields", "yield", "yielded", "equals", "equal", "evaluates", "makes", "out", "result",
    "results",
  ]

  private static let adverbs: Set<String> = [
    "now", "exactly", "about", "roughly", "approximately", "approx", "approx.", "ca.", "circa",
    "nearly", "almost", "still", "again", "always", "only", "just", "then", "also", "to", "as",
    "in",
  ]
}
