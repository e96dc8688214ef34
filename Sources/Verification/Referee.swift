// Referee: brings the claims of an essay together with what its programs did, and decides.

import Claims
import Diagnostics
import GalleyRecordFormat
import Markup
import Reading
import Running

struct Referee {
  let draft: Draft
  let programs: [FinishedProgram]

  /// Judges every claim; each verdict but `held` comes with a diagnostic that says why.
  func decide() -> Diagnosed<VerifiedEssay> {
    var log = Log()
    for program in programs {
      log.add(contentsOf: compilerLog(of: program))
      // Of code that is to fail, its claims tell whether it did.
      if program.draft.failure == nil, let diagnostic = stopDiagnostic(of: program) {
        log.add(diagnostic)
      }
      if let damage = program.run.execution?.record.damage { log.add(damaged(damage, program)) }
      if program.run.execution?.record.isConfined == false {
        log.add(
          Diagnostic(
            .programOverLimit, .warning, at: nil,
            "\(program.draft.path): this system refuses a limit of memory, output or processes, "
              + "so the program ran without it"))
      }
    }
    let outputs = OutputJudge(draft: draft, referee: self).verdicts()
    let cells = log.taking(TableJudge(draft: draft, referee: self).verdicts())
    var judged: [JudgedClaim] = []
    for (index, claim) in draft.claims.enumerated() {
      var placed = claim
      var known = outputs[index]
      if case .cell = claim.subject {
        // A cell that nothing was computed for claims nothing.
        guard let cell = cells[index] else { continue }
        (placed.claim, known) = (cell.claim, cell.outcome)
      }
      let outcome = known ?? outcome(of: placed)
      judged.append(
        JudgedClaim(
          claim: placed.claim, verdict: outcome.verdict, computed: outcome.computed,
          rule: outcome.rule, margin: outcome.margin, program: program(of: placed.subject),
          isSkipped: placed.isSkipped))
      if let diagnostic = diagnostic(for: placed, outcome) { log.add(diagnostic) }
    }
    judged.sort { $0.claim.range.lowerBound < $1.claim.range.lowerBound }
    let essay = VerifiedEssay(
      document: draft.document, claims: judged, derivations: derivations(with: judged),
      durations: programs.map { $0.run.execution?.duration })
    return Diagnosed(essay, log)
  }

  /// One claim's verdict with its reasons.
  struct Outcome {
    var verdict: Verdict
    var computed: Sentence?
    var rule: Sentence
    var correction: String?
    var margin: Margin?
    /// What the author may have meant.
    var hint: String?
    /// What would make a claim of Galley's own form of a comment that holds.
    var rewrites: [Edit] = []
    /// Of a comment over many lines the one that is wrong, and what was written there.
    var line: (number: Int, written: String)?
    /// What the author is told of a refuted line of a derivation, in place of the general words.
    var refutation: (message: String, notes: [Note])?
    /// Whether somebody said already why there is no verdict: the compiler, or the author.
    var isExplained = false
  }

  /// The number of the program that tells a claim's value or output.
  private func program(of subject: PlacedClaim.Subject) -> Int? {
    switch subject {
    case .value(_, let watch), .output(_, let watch), .cell(_, let watch):
      draft.program(ofPart: draft.watches[watch].part)
    case .derivation(let part, _): draft.program(ofPart: part)
    case .thrown(_, let watch): draft.program(ofPart: draft.watches[watch].part)
    case .failure(let part, _, _), .rejection(let part, _, _, _): draft.program(failingAt: part)
    case .wild(let part, _): draft.program(ofPart: part)
    case .skipped: nil
    }
  }

  /// The program that a part of the page runs in.
  func program(ofPart part: Int) -> FinishedProgram? {
    draft.program(ofPart: part).flatMap { programs.indices.contains($0) ? programs[$0] : nil }
  }

  func outcome(of placed: PlacedClaim) -> Outcome {
    switch placed.subject {
    case .skipped(let reason):
      return Outcome(verdict: .unjudged, rule: "skipped: \(reason)", isExplained: true)
    case .value(let expectation, let watch):
      return outcome(ofPart: draft.watches[watch].part) { execution in
        outcome(expectation, watch, in: execution, placed)
      }
    case .thrown(let error, let watch):
      return outcome(ofPart: draft.watches[watch].part) { execution in
        outcome(throwing: error, watch, in: execution, placed)
      }
    case .failure(let part, let failure, let lines):
      return outcome(ofPart: part, failing: failure, on: lines)
    case .rejection(let part, let line, let column, let words):
      return outcome(ofPart: part, line: line, column: column, saying: words)
    case .output: return Outcome(verdict: .unjudged, rule: "the output was not looked at")
    case .wild: return Outcome(verdict: .unjudged, rule: "documentation is judged by itself")
    case .cell: return Outcome(verdict: .unjudged, rule: "the table was not looked at")
    case .derivation(let part, let step):
      return outcome(ofPart: part) { outcome(ofPart: part, step: step, in: $0) }
    }
  }

  /// What can be said without an execution, or else what `decide` says of it.
  func outcome(ofPart part: Int, _ decide: (Execution) -> Outcome) -> Outcome {
    switch telling(ofPart: part) {
    case .by(let execution): decide(execution)
    case .nothing(let outcome): outcome
    }
  }

