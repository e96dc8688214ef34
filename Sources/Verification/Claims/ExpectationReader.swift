// ExpectationReader: the grammar of claims, from text to Expectation. The whole text must be a claim:
// a remark behind a value would make it doubtful which part of it was checked.

/// Why a text is no claim, in words for its author.
struct UnreadableClaim: Error {
  var reason: String
}

struct ExpectationReader {
  private var cursor: TextCursor

  /// Reads all of `text` as one claim.
  static func read(_ text: String) throws(UnreadableClaim) -> Expectation {
    var reader = ExpectationReader(cursor: TextCursor(text))
    let expectation = try reader.claim()
    reader.cursor.skipSpace()
    guard reader.cursor.isAtEnd else {
      var rest = reader.cursor
      throw UnreadableClaim(
        reason: "‘\(rest.take { _ in true })’ behind the value is no part of a claim")
    }
    return expectation
  }

  private mutating func claim() throws(UnreadableClaim) -> Expectation {
    cursor.skipSpace()
    if cursor.isAtEnd { throw UnreadableClaim(reason: "there is no value after the arrow") }
    if let relation = takeRelation() {
      cursor.skipSpace()
      return .relation(relation, try bound())
    }
    if takeWord("in") {
      cursor.skipSpace()
      let lower = try bound()
      cursor.skipSpace()
      guard let dots = cursor.takeAny(["...", "..<", "…"]) else {
        throw UnreadableClaim(reason: "a range is written ‘in 0.2...0.3’ or ‘in 0.2..<0.3’")
      }
      cursor.skipSpace()
      return .range(lower, try bound(), includesUpper: dots != "..<")
    }
    return try value()
  }

  private mutating func takeRelation() -> Expectation.Relation? {
    switch cursor.takeAny(["<=", ">=", "!=", "<", ">", "≤", "≥", "≠"]) {
    case "<": .less
    case ">": .greater
    case "<=", "≤": .lessOrEqual
    case ">=", "≥": .greaterOrEqual
    case "!=", "≠": .unequal
    default: nil
    }
  }

  private mutating func bound() throws(UnreadableClaim) -> Expectation.Bound {
    if let isNegative = takeInfinity() { return .infinity(isNegative: isNegative) }
    guard let literal = NumberLiteral.read(&cursor, in: .claim) else {
      throw UnreadableClaim(reason: "a number is missing after the relation")
    }
    return .number(literal)
  }

  private mutating func value() throws(UnreadableClaim) -> Expectation {
    cursor.skipSpace()
    if let isNegative = takeInfinity() { return .infinity(isNegative: isNegative) }
    if let literal = NumberLiteral.read(&cursor, in: .claim) { return try tolerated(literal) }
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
      return .enumCase(name: name, parts: cursor.take("(") ? try parts() : nil)
    }
    guard let name = takeName() else {
      var rest = cursor
      throw UnreadableClaim(
        reason: "‘\(rest.take { _ in true })’ is no value that a claim can state")
    }
    switch name {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "nil": return .none
    case "nan", "NaN": return .notANumber
    default:
      if cursor.take("(") { return .object(type: name, try parts()) }
      throw UnreadableClaim(
        reason: "‘\(name)’ is no value; a text stands in quotation marks, a case after a point")
    }
  }

  private mutating func tolerated(
    _ literal: NumberLiteral
  ) throws(UnreadableClaim) -> Expectation {
    var ahead = cursor
    ahead.skipSpace()
    guard ahead.takeAny(["±", "+-", "+/-"]) != nil else { return .number(literal) }
    cursor = ahead
    cursor.skipSpace()
    guard let tolerance = NumberLiteral.read(&cursor, in: .claim), tolerance.sign.isEmpty else {
      throw UnreadableClaim(reason: "a tolerance is missing after ±")
    }
    if literal.ellipsis != nil {
      throw UnreadableClaim(reason: "‘…’ and ± contradict each other: keep one")
    }
    if tolerance.percent != nil { return .near(literal, .percent(tolerance)) }
    ahead = cursor
    ahead.skipSpace()
    if ahead.take("ulp") {
      _ = ahead.take("s")
      cursor = ahead
      return .near(literal, .ulps(tolerance))
    }
    return .near(literal, .absolute(tolerance))
  }

  private mutating func collection() throws(UnreadableClaim) -> Expectation {
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
    var parts: [Expectation.Part] = []
    repeat {
      cursor.skipSpace()
      if cursor.next == ")" { break }
      var ahead = self
      if let label = ahead.takeName() {
        ahead.cursor.skipSpace()
        if ahead.cursor.take(":") {
          self = ahead
          parts.append(.init(label: label, expectation: try claim()))
          cursor.skipSpace()
          continue
        }
      }
      parts.append(.init(label: nil, expectation: try claim()))
      cursor.skipSpace()
    } while cursor.take(",")
    guard cursor.take(")") else { throw UnreadableClaim(reason: "‘)’ is missing") }
    return parts
  }

  private mutating func takeInfinity() -> Bool? {
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
}
