// Instability: which claims and pictures have another value than when the same program ran before, under the same conditions.
// What they depend on is nothing that Galley knows: a clock, a seed, a race.

import Claims
import Diagnostics
import Markup
import Reading
import Running

enum Instability {
  /// One warning for each claim whose value, or whose verdict, is another one, and for each picture that is.
  static func diagnostics(of draft: Draft, _ programs: [FinishedProgram]) -> [Diagnostic] {
    guard programs.contains(where: { $0.kept != nil }) else { return [] }
    let now = Referee(draft: draft, programs: programs)
    let before = Referee(draft: draft, programs: programs.map(\.asItRanBefore))
    // What is shown of a long value is not all of it.
    let changed = draft.claims.filter { now.values(of: $0) != before.values(of: $0) }
      .map(\.claim.range)
    let pictures = zip(before.figures().value, now.figures().value)
      .filter { $0.fingerprint != $1.fingerprint }
      .map { _, figure in
        Diagnostic(
          .claimUnstable, .warning, at: SourceSpan(draft.document.path, figure.words),
          "this picture does not stay: the same program drew another one", notes: [Self.advice])
      }
    let claims = zip(before.decide().value.claims, now.decide().value.claims)
      .filter { $0 != $1 || changed.contains($1.claim.range) }
      .map { before, now in
        Diagnostic(
          .claimUnstable, .warning, at: SourceSpan(draft.document.path, now.claim.range),
          "this value does not stay: \(now.outcome), and before that \(before.outcome)",
          notes: [Self.advice])
      }
    return claims + pictures
  }

  private static let advice = Note(
    "the same program ran under the same conditions: give it a seed, or claim what does not change")
}

extension Referee {
  /// All values of a claimed statement, in words that do not depend on the order in a set.
  fileprivate func values(of placed: PlacedClaim) -> [String]? {
    guard case .value(_, let watch) = placed.subject,
      let record = program(ofPart: draft.watches[watch].part)?.run.execution?.record
    else { return nil }
    let places = draft.watches[watch].place.flatMap { record.values[$0] } ?? []
    return ((record.values[watch] ?? []) + places).map(\.description)
  }
}

extension FinishedProgram {
  fileprivate var asItRanBefore: FinishedProgram {
    var copy = self
    if let kept { copy.run = kept }
    return copy
  }
}

extension JudgedClaim {
  /// What was computed, or why nothing was.
  fileprivate var outcome: String { computed.map { "computed \($0)" } ?? rule.text }
}
