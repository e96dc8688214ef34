// The readings of one comment, and why none of them is taken.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading
import Running

extension Referee {
  /// Nil where no reading holds and the comment may mean another thing.
  func outcome(ofWild wild: WildClaim, _ part: Int, _ placed: PlacedClaim) -> Outcome? {
    guard let program = program(ofPart: part) else { return nil }
    var refuted: Outcome?
    for reading in wild.readings {
      switch reading {
      case .accepted:
        return Outcome(verdict: .held, computed: "the compiler takes it", rule: "it compiles")
      case .failing(let failure):
        return outcome(ofFailure: failure, beside: program)
      case .value(let text, let watch):
        guard let execution = program.run.execution, execution.record.damage == nil else {
          continue
        }
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
        guard let execution = program.run.execution, execution.record.damage == nil else {
          continue
        }
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
  private static func firstDifference(_ said: [String], _ output: String) -> (
    number: Int, written: String
  )? {
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
        verdict: .held, computed: .verbatim(message.inTheAuthorsNames),
        rule: "the compiler rejects it")
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
  func doubt(about wild: WildClaim, _ part: Int) -> String {
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
            return
              "no reading of it is what was printed, \(SwiftString.quoted(String(text.prefix(200))))"
          }
        }
      }
    }
    if execution.end != .finished { return "the listing stopped before it came to this" }
    return isReached ? "nothing was printed" : "the code above it was never run"
  }
}
