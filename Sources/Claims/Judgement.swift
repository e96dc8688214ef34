// Judgement: what a reader is told of one claim: whether it holds, by which rule, what was computed, and what
// the author could write instead.

import Diagnostics
import GalleyRecordFormat

/// The outcome for one claim and all the values that its line had.
package struct Judgement: Sendable {
  package var verdict: Verdict
  /// How it was decided, in words for a reader.
  package var rule: Sentence
  /// The value that decided it, in Swift's words; a long one shortened.
  package var computed: String
  /// What the author could write instead, in the author's own form and precision. It is readable, and was
  /// judged to hold for every value; nil where there is nothing of the kind.
  package var correction: String?
  /// How far all values are from being refuted; nil where one is, or the form has no measure.
  package var margin: Margin?

  package init(
    verdict: Verdict, rule: Sentence, computed: String, correction: String? = nil,
    margin: Margin? = nil
  ) {
    self.verdict = verdict
    self.rule = rule
    self.computed = computed
    self.correction = correction
    self.margin = margin
  }

  /// The verdict on the value of a line that ran once.
  package static func of(_ value: RecordedValue, by expectation: Expectation) -> Judgement {
    of([value], by: expectation)
  }

  /// The verdict on a line that ran many times: it must keep its word every time, and the first time that it
  /// does not decides. Without any value the claim is unreached.
  package static func of(_ values: [RecordedValue], by expectation: Expectation) -> Judgement {
    guard let last = values.last else {
      return Judgement(verdict: .unreached, rule: "no value was recorded", computed: "nothing")
    }
    for (time, value) in values.enumerated() {
      let comparison = Comparison.of(value, expectation)
      if comparison.holds { continue }
      let times: Sentence =
        values.count > 1 ? " (at run \(time + 1) of \(values.count))" : ""
      return Judgement(
        verdict: comparison.verdict, rule: comparison.rule + times,
        computed: value.summary(refuting: expectation),
        correction: Correction.of(expectation, for: value, holdingFor: values))
    }
    return Judgement(
      verdict: .held, rule: Comparison.of(values[0], expectation).rule, computed: last.summary,
      margin: Margin.of(values, by: expectation))
  }
}

extension RecordedValue {
  /// The value in Swift's words; with the digits that it is stored with where those of the words would hold.
  fileprivate func summary(refuting expectation: Expectation) -> String {
    guard case .float = self, let exact = exactNumber,
      Comparison.of(.decimal(description), expectation).holds,
      let form = NumberLiteral("0.00000000000000000000…", in: .claim)
    else { return summary }
    return "\(summary), stored as \(form.rewritten(for: exact))"
  }
}
