// Referee: brings the claims of an essay together with what its programs did, and decides.

import Diagnostics
import Markup

struct Referee {
  let draft: EssayDraft
  let results: [ProgramResult]
  /// The examples by their part's number, taken apart once for all their claims.
  private var views: [Int: ExampleView] = [:]
  /// Where values were reported, by the example's part and the essay's line.
  private var reports: [Int: [Int: [Position]]] = [:]

  init(draft: EssayDraft, results: [ProgramResult]) {
    self.draft = draft
    self.results = results
    for result in results where !result.program.isOnlyCompiled {
      let positions = result.execution.map { Array($0.record.values.keys) } ?? []
      let lines = Dictionary(grouping: positions, by: \.line)
      for case (let part, .example(let example)) in result.program.pieces {
        views[part] = ExampleView(example, in: draft.document)
        reports[part] = lines
      }
    }
  }

  /// Judges every claim; each verdict but `held` comes with a diagnostic that says why.
  func decide() -> Diagnosed<VerifiedEssay> {
    var log = Log()
    for result in results {
      log.add(contentsOf: result.compilation.log)
      if let diagnostic = stopDiagnostic(of: result) { log.add(diagnostic) }
      if result.execution?.record.isConfined == false {
        log.add(
          Diagnostic(
            .programOverLimit, .warning, at: nil,
            "\(result.program.path): this system refuses a limit of memory, output or processes, "
              + "so the program ran without it"))
      }
    }
    let outputs = OutputJudge(draft: draft, referee: self).verdicts()
    var judged: [JudgedClaim] = []
    for (index, placed) in draft.claims.enumerated() {
      let outcome = outputs[index] ?? outcome(of: placed)
      judged.append(
        JudgedClaim(
          claim: placed.claim, verdict: outcome.verdict, computed: outcome.computed,
          rule: outcome.rule))
      if let diagnostic = diagnostic(for: placed.claim, outcome) { log.add(diagnostic) }
    }
    judged.sort { $0.claim.range.lowerBound < $1.claim.range.lowerBound }
    let essay = VerifiedEssay(
      document: draft.document, claims: judged, derivations: derivations(with: judged))
    return Diagnosed(essay, log)
  }

  /// One claim's verdict with its reasons.
  struct Outcome {
    var verdict: Verdict
    var computed: String?
    var rule: String
    var correction: String?
    /// What the author is told of a refuted line of a derivation, in place of the general words.
    var refutation: (message: String, notes: [Note])?
    /// Whether somebody said already why there is no verdict: the compiler, or the author.
    var isExplained = false
  }

  /// The result of the program that a part of the page runs in.
  func result(ofPart part: Int) -> ProgramResult? {
    results.first { !$0.program.isOnlyCompiled && $0.program.pieces.contains { $0.part == part } }
  }

  private func outcome(of placed: PlacedClaim) -> Outcome {
    switch placed.subject {
    case .skipped(let reason):
      return Outcome(verdict: .unjudged, rule: "skipped: \(reason)", isExplained: true)
    case .prose(let expectation, let number):
      return outcome(ofPart: number, expectation) { execution in
        (execution.record.prose[number] ?? [], false)
      }
    case .value(let expectation, let place):
      return outcome(ofPart: place.part, expectation) { execution in
        values(at: place, in: execution)
      }
    case .output:
      return Outcome(verdict: .unjudged, rule: "the output was not looked at")
    case .derivation(let part, let step): return outcome(ofPart: part, step: step)
    }
  }

  private func outcome(
    ofPart part: Int, _ expectation: Expectation,
    values: (Execution) -> (values: [RecordedValue], isOverfull: Bool)
  ) -> Outcome {
    guard let result = result(ofPart: part) else {
      return Outcome(verdict: .unjudged, rule: "its program was not made", isExplained: true)
    }
    guard let execution = result.execution else { return Self.notCompiled(result) }
    let (values, isOverfull) = values(execution)
    guard let first = values.first else { return unreached(in: execution) }
    // A line that runs many times must keep its word every time.
    for (time, value) in values.enumerated() {
      let judgement = Judgement.of(value, by: expectation)
      guard judgement.verdict != .held else { continue }
      let times = values.count > 1 ? " (at run \(time + 1) of \(values.count))" : ""
      return Outcome(
        verdict: judgement.verdict, computed: value.shownText, rule: judgement.rule + times,
        correction: judgement.correction)
    }
    if isOverfull {
      return Outcome(
        verdict: .unjudged, computed: first.shownText,
        rule: "the line ran more than \(values.count) times: claim a value after the loop")
    }
    return Outcome(
      verdict: .held, computed: (values.last ?? first).shownText,
      rule: Judgement.of(first, by: expectation).rule)
  }

  /// A program without an execution: the compiler said why, or else it is said here.
  static func notCompiled(_ result: ProgramResult) -> Outcome {
    Outcome(
      verdict: .unjudged, rule: "the program was not compiled",
      isExplained: result.compilation.log.hasErrors)
  }

  func unreached(in execution: Execution) -> Outcome {
    let reason =
      execution.end == .finished
      ? "no value was reported here: the line was never run, or its statement reports none; "
        + "claim the value by its name on a line of its own"
      : "the program stopped before it computed this"
    return Outcome(verdict: .unreached, rule: reason)
  }

  /// The values of the statement at `place`: what the last of its own expressions reported.
  private func values(
    at place: StatementPlace, in execution: Execution
  ) -> (values: [RecordedValue], isOverfull: Bool) {
    guard let view = views[place.part] else { return ([], false) }
    var best: (offset: Int, position: Position)?
    for line in place.lines {
      for position in reports[place.part]?[line] ?? [] {
        let offset = view.offset(of: position)
        guard place.code.contains(offset), view.beginsToken(at: offset),
          view.finder.braceDepth(at: offset) == place.depth
        else { continue }
        if offset > best?.offset ?? -1 { best = (offset, position) }
      }
    }
    guard let position = best?.position else { return ([], false) }
    return (
      execution.record.values[position] ?? [], execution.record.overfull.contains(position)
    )
  }

  private func diagnostic(for claim: Claim, _ outcome: Outcome) -> Diagnostic? {
    guard !outcome.isExplained else { return nil }
    let place = SourceSpan(draft.document.path, claim.range)
    switch outcome.verdict {
    case .held: return nil
    case .refuted:
      if let (message, notes) = outcome.refutation {
        return Diagnostic(.claimRefuted, at: place, message, notes: notes)
      }
      let computed = outcome.computed ?? "nothing"
      return Diagnostic(
        .claimRefuted, at: place,
        "claim refuted: wrote \(claim.wrote), computed \(computed)",
        notes: [Note("the rule: \(outcome.rule)")],
        fix: outcome.correction.map { Edit(place, original: claim.wrote, replacement: $0) })
    case .unreached:
      return Diagnostic(.claimUnreached, at: place, "claim not reached: \(outcome.rule)")
    case .unjudged:
      let computed = outcome.computed.map { "; computed \($0)" } ?? ""
      return Diagnostic(
        .claimUnjudged, at: place, "claim not judged: \(outcome.rule)\(computed)")
    }
  }
}

extension RecordedValue {
  /// The value as a page or a message shows it: a very long one is cut in its middle.
  fileprivate var shownText: String {
    let text = description
    guard text.utf8.count > 4000 else { return text }
    return "\(text.prefix(2000)) … \(text.suffix(1000))"
  }
}
