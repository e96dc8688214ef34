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
    let outcome = program.flatMap { programs.indices.contains($0) ? programs[$0] : nil }
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

  /// Nil where no reading holds and the comment may mean another thing.
  fileprivate func outcome(ofWild wild: WildClaim, _ part: Int, _ placed: PlacedClaim) -> Outcome? {
    guard let program = program(ofPart: part) else { return nil }
    var refuted: Outcome?
    for reading in wild.readings {
      switch reading {
      case .accepted:
        return Outcome(verdict: .held, computed: "the compiler takes it", rule: "it compiles")
      case .failing(let failure):
        return outcome(ofFailure: failure, beside: program)
      case .value(let text, let watch):
        guard let execution = program.run.execution, execution.record.damage == nil else { continue }
        for values in self.values(of: watch, in: execution) {
          switch LooseJudgement.of(
            values, saying: text.text, isInAnyOrder: text.isInAnyOrder, isAll: text.isAll)
          {
          case .held(let rule):
            var outcome = Outcome(
              verdict: .held, computed: .verbatim(values[values.count - 1].summary), rule: rule)
            // What stands for itself below the code cannot be claimed by an arrow.
            if !draft.watches[watch].isOfComment {
              outcome.rewrites = [
                ClaimRewriting.edit(text, placed.claim, values, in: draft.document)
              ].compactMap(\.self)
            }
            return outcome
          case .refuted(let rule):
            refuted =
              refuted
              ?? Outcome(
                verdict: .refuted, computed: .verbatim(values[0].summary), rule: rule,
                correction: (try? Expectation.read(text.text)).flatMap {
                  Judgement.of(values, by: $0).correction
                })
          case .open: break
          }
        }
      case .output(let text, let watch, let isSaid):
        guard let execution = program.run.execution, execution.record.damage == nil else { continue }
        let texts = OutputJudge.texts(of: watch, in: execution)
        for (index, output) in texts.enumerated() {
          switch LooseJudgement.of(
            output: output, saying: text.lines, isInAnyOrder: text.isInAnyOrder, isAll: text.isAll,
            isSaid: isSaid)
          {
          case .held(let rule):
            var outcome = Outcome(
              verdict: .held, computed: .verbatim(SwiftString.quoted(output)), rule: rule)
            let lines = wild.lines.count == 1 ? [placed.claim.comment] : wild.lines
            outcome.rewrites = ClaimRewriting.edits(
              text, lines, output: output, in: draft.document)
            return outcome
          case .refuted(let rule) where texts.count == 1 || index == 0:
            refuted =
              refuted
              ?? Outcome(
                verdict: .refuted, computed: .verbatim(SwiftString.quoted(output)), rule: rule,
                line: Self.firstDifference(text.lines, output))
          case .refuted, .open: break
          }
        }
      }
    }
    // Of two readings of which none holds nobody knows which was meant.
    return isOpen(wild) ? nil : refuted
  }

  /// The first line that is another one than was said, from 0.
  private static func firstDifference(_ said: [String], _ output: String) -> (number: Int, written: String)? {
    let got = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let number = zip(said, got).enumerated().first { _, pair in
      (LooseText.unquoted(pair.0) ?? pair.0) != pair.1
    }?.offset
    return number.map { ($0, got[$0]) }
  }

  /// Whether a comment has readings that nobody could decide: of a value that was lost, for instance.
  private func isOpen(_ wild: WildClaim) -> Bool {
    wild.readings.allSatisfy {
      switch $0 {
      case .value(let text, _), .output(let text, _, _): !text.isAll
      case .accepted, .failing: false
      }
    }
  }

  /// What a statement computed; and behind a call that changes something, also what it changed.
  private func values(of watch: Int, in execution: Execution) -> [[RecordedValue]] {
    var all: [[RecordedValue]] = []
    if let place = draft.watches[watch].place, let changed = execution.record.values[place] {
      all.append(changed)
    }
    if let values = execution.record.values[watch], values.first?.isVoid == false {
      all.insert(values, at: 0)
    }
    return all.filter { !$0.isEmpty }
  }

  private func outcome(ofFailure failure: Int, beside base: FinishedProgram) -> Outcome? {
    guard let program = programs.first(where: { $0.draft.listedFailure == failure }) else {
      return nil
    }
    switch program.run.ending {
    case .refused:
      let message = program.run.messages.first { $0.severity == .error }?.text ?? "an error"
      return Outcome(
        verdict: .held, computed: .verbatim(message.inTheAuthorsNames), rule: "the compiler rejects it")
    case .ran(let execution):
      guard base.run.execution?.end == .finished, execution.end != .finished else { return nil }
      return Outcome(
        verdict: .held,
        computed: .verbatim(stopDiagnostic(of: program)?.message ?? "the program stopped"),
        rule: "the program is stopped")
    case .compiled, .unmade: return nil
    }
  }

  /// Why a comment is not judged.
  fileprivate func doubt(about wild: WildClaim, _ part: Int) -> String {
    guard let program = program(ofPart: part) else { return "its listing was not run" }
    guard let execution = program.run.execution else {
      return "the compiler takes the listing only without the words that tell its values"
    }
    var isReached = false
    for reading in wild.readings {
      switch reading {
      case .failing: return "the statement neither fails to compile nor stops the program"
      case .accepted: break
      case .value(_, let watch):
        if let values = values(of: watch, in: execution).first {
          return "no reading of it is the value, \(values[0].summary)"
        }
        if program.omissions.contains(.comment(watch: watch)) {
          return "what stands before the value is no Swift that compiles here"
        }
      case .output(_, let watch, _):
        if let text = OutputJudge.texts(of: watch, in: execution).first {
          isReached = true
          if wild.readings.count == 1 || !text.isEmpty {
            return "no reading of it is what was printed, \(SwiftString.quoted(String(text.prefix(200))))"
          }
        }
      }
    }
    if execution.end != .finished { return "the listing stopped before it came to this" }
    return isReached ? "nothing was printed" : "the code above it was never run"
  }
}
