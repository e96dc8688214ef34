// Proof: a check of the real essays, as they are or changed, for tests that ask what it finds.

import Diagnostics
import Foundation
import Markup
import Reading
import Running
import Testing
import Typesetting
import Verification

@testable import Site

/// What a check of a project found, with the runs that it judged by.
struct Proof: Sendable {
  var project: Project
  var labels: LabelIndex
  var drafts: [Draft]
  /// The programs of each essay.
  var programs: [[FinishedProgram]]
  var essays: [VerifiedEssay] = []
  var log: Log
  var problems: [Place] { log.diagnostics.map { Place($0, in: project) } }

  /// The real project as it is, checked once for all tests; before others, for the longest of them wait for it.
  static let untouched = Task(priority: .high) {
    let read = try Project.read(ScratchProject.root)
    #expect(read.log.diagnostics.isEmpty)
    return try await of(read.value)
  }

  static func of(_ project: Project) async throws -> Proof {
    let session = try Session(project, try options())
    let pages = await Pages.of(project).value
    let (drafts, log) = try await Self.drafts(of: project, pages.parts)
    let bench = try await Bench.open(
      in: session.shop, drawsFigures: drafts.contains(where: \.drawsFigures))
    defer { bench.clear() }
    var proof = Proof(
      project: project, labels: pages.labels, drafts: drafts,
      programs: try await session.run(drafts, on: bench), log: log)
    for (draft, programs) in zip(drafts, proof.programs) {
      proof.essays.append(proof.log.taking(judge(draft, programs)))
    }
    return proof
  }

  /// What the same runs say when the essays' words change and their programs do not. Nothing is compiled or run.
  ///
  /// - Parameter changed: essays by their numbers, each with another text; one may come several times.
  /// - Returns: what is found in each of them.
  func judging(_ changed: [(essay: Int, text: String)]) async throws -> [Proof] {
    let parts = changed.map {
      PageParts.of(parse($0.text, path: essays[$0.essay].document.path).value).value
    }
    let (drafts, log) = try await Self.drafts(of: project, parts)
    // Of a digit that the sentence itself computes otherwise, a warning says so already.
    #expect(!log.hasErrors)
    let imports = project.configuration.imports
    return try zip(changed, drafts).map { change, draft in
      let runs = programs[change.essay]
      try #require(draft.programs.count == runs.count)
      for (program, run) in zip(draft.programs, runs) {
        // What ran is what would run now.
        let isSame =
          ProgramText(of: program, in: draft, imports: imports).text
          == ProgramText(of: run.draft, in: self.drafts[change.essay], imports: imports).text
        #expect(isSame, "\(program.path): a program depends on what the essay claims")
      }
      var result = Proof(
        project: project, labels: labels, drafts: [draft], programs: [runs], log: Log())
      result.project.sources[draft.document.path] = draft.document.source
      result.essays = [result.log.taking(judge(draft, runs))]
      return result
    }
  }

  private static func options() throws -> Options {
    Options(
      limits: Limits(time: .seconds(60)), jobs: 2,
      worker: WorkerCommand(executable: try ScratchProject.executable()))
  }

  private static func drafts(
    of project: Project, _ parts: [PageParts]
  ) async throws -> ([Draft], Log) {
    let essays = try await Session(project, options()).prepare(parts)
    return (essays.value.map(\.draft), essays.log)
  }
}

/// A diagnostic as a person finds it.
struct Place: Hashable, CustomStringConvertible {
  var id: Identifier
  var path: String
  var line: Int
  var column: Int

  init(_ diagnostic: Diagnostic, in project: Project) {
    let path = diagnostic.span?.path ?? ""
    self.init(
      diagnostic.id, path, diagnostic.span?.range.lowerBound ?? 0,
      project.sources[path] ?? SourceText(""))
  }

  init(_ id: Identifier, _ path: String, _ offset: Int, _ source: SourceText) {
    let position = source.position(of: offset)
    self.id = id
    self.path = path
    line = position.line
    column = position.column
  }

  var description: String { "\(path):\(line):\(column): \(id.rawValue)" }
}
