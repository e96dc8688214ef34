// Judgement: whether a computed value is what the claim says. Numbers are decided exactly, as
// rational numbers; nothing is formatted to be compared.

/// The outcome for one claim and one value.
struct Judgement: Sendable {
  var verdict: Verdict
  /// How it was decided, in words for a reader.
  var rule: String
  /// What the author could write instead, in the author's own precision; nil where nobody can say.
  var correction: String?

  static func of(_ value: RecordedValue, by expectation: Expectation) -> Judgement {
    if case .cut = value {
      return Judgement(verdict: .unjudged, rule: "the value is too large to be compared")
    }
    // An optional with a value is compared as that value, as a reader would.
    if case .some(let inner) = value {
      switch expectation {
      case .enumCase("some", let parts):
        guard let parts else { return same(true, "the same case", value) }
        return all([(parts, [.init(label: "", value: inner)])], value)
      case .none, .enumCase("none", _): return same(false, "the same value", value)
      default: return of(inner, by: expectation)
      }
    }
    switch expectation {
    case .number(let literal): return number(literal, value)
    case .near(let literal, let tolerance): return near(literal, tolerance, value)
    case .relation(let relation, let bound): return related(value, relation, bound)
    case .range(let lower, let upper, let includesUpper):
      let above = related(value, .greaterOrEqual, lower).verdict == .held
      let below = related(value, includesUpper ? .lessOrEqual : .less, upper).verdict == .held
      return Judgement(
        verdict: above && below ? .held : .refuted, rule: "the value lies in the range")
    case .boolean(let wanted):
      if case .boolean(let got) = value { return same(got == wanted, "the same value", value) }
      return same(false, "the same value", value)
    case .string(let wanted):
      if case .string(let got) = value { return same(got == wanted, "the same text", value) }
      return same(false, "the same text", value)
    case .none:
      if case .none = value { return same(true, "the same value", value) }
      return same(false, "the same value", value)
    case .notANumber:
      if case .float(let got) = value { return same(got.isNaN, "the same value", value) }
      return same(false, "the same value", value)
    case .infinity(let isNegative):
      if case .float(let got) = value, got.exact == nil, !got.isNaN {
        return same(got.isNegative == isNegative, "the same value", value)
      }
      return same(false, "the same value", value)
    case .array, .dictionary, .tuple, .object, .enumCase:
      return shaped(expectation, value)
    }
  }

  static func same(_ holds: Bool, _ rule: String, _ value: RecordedValue) -> Judgement {
    if case .opaque = value {
      return Judgement(verdict: .unjudged, rule: "the value has no parts that could be compared")
    }
    return Judgement(
      verdict: holds ? .held : .refuted, rule: rule, correction: holds ? nil : value.claimText)
  }

  private static func number(_ literal: NumberLiteral, _ value: RecordedValue) -> Judgement {
    guard let got = value.exactNumber else { return same(false, literal.rule, value) }
    if literal.isNegativeZero {
      guard case .float(let float) = value else { return same(false, "the same value", value) }
      return same(got.isZero && float.isNegative, "the same value", value)
    }
    let holds: Bool
    if literal.ellipsis != nil {
      let excess = got.magnitude - literal.value.magnitude
      holds =
        (got.isNegative == literal.isNegative || got.isZero)
        && !excess.isNegative && excess < literal.unit
    } else if literal.isInteger {
      holds = got == literal.value
    } else {
      holds = (got - literal.value).magnitude <= literal.unit.half
    }
    return Judgement(
      verdict: holds ? .held : .refuted, rule: literal.rule,
      correction: holds ? nil : corrected(literal, got, value))
  }

  private static func corrected(
    _ literal: NumberLiteral, _ got: ExactNumber, _ value: RecordedValue
  ) -> String {
    // An integer claim cannot be made true by rounding: show all the digits.
    let isExact = literal.isInteger && literal.rewrittenValue(for: got) != got
    return isExact ? value.description : literal.rewritten(for: got)
  }

