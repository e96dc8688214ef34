// Session: what one run of Galley works with. Its steps are functions of their own: prepare, run, judge, typeset, render,
// each of which can be called alone, for one essay or for several; `check` and `build` are what they make together.

import Files
import Running
import Typesetting

/// How a run is to be done; what is to be done stands in the project.
package struct Options: Sendable {
  package var limits: Limits
  package var jobs: Int
  /// How Galley starts itself to set type.
  package var worker: WorkerCommand
  /// Whether programs run under all four rounding modes.
  package var checksRounding = false
  /// Whether programs run whose runs are kept.
  package var isFresh = false
  /// Whether what figures show now is recorded, in place of what was.
  package var updatesFigures = false
  /// Told what takes long enough for people to wonder.
  package var announce: @Sendable (String) -> Void = { _ in }
  /// Told how long each stage took, on the clock on the wall. Some are at work at the same time.
  package var tellTime: @Sendable (_ stage: String, Duration) -> Void = { _, _ in }
  /// Told of every worker that sets type; what else is started tells of itself.
  package var tellWorker: @Sendable (WorkerCommand) -> Void = { _ in }
  package var files = FileSystem.disk

  package init(limits: Limits, jobs: Int, worker: WorkerCommand) {
    self.limits = limits
    self.jobs = jobs
    self.worker = worker
  }
}

/// Told whenever something begins or ends: the essays whose programs are at work now, and how many essays are done.
package typealias ProgressReport = @Sendable (_ running: [String], _ done: Int) -> Void

package struct Session: Sendable {
  package var shop: Workshop
  package var typesetter: Typesetter
  var tellTime: @Sendable (_ stage: String, Duration) -> Void = { _, _ in }
  /// Whether figures are recorded, and not compared with what is recorded of them.
  var updatesFigures = false
  /// Whatever is read, written or timed is so by this.
  var files: FileSystem { shop.files }

  /// Where results other than those of programs are kept between runs.
  static func keepFolder(of project: String) -> String {
    Workshop.folder(of: project) + "/typeset"
  }
}

extension Session {
  /// - Throws: `MissingTool` without a Swift toolchain.
  package init(_ project: Project, _ options: Options) throws {
    shop = try Workshop(project: project.folder, files: options.files)
    project.configuration.furnish(&shop)
    shop.limits = options.limits
    shop.jobs = options.jobs
    shop.checksRounding = options.checksRounding
    shop.isFresh = options.isFresh
    shop.announce = options.announce
    updatesFigures = options.updatesFigures
    typesetter = Typesetter(
      worker: options.worker, macros: project.configuration.macros, jobs: options.jobs)
    typesetter.installation = Installation(options.files)
    typesetter.keepFolder = Self.keepFolder(of: project.folder)
    typesetter.onStart = options.tellWorker
    tellTime = options.tellTime
  }

  /// Does the work of a stage, and tells how long it took.
  func timing<Value: Sendable>(
    _ stage: String, _ work: () async throws -> Value
  ) async rethrows -> Value {
    let start = ContinuousClock.now
    defer { tellTime(stage, start.duration(to: .now)) }
    return try await work()
  }
}
