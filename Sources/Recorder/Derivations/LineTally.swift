// LineTally: what was seen of one line of a derivation in all draws.

import GalleyRecordFormat

struct LineTally {
  /// One draw that broke the line.
  struct Case {
    var draw: Int
    var choices: [Choice]
    var above: SampledValue?
    var here: SampledValue?
    var cause: SampledLine.Failure.Cause

    /// Of more inputs than anybody reads, the first.
    var failure: SampledLine.Failure {
      .init(
        draw: draw, inputs: choices.prefix(200).map(\.input), above: above?.description,
        here: here?.description, cause: cause)
    }
  }

  let rule: LineRule
  var draws = 0
  /// Inputs that were drawn, in all draws.
  var choices = 0
  var discarded = 0
  var unreached = 0
  var failures = 0
  /// The largest deviation, or for an order the smallest margin.
  var measure: Double?
  private var evidence = Evidence()
  var incomparable: SampledLine.Incomparable?
  var first: Case?
  var smallest: Case?
  /// The powers with which errors fell, one for each draw of a limit.
  var rates: [Double] = []
  /// Where the parameters of the limit are drawn.
  var sequences: [Choice] = []

  init(_ rule: LineRule) { self.rule = rule }

  private var isOrder: Bool {
    switch rule.relation {
    case .atMost, .atLeast, .less, .greater: true
    default: false
    }
  }

  /// Takes one outcome in; returns whether it is the first failure.
  mutating func add(_ outcome: LineOutcome) -> Bool {
    draws += 1
    switch outcome {
    case .held(let new, let seen):
      measure = measure.map { isOrder ? min($0, new) : max($0, new) } ?? new
      evidence.add(seen)
    case .failed:
      failures += 1
      return failures == 1
    case .undefined: discarded += 1
    case .incomparable(let reason): if incomparable == nil { incomparable = reason }
    case .unreached: unreached += 1
    }
    return false
  }

  /// What is told of the line.
  func seen(part: Int, step: Int) -> SampledLine {
    SampledLine(
      part: part, step: step, draws: draws, choices: choices, discarded: discarded,
      unreached: unreached,
      failures: failures, measure: measure, isDecisive: evidence.isDecisive,
      incomparable: incomparable,
      rate: rates.isEmpty ? nil : rates.sorted()[rates.count / 2],
      sequences: sequences.map(\.input), first: first?.failure, smallest: smallest?.failure)
  }
}
