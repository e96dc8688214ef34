// Numbers: the digits rule, tolerances, relations and ranges.

import Diagnostics
import GalleyRecordFormat

extension Comparison {
  static func number(_ literal: NumberLiteral, _ value: RecordedValue) -> Comparison {
    if let fault = literal.fault { return Comparison(.unjudged, .verbatim(fault)) }
    if literal.context.isText, value.duration != nil { return durationInProse }
    guard let got = value.exactNumber else {
      // `1...` is a range without an end where the value is one.
      if literal.ellipsis == "...", BoundedRange(value) != nil {
        var lower = literal
        lower.ellipsis = nil
        return interval(value, .number(lower), nil, includesUpper: true)
      }
      return notFinite(literal.rule, value)
    }
    if literal.isNegativeZero { return Comparison(value.isNegativeZero, literal.rule) }
    let isNegative = got.isNegative || value.isNegativeZero
    if literal.ellipsis != nil {
      let excess = got.magnitude - literal.value.magnitude
      let holds =
        (isNegative == literal.isNegative || got.isZero && !literal.isNegative)
        && !excess.isNegative && excess < literal.unit
      return Comparison(holds, literal.rule)
    }
    if literal.isInteger { return Comparison(got == literal.value, literal.rule) }
    // The sign of a number that was rounded to nothing is still its own.
    if literal.isZero, !literal.sign.isEmpty, literal.isNegative != isNegative {
      return Comparison(false, literal.rule)
    }
    return Comparison((got - literal.value).magnitude <= literal.unit.half, literal.rule)
  }

  static func near(
    _ literal: NumberLiteral, _ tolerance: Expectation.Tolerance, _ value: RecordedValue
  ) -> Comparison {
    guard let allowed = tolerance.allowed(around: literal, beside: value) else {
      return Comparison(.unjudged, "only a floating-point value has units in the last place")
    }
    var rule: Sentence = "within \(tolerance.text) of the number written"
    if case .points = tolerance {
      rule = "within \(tolerance.text) of the whole, in percentage points, of the number written"
    }
    guard let got = value.exactNumber else { return notFinite(rule, value) }
    let isNear = { (got: ExactNumber) in (got - literal.value).magnitude <= allowed }
    if let ends = value.finiteEnds, isNear(ends.lowerBound), isNear(ends.upperBound) {
      return nothing(value)
    }
    return Comparison(isNear(got), rule)
  }

  static func within(
    _ value: RecordedValue, _ lower: Expectation.Bound, _ upper: Expectation.Bound,
    includesUpper: Bool
  ) -> Comparison {
    let isNamed = lower.isInfinite || upper.isInfinite
    let above = related(value, .greaterOrEqual, lower, isInfinityNamed: isNamed)
    let below = related(
      value, includesUpper ? .lessOrEqual : .less, upper, isInfinityNamed: isNamed)
    guard let failed = [above, below].first(where: { $0.rule != Self.relation }) else {
      return Comparison(above.holds && below.holds, "the value lies in the range")
        .unlessAll(
          value, [(.greaterOrEqual, lower), (includesUpper ? .lessOrEqual : .less, upper)])
    }
    return failed
  }

  static func related(
    _ value: RecordedValue, _ relation: Expectation.Relation, _ bound: Expectation.Bound,
    isInfinityNamed: Bool = false
  ) -> Comparison {
    let duration = value.duration
    switch (bound, duration) {
    case (.duration, nil):
      return Comparison(.unjudged, "only a Duration is compared with a length of time")
    case (.number(let literal), .some) where literal.context.isText: return durationInProse
    case (.number(let literal), .some):
      return Comparison(
        .unjudged,
        "a Duration is compared with a length of time: write \(relation.rawValue) \(literal.text) seconds"
      )
    default: break
    }
    guard let quantity = duration.map({ .finite($0) }) ?? value.quantity else {
      return Comparison(.unjudged, "only numbers have an order")
    }
    let left: NumberPosition
    switch quantity {
    case .finite(let number): left = .init(exact: number)
    case .tooLong: return notFinite(Self.relation, value)
    case .notANumber: return Comparison(false, "NaN stands in no relation: claim nan")
    case .infinite(let isNegative):
      guard bound.isInfinite || isInfinityNamed else {
        return Comparison(false, "an infinite value stands in no relation to finite ones: claim it")
      }
      left = .infinity(isNegative: isNegative)
    }
    // The other infinity than the one that is named is not what the author thought of.
    if left.rank != 0, bound.isInfinite, left.rank != bound.position.rank, !isInfinityNamed {
      return Comparison(false, "the value is another infinity: claim it")
    }
    return Comparison(relation.holds(left, bound.position.asStored(beside: value)), Self.relation)
  }

  private static let relation: Sentence = "the relation is true"

  /// A value where a finite number was claimed.
  private static let durationInProse = Comparison(
    .unjudged,
    "a Duration is no number: claim how many seconds it has, duration / .seconds(1), or claim it in Swift"
  )

  private static func notFinite(_ rule: Sentence, _ value: RecordedValue) -> Comparison {
    if case .tooLong? = value.quantity {
      return Comparison(.unjudged, "the number has too many digits to be compared")
    }
    return mismatch(rule, value)
  }

  /// A range as a value.
  static func interval(
    _ value: RecordedValue, _ lower: Expectation?, _ upper: Expectation?, includesUpper: Bool
  ) -> Comparison {
    guard let range = BoundedRange(value) else {
      guard value.quantity != nil else { return mismatch("the same range", value) }
      return Comparison(
        .unjudged, "the value is a number: that it lies in a range is written ‘in 0.2...0.3’")
    }
    guard range.includesUpper == includesUpper, (range.lower == nil) == (lower == nil),
      (range.upper == nil) == (upper == nil)
    else { return Comparison(false, "the same kind of range") }
    return each(
      zip([range.lower, range.upper], [lower, upper]).compactMap { got, wanted in
        got.flatMap { got in wanted.map { of(got, $0) } }
      })
  }
}

extension Expectation.Tolerance {
  /// How far from the number written a value may lie; nil for units in the last place of what has none.
  func allowed(around literal: NumberLiteral, beside value: RecordedValue) -> ExactNumber? {
    switch self {
    case .absolute(let size), .points(let size): size.value
    case .percent(let size): size.value * literal.value.magnitude
    case .ulps(let size):
      if case .float(let float) = value { size.value * float.ulp(at: literal.value) } else { nil }
    }
  }
}
