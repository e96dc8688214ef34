// RecorderBuild: compiles the modules that programs use besides the library: the recorder, and the
// figures for programs that draw. With the compiler that will compile the programs, since module
// files are not compatible between compilers. Once for each version of either.

import Foundation

/// The modules of Galley's own that programs are linked with.
enum ProgramModule: String, Sendable {
  case recorder = "Recorder"
  case figures = "Figures"

  /// Where the module's own source stands beside this file's.
  var source: String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(rawValue).path
  }

  /// The standard library's print hook is a global variable that Swift 6 refuses.
  fileprivate var languageVersion: String { self == .recorder ? "5" : "6" }
}

struct RecorderBuild {
  /// The folder with `Recorder.swiftmodule` and the library.
  static func folder(in shop: Workshop) async throws -> String {
    try await folder(of: .recorder, in: shop)
  }

  /// The folder with a module and its static library.
  static func folder(of module: ProgramModule, in shop: Workshop) async throws -> String {
    let files = try sources(of: module)
    let stamp = try Fingerprint.of(files: files + [shop.toolchain.swiftc])
    let name = module.rawValue
    let parent = shop.folder + "/" + name.lowercased()
    let folder = parent + "/" + stamp
    if FileManager.default.fileExists(atPath: folder) { return folder }
    let temporary = parent + "/.new-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let command = Command(
      executable: shop.toolchain.swiftc,
      arguments: [
        "-parse-as-library", "-O", "-wmo", "-swift-version", module.languageVersion,
        "-module-name", name,
        "-emit-module", "-emit-module-path", temporary + "/\(name).swiftmodule",
        "-emit-library", "-static", "-o", temporary + "/lib\(name).a",
      ] + files,
      directory: temporary, output: temporary + "/output", errors: temporary + "/errors")
    let (outcome, _, errors) = try await command.runReading()
    guard outcome.status.isSuccess else {
      throw MissingTool("the module \(name) for programs could not be compiled:\n" + errors)
    }
    do {
      try FileManager.default.moveItem(atPath: temporary, toPath: folder)
    } catch {
      // Another run of Galley may have been first; its module is the same.
      guard FileManager.default.fileExists(atPath: folder) else { throw error }
    }
    return folder
  }

  /// The module's Swift files, those in folders of its own included, in a fixed order.
  private static func sources(of module: ProgramModule) throws(MissingTool) -> [String] {
    var files: [String] = []
    let names = FileManager.default.enumerator(atPath: module.source)
    while let name = names?.nextObject() as? String {
      if name.hasSuffix(".swift") { files.append(module.source + "/" + name) }
    }
    guard !files.isEmpty else {
      throw MissingTool(
        "the source of \(module.rawValue) is not at \(module.source), where it was when Galley was "
          + "built; build Galley again")
    }
    return files.sorted()
  }
}
