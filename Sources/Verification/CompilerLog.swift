// CompilerLog: the compiler's errors and warnings, at the essay's own bytes.

import Diagnostics
import Markup
import Reading
import Running
import SwiftText

extension Referee {
  /// What the compiler said of a program. A program that was not made has an error, whatever else.
  func compilerLog(of program: FinishedProgram) -> Log {
    var log = Log()
    for message in authorsMessages(of: program.run) {
      if let diagnostic = diagnostic(for: message, of: program) { log.add(diagnostic) }
    }
    // A program that is only compiled repeats what stands before it on the page, and its errors.
    let own = Log(
      log.diagnostics.filter { !repeats($0, in: program) && !isExpected($0, in: program) }.unique)
    switch program.run.ending {
    case .ran, .compiled: return own
    // Its claims say so, and an example before it that is wrong says so itself.
    case .refused where program.draft.failure == .rejected: return own
    case .refused:
      // Where all it says is about the examples before, this one makes them wrong.
      return own.hasErrors ? own : Log(log.placed(at: lastPart(of: program)).diagnostics.unique)
    case .unmade(let words):
      guard !own.hasErrors else { return own }
      // The linker's words, or a compiler that crashed: nothing names a line of the essay.
      let message =
        words.map { "the compiler could not make this program:\n\($0)" }
        ?? "the compiler did not finish this program within 5 minutes"
      return Log(
        own.diagnostics + [Diagnostic(.compileError, at: lastPart(of: program), message)])
    }
  }

  /// What a word of Galley's lacks follows from an error of the author's, and is not told beside it.
  private func authorsMessages(of run: Run) -> [CompilerMessage] {
    let own = run.messages.filter { !$0.notes.contains { $0.text.contains("__galley") } }
    return own.contains { $0.severity == .error } ? own : run.messages
  }

  private func diagnostic(
    for message: CompilerMessage, of program: FinishedProgram
  ) -> Diagnostic? {
    let isError = message.severity == .error
    // An error is never dropped, wherever the compiler says that it is: in an expansion of a macro, for instance.
    let places = [message.place] + message.notes.map(\.place)
    let span = places.compactMap { $0 }.compactMap { self.span(of: $0, in: program) }.first
    guard let place = message.place,
      place.file == ProgramWriter.nameForCompiler(program.draft.path),
      let span
    else {
      guard isError else { return nil }
      let isImport =
        message.place?.file == ProgramWriter.prelude && span == nil
      return Diagnostic(
        .compileError, at: span ?? (isImport ? nil : lastPart(of: program)),
        isImport ? "in the imports of galley.yml: \(message.text)" : message.text)
    }
    if !isError, isAboutValueAlone(message, at: place, in: program) { return nil }
    var notes = message.notes.filter { !$0.text.contains("__galley") }.map { note in
      Note(note.text.inTheAuthorsNames, at: note.place.flatMap { self.span(of: $0, in: program) })
    }
    if message.text.contains("main actor-isolated") {
      notes.append(
        Note(
          "a ‘var’ of the page is a global variable of the main actor: mark the function that uses it "
            + "‘@MainActor’, pass the value to it as a parameter, or write ‘nonisolated(unsafe) var’"
        ))
    }
    if message.text == "cannot find 'data' in scope", draft.document.frontMatter.data.isEmpty {
      notes.append(
        Note(
          "an essay that reads a file of data names it in its front matter: ‘data: [data/voters.csv]’, below content/"
        ))
    }
    return Diagnostic(
      isError ? .compileError : .compileWarning, isError ? .error : .warning, at: span,
      message.text.inTheAuthorsNames, notes: notes)
  }

  /// In an essay an expression may stand for its value alone; and what the compiler says of words that nobody wrote is
  /// nobody's to mend.
  private func isAboutValueAlone(
    _ message: CompilerMessage, at place: CompilerMessage.Place, in program: FinishedProgram
  ) -> Bool {
    message.text.contains(" is unused")
      || !program.map.holds(line: place.site.line, column: place.site.column)
  }

  private func span(
    of place: CompilerMessage.Place, in program: FinishedProgram
  ) -> SourceSpan? {
    let path = draft.document.path
    if place.file == ProgramWriter.prelude {
      let end = program.map.source(beforePreludeLine: place.site.line)
      return end.map { SourceSpan(path, max(0, $0 - 1)..<$0) }
    }
    guard place.file == ProgramWriter.nameForCompiler(program.draft.path) else { return nil }
    guard let offset = program.map.source(line: place.site.line, column: place.site.column) else {
      return program.map.source(before: place.site.line).map { SourceSpan(path, $0..<$0) }
    }
    // Mark the word that the compiler points at.
    let source = draft.document.source
    let line = source.lineRange(source.position(of: offset).line)
    let rest = source[offset..<max(offset, line.upperBound)]
    let length = max(1, String(rest.unicodeScalars.prefix { $0.isWordPart }).utf8.count)
    return SourceSpan(
      draft.document.path, offset..<min(offset + length, max(offset, line.upperBound)))
  }
}

extension Referee {
  /// The essay's bytes that a program's last part is.
  private func lastPart(of program: FinishedProgram) -> SourceSpan? {
    program.draft.parts.last.map { part in
      let range = draft.parts[part].range
      let line = draft.document.source.lineRange(
        draft.document.source.position(of: range.lowerBound).line)
      return SourceSpan(
        draft.document.path,
        range.clamped(to: range.lowerBound..<max(range.lowerBound, line.upperBound)))
    }
  }

  /// Whether something is said of an example that another program is about.
  private func repeats(_ diagnostic: Diagnostic, in program: FinishedProgram) -> Bool {
    guard program.draft.isOnlyCompiled || program.draft.failure != nil,
      let last = program.draft.parts.last,
      let place = diagnostic.span?.range.lowerBound
    else { return false }
    return !draft.parts[last].range.contains(place)
  }
}

extension Log {
  /// The errors, all said of one place.
  fileprivate func placed(at span: SourceSpan?) -> Log {
    Log(
      diagnostics.filter { $0.severity == .error }.map {
        Diagnostic(
          $0.id, at: span, $0.message, notes: [Note("the compiler says it here", at: $0.span)])
      })
  }
}

extension String {
  /// Without the words that programs carry so that nobody's names meet Galley's.
  var inTheAuthorsNames: String {
    replacing("GalleyProgram.", with: "").replacing("__Galley", with: "")
  }
}

extension [Diagnostic] {
  /// Without those that say the same again.
  fileprivate var unique: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
