// RoundingJudge: which claims hold only because the processor rounds to nearest.
//
// A result that is right to a digit stays right, to that digit, when every rounding on the way goes up,
// or down, or toward zero. Where it does not, the digit is at the mercy of rounding: another order of
// the same sum, another compiler or another machine may change it. Where that is the very point of an
// example, its author writes `nearest` behind `swift`.

import Diagnostics

struct RoundingJudge {
  let draft: EssayDraft
  let results: [ProgramResult]
  /// What became of the claims while everything was rounded to nearest.
  let nearest: [JudgedClaim]

  /// One diagnostic for each claim that does not survive, and one for each program that stops in some mode.
  func diagnostics() -> [Diagnostic] {
    var lost: [Int: [(mode: RoundingMode, claim: JudgedClaim)]] = [:]
    var found: [Diagnostic] = []
    for mode in RoundingMode.others {
      let rerun = results.map { $0.rerun(in: mode) }
      let referee = Referee(draft: draft, results: rerun)
      let stops = zip(results, rerun).compactMap { diagnostic(of: $1, was: $0, mode, referee) }
      found += stops
      let judged = referee.decide().value.claims
      for (index, claim) in judged.enumerated()
      where nearest.indices.contains(index) && nearest[index].verdict == .held
        && claim.verdict != .held
      {
        // The program that stopped says it for all the claims that it did not come to.
        if claim.verdict == .unreached && !stops.isEmpty { continue }
        lost[index, default: []].append((mode, claim))
      }
    }
    let exempt = exemptions
    var needed: Set<Range<Int>> = []
    for (index, modes) in lost.sorted(by: { $0.key < $1.key }) {
      let place = nearest[index].claim.range.lowerBound
      if let exemption = exempt.first(where: { $0.reach.contains(place) }) {
        needed.insert(exemption.fence)
      } else {
        found.append(diagnostic(for: nearest[index], modes))
      }
    }
    // Where something fails already, nobody knows yet what depends on rounding.
    for exemption in exempt
    where !needed.contains(exemption.fence) && holds(exemption.reach) {
      found.append(
        Diagnostic(
          .fenceWord, .warning, at: SourceSpan(draft.document.path, exemption.fence),
          "‘nearest’ is not needed: every claim here holds however results are rounded; take it out"
        ))
    }
    return found
  }

  /// Whether the programs of the claims in a range came to their end, and the claims hold.
  private func holds(_ reach: Range<Int>) -> Bool {
    let programs = results.filter { result in
      result.program.pieces.contains { piece in
        if case (_, .example(let example)) = piece {
          reach.contains(example.range.lowerBound)
        } else {
          false
        }
      }
    }
    return programs.allSatisfy { $0.program.isOnlyCompiled || $0.execution?.end == .finished }
      && nearest.allSatisfy { !reach.contains($0.claim.range.lowerBound) || $0.verdict == .held }
  }

  /// Examples whose author says `nearest`, each with what it reaches: its own claims, and those of the
  /// sentences up to the next example.
  private var exemptions: [(fence: Range<Int>, reach: Range<Int>)] {
    var starts: [Int: Example] = [:]
    for case (_, .example(let example)) in results.flatMap(\.program.pieces) {
      starts[example.range.lowerBound] = example
    }
    let examples = starts.values.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let ends = examples.dropFirst().map(\.range.lowerBound) + [draft.document.source.count]
    return zip(examples, ends).filter { $0.0.words.isAboutRounding }.map { example, end in
      let line = draft.document.source.lineRange(
        draft.document.source.position(of: example.range.lowerBound).line)
      return (
        example.range.clamped(to: 0..<line.upperBound), example.range.lowerBound..<end
      )
    }
  }

  private func diagnostic(
    for judged: JudgedClaim, _ modes: [(mode: RoundingMode, claim: JudgedClaim)]
  ) -> Diagnostic {
    let values = modes.map { mode, claim in
      claim.computed.map { "computed \($0) \(mode.words)" } ?? "\(mode.words): \(claim.rule)"
    }
    let advice =
      "claim fewer digits or a tolerance, ± 1e-12, or compute the value in fewer roundings; where "
      + "rounding is the point, write ‘nearest’ behind ‘swift’"
    return Diagnostic(
      .claimRounding, at: SourceSpan(draft.document.path, judged.claim.range),
      "claim at the mercy of rounding: wrote \(judged.claim.wrote), \(values[0])",
      notes: values.dropFirst().map { Note($0) }
        + [
          Note("computed \(judged.computed ?? "nothing") \(RoundingMode.nearest.words)"),
          Note(advice),
        ])
  }

  /// A program that comes to its end only while it rounds to nearest.
  private func diagnostic(
    of result: ProgramResult, was before: ProgramResult, _ mode: RoundingMode, _ referee: Referee
  ) -> Diagnostic? {
    guard let execution = result.execution, before.execution?.end == .finished else { return nil }
    guard execution.record.rounding == mode.rawValue else {
      return Diagnostic(
        .toolMissing, at: nil,
        "\(result.program.path): this system refuses to run a program \(mode.words), so its claims "
          + "were not judged there")
    }
    guard execution.end != .finished else { return nil }
    let stop = referee.stopDiagnostic(of: result)
    let message =
      stop?.message ?? execution.record.dataProblems.last?.message ?? "the program stopped"
    return Diagnostic(
      .programRounding, at: stop?.span,
      "\(mode.words), \(message)",
      notes: (stop?.notes ?? []) + [
        Note("the program comes to its end \(RoundingMode.nearest.words)")
      ])
  }
}

extension ProgramResult {
  /// The same program as it ran in another mode.
  fileprivate func rerun(in mode: RoundingMode) -> ProgramResult {
    var copy = self
    if let rerun = reruns[mode] {
      copy.execution = rerun.execution
      copy.symbolizer = rerun.symbolizer
    }
    return copy
  }
}
