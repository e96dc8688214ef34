// ExpectationReader: the grammar of claims, from text to Expectation. The whole text must be a claim:
// a remark behind a value would make it doubtful which part of it was checked.

import Diagnostics

/// Why a text is no claim, in words for its author.
package struct UnreadableClaim: Error {
  package var reason: String
  /// Whether the text cannot be what `print` writes either.
  var isFinal = false

  package init(reason: String, isFinal: Bool = false) {
    self.reason = reason
    self.isFinal = isFinal
  }
}

extension Expectation {
  /// Reads all of `text` as one claim.
  ///
  /// - Throws: What is wrong, and what to write instead.
  package static func read(_ text: String) throws(UnreadableClaim) -> Expectation {
    var reader = ExpectationReader(cursor: TextCursor(text))
    do throws(UnreadableClaim) {
      let expectation = try reader.claim()
      reader.cursor.skipSpace()
      if !reader.cursor.isAtEnd { throw reader.leftover() }
      return expectation
    } catch {
      guard !error.isFinal, let printed = BareText.read(text) else { throw error }
      return .printed(printed, otherwise: error.reason)
    }
  }
}

struct ExpectationReader {
  var cursor: TextCursor
  /// How many brackets are open.
  private var depth = 0

  /// Deeper values are not recorded either.
  private static let depthLimit = 64

  init(cursor: TextCursor) { self.cursor = cursor }

  mutating func claim() throws(UnreadableClaim) -> Expectation {
    cursor.skipSpace()
    if cursor.isAtEnd { throw UnreadableClaim(reason: "there is no value after the arrow") }
    if let relation = takeRelation() {
      cursor.skipSpace()
      return .relation(relation, try bound())
    }
    if takeWord("in") { return try range() }
    try refuseNearness()
    return try value()
  }

  private mutating func takeRelation() -> Expectation.Relation? {
    // Nearly every part begins with something else.
    guard let next = cursor.next, "<>!≤≥≠".unicodeScalars.contains(next) else { return nil }
    return switch cursor.takeAny(["<=", ">=", "!=", "<", ">", "≤", "≥", "≠"]) {
    case "<": .less
    case ">": .greater
    case "<=", "≤": .lessOrEqual
    case ">=", "≥": .greaterOrEqual
    case "!=", "≠": .unequal
    default: nil
    }
  }

  private mutating func value() throws(UnreadableClaim) -> Expectation {
    cursor.skipSpace()
    if let dots = cursor.takeAny(["...", "..<"]) {
      cursor.skipSpace()
      return .interval(lower: nil, upper: try simple(), includesUpper: dots == "...")
    }
    let first = try simple()
    var ahead = cursor
    ahead.skipSpace()
    guard let dots = ahead.takeAny(["...", "..<"]) else { return first }
    ahead.skipSpace()
    cursor = ahead
    let isOpen = cursor.next.map { [",", "]", ")", ":"].contains($0) } ?? true
    if isOpen && dots == "..<" {
      throw UnreadableClaim(reason: "the upper end of the range is missing", isFinal: true)
    }
    return .interval(
      lower: first, upper: isOpen ? nil : try simple(), includesUpper: dots == "...")
  }

  /// A value that is no range.
  private mutating func simple() throws(UnreadableClaim) -> Expectation {
    if let isNegative = takeInfinity() { return .infinity(isNegative: isNegative) }
    if let literal = try number(in: .claim) { return try tolerated(literal) }
    if cursor.next == "\"" {
      guard let text = SwiftString.read(&cursor) else {
        throw UnreadableClaim(
          reason: "the string has no end, or an escape that Swift does not know")
      }
      return .string(text)
    }
    if cursor.take("[") { return try collection() }
    if cursor.take("(") { return .tuple(try parts()) }
    if cursor.take(".") {
      guard let name = takeName() else { throw UnreadableClaim(reason: "a case has no name") }
      return .enumCase(type: nil, name: name, parts: cursor.take("(") ? try parts() : nil)
    }
    guard let name = takeTypeName() else { throw leftover(isValue: true) }
    switch name {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "nil": return .none
    case "nan", "NaN": return .notANumber
    default:
      if cursor.take("(") { return .object(type: name, try parts()) }
      // `Shape.circle`: types have capital letters.
      if let point = name.lastIndex(of: "."), name.first?.isUppercase == true,
        let first = name[point...].dropFirst().first, first.isLowercase
      {
        return .enumCase(
          type: String(name[..<point]), name: String(name[point...].dropFirst()), parts: nil)
      }
      let type = name.first?.isUppercase == true ? ", a type as Array<Int>.self" : ""
      throw UnreadableClaim(
        reason:
          "‘\(name)’ is no value; a text stands in quotation marks, a case after a point\(type)")
    }
  }

