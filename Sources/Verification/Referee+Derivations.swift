// What became of the lines of derivations, in words for authors and readers.

import Claims
import Diagnostics
import GalleyRecordFormat
import Markup
import Reading
import Running

extension Referee {
  /// The outcome of one line.
  func outcome(ofPart part: Int, step: Int, in execution: Execution) -> Outcome {
    guard let derivation = drawn(inPart: part),
      let line = execution.record.sampled[.init(part: part, step: step)]
    else {
      return Outcome(verdict: .unreached, rule: "the program stopped before it computed this")
    }
    let rule = derivation.steps[step].rule
    return outcome(
      outcome(of: line, rule, derivation), enclosing: rule,
      execution.record.enclosed[.init(part: part, step: step)])
  }

  private func outcome(
    of line: SampledLine, _ rule: Derivation.Rule, _ derivation: DrawnDerivation
  ) -> Outcome {
    let sampled: Sentence =
      "sampled: \(Sentence.extent(draws: line.draws, discarded: line.lost)); \(rule.words)"
    let (verdict, reason) = line.verdict
    switch verdict {
    case .held:
      return Outcome(
        verdict: .held,
        computed: derivation.rateWords(of: line).map { "\(line.worst(by: rule)); \($0)" }
          ?? line.worst(by: rule),
        rule: sampled)
    case .refuted:
      guard let first = line.first else { return Outcome(verdict: .refuted, rule: sampled) }
      return Outcome(
        verdict: .refuted, computed: .verbatim(words(of: first, rule)), rule: sampled,
        refutation: refutation(of: line, first, derivation, rule))
    case .unreached, .unjudged: return Outcome(verdict: verdict, rule: .verbatim(reason))
    }
  }

  /// The derivations with what was seen, in the order of the page.
  func derivations(with claims: [JudgedClaim]) -> [VerifiedDerivation] {
    var places: [Int: Int] = [:]
    for (index, judged) in claims.enumerated() where judged.claim.kind == .derivation {
      places[judged.claim.range.lowerBound] = index
    }
    var found: [VerifiedDerivation] = []
    for (part, content) in draft.parts.enumerated() {
      // A hidden derivation is checked and not shown.
      guard case .fence(let fence) = content, !fence.isHidden,
        let derivation = fence.chain?.lines
      else {
        continue
      }
      let record = program(ofPart: part)?.run.execution?.record
      let drawn = drawn(inPart: part)
      let lines = derivation.steps.enumerated().map { number, step in
        let place = Record.LinePlace(part: part, step: number)
        let enclosed = record?.enclosed[place]
        return VerifiedDerivation.Line(
          relation: step.relation, tex: step.tex, texStart: step.texStart, label: step.label,
          condition: step.condition, code: step.code,
          claim: step.rule.relation == .start ? nil : places[step.wrote.lowerBound],
          sample: record?.sampled[place].map { line in
            VerifiedDerivation.Sample(
              draws: line.draws, discarded: line.lost,
              rule: [.held, .refuted].contains(line.verdict.0) ? step.rule.words : nil,
              worst: line.worst(by: step.rule),
              rate: drawn?.rateWords(of: line), limit: drawn?.limitWords(of: line),
              enclosure: enclosed.flatMap { enclosed in
                guard case .held = enclosed.verdict, let range = step.rule.enclosure else {
                  return nil
                }
                return VerifiedDerivation.Enclosure(
                  range: range.words, bound: enclosed.bound(by: step.rule), boxes: enclosed.boxes)
              })
          })
      }
      found.append(
        VerifiedDerivation(range: fence.range, setting: derivation.setting, lines: lines))
    }
    return found
  }

  /// The inputs of the draw in the middle of which a program stopped.
  func notesOnDraw(in execution: Execution, of program: FinishedProgram) -> [Note] {
    guard let (part, number, inputs) = execution.record.stoppedDraw,
      let derivation = drawn(inPart: part)
    else { return [] }
    return [
      Note(
        "in draw \(number) of the derivation, or in one made simpler from it: \(derivation.list(inputs))"
      )
    ]
  }

  private func drawn(inPart part: Int) -> DrawnDerivation? {
    guard draft.parts.indices.contains(part), case .fence(let fence) = draft.parts[part],
      let chain = fence.chain, let derivation = chain.lines, let code = draft.code(ofPart: part),
      let program = program(ofPart: part)
    else { return nil }
    return DrawnDerivation(
      steps: derivation.steps, isOneDraw: chain.onlyDraw != nil,
      variables: derivation.variables.map { ($0.name, code.essayRange($0.code)) }
    ) { offset(of: $0, in: program) }
  }

  private func refutation(
    of line: SampledLine, _ first: SampledLine.Failure, _ derivation: DrawnDerivation,
    _ rule: Derivation.Rule
  ) -> (message: String, notes: [Note]) {
    let message =
      "this line does not follow from the one above, in \(line.failures) of \(line.draws) draws; "
      + "first in draw \(first.draw): \(words(of: first, rule))"
    let reason = rule.comparesValues ? "\(first.cause.words); " : ""
    var notes = [
      Note("\(reason)the rule: \(rule.words)"),
      Note("draw \(first.draw): \(derivation.list(first.inputs))"),
    ]
    if let smallest = line.smallest {
      notes.append(
        Note(
          "the simplest case found: \(derivation.list(smallest.inputs)): \(words(of: smallest, rule))"
        ))
    }
    if case .noLimit(let errors, _) = first.cause, let start = errors.first, let end = errors.last,
      end < start
    {
      notes.append(
        Note(
          "the errors still fall: a limit that is come to slowly needs a longer sequence, or a tolerance as in "
            + "± 0.1"))
    }
    if !derivation.isOneDraw {
      notes.append(Note("write draw=\(first.draw) behind ‘derivation’ to run this draw alone"))
    }
    return (message, notes)
  }

  /// The two values, where they are what is compared; otherwise what was found out about them.
  private func words(of failure: SampledLine.Failure, _ rule: Derivation.Rule) -> String {
    rule.comparesValues
      ? "\(failure.above ?? "not reached") above, \(failure.here ?? "not reached") here"
      : failure.cause.words
  }
}
