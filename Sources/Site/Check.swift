// Check: everything that can be found out about a project without writing a page.

import Diagnostics
import Running
import Typesetting
import Verification

/// Verifies every claim of a project and sets its formulas; nothing is written.
///
/// - Throws: `MissingTool`, `MissingPart` or `Refusal` when that cannot be done here.
package func check(
  _ project: Project, _ options: Options, progress: @escaping ProgressReport = { _, _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  let found = try await Session(project, options)
    .examine(project, setting: .formulas, progress: progress)
  return Diagnosed(found.value.essays, found.log.sorted())
}

/// What is known of a project's essays when all that could be wrong with them was looked at.
struct Examined: Sendable {
  var pages: Pages
  var essays: [VerifiedEssay]
  /// One for each essay.
  var typeset: [TypesetEssay]
  /// What the essays were judged by.
  var prepared: [PreparedEssay]
  var programs: [[FinishedProgram]]
}

extension Session {
  func examine(
    _ project: Project, setting extent: Extent, progress: @escaping ProgressReport
  ) async throws -> Diagnosed<Examined> {
    var log = Log()
    let pages = log.taking(await timing("reading Markdown") { await Pages.of(project) })
    async let opened = timing("building the library") {
      try await openBench(
        for: pages.parts.map(\.document), productPlaces: project.configuration.productPlaces)
    }
    let prepared = try await timing("reading Swift") { try await prepare(pages.parts) }
    let bench = try await opened
    log.add(contentsOf: Log(prepared.log.diagnostics + bench.log.diagnostics))
    let known = Log(
      pages.readingLog.diagnostics + prepared.log.diagnostics + bench.log.diagnostics)
    // Side by side. What is missing for setting type is said before minutes are spent on programs.
    async let verified: Diagnosed<Verdicts> = timing("running programs and judging") {
      try await self.verify(prepared.value, on: bench.value, after: known, progress: progress)
    }
    async let typeset: Diagnosed<[TypesetEssay]> = timing("setting type") {
      try await self.typeset(prepared.value, pages.labels, extent)
    }
    let set = log.taking(try await typeset)
    let verdicts = log.taking(try await verified)
    let settled = log.taking(try settleFigures(of: verdicts.essays, in: project, after: log))
    return Diagnosed(
      Examined(
        pages: pages, essays: settled, typeset: set, prepared: prepared.value,
        programs: verdicts.programs), log)
  }
}
