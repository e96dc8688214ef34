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

  public init(limits: Limits, jobs: Int, worker: WorkerCommand) {
    self.limits = limits
    self.jobs = jobs
    self.worker = worker
  }
}

/// Reports how far a run has come.
public typealias Progress = @Sendable (String) -> Void

/// Verifies every claim of a project; nothing is written.
///
/// - Throws: `MissingTool` or `Refusal` when that cannot be done here.
public func check(
  _ project: Project, _ options: Options, progress: @escaping Progress = { _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  var log = Log()
  let documents = log.taking(parse(project))
  log.add(contentsOf: LinkCheck.broken(in: documents, project))
  let workshop = try Workshop(
    project: project.folder, imports: project.configuration.imports,
    product: project.configuration.product, limits: options.limits, jobs: options.jobs)
  do {
    let essays = log.taking(try await verify(documents, in: workshop, progress: progress))
    return Diagnosed(essays, log.sorted())
  } catch let failure as LibraryFailure {
    log.add(Diagnostic(.libraryUnbuildable, at: nil, failure.description))
    return Diagnosed(unjudged(documents), log.sorted())
  }
}

/// Verifies a project and, when all holds, replaces its site. A refuted build leaves the old one.
///
/// - Throws: `MissingTool`, `MissingPart` or `Refusal` when that cannot be done here.
public func build(
  _ project: Project, into output: String, _ options: Options,
  progress: @escaping Progress = { _ in }
) async throws -> Diagnosed<[VerifiedEssay]> {
  // What is missing is said before minutes are spent on programs.
  let writer = try SiteWriter(output: output)
  let templates: Templates
  do {
    templates = try Templates(directory: project.folder + "/templates")
  } catch let failure as TemplateFailure {
    return Diagnosed([], Log(failure.diagnostics))
  }
  let assets = try Assets.load()

  var log = Log()
  let essays = log.taking(try await check(project, options, progress: progress))
  let typesetter = Typesetter(
    worker: options.worker, macros: project.configuration.macros, jobs: options.jobs)
  let typeset = log.taking(try await TypesetEssays.of(essays.map(\.document), by: typesetter))
  guard !log.hasErrors else { return Diagnosed(essays, log.sorted()) }

  let files = try SiteFiles.of(essays, typeset, project, templates, assets)
  try writer.write(files)
  return Diagnosed(essays, log.sorted())
}

/// Reads the Markdown of all essays, in the order of reading.
func parse(_ project: Project) -> Diagnosed<[Document]> {
  var log = Log()
  let documents = project.essays.map { log.taking(parse($0.text, path: $0.path)) }
  return Diagnosed(log.taking(ReadingOrder.sort(documents, by: project.configuration)), log)
}

/// Essays whose programs could not even be begun.
private func unjudged(_ documents: [Document]) -> [VerifiedEssay] {
  documents.map { VerifiedEssay(document: $0, claims: []) }
}