  // MARK: - Brackets

  /// Counts an open bracket; it is uncounted where it is closed.
  private mutating func open() throws(UnreadableClaim) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw UnreadableClaim(
        reason: "more than \(Self.depthLimit) brackets stand inside one another: claim a part of "
          + "the value", isFinal: true)
    }
  }

  private mutating func collection() throws(UnreadableClaim) -> Expectation {
    try open()
    defer { depth -= 1 }
    cursor.skipSpace()
    if cursor.take("]") { return .array([]) }
    if cursor.take(":") {
      cursor.skipSpace()
      guard cursor.take("]") else { throw UnreadableClaim(reason: "‘]’ is missing") }
      return .dictionary([])
    }
    var items: [Expectation] = []
    var pairs: [(key: Expectation, value: Expectation)] = []
    repeat {
      cursor.skipSpace()
      // A comma may stand behind the last part.
      if cursor.next == "]" { break }
      let item = try claim()
      cursor.skipSpace()
      if cursor.take(":") { pairs.append((item, try claim())) } else { items.append(item) }
      cursor.skipSpace()
    } while cursor.take(",")
    guard cursor.take("]") else { throw UnreadableClaim(reason: "‘]’ is missing") }
    guard items.isEmpty || pairs.isEmpty else {
      throw UnreadableClaim(reason: "some parts have keys and some have none")
    }
    return pairs.isEmpty ? .array(items) : .dictionary(pairs)
  }

  /// The inside of parentheses, the closing one included.
  private mutating func parts() throws(UnreadableClaim) -> [Expectation.Part] {
    try open()
    defer { depth -= 1 }
    var parts: [Expectation.Part] = []
    repeat {
      cursor.skipSpace()
      if cursor.next == ")" { break }
      let label = takeLabel()
      parts.append(.init(label: label, try claim()))
      cursor.skipSpace()
    } while cursor.take(",")
    guard cursor.take(")") else { throw UnreadableClaim(reason: "‘)’ is missing") }
    return parts
  }

  // MARK: - Words

  private mutating func takeLabel() -> String? {
    var ahead = self
    guard let label = ahead.takeName() else { return nil }
    ahead.cursor.skipSpace()
    guard ahead.cursor.take(":") else { return nil }
    self = ahead
    return label
  }

  mutating func takeInfinity() -> Bool? {
    var attempt = cursor
    let sign = attempt.takeAny(["-", "−", "+"])
    if !attempt.take("∞") {
      guard attempt.takeAny(["infinity", "inf"]) != nil, !(attempt.next?.isWordPart ?? false) else {
        return nil
      }
    }
    cursor = attempt
    return sign == "-" || sign == "−"
  }

  private mutating func takeWord(_ word: String) -> Bool {
    var attempt = self
    guard attempt.takeName() == word else { return false }
    self = attempt
    return true
  }

  /// An identifier, with points for a nested type.
  private mutating func takeName() -> String? {
    guard let first = cursor.next, first.isWordStart else { return nil }
    return cursor.take { $0.isWordPart || $0 == "." }
  }

  /// A name, with generic arguments where it is called or a type itself: `Pair<Int, String>(a: 1, b: "x")`.
  private mutating func takeTypeName() -> String? {
    var attempt = cursor
    guard let name = takeName() else { return nil }
    guard cursor.next == "<" else { return name }
    let start = attempt.index
    _ = TypePath(&attempt)
    guard attempt.next == "(" || attempt.slice(from: start).hasSuffix(">.self") else { return name }
    cursor = attempt
    return attempt.slice(from: start)
  }

  /// What stands where nothing can be read any more.
  func leftover(isValue: Bool = false) -> UnreadableClaim {
    var rest = cursor
    let text = rest.take { _ in true }
    let shown = text.count <= 60 ? text : text.prefix(50) + " …"
    if cursor.next?.properties.generalCategory == .otherNumber,
      Superscript.plain(cursor.next!) == nil
    {
      return UnreadableClaim(
        reason: "‘\(shown)’ is no decimal number: write 0.5 for ½, 1e-3 for a thousandth",
        isFinal: true)
    }
    return UnreadableClaim(
      reason: isValue
        ? "‘\(shown)’ is no value that a claim can state"
        : "‘\(shown)’ behind the value is no part of a claim")
  }
}
