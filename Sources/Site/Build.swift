// Build: the way of the data, in one place. No step reaches back.
//
//     content/*.md → prepare → run → judge ─┐
//                          └─→ typeset ─────┴─→ render → write → site/

import Diagnostics
import Foundation
import Rendering
import Running
import Typesetting
import Verification

/// What a build found, and what it wrote.
package struct BuildResult: Sendable {
  package var essays: [VerifiedEssay] = []
  package var log: Log
  /// The site's home page, or the folder where it has none; nil when the old site was left as it is.
  package var index: String?
  /// Texts that diagnostics point into besides the project's own: templates.
  package var sources: [String: SourceText] = [:]
}

extension Project {
  /// Without a home page there is no site.
  package func missingHome(_ severity: Diagnostic.Severity = .error) -> Log {
    if essays.contains(where: { $0.path == Project.homePath }) { return Log() }
    let why = drafts.contains(Project.homePath) ? "is a draft" : "is missing"
    return Log([
      Diagnostic(
        .fileUnreadable, severity, at: nil,
        "\(Project.homePath) \(why): it is the site's home page, and ‘galley build’ needs it")
    ])
  }
}

/// Verifies a project and, when all holds, replaces its site. A refuted build leaves the old one.
///
/// - Parameters:
///   - earlier: what was found while the project was read; an error there counts.
///   - isDraft: whether pages are written whatever was found, with marks at all that does not hold. The folder then says
///     that it is a draft, and is never one with a site in it.
/// - Throws: `MissingTool`, `MissingPart` or `Refusal` when that cannot be done here.
package func build(
  _ project: Project, into output: String, after earlier: Log, _ options: Options,
  isDraft: Bool = false, progress: @escaping ProgressReport = { _, _ in }
) async throws -> BuildResult {
  // What is missing or wrong here is said before minutes are spent on programs.
  let session = try Session(project, options)
  let writer = try SiteWriter(
    output: output, project: project.folder, isDraft: isDraft, session.files)
  let assets = try Assets.load(from: session.typesetter.installation)
  var log = earlier
  let templates: Templates
  do {
    templates = try Templates(directory: project.folder + "/templates", session.files)
  } catch let failure as TemplateFailure {
    log.add(contentsOf: Log(failure.diagnostics))
    return BuildResult(log: log, sources: failure.sources)
  }
  log.add(contentsOf: project.missingHome())
  log.add(
    contentsOf: TemplateLinks.dead(
      in: templates, SiteFiles.paths(of: project, assets), pages: SiteFiles.pages(of: project)))
  let found = log.taking(
    try await session.examine(project, setting: .all, progress: progress))
  var result = BuildResult(essays: found.essays, log: log.sorted(), sources: templates.sources)
  guard isDraft || !log.hasErrors else { return result }
  let draft = isDraft ? DraftFindings(result.log, in: project) : nil
  let judges = try await Judges.of(session.shop)
  let site = try await session.timing("rendering") {
    try await session.render(found, project, templates, assets, judges: judges, draft: draft)
  }
  try await session.timing("writing") {
    try writer.write(isDraft ? site + [SiteWriter.draftNotice(result.log)] : site)
  }
  result.index =
    site.contains { $0.path == SiteMap.homePath } ? output + "/" + SiteMap.homePath : output
  return result
}
