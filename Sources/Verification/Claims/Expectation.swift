// Expectation: what a claim says, as a value. Reading it and judging by it stand in files of their own.

/// What an author says a value is.
indirect enum Expectation: Sendable {
  /// Equal at the digits written; `…` in the literal means that the digits go on.
  case number(NumberLiteral)
  case near(NumberLiteral, Tolerance)
  case relation(Relation, Bound)
  /// `in 0.2...0.3` or `in 0.2..<0.3`.
  case range(Bound, Bound, includesUpper: Bool)
  case boolean(Bool)
  case string(String)
  case none
  case notANumber
  case infinity(isNegative: Bool)
  case array([Expectation])
  case dictionary([(key: Expectation, value: Expectation)])
  case tuple([Part])
  case object(type: String, [Part])
  /// `parts` is nil where only the case is named.
  case enumCase(name: String, parts: [Part]?)

  struct Part: Sendable {
    /// Nil where the author wrote no label.
    var label: String?
    var expectation: Expectation
  }

  enum Tolerance: Sendable {
    case absolute(NumberLiteral)
    /// Units in the last place, of the computed value's own format, at the value written.
    case ulps(NumberLiteral)
    case percent(NumberLiteral)
  }

  enum Relation: String, Sendable {
    case less = "<"
    case greater = ">"
    case lessOrEqual = "≤"
    case greaterOrEqual = "≥"
    case unequal = "≠"
  }

  /// What a relation compares with.
  enum Bound: Sendable {
    case number(NumberLiteral)
    case infinity(isNegative: Bool)
  }

  /// Whether a number is stated, and nothing with parts.
  var isNumber: Bool {
    switch self {
    case .number, .near: true
    default: false
    }
  }
}
