// Workshop: where programs are made: the tools, the folder for intermediate files, and the limits.

import Files
import Foundation

/// What verification works with. One for a run of Galley.
package struct Workshop: Sendable {
  package let toolchain: Toolchain
  /// Whatever is read, written or dated is so by this.
  package var files: FileSystem
  /// The project's folder, absolute.
  package let project: String
  /// Where intermediate files go, absolute; `galley clean` empties it.
  package let folder: String
  /// The folder that declared files of data are named from, absolute.
  package let content: String
  /// The modules that every program imports.
  package var imports: [String] = []
  /// The products of the project's own package that programs are linked with.
  package var products: [String] = []
  /// The language mode of programs, `5` or `6`; nil for that of the library.
  package var languageMode: String?
  /// Flags for the compiler of programs, besides Galley's own.
  package var flags: [String] = []
  /// The variables that programs see besides those that all see.
  package var environment: [String] = []
  package var limits = Limits()
  /// How many programs are compiled and run at once.
  package var jobs = 1
  /// Whether every program also runs in the other rounding modes.
  package var checksRounding = false
  /// Where things are kept that serve all projects of the user; nil where there is no such place.
  package var cache: UserCache?
  /// Told what takes long enough for people to wonder.
  package var announce: @Sendable (String) -> Void = { _ in }
  /// What was said of the Swift of pages a moment ago, for who reads the same pages again and again; nil for none.
  package var readings: ReadingMemory?
  /// Whether every program runs, also one whose run is kept.
  package var isFresh = false

  /// - Parameter content: the folder `content` in the project, when not given.
  /// - Throws: `MissingTool` without a Swift toolchain.
  package init(
    project: String, content: String? = nil, files: FileSystem = .disk
  ) throws(MissingTool) {
    toolchain = try Toolchain.find(files)
    self.files = files
    cache = UserCache.find(files)
    self.project = project
    self.content = content ?? project + "/content"
    folder = Workshop.folder(of: project)
  }

  /// Where a project's intermediate files go.
  package static func folder(of project: String) -> String { project + "/.build/galley" }

  /// What one program may use.
  func limits(of program: Program) -> Limits {
    var limits = limits
    limits.time = program.timeout ?? limits.time
    return limits
  }

  /// A folder of this run's own for what it makes. Those that killed runs left behind go.
  func makeRunFolder() throws -> RunFolder {
    let programs = folder + "/programs"
    let new = try RunFolder(at: programs + "/" + UUID().uuidString, files)
    for name in files.list(programs) where files.age(programs + "/" + name) > 86_400 {
      try? files.remove(programs + "/" + name)
    }
    return new
  }

  /// Keeps others from emptying the project's folder while somebody works in it.
  func stay() async throws -> LibraryLock {
    let lock = try LibraryLock(folder + "/" + Self.lockName, files)
    try await lock.take(.use) {
      announce("waiting for another galley that works in this project")
    }
    return lock
  }

  private static let lockName = "folder.lock"

  /// Removes a project's intermediate files, once nobody uses them. The lock stays: others may wait for it.
  ///
  /// - Parameter isLate: called once when the others take longer than a moment.
  package static func clean(
    _ project: String, _ files: FileSystem = .disk, isLate: () -> Void = {}
  ) async throws {
    let folder = folder(of: project)
    guard files.exists(folder) else { return }
    let lock = try LibraryLock(folder + "/" + lockName, files)
    try await lock.take(.build, isLate: isLate)
    defer { withExtendedLifetime(lock) {} }
    for name in try files.names(folder) where name != lockName {
      try files.remove(folder + "/" + name)
    }
  }
}

/// A folder that goes when nobody holds it any more.
package final class RunFolder: Sendable {
  let path: String
  private let files: FileSystem

  fileprivate init(at path: String, _ files: FileSystem) throws {
    self.path = path
    self.files = files
    try files.makeFolder(path)
  }

  deinit { try? files.remove(path) }
}

/// What a program may use before it is stopped.
package struct Limits: Hashable, Codable, Sendable {
  /// Processor time; as long may it wait and do nothing.
  package var time: Duration
  /// Address space, in bytes.
  package var memory: Int
  /// The size of anything that is written: standard output, standard error, a file. In bytes.
  package var output: Int

  package init(time: Duration = .seconds(10), memory: Int = 4 << 30, output: Int = 16 << 20) {
    self.time = time
    self.memory = memory
    self.output = output
  }

  /// How long Galley itself waits for a program, however crowded the machine is.
  package var onTheClock: Duration { time * 20 + .seconds(5) }

  package var milliseconds: Int {
    Int(time.components.seconds) * 1000 + Int(time.components.attoseconds / 1_000_000_000_000_000)
  }
}
