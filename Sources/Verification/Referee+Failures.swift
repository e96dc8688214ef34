// What became of code that is to fail: whether it did, where, and with which words.

import Claims
import Diagnostics
import GalleyRecordFormat
import Reading
import Running

extension Referee {
  /// Whether a statement threw the error that is claimed, each time that it ran.
  func outcome(
    throwing wanted: PlacedClaim.ThrownError?, _ watch: Int, in execution: Execution,
    _ placed: PlacedClaim
  ) -> Outcome {
    if let returned = execution.record.values[watch + 1]?.first {
      return Outcome(
        verdict: .refuted,
        computed: returned.isVoid ? "no error" : "no error, but \(returned.summary)",
        rule: Self.throwsRule(wanted))
    }
    guard let errors = execution.record.values[watch], let first = errors.first else {
      return unreached(in: execution, placed)
    }
    switch wanted {
    case nil:
      return Outcome(verdict: .held, computed: .verbatim(first.summary), rule: "an error is thrown")
    case .type(let name):
      let isNamed = errors.allSatisfy { $0.hasType(name) }
      return Outcome(
        verdict: isNamed ? .held : .refuted, computed: .verbatim(first.summary),
        rule: "an error of this type is thrown")
    case .value(let expectation):
      var outcome = Outcome(Judgement.of(errors, by: expectation))
      outcome.correction = outcome.correction.map { "throws " + $0 }
      return outcome
    }
  }

  private static func throwsRule(_ wanted: PlacedClaim.ThrownError?) -> Sentence {
    if case .type = wanted { "an error of this type is thrown" } else { "an error is thrown" }
  }

  /// Whether a fence failed as it is to.
  ///
  /// - Parameter lines: the lines of the essay on which it is to; nil for anywhere in the fence.
  func outcome(
    ofPart part: Int, failing expected: ExpectedFailure, on lines: ClosedRange<Int>?
  ) -> Outcome {
    guard let number = draft.program(failingAt: part), programs.indices.contains(number) else {
      return Outcome(verdict: .unjudged, rule: "its program was not made", isExplained: true)
    }
    let program = programs[number]
    if expected == .rejected { return rejection(of: program, part) }
    guard case .ran(let execution) = program.run.ending, execution.record.damage == nil else {
      return Outcome(verdict: .unjudged, rule: "the program was not compiled", isExplained: true)
    }
    let rule = expected.rule
    guard execution.end != .finished else {
      return Outcome(verdict: .refuted, computed: "it came to its end", rule: rule)
    }
    let happened = happened(in: execution, of: program)
    guard let place = failurePlace(execution, part, program) else {
      return Outcome(
        verdict: .unreached, computed: .verbatim(happened),
        rule: "the program stopped before it came to this example")
    }
    if let lines, !place.contains(where: lines.contains) {
      let line = place.first.map { "line \($0)" } ?? "another line"
      return Outcome(verdict: .refuted, computed: .verbatim("\(happened), on \(line)"), rule: rule)
    }
    switch (expected, execution.end) {
    case (.throwing(let wanted), .threw(let error)):
      let error = error.inTheAuthorsNames
      let holds = wanted.map { Self.isError($0, error) } ?? true
      return Outcome(
        verdict: holds ? .held : .refuted, computed: .verbatim(error), rule: rule,
        correction: "throws \(error)")
    case (.trapping(let wanted), .stopped(let signal)):
      let words = trapReason(signal, execution)
      let holds = wanted.map { words.contains($0) } ?? true
      return Outcome(
        verdict: holds ? .held : .refuted, computed: .verbatim(words), rule: rule,
        correction: "traps " + SwiftString.quoted(words))
    default: return Outcome(verdict: .refuted, computed: .verbatim(happened), rule: rule)
    }
  }

  /// What became of the program instead, in few words.
  private func happened(in execution: Execution, of program: FinishedProgram) -> String {
    switch execution.end {
    case .threw(let error): "the error \(error.inTheAuthorsNames)"
    case .stopped(let signal): "a trap: \(trapReason(signal, execution))"
    default: stopDiagnostic(of: program)?.message ?? "the program stopped"
    }
  }

  /// `E.bad(3)` is that error; so says `E.bad`, and so does `E`.
  private static func isError(_ wanted: String, _ error: String) -> Bool {
    func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let (wanted, error) = (plain(wanted), plain(error))
    let named = wanted.hasPrefix(".") ? String(error.drop { $0 != "." }) : error
    return named == wanted || named.hasPrefix(wanted + "(") || named.hasPrefix(wanted + ".")
  }

