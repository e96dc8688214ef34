// What was wrong with the data that an essay declares and its examples ask for.

import Diagnostics
import Foundation
import Markup

extension Referee {
  /// Files that are declared in vain, and every call that did not get what it asked for.
  ///
  /// - Parameter content: the folder that declared names begin in.
  func dataDiagnostics(content: String) -> [Diagnostic] {
    let asked = results.compactMap(\.execution?.record)
      .reduce(into: Set<String>()) { asked, record in
        asked.formUnion(record.filesRead)
        asked.formUnion(record.dataProblems.map(\.file))
      }
    let path = draft.document.path
    var found: [Diagnostic] = []
    for file in draft.document.frontMatter.data {
      let place = SourceSpan(path, file.range)
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(
        atPath: content + "/" + file.name, isDirectory: &isFolder) || isFolder.boolValue
      {
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
    for result in results {
      for trouble in Self.unique(result.execution?.record.dataProblems ?? []) {
        let offset = result.program.essayOffset(of: trouble.place, in: draft.document.source)
        let line = draft.document.source.lineRange(
          draft.document.source.position(of: offset).line)
        found.append(
          Diagnostic(
            trouble.id, at: SourceSpan(path, offset..<max(offset, line.upperBound)),
            trouble.message))
      }
    }
    return found
  }

  /// Whether the program ended with a problem of data that was told already.
  func endedForData(_ execution: Execution) -> Bool {
    guard let message = execution.record.dataProblems.last?.message else { return false }
    if case .threw(let error) = execution.end { return error.contains(message) }
    return execution.trapMessage?.contains(message) ?? false
  }

  /// Only then is it known which files nobody reads.
  private var allRan: Bool {
    results.allSatisfy { $0.program.isOnlyCompiled || $0.execution?.end == .finished }
      && results.count == draft.programs.count
  }

  /// A call in a loop is told once.
  private static func unique(_ troubles: [Record.DataTrouble]) -> [Record.DataTrouble] {
    var seen: Set<Record.DataTrouble> = []
    return troubles.filter { seen.insert($0).inserted }
  }
}
