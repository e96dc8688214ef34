// Figures: what essays draw, compared with `content/figures.lock`, or recorded there.

import Diagnostics
import Foundation
import Verification

extension Session {
  /// The essays with what is recorded of their figures.
  ///
  /// - Parameter earlier: what was found in them; of an essay with errors nobody knows all figures.
  /// - Throws: `Refusal` when the record cannot be written.
  func settleFigures(
    of essays: [VerifiedEssay], in project: Project, after earlier: Log
  ) throws -> Diagnosed<[VerifiedEssay]> {
    guard updatesFigures else {
      return Self.comparedFigures(of: essays, in: project, after: earlier)
    }
    let whole = Self.whole(essays, after: earlier)
    let lock = project.figureLock.map(FigureLock.read)?.value ?? FigureLock()
    let updated = lock.updated(
      with: essays, whole: Set(whole.map(\.document.path)), paths: project.essayPaths)
    try record(updated, in: project)
    for change in updated.changes(since: lock) {
      shop.announce("\(FigureLock.path): \(change)")
    }
    // What is not drawn has its own errors.
    return Diagnosed(essays.map { updated.compared(with: $0).value })
  }

  /// The same where nothing is written.
  package static func comparedFigures(
    of essays: [VerifiedEssay], in project: Project, after earlier: Log
  ) -> Diagnosed<[VerifiedEssay]> {
    guard let read = project.figureLock.map(FigureLock.read) else { return Diagnosed(essays) }
    var log = read.log
    let compared = essays.map { log.taking(read.value.compared(with: $0)) }
    log.add(
      contentsOf: read.value.stale(
        beside: whole(essays, after: earlier), paths: project.essayPaths))
    return Diagnosed(compared, log)
  }

  /// The essays of which all figures are known.
  private static func whole(_ essays: [VerifiedEssay], after earlier: Log) -> [VerifiedEssay] {
    let faulty = earlier.diagnostics.filter { $0.severity == .error }
    let isKnownWhole = !faulty.contains { $0.span == nil }
    let broken = Set(faulty.compactMap(\.span?.path))
    return essays.filter { isKnownWhole && !broken.contains($0.document.path) }
  }

  private func record(_ lock: FigureLock, in project: Project) throws {
    guard lock.text != project.figureLock else { return }
    do {
      try files.writeWhole(Data(lock.text.utf8), project.folder + "/" + FigureLock.path)
    } catch {
      throw Refusal.missing(
        "\(FigureLock.path) cannot be written: \(error.localizedDescription)")
    }
  }
}

extension Project {
  /// All essays that are there, also those that were not asked for.
  fileprivate var essayPaths: [String] {
    names.filter { $0.hasSuffix(".md") }.map { Project.contentFolder + "/" + $0 }
  }
}