  private static func near(
    _ literal: NumberLiteral, _ tolerance: Expectation.Tolerance, _ value: RecordedValue
  ) -> Judgement {
    let allowed: ExactNumber
    let rule: String
    switch tolerance {
    case .absolute(let size):
      allowed = size.value
      rule = "within \(size.text) of the number written"
    case .percent(let size):
      allowed = size.value * literal.value.magnitude
      rule = "within \(size.text) of the number written"
    case .ulps(let size):
      guard case .float(let float) = value.unwrapped else {
        return Judgement(
          verdict: .unjudged, rule: "only a floating-point value has units in the last place")
      }
      allowed = size.value * float.ulp(at: literal.value)
      rule = "within \(size.text) ulp of the number written"
    }
    guard let got = value.exactNumber else { return same(false, rule, value) }
    let holds = (got - literal.value).magnitude <= allowed
    if holds { return Judgement(verdict: .held, rule: rule) }
    let rewritten = literal.rewritten(for: got)
    let isNear = (literal.rewrittenValue(for: got) - got).magnitude <= allowed
    return Judgement(
      verdict: .refuted, rule: rule, correction: isNear ? rewritten : value.description)
  }

  private static func related(
    _ value: RecordedValue, _ relation: Expectation.Relation, _ bound: Expectation.Bound
  ) -> Judgement {
    let rule = "the relation is true"
    // Infinities compare by rank, everything finite exactly.
    func ranked(_ number: ExactNumber?, _ isNegative: Bool) -> (rank: Int, exact: ExactNumber) {
      number.map { (0, $0) } ?? (isNegative ? -1 : 1, .zero)
    }
    let left: (rank: Int, exact: ExactNumber)
    if let exact = value.exactNumber {
      left = ranked(exact, false)
    } else if case .float(let float) = value.unwrapped {
      // NaN is unequal to everything and in no other relation to anything.
      if float.isNaN {
        return Judgement(verdict: relation == .unequal ? .held : .refuted, rule: rule)
      }
      left = ranked(nil, float.isNegative)
    } else {
      return Judgement(verdict: .unjudged, rule: "only numbers have an order")
    }
    let right =
      switch bound {
      case .number(let literal): ranked(literal.value, false)
      case .infinity(let isNegative): ranked(nil, isNegative)
      }
    let isLess = left.rank == right.rank ? left.exact < right.exact : left.rank < right.rank
    let isEqual = left.rank == right.rank && left.exact == right.exact
    let holds =
      switch relation {
      case .less: isLess
      case .greater: !isLess && !isEqual
      case .lessOrEqual: isLess || isEqual
      case .greaterOrEqual: !isLess
      case .unequal: !isEqual
      }
    return Judgement(verdict: holds ? .held : .refuted, rule: rule)
  }
}

extension NumberLiteral {
  /// How this literal is compared, in words for a reader.
  var rule: String {
    if ellipsis != nil { return "begins with the digits written" }
    if isInteger { return "exactly equal" }
    if power != nil { return "equal after rounding to the last digit written" }
    if percent != nil && decimals == 0 { return "equal after rounding to a whole percent" }
    let places = decimals == 1 ? "1 decimal" : "\(decimals) decimals"
    return percent == nil
      ? "equal after rounding to \(places)" : "equal after rounding to \(places) of a percent"
  }

  /// The number that `rewritten(for:)` stands for.
  func rewrittenValue(for computed: ExactNumber) -> ExactNumber {
    var cursor = TextCursor(rewritten(for: computed))
    let context: Context = separator == nil || separator == "_" ? .claim : .prose
    return NumberLiteral.read(&cursor, in: context)?.value ?? computed
  }
}

extension RecordedValue {
  /// The value inside any optionals.
  var unwrapped: RecordedValue {
    if case .some(let inner) = self { return inner.unwrapped }
    return self
  }

  /// The value as a claim would state it; nil when no claim can, or none that a person would write.
  var claimText: String? {
    switch self {
    case .opaque, .cut: nil
    default: description.utf8.count <= 1000 ? description : nil
    }
  }
}
