// What became of the lines of derivations, in words for authors and readers.

import Diagnostics
import Markup

extension Referee {
  /// The outcome of one line.
  func outcome(ofPart part: Int, step: Int) -> Outcome {
    guard let result = result(ofPart: part), let code = code(ofPart: part, in: result) else {
      return Outcome(verdict: .unjudged, rule: "its program was not made", isExplained: true)
    }
    guard let execution = result.execution else { return Self.notCompiled(result) }
    guard let line = execution.record.lines[.init(part: part, step: step)] else {
      return unreached(in: execution)
    }
    let rule = code.derivation.steps[step].rule
    return outcome(
      outcome(of: line, rule, code), enclosing: rule,
      execution.record.enclosures[.init(part: part, step: step)])
  }

  private func outcome(
    of line: SampledLine, _ rule: Derivation.Rule, _ code: DerivationCode
  ) -> Outcome {
    let discarded = line.discarded > 0 ? ", \(line.discarded) discarded" : ""
    let draws = line.draws == 1 ? "1 draw" : "\(line.draws) draws"
    let sampled = "sampled: \(draws)\(discarded); \(rule.words)"
    let rate = rateWords(of: line, code).map { "; \($0)" } ?? ""
    switch line.verdict {
    case .held: return Outcome(verdict: .held, computed: line.worst + rate, rule: sampled)
    case .refuted:
      guard let first = line.first else { return Outcome(verdict: .refuted, rule: sampled) }
      return Outcome(
        verdict: .refuted, computed: words(of: first, rule), rule: sampled,
        refutation: refutation(of: line, first, code, rule))
    case .unreached, .unjudged: return Outcome(verdict: line.verdict, rule: line.reason)
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
      guard case .example(let example) = content, !example.isHidden,
        let derivation = example.derivation
      else {
        continue
      }
      let result = result(ofPart: part)
      let lines = derivation.steps.enumerated().map { number, step in
        let place = SampledLine.Place(part: part, step: number)
        let sampled = result?.execution?.record.lines[place]
        let enclosed = result?.execution?.record.enclosures[place]
        let code = result.flatMap { self.code(ofPart: part, in: $0) }
        return VerifiedDerivation.Line(
          relation: step.relation, tex: step.tex, texStart: step.texStart, label: step.label,
          condition: step.condition, code: step.code,
          claim: step.rule.relation == .start ? nil : places[step.wrote.lowerBound],
          sample: sampled.map { line in
            VerifiedDerivation.Sample(
              draws: line.draws, discarded: line.discarded, worst: line.worst,
              rate: code.flatMap { rateWords(of: line, $0) },
              limit: code.flatMap { limitWords(of: line, $0) },
              enclosure: enclosed.flatMap { enclosed in
                guard enclosed.state == .held, let rule = step.rule.enclosure else { return nil }
                return VerifiedDerivation.Enclosure(
                  range: rule.words, bound: enclosed.bound, boxes: enclosed.boxes)
              })
          })
      }
      found.append(
        VerifiedDerivation(range: example.range, setting: derivation.setting, lines: lines))
    }
    return found
  }

  /// The inputs of the draw in the middle of which a program stopped.
  func notesOnDraw(of result: ProgramResult, _ execution: Execution) -> [Note] {
    guard let (part, number, inputs) = execution.record.stoppedDraw,
      let code = code(ofPart: part, in: result)
    else { return [] }
    return [
      Note(
        "in draw \(number) of the derivation, or in one made simpler from it: \(list(inputs, code))"
      )
    ]
  }

  private func code(ofPart part: Int, in result: ProgramResult) -> DerivationCode? {
    for case (part, .example(let example)) in result.program.pieces {
      return result.program.derivationCode(part, example, in: draft.document.source)
    }
    return nil
  }

  private func refutation(
    of line: SampledLine, _ first: SampledLine.Failure, _ code: DerivationCode,
    _ rule: Derivation.Rule
  ) -> (message: String, notes: [Note]) {
    let message =
      "this line does not follow from the one above, in \(line.failures) of \(line.draws) draws; "
      + "first in draw \(first.draw): \(words(of: first, rule))"
    let reason = rule.comparesValues ? "\(first.detail); " : ""
    var notes = [
      Note("\(reason)the rule: \(rule.words)"),
      Note("draw \(first.draw): \(list(first.inputs, code))"),
    ]
    if let smallest = line.smallest {
      notes.append(
        Note(
          "the simplest case found: \(list(smallest.inputs, code)): \(words(of: smallest, rule))"))
    }
    if code.example.words.onlyDraw == nil {
      notes.append(Note("write draw=\(first.draw) behind ‘derivation’ to run this draw alone"))
    }
    return (message, notes)
  }

  /// The two values, where they are what is compared; otherwise what was found out about them.
  private func words(of failure: SampledLine.Failure, _ rule: Derivation.Rule) -> String {
    rule.comparesValues ? "\(failure.above) above, \(failure.here) here" : failure.detail
  }

  /// `P = [0.5, 0.5], n = 3`; what one name drew several times stands in brackets.
  private func list(_ inputs: [SampledLine.Input], _ code: DerivationCode) -> String {
    var names: [String] = []
    var texts: [String: [String]] = [:]
    for input in inputs {
      let name = code.name(at: input.position) ?? "the draw in line \(input.position.line)"
      if texts[name] == nil { names.append(name) }
      texts[name, default: []].append(input.text)
    }
    guard !names.isEmpty else { return "nothing was drawn" }
    return names.map { name in
      let all = texts[name] ?? []
      return "\(name) = " + (all.count == 1 ? all[0] : "[" + all.joined(separator: ", ") + "]")
    }.joined(separator: ", ")
  }

  /// `t → ∞`; nil without a limit, and where it goes to a number that stands in the Swift alone.
  private func limitWords(of line: SampledLine, _ code: DerivationCode) -> String? {
    guard let input = line.sequences.first, let name = code.name(at: input.position) else {
      return nil
    }
    switch input.course {
    case "growing": return "\(name) → ∞"
    case "vanishing": return "\(name) → 0"
    default: return nil
    }
  }

  /// `the error falls like h²`; nil without a limit, or where the error was zero before a rate was seen.
  private func rateWords(of line: SampledLine, _ code: DerivationCode) -> String? {
    guard let rate = line.rate, let input = line.sequences.first else { return nil }
    let name = code.name(at: input.position) ?? "the parameter"
    let base = input.course == "approaching" ? "the distance of \(name) from its limit" : name
    if rate.isInfinite { return "the error falls faster than any power of \(base)" }
    let rounded = rate.rounded()
    let power: String
    if abs(rate - rounded) < 0.1 {
      power = rounded == 1 ? base : base + Superscript.write(String(Int(rounded)))
    } else {
      power = "\(base)^\((rate * 10).rounded() / 10)"
    }
    return "the error falls like " + (input.course == "growing" ? "1/\(power)" : power)
  }
}
