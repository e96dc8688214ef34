// Where and why a program stopped before its end, in words for its author.

import Diagnostics
import GalleyRecordFormat
import Markup
import Reading
import Running

extension Referee {
  /// Nil for a program that came to its last line, or was never run.
  func stopDiagnostic(of program: FinishedProgram) -> Diagnostic? {
    guard let execution = program.run.execution, execution.end != .finished,
      execution.record.damage == nil,
      !endedForData(execution)
    else { return nil }
    var (place, notes) = stopPlace(of: program, execution)
    notes += notesOnDraw(in: execution, of: program)
    func diagnostic(_ id: Identifier, _ message: String) -> Diagnostic {
      Diagnostic(id, at: place, message, notes: notes)
    }
    let limits = execution.limits
    switch execution.end {
    case .finished: return nil
    case .threw(let error):
      return diagnostic(
        .programThrew,
        "nobody caught the error that was thrown here: \(error.inTheAuthorsNames)")
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
        .programTrapped, "the program trapped here: \(trapReason(signal, execution))")
    }
  }

  func trapReason(
    _ signal: Int32, _ execution: Execution
  ) -> String {
    if let message = execution.trapMessage ?? execution.failure { return message }
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
    of program: FinishedProgram, _ execution: Execution
  ) -> (SourceSpan?, [Note]) {
    let path = draft.document.path
    var sites = execution.stopSites
    if case .threw = execution.end { sites = execution.thrownSites }
    if case .exited = execution.end { sites = execution.exitSites }
    let lines = sites.filter { $0.file == ProgramWriter.nameForCompiler(path) }.map(\.site)
    if let first = lines.first, let offset = offset(of: first, in: program) {
      let caller = lines.dropFirst().last { $0.line != first.line }
      let notes = caller.flatMap { self.offset(of: $0, in: program) }.map {
        [Note("called from here", at: SourceSpan(path, $0..<$0))]
      }
      return (statement(around: offset), notes ?? [])
    }
    let start = program.draft.parts.first.map { SourceSpan(path, draft.parts[$0].range) }
    return (start, [Note("where exactly in this program is not known")])
  }

  /// The essay's byte at a place of the program.
  func offset(of site: Site, in program: FinishedProgram) -> Int? {
    program.map.source(line: site.line, column: max(1, site.column))
  }

  /// Marks the statement that holds a byte, or just the place where none is found.
  private func statement(around offset: Int) -> SourceSpan {
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
