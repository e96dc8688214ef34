// Where and why a program stopped before its end, in words for its author.

import Diagnostics
import Markup

extension Referee {
  /// Nil for a program that came to its last line, or was never run.
  func stopDiagnostic(of result: ProgramResult) -> Diagnostic? {
    guard let execution = result.execution, execution.end != .finished,
      !endedForData(execution)
    else { return nil }
    var (place, notes) = stopPlace(of: result, execution)
    notes += notesOnDraw(of: result, execution)
    func diagnostic(_ id: Identifier, _ message: String) -> Diagnostic {
      Diagnostic(id, at: place, message, notes: notes)
    }
    let limits = execution.limits
    switch execution.end {
    case .finished: return nil
    case .threw(let error):
      return diagnostic(.programThrew, "nobody caught the error that was thrown here: \(error)")
    case .timedOut:
      return diagnostic(
        .programTimedOut,
        "the program used up its \(seconds(limits.time)) of processor time and was ended here; "
          + "timeout=… behind ‘swift’ or --timeout sets another limit")
    case .waited:
      return diagnostic(
        .programTimedOut,
        "the program did nothing for \(seconds(limits.time)) and was ended here; "
          + "timeout=… behind ‘swift’ or --timeout sets another limit")
    case .outlasted:
      return diagnostic(
        .programTimedOut,
        "the program was still running after \(seconds(limits.onTheClock)) on the clock, without having used up "
          + "its \(seconds(limits.time)) of processor time, and was ended; timeout=… behind ‘swift’ or --timeout sets another limit"
      )
    case .overMemory:
      return diagnostic(
        .programOverLimit, "the program wanted more than \(megabytes(limits.memory)) of memory")
    case .overOutput:
      return diagnostic(
        .programOverLimit, "the program wrote more than \(megabytes(limits.output)) of output")
    case .startedProcess:
      return diagnostic(
        .programOverLimit, "the program started another process; an example may start none")
    case .exited(let code):
      return diagnostic(
        .programExited, "the program ended itself with exit code \(code) before its last line")
    case .stopped(let signal):
      return diagnostic(
        .programTrapped, "the program trapped here: \(trapReason(signal, result, execution))")
    }
  }

  private func trapReason(
    _ signal: Int32, _ result: ProgramResult, _ execution: Execution
  ) -> String {
    if let message = execution.trapMessage { return message }
    let calls = execution.record.stopCalls ?? []
    if let failure = result.symbolizer?.failure(of: calls) { return failure }
    switch signal {
    case 11, 7, 10:
      return "it used memory that is not its own; a recursion without end does that, "
        + "and so does a name that is used above the line that gives it its value"
    case 4, 5: return "a check of Swift failed without a message"
    default: return "signal \(signal)"
    }
  }

  /// The innermost statement of the essay that was running, and who had called it.
  private func stopPlace(
    of result: ProgramResult, _ execution: Execution
  ) -> (SourceSpan?, [Note]) {
    let source = draft.document.source
    let path = draft.document.path
    func span(_ position: Position) -> SourceSpan {
      let offset = result.program.essayOffset(of: position, in: source)
      return SourceSpan(path, offset..<offset)
    }
    var calls = execution.record.stopCalls ?? []
    if case .threw = execution.end { calls = execution.record.thrownCalls }
    let places = result.symbolizer?.essayPlaces(of: calls) ?? []
    if let first = places.first {
      let callers = places.dropFirst().filter { $0.line != first.line }
      let notes = callers.last.map { [Note("called from here", at: span($0))] } ?? []
      return (statement(around: span(first).range.lowerBound, in: result.program), notes)
    }
    // Without a trace, the last place that was passed tells what went before.
    let start = result.program.pieces.first.map { SourceSpan(path, $0.content.range) }
    guard let last = execution.record.lastPlace else {
      return (start, [Note("the program came to none of its statements' ends")])
    }
    return (span(last), [Note("where exactly is not known: this is the last place that it passed")])
  }

  /// Marks the statement that holds a byte, or just the place where none is found.
  private func statement(around offset: Int, in program: Program) -> SourceSpan {
    let source = draft.document.source
    let path = draft.document.path
    let line = source.position(of: offset).line
    let whole = source.lineRange(line)
    let text = source[whole]
    let indent = text.utf8.prefix { " \t>".utf8.contains($0) }.count
    // The line is what an author looks for; where the compiler's column points is the detail.
    let start = max(whole.lowerBound + indent, min(offset, whole.upperBound))
    return SourceSpan(path, start..<max(start, whole.upperBound))
  }

  private func seconds(_ duration: Duration) -> String {
    let (whole, fraction) = duration.components
    let tenths = fraction / 100_000_000_000_000_000
    return tenths == 0 ? "\(whole) s" : "\(whole).\(tenths) s"
  }

  private func megabytes(_ bytes: Int) -> String { "\(bytes >> 20) MiB" }
}