  /// Who tells of a part, or what is to be said where nobody does.
  enum Telling {
    case by(Execution)
    case nothing(Outcome)
  }

  func telling(ofPart part: Int) -> Telling {
    guard let program = program(ofPart: part) else {
      return .nothing(
        Outcome(verdict: .unjudged, rule: "its program was not made", isExplained: true))
    }
    switch program.run.ending {
    case .ran(let execution) where execution.record.damage != nil:
      return .nothing(
        Outcome(
          verdict: .unjudged, rule: "the record of its program is not whole", isExplained: true))
    case .ran(let execution): return .by(execution)
    case .compiled, .refused, .unmade:
      return .nothing(
        Outcome(verdict: .unjudged, rule: "the program was not compiled", isExplained: true))
    }
  }

  private func outcome(
    _ expectation: Expectation, _ watch: Int, in execution: Execution, _ placed: PlacedClaim
  ) -> Outcome {
    guard var values = execution.record.values[watch] else {
      return unreached(in: execution, placed)
    }
    if values.first?.isVoid == true, !expectation.isEmptyTuple {
      guard let place = draft.watches[watch].place, let changed = execution.record.values[place]
      else {
        return Outcome(
          verdict: .unjudged,
          rule: "the statement has no value: claim what it changed by its name on a line of its own"
        )
      }
      values = changed
    }
    if execution.record.overfull.contains(watch) {
      let judgement = Judgement.of(values, by: expectation)
      guard judgement.verdict == .held else { return Outcome(judgement) }
      return Outcome(
        verdict: .unjudged, computed: .verbatim(judgement.computed),
        rule: "the line ran more than \(values.count) times: claim a value after the loop")
    }
    var outcome = Outcome(Judgement.of(values, by: expectation))
    if outcome.verdict == .refuted { outcome.hint = hint(on: expectation, values) }
    return outcome
  }

  /// What somebody may have meant instead: a value that is near, or a point before decimals where a page writes a comma.
  private func hint(on expectation: Expectation, _ values: [RecordedValue]) -> String? {
    if let hint = expectation.roundingHint(for: values) { return hint }
    guard case .number(let literal) = expectation, literal.context.notation?.decimal == .comma,
      literal.separator == ".", let meant = NumberLiteral(literal.text, in: .prose),
      Judgement.of(values, by: .number(meant)).verdict == .held
    else { return nil }
    return
      "in the language of this page a point separates thousands: write \(literal.text.replacing(".", with: ","))"
  }

  func unreached(in execution: Execution, _ placed: PlacedClaim) -> Outcome {
    if execution.end == .finished, let condition = placed.condition {
      return Outcome(
        verdict: .unreached,
        rule: "this line is only compiled and run under ‘\(condition)’, or was never come to")
    }
    return Outcome(
      verdict: .unreached,
      rule: execution.end == .finished
        ? "the line was never run" : "the program stopped before it computed this")
  }

  func diagnostic(for placed: PlacedClaim, _ outcome: Outcome) -> Diagnostic? {
    guard !outcome.isExplained else { return nil }
    let claim = placed.claim
    let place = SourceSpan(draft.document.path, claim.range)
    switch outcome.verdict {
    case .held: return nil
    case .refuted:
      if let (message, notes) = outcome.refutation {
        return Diagnostic(.claimRefuted, at: place, message, notes: notes)
      }
      let computed = outcome.computed.map { "computed \($0)" } ?? outcome.rule.text
      return Diagnostic(
        .claimRefuted, at: place, "claim refuted: wrote \(claim.wrote), \(computed)",
        notes: [Note("the rule: \(outcome.rule)")] + (outcome.hint.map { [Note($0)] } ?? []),
        fix: outcome.correction.flatMap {
          guard placed.takes($0) else { return nil }
          let original = draft.document.source[claim.range]
          return Edit(
            place, original: original,
            replacement: claim.kind == .example ? ClaimLayout.of($0, like: original) : $0)
        })
    case .unreached:
      return Diagnostic(.claimUnreached, at: place, "claim not reached: \(outcome.rule)")
    case .unjudged:
      let computed = outcome.computed.map { "; computed \($0)" } ?? ""
      return Diagnostic(.claimUnjudged, at: place, "claim not judged: \(outcome.rule)\(computed)")
    }
  }

  /// An event was lost or is not this program's: nothing that was recorded can be relied on.
  private func damaged(_ damage: RecordStream.Damage, _ program: FinishedProgram) -> Diagnostic {
    let first = program.draft.parts.first.map { draft.parts[$0].range }
    return Diagnostic(
      .recordDamaged, at: first.map { SourceSpan(draft.document.path, $0) },
      "the record of the program that begins here is not whole, so it is not known what it "
        + "computed: \(damage)")
  }
}

extension Referee.Outcome {
  init(_ judgement: Judgement) {
    self.init(
      verdict: judgement.verdict, computed: .verbatim(judgement.computed), rule: judgement.rule,
      correction: judgement.correction, margin: judgement.margin)
  }
}
