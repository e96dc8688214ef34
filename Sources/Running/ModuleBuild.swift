// ModuleBuild: compiles what Galley itself brings along: the modules that programs are linked with, and the
// program that reads Swift. With the compiler that will compile the programs, since module files
// are not compatible between compilers. Once for each version of either.

import Foundation

package struct ModuleBuild: Sendable {
  /// What is built together, into one folder.
  package enum Part: String, CaseIterable, Sendable {
    /// The recorder, with the format of what it writes.
    case recorder
    case figures
    /// The program that reads Swift with the toolchain's own parser.
    case parser

    /// Each module needs those before it.
    fileprivate var modules: [Module] {
      switch self {
      case .recorder:
        [
          Module("GalleyRecordFormat", in: "RecordFormat"),
          Module("GalleyRecorder", in: "Recorder"),
        ]
      case .figures: [Module("Figures", in: "Figures")]
      case .parser: [Module("GalleyParser", in: "SwiftText/Parser", isProgram: true)]
      }
    }
  }

  fileprivate struct Module {
    var name: String
    /// Where its source stands beside this module's.
    var source: String
    var isProgram: Bool

    init(_ name: String, in folder: String, isProgram: Bool = false) {
      self.name = name
      source =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(folder).resolvingSymlinksInPath().path
      self.isProgram = isProgram
    }

    /// The Swift files, those in folders of its own included, in a fixed order.
    func files() throws(MissingTool) -> [String] {
      var files: [String] = []
      let names = FileManager.default.enumerator(atPath: source)
      while let name = names?.nextObject() as? String {
        if name.hasSuffix(".swift") { files.append(source + "/" + name) }
      }
      guard !files.isEmpty else {
        throw MissingTool(
          "the source of \(name) is not at \(source), where it was when Galley was built; build "
            + "Galley again")
      }
      return files.sorted()
    }
  }

  /// The folders with these parts, after building whatever is missing, damaged, or of another compiler.
  ///
  /// - Parameter lock: kept while this is at work, so that nobody clears the folder meanwhile.
  /// - Throws: `MissingTool` when a part cannot be built here.
  package static func folders(
    of parts: [Part], in shop: Workshop, under lock: LibraryLock
  ) async throws -> [Part: String] {
    defer { withExtendedLifetime(lock) {} }
    return try await withThrowingTaskGroup(of: (Part, String).self) { group in
      for part in parts {
        group.addTask {
          (part, try await ModuleBuild(part: part, shop: shop).folder())
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  private let part: Part
  private let shop: Workshop

  private func folder() async throws -> String {
    let files = try part.modules.flatMap { try $0.files() }
    let stamp = try Fingerprint.of(files: files + [shop.toolchain.swiftc])
    let parent = shop.folder + "/modules"
    let folder = parent + "/" + part.rawValue + "-" + stamp
    if Seal.isWhole(folder) {
      try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder)
      return folder
    }
    removeLeftovers(in: parent)
    let temporary = parent + "/.new-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try await DiskSpace.watching(shop.folder) {
      try FileManager.default.createDirectory(
        atPath: temporary, withIntermediateDirectories: true)
      for module in part.modules { try await build(module, in: temporary) }
      try Seal.close(temporary)
      // Another run of Galley may have been first; what it made is the same.
      guard !Seal.isWhole(folder) else { return }
      try? FileManager.default.removeItem(atPath: folder)
      do {
        try FileManager.default.moveItem(atPath: temporary, toPath: folder)
      } catch {
        guard Seal.isWhole(folder) else { throw error }
      }
    }
    return folder
  }

  /// What killed runs left half built, and what nobody used in a month: of versions of Galley or a compiler that are
  /// gone.
  private func removeLeftovers(in parent: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
      let age = -Fingerprint.date(of: parent + "/" + name).timeIntervalSinceNow
      guard age > (name.hasPrefix(".new-") ? 1 : 30) * 86_400 else { continue }
      try? FileManager.default.removeItem(atPath: parent + "/" + name)
    }
  }

  private func build(_ module: Module, in folder: String) async throws {
    // The parser itself is optimised already; what is compiled of it is a walk over its tree.
    var arguments = [
      module.isProgram ? "-Onone" : "-O", "-wmo", "-swift-version", "6", "-module-name",
      module.name, "-I", folder,
    ]
    if module.isProgram {
      let host = try await shop.toolchain.syntaxModules(outputIn: folder)
      arguments += [
        "-I", host, "-L", host, "-lSwiftSyntax", "-lSwiftParser", "-Xlinker", "-rpath", "-Xlinker",
        host, "-o", folder + "/" + module.name,
      ]
    } else {
      arguments += [
        "-parse-as-library", "-emit-module", "-emit-module-path",
        folder + "/\(module.name).swiftmodule", "-emit-library", "-static", "-o",
        folder + "/lib\(module.name).a",
      ]
    }
    let command = Command(
      executable: shop.toolchain.swiftc, arguments: arguments + (try module.files()),
      directory: folder, output: folder + "/output", errors: folder + "/errors",
      limit: .seconds(600))
    let (outcome, _, errors) = try await command.runReading()
    for name in ["output", "errors", "target-info", "target-errors"] {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    guard outcome.isSuccess else {
      if DiskSpace.isMissed(in: errors) || DiskSpace.isShort(in: folder) {
        throw DiskSpace.failure(in: shop.folder)
      }
      throw MissingTool("Galley's own \(module.name) could not be compiled:\n" + errors)
    }
  }
}
