// Proof: a check of the real essays, as they are or changed, for tests that ask what it finds.

import Diagnostics
import Foundation
import Site
import Testing
import Typesetting
import Verification

/// What a check of a project found.
struct Proof: Sendable {
  var project: Project
  var essays: [VerifiedEssay]
  var problems: [Place]
  var log: Log

  /// The real project as it is, checked once for all tests.
  static let untouched = Task {
    let read = try Project.read(ScratchProject.root)
    #expect(read.log.diagnostics.isEmpty)
    return try await of(read.value)
  }

  static func of(_ project: Project) async throws -> Proof {
    let options = Options(
      limits: Limits(time: .seconds(60)), jobs: 2, worker: WorkerCommand(executable: "/nowhere"))
    let checked = try await check(project, options)
    let problems = checked.log.diagnostics.map { diagnostic in
      let path = diagnostic.span?.path ?? ""
      return Place(
        diagnostic.id, path, diagnostic.span?.range.lowerBound ?? 0,
        project.sources[path] ?? SourceText(""))
    }
    return Proof(project: project, essays: checked.value, problems: problems, log: checked.log)
  }
}

/// A diagnostic as a person finds it.
struct Place: Hashable, CustomStringConvertible {
  var id: Identifier
  var path: String
  var line: Int
  var column: Int

  init(_ id: Identifier, _ path: String, _ offset: Int, _ source: SourceText) {
    let position = source.position(of: offset)
    self.id = id
    self.path = path
    line = position.line
    column = position.column
  }

  var description: String { "\(path):\(line):\(column): \(id.rawValue)" }
}
