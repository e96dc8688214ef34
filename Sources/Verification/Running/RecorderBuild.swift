// RecorderBuild: compiles the recorder with the compiler that will compile the programs, since
// module files are not compatible between compilers. Once for each version of either.

import Foundation

struct RecorderBuild {
  /// Where the recorder's own source stands beside this file's.
  static let source = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Recorder").path

  /// The folder with `Recorder.swiftmodule` and the library.
  static func folder(in shop: Workshop) async throws -> String {
    let files = try sources()
    let stamp = try Fingerprint.of(files: files + [shop.toolchain.swiftc])
    let folder = shop.folder + "/recorder/" + stamp
    if FileManager.default.fileExists(atPath: folder) { return folder }
    let temporary = shop.folder + "/recorder/.new-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let command = Command(
      executable: shop.toolchain.swiftc,
      arguments: [
        "-parse-as-library", "-O", "-swift-version", "5", "-module-name", "Recorder",
        "-emit-module", "-emit-module-path", temporary + "/Recorder.swiftmodule",
        "-emit-library", "-static", "-o", temporary + "/libRecorder.a",
      ] + files,
      directory: temporary, output: temporary + "/output", errors: temporary + "/errors")
    let (outcome, _, errors) = try await command.runReading()
    guard outcome.status.isSuccess else {
      throw MissingTool("the recorder that watches programs could not be compiled:\n" + errors)
    }
    do {
      try FileManager.default.moveItem(atPath: temporary, toPath: folder)
    } catch {
      // Another run of Galley may have been first; its recorder is the same.
      guard FileManager.default.fileExists(atPath: folder) else { throw error }
    }
    return folder
  }

  private static func sources() throws(MissingTool) -> [String] {
    // Folders too; sorted, so that equal sources have equal fingerprints.
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: source)) ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { source + "/" + $0 }
    guard !files.isEmpty else {
      throw MissingTool(
        "the source of the recorder is not at \(source), where it was when Galley was built; "
          + "build Galley again")
    }
    return files
  }
}

/// A short name for the contents of files; equal contents have equal names.
enum Fingerprint {
  static func of(files: [String]) throws -> String {
    var hash = FNV()
    for file in files {
      hash.add(Array(file.utf8))
      // A compiler is large and replaced as a whole: its size and date tell it apart.
      let attributes = try FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
      let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
      if size > 4 << 20 {
        let date = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        hash.add(Array("\(size) \(date)".utf8))
      } else {
        hash.add(try Array(Data(contentsOf: URL(fileURLWithPath: file))))
      }
    }
    return hash.text
  }

  /// The 64-bit Fowler–Noll–Vo hash, 1a: for telling versions apart, not for security.
  struct FNV {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0100_0000_01b3 }
      state = (state ^ 0xff) &* 0x0100_0000_01b3
    }

    var text: String {
      let digits = String(state, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
  }
}
