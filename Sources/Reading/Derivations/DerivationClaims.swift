// DerivationClaims: the lines of a derivation as claims.

import Diagnostics
import Markup

package enum DerivationClaims {
  /// One claim for each line that has a relation to the one above.
  package static func claims(
    of fence: Fence, _ code: ExampleCode, part: Int, in document: Document
  ) -> [PlacedClaim] {
    guard let derivation = fence.chain?.lines else { return [] }
    return derivation.steps.enumerated().compactMap { number, step in
      guard step.rule.relation != .start else { return nil }
      let claim = Claim(
        kind: .derivation, range: step.wrote, comment: step.comment,
        wrote: document.source[step.wrote], expression: code.swift.source(step.value))
      let subject: PlacedClaim.Subject =
        switch fence.use {
        case .skipped(let reason): .skipped(reason: reason)
        case .failing: .skipped(reason: "it is to fail")
        case .compiledOnly: .skipped(reason: "norun, so it is only compiled")
        case .run, nil: .derivation(part: part, step: number)
        }
      return PlacedClaim(claim: claim, subject: subject)
    }
  }

  /// A derivation whose author looks at one draw is not sampled.
  package static func warning(
    onlyDraw number: Int, _ fence: Fence, in document: Document
  ) -> Diagnostic {
    Diagnostic(
      .fenceWord, .warning, at: SourceSpan(document.path, fence.openingLine(in: document)),
      "draw=\(number) runs this draw alone: take the word away when you have seen it")
  }
}
