// Comparison: whether a computed value is what a claim says, and by which rule. Numbers are decided exactly,
// as rational numbers; nothing is formatted to be compared.

import Diagnostics
import GalleyRecordFormat

/// The outcome for one claim and one value.
struct Comparison {
  var verdict: Verdict
  /// How it was decided, in words for a reader.
  var rule: Sentence

  init(_ verdict: Verdict, _ rule: Sentence) {
    self.verdict = verdict
    self.rule = rule
  }

  init(_ holds: Bool, _ rule: Sentence) { self.init(holds ? .held : .refuted, rule) }

  var holds: Bool { verdict == .held }

  static func of(_ value: RecordedValue, _ expectation: Expectation) -> Comparison {
    if case .cut = value { return .cut }
    if case .some(let inner) = value { return optional(inner, expectation) }
    if case .string(let wanted) = expectation { return text(wanted, value) }
    if let printed = value.shown?.printed, printed.isSame(as: expectation.text) {
      return Comparison(true, "as printed")
    }
    switch expectation {
    case .number(let literal): return number(literal, value)
    case .near(let literal, let tolerance): return near(literal, tolerance, value)
    case .relation(let relation, let bound):
      return related(value, relation, bound).unlessAll(value, [(relation, bound)])
    case .range(let lower, let upper, let includesUpper):
      return within(value, lower, upper, includesUpper: includesUpper)
    case .interval(let lower, let upper, let includesUpper):
      return interval(value, lower, upper, includesUpper: includesUpper)
    case .boolean(let wanted):
      guard case .boolean(wanted) = value else { return mismatch("the same value", value) }
      return Comparison(true, "the same value")
    case .none:
      guard case .none = value else { return mismatch("the same value", value) }
      return Comparison(true, "the same value")
    case .notANumber:
      guard case .notANumber? = value.quantity else { return mismatch("the same value", value) }
      return Comparison(true, "the same value")
    case .infinity(let isNegative):
      guard case .infinite(isNegative)? = value.quantity else {
        return mismatch("the same value", value)
      }
      return Comparison(true, "the same value")
    case .printed(let text, let otherwise):
      if value.shown?.printed != nil { return Comparison(false, "as printed") }
      // Of a case without parts Swift itself prints the name.
      if case .enumCase(let name, [], _) = value, name.isSame(as: text) {
        return Comparison(true, "as printed")
      }
      return Comparison(.unjudged, .verbatim(otherwise))
    case .string, .array, .dictionary, .tuple, .object, .enumCase:
      return shaped(expectation, value)
    }
  }

  static let cut = Comparison(.unjudged, "the value is too large to be compared")

  /// A value that is something else than what is claimed. One that shows nothing is never refuted by its shape.
  static func mismatch(_ rule: Sentence, _ value: RecordedValue) -> Comparison {
    switch value {
    case .opaque(let shown):
      return shown.printed == nil
        ? Comparison(
          .unjudged, "the value has no parts that could be compared: claim a property of it")
        : Comparison(false, "as printed")
    default: return Comparison(false, rule)
    }
  }

  /// An optional with a value is compared as that value, as a reader would.
  private static func optional(_ inner: RecordedValue, _ expectation: Expectation) -> Comparison {
    if let wrapped = expectation.wrapped { return each([of(inner, wrapped)]) }
    switch expectation {
    case .enumCase(nil, "some", nil), .enumCase("Optional", "some", nil):
      return Comparison(true, "the same case")
    case .none, .enumCase(nil, "none", _), .enumCase("Optional", "none", _):
      return Comparison(false, "the optional holds a value")
    default: return of(inner, expectation)
    }
  }

  private static func text(_ wanted: String, _ value: RecordedValue) -> Comparison {
    if case .text(let got) = value {
      return Comparison(got.isSame(as: wanted), "the same text")
    }
    if let printed = value.shown?.printed {
      return Comparison(printed.isSame(as: wanted), "as printed")
    }
    return mismatch("the same text", value)
  }

  /// Several comparisons that must all hold.
  static func each(_ comparisons: [Comparison]) -> Comparison {
    if let refuted = comparisons.first(where: { $0.verdict == .refuted }) {
      return Comparison(false, rule(of: comparisons) ?? refuted.rule)
    }
    if let unjudged = comparisons.first(where: { $0.verdict == .unjudged }) { return unjudged }
    return Comparison(true, rule(of: comparisons) ?? "the same shape")
  }

  private static func rule(of comparisons: [Comparison]) -> Sentence? {
    guard let first = comparisons.first?.rule else { return nil }
    guard comparisons.allSatisfy({ $0.rule == first }) else { return "each part by its own rule" }
    // Parts of parts hold by the same rule; saying "each part" once is enough.
    return first.pattern.hasPrefix("each part") ? first : "each part \(first)"
  }
}
