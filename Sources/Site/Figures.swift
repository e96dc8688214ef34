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
    let faulty = earlier.diagnostics.filter { $0.severity == .error }
    let isKnownWhole = !faulty.contains { $0.span == nil }
    let broken = Set(faulty.compactMap(\.span?.path))
    let whole = essays.filter { isKnownWhole && !broken.contains($0.document.path) }
    let paths = project.names.filter { $0.hasSuffix(".md") }.map {
      Project.contentFolder + "/" + $0
    }
    let read = project.figureLock.map(FigureLock.read)
    guard updatesFigures else {
      guard let read else { return Diagnosed(essays) }
      var log = read.log
      let compared = essays.map { log.taking(read.value.compared(with: $0)) }
      log.add(contentsOf: read.value.stale(beside: whole, paths: paths))
      return Diagnosed(compared, log)
    }
    let lock = read?.value ?? FigureLock()
    let updated = lock.updated(
      with: essays, whole: Set(whole.map(\.document.path)), paths: paths)
    try record(updated, in: project)
    for change in updated.changes(since: lock) {
      shop.announce("\(FigureLock.path): \(change)")
    }
    // What is not drawn has its own errors.
    return Diagnosed(essays.map { updated.compared(with: $0).value })
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
