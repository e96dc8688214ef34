// WildJudge: which of its readings a comment in documentation has. The one that holds is taken; where none does, it is
// refuted only if it can mean nothing else, and otherwise nobody knows.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading
import Running

/// Documentation with the verdict on each of its comments.
package struct VerifiedDocumentation: Sendable {
  package var essay: VerifiedEssay
  package var listings: [VerifiedListing]
  package var unread: [UnreadComment]
  /// What would make claims of Galley's own form of comments that hold.
  package var rewrites: [Edit] = []
}

/// Judges the comments of documentation.
///
/// - Parameters:
///   - draft: with the programs that were made of it.
///   - programs: one for each program of the draft, in its order.
///   - again: the same programs after a second run; nil where there was none.
package func judgeDocumentation(
  _ draft: Draft, _ programs: [FinishedProgram], again: [FinishedProgram]? = nil
) -> Diagnosed<VerifiedDocumentation> {
  let referee = Referee(draft: draft, programs: programs)
  let second = again.map { Referee(draft: draft, programs: $0) }
  let listings = draft.parts.indices.map { referee.listing(ofPart: $0) }
  var log = Log()
  var judged: [JudgedClaim] = []
  var unread = draft.unread
  var rewrites: [Edit] = []
  let outputs = OutputJudge(draft: draft, referee: referee).verdicts()
  for (index, placed) in draft.claims.enumerated() {
    // In what does not compile nothing is claimed.
    guard let part = referee.part(of: placed), listings[part].outcome.compiles else { continue }
    var placed = placed
    var found: Referee.Outcome
    if case .wild(_, let wild) = placed.subject {
      guard let outcome = referee.outcome(ofWild: wild, part, placed) else {
        // A remark stays one.
        guard wild.looksLikeResult else { continue }
        unread.append(
          UnreadComment(
            range: placed.claim.range, text: placed.claim.wrote,
            reason: referee.doubt(about: wild, part)))
        continue
      }
      if outcome.verdict == .refuted, let second,
        second.outcome(ofWild: wild, part, placed)?.computed != outcome.computed
      {
        unread.append(
          UnreadComment(
            range: placed.claim.range, text: placed.claim.wrote,
            reason: "another value comes of it at each run, \(outcome.computed ?? "")"))
        continue
      }
      // What it goes on from is not what its readers have read.
      if outcome.verdict == .refuted,
        referee.program(ofPart: part)?.draft.isWithoutNeeds == true
      {
        unread.append(
          UnreadComment(
            range: placed.claim.range, text: placed.claim.wrote,
            reason:
              "what it goes on from does not compile or stops; without it, computed \(outcome.computed ?? "")"
          ))
        continue
      }
      found = outcome
      rewrites += outcome.rewrites
      // Of many lines that are printed the one that differs.
      if let line = outcome.line, wild.lines.count > 1, wild.lines.indices.contains(line.number) {
        placed.claim.range = wild.lines[line.number]
        placed.claim.wrote = draft.document.source[wild.lines[line.number]]
        found.computed = .verbatim(SwiftString.quoted(line.written))
      }
    } else {
      found = outputs[index] ?? referee.outcome(of: placed)
    }
    judged.append(
      JudgedClaim(
        claim: placed.claim, verdict: found.verdict, computed: found.computed, rule: found.rule,
        margin: found.margin, program: draft.program(ofPart: part)))
    if let diagnostic = referee.diagnostic(for: placed, found) { log.add(diagnostic) }
  }
  for listing in listings {
    // What else the compiler says of it mostly follows from the first.
    if case .rejected(let errors) = listing.outcome, var first = errors.first {
      if errors.count > 1 {
        let rest = errors.count - 1
        first.notes.append(
          Note("the compiler says \(rest) more \(rest == 1 ? "error" : "errors") of this listing"))
      }
      log.add(first)
    }
  }
  let essay = VerifiedEssay(
    document: draft.document,
    claims: judged.sorted { $0.claim.range.lowerBound < $1.claim.range.lowerBound },
    durations: programs.map { $0.run.execution?.duration })
  var verified = VerifiedDocumentation(
    essay: essay, listings: listings,
    unread: unread.filter { comment in
      listings.contains { $0.range.contains(comment.range.lowerBound) && $0.outcome.compiles }
    })
  verified.rewrites = rewrites
  return Diagnosed(verified, log)
}

extension Referee {
  fileprivate func listing(ofPart part: Int) -> VerifiedListing {
    let code = draft.code(ofPart: part)
    let head = code?.verbatim.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let program =
      draft.program(ofPart: part)
      ?? draft.programs.firstIndex { $0.parts.last == part && $0.listedFailure == nil }
    let outcome =
      program.flatMap { programs.indices.contains($0) ? programs[$0] : nil }
      .map { self.outcome(ofListing: part, in: $0) } ?? .unfinished("no program was made of it")
    return VerifiedListing(range: draft.parts[part].range, head: head, outcome: outcome)
  }

  fileprivate func part(of placed: PlacedClaim) -> Int? {
    switch placed.subject {
    case .wild(let part, _): part
    case .value(_, let watch), .output(_, let watch), .cell(_, let watch), .thrown(_, let watch):
      draft.watches[watch].part
    case .derivation(let part, _), .failure(let part, _, _), .rejection(let part, _, _, _): part
    case .skipped: nil
    }
  }
}
