// What was wrong with the data that an essay declares and its examples ask for.

import Diagnostics
import GalleyRecordFormat
import Markup
import Reading
import Running

extension Referee {
  /// Files that are declared in vain, and every call that did not get what it asked for.
  ///
  /// - Parameter missing: the declared files that are not there.
  func dataDiagnostics(missing: Set<String>) -> [Diagnostic] {
    let asked = programs.compactMap(\.run.execution?.record)
      .reduce(into: Set<String>()) { asked, record in
        asked.formUnion(record.filesRead)
        asked.formUnion(record.dataProblems.map(\.file))
      }
    let path = draft.document.path
    var found: [Diagnostic] = []
    for file in draft.document.frontMatter.data {
      let place = SourceSpan(path, file.range)
      if missing.contains(file.name) {
        found.append(
          Diagnostic(
            .dataMissing, at: place,
            "there is no file ‘\(file.name)’ in content/: put it there, or mend its name here"))
      } else if allRan, !asked.contains(file.name) {
        found.append(
          Diagnostic(
            .dataUnread, .warning, at: place,
            "no example reads ‘\(file.name)’: read it with ‘try data(\"\(file.name)\")’, or take it "
              + "out of the front matter"))
      }
    }
    for program in programs {
      for problem in Self.unique(program.run.execution?.record.dataProblems ?? []) {
        let offset = offset(of: problem.site, in: program)
        let line = offset.map { draft.document.source.position(of: $0).line }
        let place = offset.flatMap { offset in
          line.map { offset..<max(offset, draft.document.source.lineRange($0).upperBound) }
        }
        found.append(
          Diagnostic(
            problem.identifier, at: place.map { SourceSpan(path, $0) }, problem.words))
      }
    }
    return found
  }

  /// Whether the program ended with a problem of data that was told already.
  func endedForData(_ execution: Execution) -> Bool {
    guard let problem = execution.record.dataProblems.last else { return false }
    // As the recorder says it where it stops a program.
    let message = "there is no data from ‘\(problem.file)’"
    if case .threw(let error) = execution.end { return error.contains(message) }
    return execution.trapMessage?.contains(message) ?? false
  }

  /// Only then is it known which files nobody reads.
  private var allRan: Bool {
    programs.allSatisfy {
      $0.draft.isOnlyCompiled || $0.draft.failure != nil || $0.run.execution?.end == .finished
    }
      && programs.count == draft.programs.count
  }

  /// A call in a loop is told once.
  private static func unique(_ problems: [DataProblem]) -> [DataProblem] {
    var seen: Set<DataProblem> = []
    return problems.filter { seen.insert($0).inserted }
  }
}
