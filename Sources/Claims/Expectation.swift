// Expectation: what a claim says, as a value. Reading it, judging by it and correcting it stand in files of
// their own.

/// What an author says a value is.
package indirect enum Expectation: Sendable {
  /// Equal at the digits written; `…` in the literal means that the digits go on.
  case number(NumberLiteral)
  case near(NumberLiteral, Tolerance)
  case relation(Relation, Bound)
  /// `in 0.2...0.3` or `in 0.2..<0.3`.
  case range(Bound, Bound, includesUpper: Bool)
  /// A range as the value itself: `1...3`, `0..<5`, `..<5`.
  case interval(lower: Expectation?, upper: Expectation?, includesUpper: Bool)
  case boolean(Bool)
  /// A text in quotation marks: that very text, or what `print` writes of a value that is none.
  case string(String)
  /// A text without quotation marks: what `print` writes. `otherwise` says what is wrong with it as a claim
  /// about a value of which `print` writes no text of its own.
  case printed(String, otherwise: String)
  case none
  case notANumber
  case infinity(isNegative: Bool)
  case array([Expectation])
  case dictionary([(key: Expectation, value: Expectation)])
  case tuple([Part])
  case object(type: String, [Part])
  /// `parts` is nil where only the case is named, `type` where it begins with a point.
  case enumCase(type: String?, name: String, parts: [Part]?)

  package struct Part: Sendable {
    /// Nil where the author wrote no label.
    package var label: String?
    package var expectation: Expectation

    package init(label: String? = nil, _ expectation: Expectation) {
      self.label = label
      self.expectation = expectation
    }
  }

  package enum Tolerance: Sendable {
    case absolute(NumberLiteral)
    /// Units in the last place, of the computed value's own format, at the value written.
    case ulps(NumberLiteral)
    /// So many hundredths of the number written.
    case percent(NumberLiteral)
    /// Percentage points, behind a number that is itself in percent.
    case points(NumberLiteral)
  }

  package enum Relation: String, Sendable {
    case less = "<"
    case greater = ">"
    case lessOrEqual = "≤"
    case greaterOrEqual = "≥"
    case unequal = "≠"
  }

  /// What a relation compares with.
  package enum Bound: Sendable {
    case number(NumberLiteral)
    case infinity(isNegative: Bool)
    /// A length of time, as it was written, in units of 10 to `exponent` seconds.
    case duration(NumberLiteral, exponent: Int, text: String)

    package var isInfinite: Bool {
      if case .infinity = self { return true }
      return false
    }
  }

  /// Whether a number is stated, and nothing with parts.
  package var isNumber: Bool {
    switch self {
    case .number, .near: true
    default: false
    }
  }

  /// What stands inside `.some(…)` or `Optional(…)`.
  var wrapped: Expectation? {
    switch self {
    case .enumCase(let type, "some", .some(let parts)) where parts.count == 1:
      type.map { TypePath($0).name == "Optional" } ?? true ? parts[0].expectation : nil
    case .object(let type, let parts) where parts.count == 1 && parts[0].label == nil:
      ["Optional", "Swift.Optional", "Optional.some"].contains(type) ? parts[0].expectation : nil
    default: nil
    }
  }
}

extension Expectation {
  /// Whether the claim is `()`, the value of what has none.
  package var isEmptyTuple: Bool {
    if case .tuple(let parts) = self { parts.isEmpty } else { false }
  }
}
