// RoundingJudge: which claims hold only because the processor rounds to nearest.
//
// A result that is right to a digit stays right, to that digit, when every rounding on the way goes up,
// or down, or toward zero. Where it does not, the digit is at the mercy of rounding: another order of
// the same sum, another compiler or another machine may change it. Where that is the very point of an
// example, its author writes `nearest` behind `swift`.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading
import Running

struct RoundingJudge {
  let draft: Draft
  let programs: [FinishedProgram]
  /// What became of the claims while everything was rounded to nearest.
  let nearest: [JudgedClaim]

  /// One diagnostic for each claim that does not survive, and one for each program that stops in some mode.
  func diagnostics() -> [Diagnostic] {
    // A table of another shape has other cells, so claims are known by their places.
    let indices = Dictionary(
      nearest.enumerated().map { ($1.claim.range, $0) }, uniquingKeysWith: { first, _ in first })
    var lost: [Int: [(mode: Rounding, claim: JudgedClaim)]] = [:]
    var found: [Diagnostic] = []
    for mode in Rounding.others {
      let rerun = programs.map { $0.rerun(in: mode) }
      let referee = Referee(draft: draft, programs: rerun)
      let stops = zip(programs, rerun).compactMap { diagnostic(of: $1, was: $0, mode, referee) }
      found += stops
      for claim in referee.decide().value.claims where claim.verdict != .held {
        guard let index = indices[claim.claim.range], nearest[index].verdict == .held else {
          continue
        }
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
    let inReach = programs.filter { program in
      program.draft.parts.contains { part in
        if case .fence(let fence) = draft.parts[part] {
          reach.contains(fence.range.lowerBound)
        } else {
          false
        }
      }
    }
    return inReach.allSatisfy {
      $0.draft.isOnlyCompiled || $0.draft.failure != nil || $0.run.execution?.end == .finished
    }
      && nearest.allSatisfy { !reach.contains($0.claim.range.lowerBound) || $0.verdict == .held }
  }

  /// Examples whose author says `nearest`, each with what it reaches: its own claims, and those of the
  /// sentences up to the next example.
  private var exemptions: [(fence: Range<Int>, reach: Range<Int>)] {
    var starts: [Int: Fence] = [:]
    for part in programs.flatMap(\.draft.parts) {
      guard case .fence(let fence) = draft.parts[part] else { continue }
      starts[fence.range.lowerBound] = fence
    }
    let fences = starts.values.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let ends = fences.dropFirst().map(\.range.lowerBound) + [draft.document.source.count]
    return zip(fences, ends).filter { $0.0.terms?.isAboutRounding ?? false }.map { fence, end in
      let line = draft.document.source.lineRange(
        draft.document.source.position(of: fence.range.lowerBound).line)
      return (
        fence.range.clamped(to: 0..<line.upperBound), fence.range.lowerBound..<end
      )
    }
  }

  private func diagnostic(
    for judged: JudgedClaim, _ modes: [(mode: Rounding, claim: JudgedClaim)]
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
          Note("computed \(judged.computed ?? "nothing") \(Rounding.nearest.words)"),
          Note(advice),
        ])
  }

  /// A program that comes to its end only while it rounds to nearest.
  private func diagnostic(
    of program: FinishedProgram, was before: FinishedProgram, _ mode: Rounding, _ referee: Referee
  ) -> Diagnostic? {
    guard let execution = program.run.execution, before.run.execution?.end == .finished else {
      return nil
    }
    guard execution.record.rounding == mode else {
      return Diagnostic(
        .toolMissing, at: nil,
        "\(program.draft.path): this system refuses to run a program \(mode.words), so its claims "
          + "were not judged there")
    }
    guard execution.end != .finished else { return nil }
    let stop = referee.stopDiagnostic(of: program)
    let message =
      stop?.message ?? execution.record.dataProblems.last?.words ?? "the program stopped"
    return Diagnostic(
      .programRounding, at: stop?.span,
      "\(mode.words), \(message)",
      notes: (stop?.notes ?? []) + [
        Note("the program comes to its end \(Rounding.nearest.words)")
      ])
  }
}

extension FinishedProgram {
  /// The same program as it ran in another mode.
  fileprivate func rerun(in mode: Rounding) -> FinishedProgram {
    var copy = self
    if let execution = run.others[mode] { copy.run.ending = .ran(execution) }
    return copy
  }
}

extension Rounding {
  /// The modes that nobody computes in, which show what depends on the usual one.
  fileprivate static let others: [Rounding] = [.up, .down, .zero]

  /// As a message says it: "when results are rounded up".
  fileprivate var words: String {
    switch self {
    case .nearest: "when results are rounded to nearest"
    case .up: "when results are rounded up"
    case .down: "when results are rounded down"
    case .zero: "when results are rounded toward zero"
    }
  }
}
