// CompilerIdentity: tells compilers apart by what they say of themselves, for what one of them made is of no use to
// another.

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
  func syntaxModules() throws(MissingTool) -> String {
    let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(answer.utf8))
    let host = (info?.paths.runtimeResourcePath ?? "") + "/host"
    for module in ["SwiftSyntax", "SwiftParser"]
    where !FileManager.default.fileExists(atPath: host + "/\(module).swiftmodule") {
      throw MissingTool(
        "this Swift toolchain has no \(module).swiftmodule in \(host), with which Galley reads "
          + "Swift: install a whole toolchain from https://www.swift.org/install")
    }
    return host
  }

  private struct TargetInfo: Decodable {
    struct Paths: Decodable { var runtimeResourcePath: String }
    var paths: Paths
  }

  /// What is linked here is linked with this system's libraries.
  private static let system = Command.text(of: "/etc/os-release")
}

extension Toolchain {
  /// What this compiler is. It is asked once, and what it said is kept for as long as its files are the same.
  ///
  /// - Throws: `MissingTool` when it cannot be asked.
  func identity(keptIn cache: UserCache?) async throws -> CompilerIdentity {
    let place = place()
    var hash = Fingerprint.FNV()
    hash.add(Array((place ?? "").utf8))
    let path = cache.map { $0.compilers + "/" + hash.text }
    if let place, let path, let data = FileManager.default.contents(atPath: path),
      let kept = try? JSONDecoder().decode(CompilerIdentity.self, from: data), kept.place == place
    {
      return kept
    }
    let identity = CompilerIdentity(
      answer: try await targetInfo(), size: Self.size(of: compiler ?? swiftc), place: place ?? "")
    if place != nil, let cache, let path {
      try? FileManager.default.createDirectory(
        atPath: cache.compilers, withIntermediateDirectories: true)
      try? JSONEncoder().encode(identity).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
    return identity
  }

  /// The compiler proper, beside its driver. Nil for a launcher, Xcode's or swiftly's: which compiler that starts may
  /// change, and its own file does not.
  private var compiler: String? {
    let folder = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().deletingLastPathComponent()
    let path = folder.path + "/swift-frontend"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  private func place() -> String? {
    guard let compiler else { return nil }
    let real = URL(fileURLWithPath: compiler).resolvingSymlinksInPath().path
    guard let status = try? FileManager.default.attributesOfItem(atPath: real) else { return nil }
    let date = (status[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let number = (status[.systemFileNumber] as? NSNumber)?.intValue ?? 0
    return "\(swiftc) \(real) \(Self.size(of: real)) \(date) \(number)"
  }

  private static func size(of path: String) -> Int {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let status = try? FileManager.default.attributesOfItem(atPath: real)
    return (status?[.size] as? NSNumber)?.intValue ?? 0
  }

  private func targetInfo() async throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/galley-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let call = Command(
      executable: swiftc, arguments: ["-print-target-info"], directory: folder,
      output: folder + "/output", errors: folder + "/errors", limit: .seconds(60))
    let (outcome, output, errors) = try await call.runReading()
    guard outcome.isSuccess else {
      throw MissingTool("\(swiftc) does not say what compiler it is: \(errors)")
    }
    return output
  }
}