  /// The lines of the part on which it was when it failed; nil where it had not come to it.
  private func failurePlace(
    _ execution: Execution, _ part: Int, _ program: FinishedProgram
  ) -> [Int]? {
    var sites = execution.stopSites
    if case .threw = execution.end { sites = execution.thrownSites }
    if case .exited = execution.end { sites = execution.exitSites }
    let path = ProgramWriter.nameForCompiler(draft.document.path)
    let places = sites.filter { $0.file == path }.compactMap { offset(of: $0.site, in: program) }
    let range = draft.parts[part].range
    let inside = places.filter { range.contains($0) }
    return inside.isEmpty ? nil : inside.map { draft.document.source.position(of: $0).line }
  }

  // MARK: - The compiler

  /// What the compiler finds wrong in a fence.
  private func errors(in program: FinishedProgram, _ part: Int) -> [(
    line: Int, column: Int, text: String
  )] {
    program.run.messages.filter { $0.severity == .error }.compactMap { message in
      guard let place = message.place,
        place.file == ProgramWriter.nameForCompiler(draft.document.path),
        let offset = offset(of: place.site, in: program), draft.parts[part].range.contains(offset)
      else { return nil }
      let position = draft.document.source.position(of: offset)
      return (position.line, position.column, message.text.inTheAuthorsNames)
    }
  }

  private func rejection(of program: FinishedProgram, _ part: Int) -> Outcome {
    let rule = ExpectedFailure.rejected.rule
    switch program.run.ending {
    case .compiled, .ran:
      return Outcome(verdict: .refuted, computed: "the compiler takes it", rule: rule)
    case .refused:
      guard let first = errors(in: program, part).first else {
        return Outcome(
          verdict: .unjudged, rule: "the compiler rejects something before this example",
          isExplained: true)
      }
      return Outcome(verdict: .held, computed: .verbatim(first.text), rule: rule)
    case .unmade:
      return Outcome(verdict: .unjudged, rule: "the compiler did not finish", isExplained: true)
    }
  }

  /// What the compiler says of one line.
  func outcome(ofPart part: Int, line: Int, column: Int?, saying words: String) -> Outcome {
    guard let number = draft.program(failingAt: part), programs.indices.contains(number) else {
      return Outcome(verdict: .unjudged, rule: "its program was not made", isExplained: true)
    }
    let all = errors(in: programs[number], part)
    let here = all.filter { $0.line == line }
    let rule: Sentence = "the compiler says this of the line"
    guard let first = here.first else {
      let elsewhere = all.first.map { "no error here; on line \($0.line): \($0.text)" }
      return Outcome(verdict: .refuted, computed: .verbatim(elsewhere ?? "no error"), rule: rule)
    }
    if let said = here.first(where: {
      $0.text.contains(words) && (column ?? $0.column) == $0.column
    }) {
      return Outcome(verdict: .held, computed: .verbatim(said.text), rule: rule)
    }
    let near = here.first { $0.text.contains(words) }
    return Outcome(
      verdict: .refuted,
      computed: .verbatim(near.map { "column \($0.column): \($0.text)" } ?? first.text), rule: rule,
      correction: near == nil ? first.text : nil)
  }

  /// What the compiler says of a fence that it is to reject is the author's claim, and no error: of all lines where no line says
  /// what, and otherwise of those that do.
  func isExpected(_ diagnostic: Diagnostic, in program: FinishedProgram) -> Bool {
    guard program.draft.failure == .rejected, diagnostic.id == .compileError,
      let part = program.draft.parts.last, let place = diagnostic.span?.range.lowerBound,
      draft.parts[part].range.contains(place)
    else { return false }
    let lines = draft.claims.compactMap { placed -> Int? in
      if case .rejection(part, let line, _, _) = placed.subject { line } else { nil }
    }
    return lines.isEmpty || lines.contains(draft.document.source.position(of: place).line)
  }
}

extension ExpectedFailure {
  /// How it is decided, in words for a reader.
  fileprivate var rule: Sentence {
    switch self {
    case .throwing(nil): "an error is thrown"
    case .throwing: "this error is thrown"
    case .trapping(nil): "the program is stopped"
    case .trapping: "the program is stopped with these words"
    case .rejected: "the compiler rejects it"
    }
  }
}
