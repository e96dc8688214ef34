// Build: the way of the data, in one place. No step reaches back.
//
//     content/*.md → parse → verify → typeset → render → write → site/
//
// To verify, the formulas beside which claims stand are set too, to see what they show.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Running
import Typesetting
import Verification

/// How a run is to be done; what is to be done stands in the project.
package struct Options: Sendable {
  package var limits: Limits
  package var jobs: Int
  /// How Galley starts itself to set type.
  package var worker: WorkerCommand
  /// Whether programs run under all four rounding modes.
  package var checksRounding = false

  package init(limits: Limits, jobs: Int, worker: WorkerCommand) {
    self.limits = limits
    self.jobs = jobs
    self.worker = worker
  }
}

/// Told whenever something begins or ends: what is being done now, and how many essays are done.
package typealias ProgressReport = @Sendable (_ doing: String, _ done: Int) -> Void

/// Verifies every claim of a project; nothing is written.
///
/// - Throws: `MissingTool` or `Refusal` when that cannot be done here.
package func check(
  _ project: Project, _ options: Options, progress: @escaping ProgressReport = { _, _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  var log = Log()
  let documents = log.taking(parse(project))
  let labels = labels(of: documents, project)
  log.add(contentsOf: references(in: documents, labels, project))
  log.add(contentsOf: ReadingOrder.mistakes(in: project))
  let workshop = try workshop(of: project, options)
  let typesetter = typesetter(of: project, options)
  let essays = log.taking(
    try await verify(
      documents, in: workshop, by: typesetter,
      productPlaces: project.configuration.productPlaces, progress: progress))
  return Diagnosed(essays, log.sorted())
}

func workshop(of project: Project, _ options: Options) throws -> Workshop {
  var workshop = try Workshop(project: project.folder)
  project.configuration.furnish(&workshop)
  workshop.limits = options.limits
  workshop.jobs = options.jobs
  workshop.checksRounding = options.checksRounding
  return workshop
}

func typesetter(of project: Project, _ options: Options) -> Typesetter {
  Typesetter(worker: options.worker, macros: project.configuration.macros, jobs: options.jobs)
}

/// What a build found, and what it wrote.
package struct BuildResult: Sendable {
  package var essays: [VerifiedEssay]
  package var log: Log
  /// The site's home page, or its first page; nil when the old site was left as it is.
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
  // What is missing is said before minutes are spent on programs.
  let writer = try SiteWriter(output: output, project: project.folder)
  let templates: Templates
  do {
    templates = try Templates(directory: project.folder + "/templates")
  } catch let failure as TemplateFailure {
    let log = Log(earlier.diagnostics + failure.diagnostics)
    return BuildResult(essays: [], log: log, sources: failure.sources)
  }
  let assets = try Assets.load()

  var log = earlier
  if !project.essays.contains(where: { $0.path == Project.homePath }) {
    log.add(
      Diagnostic(
        .fileUnreadable, at: nil, "\(Project.homePath) is missing: it is the site's home page"))
  }
  let essays = log.taking(try await check(project, options, progress: progress))
  // What is wrong with labels and sources was said by the check.
  let labels = LabelIndex.of(essays.map(\.document)).value
  let bibliography = project.references.map { Bibliography.read($0).value } ?? Bibliography()
  let typeset = log.taking(
    try await TypesetEssay.all(essays, labels, by: typesetter(of: project, options)))
  guard !log.hasErrors else { return BuildResult(essays: essays, log: log.sorted()) }

  let files = try SiteFiles.of(
    essays, typeset, SiteReferences(labels, essays, typeset), bibliography, project, templates,
    assets)
  try writer.write(files)
  let pages = files.map(\.path).filter { $0.hasSuffix(".html") }
  let index = pages.contains("index.html") ? "index.html" : pages.first
  return BuildResult(essays: essays, log: log.sorted(), index: index.map { output + "/" + $0 })
}

/// Reads the Markdown of all essays, in the order of reading.
func parse(_ project: Project) -> Diagnosed<[Document]> {
  var log = Log()
  let documents = project.essays.map { log.taking(parse($0.text, path: $0.path)) }
  return Diagnosed(ReadingOrder.sort(documents, by: project.configuration), log)
}

/// The labels of all essays. Those that are not asked for are read for their labels only.
func labels(of documents: [Document], _ project: Project) -> Diagnosed<LabelIndex> {
  let others = project.others.map { parse($0.text, path: $0.path).value }
  return LabelIndex.of(ReadingOrder.sort(documents + others, by: project.configuration))
}

/// What is wrong with links, labels and citations of the essays that are asked for.
private func references(
  in documents: [Document], _ labels: Diagnosed<LabelIndex>, _ project: Project
) -> Log {
  var log = Log()
  let wanted = Set(documents.map(\.path))
  for diagnostic in labels.log.diagnostics where wanted.contains(diagnostic.span?.path ?? "") {
    log.add(diagnostic)
  }
  log.add(contentsOf: LinkCheck.broken(in: documents, labels.value, project))
  let bibliography = project.references.map { log.taking(Bibliography.read($0)) }
  log.add(
    contentsOf: CitationCheck.log(documents, bibliography, areAll: project.others.isEmpty))
  return log
}
