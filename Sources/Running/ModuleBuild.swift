// ModuleBuild: compiles what Galley itself brings along, with the compiler that will compile the programs, since module
// files are not compatible between compilers. Once for each version of either, for all projects of a user.

import Files
import Foundation

/// What Galley brings along, compiled. While it is kept, nobody empties the folders.
package struct BuiltModules: Sendable {
  fileprivate var folders: [OwnModules: String] = [:]
  fileprivate let lock: LibraryLock?

  /// - Throws: `MissingTool` for what was not asked for.
  package func folder(of modules: OwnModules) throws(MissingTool) -> String {
    guard let folder = folders[modules] else {
      throw MissingTool("Galley's own \(modules) was not built")
    }
    return folder
  }
}

package struct ModuleBuild: Sendable {
  /// These modules, after building whatever is missing, damaged, or of another compiler, side by side.
  ///
  /// - Throws: `MissingTool` when one cannot be built here.
  package static func modules(
    _ wanted: [OwnModules], in shop: Workshop
  ) async throws -> BuiltModules {
    let lock = shop.cache?.lock()
    try await lock?.take(.use) { shop.announce("waiting for another galley that cleans the cache") }
    let compiler = try await shop.toolchain.identity(keptIn: shop.cache, shop.files)
    let names = wanted.map { $0.name(by: compiler) }
    let parent = place(of: names, in: shop)
    return try await withThrowingTaskGroup(of: (OwnModules, String).self) { group in
      for (modules, name) in zip(wanted, names) {
        let build = ModuleBuild(
          modules: modules, folder: parent + "/" + name, compiler: compiler, shop: shop)
        group.addTask { (modules, try await build.folder()) }
      }
      return try await group.reduce(into: BuiltModules(lock: lock)) { $0.folders[$1.0] = $1.1 }
    }
  }

  /// Where they stand, or will: with the user. A cache that nothing can be written to serves as far as it goes; where it does not,
  /// the project keeps its own.
  private static func place(of names: [String], in shop: Workshop) -> String {
    let own = shop.folder + "/modules"
    guard let cache = shop.cache else {
      shop.announce(
        "there is no folder for caches (XDG_CACHE_HOME, HOME): what Galley compiles of its own is "
          + "kept in this project")
      return own
    }
    let isWhole = names.allSatisfy { Seal.isWhole(cache.modules + "/" + $0, shop.files) }
    guard !isWhole, !cache.isWritable() else { return cache.modules }
    shop.announce(
      "nothing can be written to \(cache.folder): what Galley compiles of its own is kept in this "
        + "project")
    return own
  }

  private let modules: OwnModules
  private let folder: String
  private let compiler: CompilerIdentity
  private let shop: Workshop

  private var files: FileSystem { shop.files }

  private var parent: String { URL(fileURLWithPath: folder).deletingLastPathComponent().path }

  private func folder() async throws -> String {
    if isThere() { return folder }
    return try await DiskSpace.watching(parent) {
      // Two that build the same would need twice the time. The lock goes with whoever is killed.
      let turn = try LibraryLock(folder + ".lock", files)
      defer { withExtendedLifetime(turn) {} }
      try await turn.take(.build) {
        shop.announce("waiting for another galley, which is \(modules.announcement)")
      }
      if isThere() { return folder }
      shop.announce(modules.announcement)
      removeLeftovers()
      try await build()
      try? files.remove(folder + ".lock")
      return folder
    }
  }

  /// Whether it is whole. What is used is marked as such, so that it is not taken for a leftover.
  private func isThere() -> Bool {
    guard Seal.isWhole(folder, files) else { return false }
    try? files.setModified(files.now(), folder)
    return true
  }

  /// What killed runs left half built, and what nobody used in a month: of versions of Galley or a compiler that are
  /// gone.
  private func removeLeftovers() {
    for name in files.list(parent) {
      let longest = name.hasPrefix(".new-") ? 86_400 : Keep.longestAge
      guard files.age(parent + "/" + name) > longest else { continue }
      try? files.remove(parent + "/" + name)
    }
  }

  /// Builds in a folder of its own, which then takes its place as a whole or not at all.
  private func build() async throws {
    let temporary = parent + "/.new-\(UUID().uuidString)"
    let sources = temporary + "/sources"
    defer { try? files.remove(temporary) }
    for module in modules.modules { try await build(module, in: temporary, from: sources) }
    try files.remove(sources)
    try Seal.close(temporary, files)
    // Where no lock can be held, another run may have been first; what it made is the same.
    guard !Seal.isWhole(folder, files) else { return }
    try? files.remove(folder)
    do {
      try files.move(temporary, folder)
    } catch {
      guard Seal.isWhole(folder, files) else { throw error }
    }
  }

  private func build(
    _ module: OwnModule, in folder: String, from sources: String
  ) async throws {
    let paths = try module.files.map { file in
      let path = sources + "/" + module.name + "/" + file.path
      try files.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try files.write(Data(file.text.utf8), path)
      return path
    }
    var arguments = module.flags + ["-module-name", module.name, "-I", folder]
    if module.isProgram {
      let host = try compiler.syntaxModules(files)
      arguments += [
        "-I", host, "-L", host, "-Xlinker", "-rpath", "-Xlinker", host, "-o",
        folder + "/" + module.name,
      ]
    } else {
      arguments += [
        "-emit-module", "-emit-module-path", folder + "/\(module.name).swiftmodule", "-o",
        folder + "/lib\(module.name).a",
      ]
    }
    let command = Command(
      executable: shop.toolchain.swiftc, arguments: arguments + paths,
      directory: sources, output: sources + "/output", errors: sources + "/errors",
      limit: .seconds(600))
    let (outcome, _, errors) = try await command.runReading(files)
    guard outcome.isSuccess else {
      if DiskSpace.isMissed(in: errors) || DiskSpace.isShort(in: folder) {
        throw DiskSpace.failure(in: folder)
      }
      throw MissingTool("Galley's own \(module.name) could not be compiled:\n" + errors)
    }
  }
}
