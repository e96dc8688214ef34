// Build: the way of the data, in one place. No step reaches back.
//
//     content/*.md → parse → verify → typeset → render → write → site/

import Diagnostics
import Foundation
import Markup
import Rendering
import Typesetting
import Verification

/// How a run is to be done; what is to be done stands in the project.
public struct Options: Sendable {
  public var limits: Limits
  public var jobs: Int
  /// How Galley starts itself to set type.
  public var worker: WorkerCommand
  /// Whether programs run under all four rounding modes.
  public var checksRounding = false

  public init(limits: Limits, jobs: Int, worker: WorkerCommand) {
    self.limits = limits
    self.jobs = jobs
    self.worker = worker
  }
}

/// Told after each essay how far a run has come.
public typealias ProgressReport = @Sendable (_ path: String, _ done: Int) -> Void

/// Verifies every claim of a project; nothing is written.
///
/// - Throws: `MissingTool` or `Refusal` when that cannot be done here.
public func check(
  _ project: Project, _ options: Options, progress: @escaping ProgressReport = { _, _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  var log = Log()
  let documents = log.taking(parse(project))
  log.add(contentsOf: references(in: documents, project))
  log.add(contentsOf: ReadingOrder.mistakes(in: project))
  let workshop = try Workshop(
    project: project.folder, imports: project.configuration.imports,
    product: project.configuration.product, limits: options.limits, jobs: options.jobs,
    checksRounding: options.checksRounding)
  let essays = log.taking(try await verify(documents, in: workshop, progress: progress))
  return Diagnosed(essays, log.sorted())
}

/// What a build found, and what it wrote.
public struct BuildResult: Sendable {
  public var essays: [VerifiedEssay]
  public var log: Log
  /// The site's home page, or its first page; nil when the old site was left as it is.
  public var index: String?
  /// Texts that diagnostics point into besides the project's own: templates.
  public var sources: [String: SourceText] = [:]
}

/// Verifies a project and, when all holds, replaces its site. A refuted build leaves the old one.
///
/// - Parameter earlier: what was found while the project was read; an error there counts.
/// - Throws: `MissingTool`, `MissingPart` or `Refusal` when that cannot be done here.
public func build(
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
  let typesetter = Typesetter(
    worker: options.worker, macros: project.configuration.macros, jobs: options.jobs)
  // What is wrong with labels and sources was said by the check.
  let labels = LabelIndex.of(essays.map(\.document)).value
  let bibliography = project.references.map { Bibliography.read($0).value } ?? Bibliography()
  let typeset = log.taking(try await TypesetEssay.all(essays, labels, by: typesetter))
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

/// What is wrong with links, labels and citations. Essays that are not asked for are read for their labels
/// only, and nothing is said about them.
private func references(in documents: [Document], _ project: Project) -> Log {
  var log = Log()
  let others = project.others.map { parse($0.text, path: $0.path).value }
  let all = ReadingOrder.sort(documents + others, by: project.configuration)
  let labels = LabelIndex.of(all)
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
