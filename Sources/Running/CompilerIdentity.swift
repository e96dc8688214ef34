// CompilerIdentity: tells compilers apart by what they say of themselves, for what one of them made is of no use to
// another.

import Files
import Foundation

struct CompilerIdentity: Codable, Sendable {
  /// What `swiftc -print-target-info` answers: version, target, and where its own modules are.
  var answer: String
  /// Versions that somebody built himself may all say the same of themselves.
  var size: Int
  /// Where this was asked: a path with its size, date and number on the disk.
  var place: String

  /// Everything that what it compiles depends on. The date is not in it: the same compiler, unpacked again, is the same.
  var words: [String] { [answer, String(size), Self.system] }

  /// The folder with the compiler's own modules for reading Swift, SwiftSyntax and SwiftParser.
  ///
  /// - Throws: `MissingTool` for a toolchain without them.
  func syntaxModules(_ files: FileSystem) throws(MissingTool) -> String {
    let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(answer.utf8))
    let host = (info?.paths.runtimeResourcePath ?? "") + "/host"
    for module in ["SwiftSyntax", "SwiftParser"]
    where !files.exists(host + "/\(module).swiftmodule") {
      throw MissingTool(
        "this Swift toolchain has no \(module).swiftmodule in \(host), with which Galley reads "
          + "Swift: install a whole toolchain from https://www.swift.org/install")
    }
    return host
  }

  /// What it compiles for: a triple; empty where it does not say.
  var target: String {
    let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(answer.utf8))
    return info?.target?.triple ?? ""
  }

  private struct TargetInfo: Decodable {
    struct Target: Decodable { var triple: String }
    struct Paths: Decodable { var runtimeResourcePath: String }
    var target: Target?
    var paths: Paths
  }

  /// What is linked here is linked with this system's libraries.
  private static let system = FileSystem.disk.text("/etc/os-release")
}

extension Toolchain {
  /// What this compiler is. It is asked once, and what it said is kept for as long as its files are the same.
  ///
  /// - Throws: `MissingTool` when it cannot be asked.
  func identity(
    keptIn cache: UserCache?, _ files: FileSystem
  ) async throws -> CompilerIdentity {
    let place = place(files)
    var hash = Fingerprint.FNV()
    hash.add(Array((place ?? "").utf8))
    let path = cache.map { $0.compilers + "/" + hash.text }
    if let place, let path, let data = files.contents(path),
      let kept = try? JSONDecoder().decode(CompilerIdentity.self, from: data), kept.place == place
    {
      return kept
    }
    let identity = CompilerIdentity(
      answer: try await targetInfo(files),
      size: files.statusOfTarget(compiler(files) ?? swiftc)?.size ?? 0, place: place ?? "")
    if place != nil, let path {
      try? files.writeWhole(try JSONEncoder().encode(identity), path)
    }
    return identity
  }

  /// The compiler proper, beside its driver. Nil for a launcher, Xcode's or swiftly's: which compiler that starts may
  /// change, and its own file does not.
  private func compiler(_ files: FileSystem) -> String? {
    let real = files.target(swiftc) ?? swiftc
    let path =
      URL(fileURLWithPath: real).deletingLastPathComponent().path + "/swift-frontend"
    return files.mayRun(path) ? path : nil
  }

  private func place(_ files: FileSystem) -> String? {
    guard let real = compiler(files).flatMap(files.target), let status = files.status(real) else {
      return nil
    }
    let date = status.modified.timeIntervalSince1970
    return "\(swiftc) \(real) \(status.size) \(date) \(status.number)"
  }

  private func targetInfo(_ files: FileSystem) async throws -> String {
    let folder = files.temporaryFolder() + "/galley-" + UUID().uuidString
    try files.makeFolder(folder)
    defer { try? files.remove(folder) }
    let call = Command(
      executable: swiftc, arguments: ["-print-target-info"], directory: folder,
      output: folder + "/output", errors: folder + "/errors", limit: .seconds(60))
    let (outcome, output, errors) = try await call.runReading(files)
    guard outcome.isSuccess else {
      throw MissingTool("\(swiftc) does not say what compiler it is: \(errors)")
    }
    return output
  }
}
