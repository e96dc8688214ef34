// DraftFindings: what was found in a project whose pages are shown all the same, as the pages tell it.

import Diagnostics
import Markup
import Reading
import Rendering
import Verification

package struct DraftFindings: Sendable {
  /// By the path of the file that they are about; those that are about none, or about no essay, under nothing.
  private var found: [String?: [Diagnostic]] = [:]
  /// The texts that they point into.
  private let sources: [String: SourceText]
  /// For each essay the programs that are still at work.
  private let pending: [String: Set<Int>]

  /// - Parameter essays: the paths of the essays that have pages.
  package init(
    _ log: Log, essays: [String], sources: [String: SourceText], pending: [String: Set<Int>] = [:]
  ) {
    self.sources = sources
    self.pending = pending
    let paths = Set(essays)
    for diagnostic in log.diagnostics {
      let path = diagnostic.span.flatMap { paths.contains($0.path) ? $0.path : nil }
      found[path, default: []].append(diagnostic)
    }
  }

  init(_ log: Log, in project: Project) {
    self.init(log, essays: project.essays.map(\.path), sources: project.sources)
  }

  func isPending(_ judged: JudgedClaim, in path: String) -> Bool {
    judged.program.map { pending[path]?.contains($0) ?? false } ?? false
  }

  /// What could stand in the place of a refuted value.
  func correction(of judged: JudgedClaim, in path: String) -> String? {
    guard judged.verdict == .refuted else { return nil }
    return found[path]?.lazy.compactMap(\.fix).first { $0.span.range == judged.claim.range }?
      .replacement
  }

  /// What is said on the page of an essay: what is wrong with it, and what is wrong with the whole project.
  func notes(for document: Document, in language: Language) -> DraftNotes {
    let own = (found[document.path] ?? []).map { diagnostic in
      let line = diagnostic.span.map {
        language[.inLine, document.source.position(of: $0.range.lowerBound).line]
      }
      return remark(diagnostic, range: diagnostic.span?.range, place: line, language)
    }
    let others = (found[nil] ?? []).map { diagnostic in
      let place = diagnostic.span.map { span in
        sources[span.path].map { "\(span.path):\($0.position(of: span.range.lowerBound).line)" }
          ?? span.path
      }
      return remark(diagnostic, range: nil, place: place, language)
    }
    let root = String(
      repeating: "../", count: SiteFiles.pagePath(document.path).count { $0 == "/" })
    return DraftNotes(
      remarks: others + own, styleAddress: root + "assets/" + Templates.draftStyleName)
  }

  private func remark(
    _ diagnostic: Diagnostic, range: Range<Int>?, place: String?, _ language: Language
  ) -> Remark {
    let notes = diagnostic.notes.map { note in
      let line = note.span.flatMap { span in
        sources[span.path].map {
          ", " + language[.inLine, $0.position(of: span.range.lowerBound).line]
        }
      }
      return note.text + (line ?? "")
    }
    let fix = diagnostic.fix.map { [language[.write, $0.replacement]] } ?? []
    return Remark(
      range: range, place: place, kind: Remark.Kind(diagnostic.id),
      isError: diagnostic.severity == .error, message: diagnostic.message, notes: notes + fix)
  }
}

extension Remark.Kind {
  fileprivate init(_ id: Identifier) {
    self =
      switch id {
      case .claimRefuted: .refuted
      case .claimUnreached: .unreached
      case .claimUnjudged: .unjudged
      case .compileError: .compiler
      default: .other
      }
  }
}
