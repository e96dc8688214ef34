// LineOutcome: the verdict on one line of a derivation, from what was counted in its draws, and the words for it.

import Claims
import Diagnostics
import Foundation
import GalleyRecordFormat
import Reading

extension SampledLine {
  /// Draws that say nothing of the line.
  var lost: Int { discarded + unreached }

  var verdict: (Verdict, reason: String) {
    if failures > 0 { return (.refuted, "") }
    if let incomparable { return (.unjudged, incomparable.words) }
    if unreached == draws {
      return (.unreached, "the derivation ended before this line on every draw")
    }
    if choices == 0 {
      return (.unjudged, "nothing is drawn: these are constants; claim them in an example")
    }
    if 2 * lost > draws {
      return (
        .unjudged,
        "\(lost) of \(draws) draws were discarded, by draw.require or because both sides are undefined, "
          + "equally infinite or empty, or the same for all values of the line’s variable; draw from where "
          + "the line has a meaning"
      )
    }
    guard isDecisive, measure != nil else {
      return (
        .unjudged,
        "the two sides, or entries of theirs, differ only where both are at most 1e-14, which the standard "
          + "tolerance allows to be wrong: state a tolerance, as in ± 1e-20"
      )
    }
    return (.held, "")
  }

  /// How near it was, in words.
  func worst(by rule: Derivation.Rule) -> Sentence {
    guard let measure else { return "" }
    let size = measure.short
    switch rule.relation {
    case .minimiser: return "minimisers at most \(size) apart"
    case .maximiser: return "maximisers at most \(size) apart"
    case .tends: return measure == 0 ? "the limit is reached" : "within \(size) of the limit"
    case .atMost, .atLeast, .less, .greater:
      if measure < 0 { return "at worst \((-measure).short) beyond, within the tolerance" }
      return measure == 0 ? "equal at the nearest" : "at the nearest \(size) apart"
    case .start: return ""
    case .equal, .proportional, .constant:
      return measure == 0 ? "no difference at all" : rule.allowance.apart(size)
    }
  }
}

extension EnclosedLine {
  /// What holds everywhere in the range, or by how much the line fails everywhere in its box.
  func bound(by rule: Derivation.Rule) -> Sentence {
    switch verdict {
    case .held(let measure):
      guard rule.relation.isOrder else {
        return rule.allowance.apart(measure.short(.up))
      }
      if measure > 0 { return "at least \(measure.short(.down)) apart" }
      return measure == 0
        ? "never in the wrong order"
        : "at most \((-measure).short(.up)) in the wrong order, within the tolerance"
    case .refuted(_, _, let size): return size == 0 ? "" : .verbatim(size.short(.down))
    case .open: return ""
    }
  }

  /// Where the line fails or stays undecided: `0.5…0.75`.
  var box: String {
    switch verdict {
    case .held: ""
    case .refuted(let lower, let upper, _), .open(let lower, let upper, _): "\(lower)…\(upper)"
    }
  }
}

extension Derivation.Rule.Allowance {
  fileprivate func apart(_ size: String) -> Sentence {
    switch self {
    case .absolute: "at most \(size) apart"
    case .ulps: "at most \(size) ulp apart"
    case .standard, .relative: "at most \(size) of the value apart"
    }
  }
}

extension LineRule.Relation {
  var isOrder: Bool {
    switch self {
    case .atMost, .atLeast, .less, .greater: true
    default: false
    }
  }
}

extension SampledLine.Incomparable {
  fileprivate var words: String {
    switch self {
    case .type(let name):
      "a value of type \(name) cannot be compared; give numbers, booleans, arrays or tuples"
    case .noOrder: "only numbers have an order"
    case .notNumbers: "only numbers are proportional or differ by a constant"
    case .notOneNumber: "only a single number has a minimiser"
    case .proportionOfOne:
      "one number is proportional to any other: write behind the line ‘in x’, x a drawn name"
    case .noVariable: "the variable of a minimiser must be one draw.real or draw.logUniform"
    case .noSequence:
      "nothing goes to a limit: draw it with draw.approaching or draw.growing"
    case .shortSequence(let count, let needed):
      "a limit needs a sequence of at least \(needed) values; this one has \(count)"
    case .movingLimit:
      "this line still changes where the parameter ends, so it is no limit: write what the line above "
        + "comes to"
    case .twoPlateaus:
      "the line above settles elsewhere first, and comes here perhaps by rounding alone: end the sequence sooner, with "
        + "nearest: or to:, or begin it later, with start: or from:"
    }
  }
}

extension SampledLine.Failure.Cause {
  var words: String {
    switch self {
    case .apart(let size, let allowed, let path):
      path.entry("apart by \(size.short); allowed are \(allowed.short)")
    case .differs(let path): path.entry("the two differ")
    case .wrongOrder(let size, let path): path.entry("wrong by \(size)")
    case .equal(let path): path.entry("the two are equal")
    case .kinds(let path): path.entry("the two lines have values of different kinds")
    case .entries(let above, let here, let path):
      path.entry("the line above has \(above) entries and this one \(here)")
    case .undefinedAbove(let path): path.entry("only the line above is undefined")
    case .undefinedHere(let path): path.entry("only this line is undefined")
    case .infinite(let path): path.entry("one side is infinite, and the other is not the same")
    case .threw(let error): "an error was thrown: \(error)"
    case .notConstant(let here, let elsewhere):
      "the difference is \(here) here and \(elsewhere) for another value of the variable"
    case .factors(let one, let other):
      "the factor is \(one) at one place and \(other) at another"
    case .oneIsZero: "only one of the two lines is zero"
    case .extremes(let above?, let here?, let allowed):
      "the line above is extreme at \(above), this one at \(here); allowed are \(allowed.short)"
    case .extremes(let above?, nil, _):
      "the line above is extreme at \(above), this one does not depend on the variable"
    case .extremes(nil, let here?, _):
      "this line is extreme at \(here), the one above does not depend on the variable"
    case .extremes(nil, nil, _): "neither line depends on the variable"
    case .noLimit(let errors, let allowed):
      "no three values in a row come within \(allowed.short) of the limit; the errors along the sequence: "
        + "\(errors.sampled), at the end \((errors.last ?? .nan).short)"
    case .leavesLimit(let errors):
      "it comes near the limit and leaves it again, by more than rounding explains; "
        + "the errors along the sequence: \(errors.sampled)"
    }
  }
}

extension [Int] {
  /// `at [2][0]: …` for an entry of a list.
  fileprivate func entry(_ words: String) -> String {
    isEmpty ? words : "at \(map { "[\($0)]" }.joined()): \(words)"
  }
}

extension [Double] {
  /// Some six of them.
  fileprivate var sampled: String {
    enumerated().filter { $0.offset % Swift.max(1, count / 6) == 0 }.map(\.element.short)
      .joined(separator: ", ")
  }
}

extension Double {
  /// Two digits, as a person would say how large an error is: `7.1e-16`.
  fileprivate var short: String { String(format: "%.2g", self) }

  /// Two digits that do not flatter.
  fileprivate func short(_ direction: FloatingPointRoundingRule) -> String {
    var (text, near) = (short, self)
    while let written = Double(text), isFinite,
      direction == .up ? written < self : written > self
    {
      near *= direction == .up ? 1.01 : 0.99
      text = near.short
    }
    return text
  }
}
