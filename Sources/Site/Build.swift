// Build: the way of the data, in one place. No step reaches back.
//
//     content/*.md → prepare → run → judge ─┐
//                          └─→ typeset ─────┴─→ render → write → site/

import Diagnostics
import Foundation
import Rendering
import Typesetting
import Verification

/// What a build found, and what it wrote.
package struct BuildResult: Sendable {
  package var essays: [VerifiedEssay] = []
  package var log: Log
  /// The site's home page; nil when the old site was left as it is.
  package var index: String?
  /// Texts that diagnostics point into besides the project's own: templates.
  package var sources: [String: SourceText] = [:]
}

/// Verifies a project and, when all holds, replaces its site. A refuted build leaves the old one.
///
/// - Parameter earlier: what was found while the project was read; an error there counts.
/// - Throws: `MissingTool`, `MissingPart` or `Refusal` when that cannot be done here.
package func build(
  _ project: Project, into output: String, after earlier: Log, _ options: Options,
  progress: @escaping ProgressReport = { _, _ in }
) async throws -> BuildResult {
  // What is missing or wrong here is said before minutes are spent on programs.
  let session = try Session(project, options)
  let writer = try SiteWriter(output: output, project: project.folder, session.files)
  let assets = try Assets.load(from: session.typesetter.installation)
  var log = earlier
  let templates: Templates
  do {
    templates = try Templates(directory: project.folder + "/templates", session.files)
  } catch let failure as TemplateFailure {
    log.add(contentsOf: Log(failure.diagnostics))
    return BuildResult(log: log, sources: failure.sources)
  }
  if !project.essays.contains(where: { $0.path == Project.homePath }) {
    let why = project.drafts.contains(Project.homePath) ? "is a draft" : "is missing"
    log.add(
      Diagnostic(
        .fileUnreadable, at: nil, "\(Project.homePath) \(why): it is the site's home page"))
  }
  log.add(
    contentsOf: TemplateLinks.dead(
      in: templates, SiteFiles.paths(of: project, assets), pages: SiteFiles.pages(of: project)))
  let found = log.taking(
    try await session.examine(project, setting: .all, progress: progress))
  var result = BuildResult(essays: found.essays, log: log.sorted(), sources: templates.sources)
  guard !log.hasErrors else { return result }
  let site = try await session.timing("rendering") {
    try session.render(found, project, templates, assets)
  }
  try await session.timing("writing") { try writer.write(site) }
  result.index = output + "/" + SiteMap.homePath
  return result
}
