// Workshop: where programs are made: the tools, the folder for intermediate files, and the limits.

import Foundation

/// What verification works with. One for a run of Galley.
public struct Workshop: Sendable {
  let toolchain: Toolchain
  /// The project's folder, absolute.
  public let project: String
  /// Where intermediate files go, absolute; `galley clean` empties it.
  public let folder: String
  public let limits: Limits
  /// How many programs are compiled and run at once.
  public let jobs: Int
  /// The folder that declared files of data are named from, absolute.
  public let content: String
  /// The modules that every program imports.
  public let imports: [String]
  /// The product of the project's own package that programs are linked with.
  public let product: String?

  /// Whether every program also runs in the other rounding modes.
  public let checksRounding: Bool

  /// - Parameter content: the folder `content` in the project, when not given.
  /// - Throws: `MissingTool` without a Swift toolchain.
  public init(
    project: String, content: String? = nil, imports: [String], product: String?,
    limits: Limits = Limits(), jobs: Int, checksRounding: Bool = false
  ) throws(MissingTool) {
    toolchain = try Toolchain.find()
    self.project = project
    self.content = content ?? project + "/content"
    folder = Workshop.folder(of: project)
    self.limits = limits
    self.jobs = max(1, jobs)
    self.imports = imports
    self.product = product
    self.checksRounding = checksRounding
  }

  /// Where a project's intermediate files go.
  public static func folder(of project: String) -> String { project + "/.build/galley" }

  /// Removes a project's intermediate files, once nobody uses them. The lock stays: others may wait for it.
  ///
  /// - Parameter isLate: called once when the others take longer than a moment.
  public static func clean(_ project: String, isLate: () -> Void = {}) async throws {
    let folder = folder(of: project)
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let lock = try LibraryLock(in: folder)
    try await lock.take(.build, isLate: isLate)
    defer { withExtendedLifetime(lock) {} }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != LibraryLock.fileName {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }
}

/// What a program may use before it is stopped.
public struct Limits: Sendable {
  /// Processor time; as long may it wait and do nothing.
  public var time: Duration
  /// Address space, in bytes.
  public var memory: Int
  /// The size of anything that is written: standard output, standard error, a file. In bytes.
  public var output: Int

  public init(time: Duration = .seconds(10), memory: Int = 4 << 30, output: Int = 16 << 20) {
    self.time = time
    self.memory = memory
    self.output = output
  }

  /// How long Galley itself waits for a program, however crowded the machine is.
  var onTheClock: Duration { time * 20 + .seconds(5) }

  var milliseconds: Int {
    Int(time.components.seconds) * 1000 + Int(time.components.attoseconds / 1_000_000_000_000_000)
  }
}
