// DerivationClaims: the lines of a derivation as claims.

import Diagnostics
import Markup

enum DerivationClaims {
  /// One claim for each line that has a relation to the one above.
  static func claims(of example: Example, part: Int, in document: Document) -> [PlacedClaim] {
    guard let derivation = example.derivation else { return [] }
    return derivation.steps.enumerated().compactMap { number, step in
      guard step.rule.relation != .start else { return nil }
      let code = SourceText(example.code.text)
      let claim = Claim(
        kind: .derivation, range: step.wrote, comment: step.comment,
        wrote: document.source[step.wrote], expression: code[step.value])
      if let reason = example.words.skipReason {
        return PlacedClaim(claim: claim, subject: .skipped(reason: reason))
      }
      if example.words.isOnlyCompiled {
        return PlacedClaim(claim: claim, subject: .skipped(reason: "norun, so it is only compiled"))
      }
      return PlacedClaim(claim: claim, subject: .derivation(part: part, step: number))
    }
  }

  /// A derivation whose author looks at one draw is not sampled.
  static func warning(onlyDraw number: Int, _ example: Example, in document: Document) -> Diagnostic
  {
    let line = document.source.position(of: example.range.lowerBound).line
    let end = document.source.lineRange(line).upperBound
    let place = example.range.lowerBound..<max(example.range.lowerBound, end)
    return Diagnostic(
      .fenceWord, .warning, at: SourceSpan(document.path, place),
      "draw=\(number) runs this draw alone: take the word away when you have seen it")
  }
}
