// What became of the lines that were to be decided for a whole range of a variable.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading

extension Referee {
  /// The outcome of a line that was sampled, with what interval arithmetic says of it.
  func outcome(
    _ sampled: Outcome, enclosing rule: Derivation.Rule, _ line: EnclosedLine?
  ) -> Outcome {
    guard let enclosure = rule.enclosure else { return sampled }
    let range = enclosure.words
    guard let line else {
      return sampled.verdict == .held
        ? Outcome(verdict: .unreached, rule: "the program stopped before it looked at \(range)")
        : sampled
    }
    var outcome = sampled
    let bound = line.bound(by: rule)
    switch (sampled.verdict, line.verdict) {
    case (.held, .held):
      outcome.computed = "\(sampled.computed ?? ""); enclosed for \(range): \(bound)"
    case (.held, .open(_, _, isDefined: true)):
      let isStrict = rule.relation == .less || rule.relation == .greater
      let advice =
        isStrict
        ? "where the two sides touch, write \\le or \\ge, or a narrower range"
        : "state a wider tolerance or a narrower range"
      return Outcome(
        verdict: .unjudged,
        rule:
          "it held in all draws, but for \(enclosure.variable) in \(line.box) nothing is decided after \(line.boxes) boxes: \(advice), or leave ‘exact over’ away"
      )
    case (.held, .open):
      return Outcome(
        verdict: .unjudged,
        rule:
          "it held in all draws, but for \(enclosure.variable) in \(line.box) a side may be undefined or infinite, as a logarithm or a root is at 0: narrow the range"
      )
    case (.held, .refuted):
      return Outcome(
        verdict: .refuted, computed: .verbatim(error(line, rule)), rule: sampled.rule,
        refutation: (
          "this line does not follow from the one above, although it held in all draws: "
            + error(line, rule),
          [Note("the rule: \(rule.words)")]
        ))
    case (.refuted, .refuted): outcome.refutation?.notes.append(Note(error(line, rule)))
    case (.refuted, _), (.unreached, _), (.unjudged, _): break
    }
    return outcome
  }

  private func error(_ line: EnclosedLine, _ rule: Derivation.Rule) -> String {
    let words =
      rule.relation == .equal ? "the two sides are apart" : "the two sides are in the wrong order"
    let bound = line.bound(by: rule)
    let size: String = bound.isEmpty ? "" : " by at least \(bound)"
    return "for every \(rule.enclosure?.variable ?? "") in \(line.box) \(words)\(size)"
  }
}

extension Derivation.Rule.Enclosure {
  /// `every x in -5…5`
  var words: Sentence { "every \(variable) in \(text.replacing("...", with: "…"))" }
}
