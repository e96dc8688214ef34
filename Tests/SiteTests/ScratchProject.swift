// ScratchProject: a small real project in a folder of its own, and the built galley to run on it.

import Foundation
import Testing

/// A project without a library, so that it is verified in a moment.
struct ScratchProject {
  let folder: String

  init(_ files: [String: String] = [:]) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-site-\(UUID().uuidString)").resolvingSymlinksInPath().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("title: A test\nlibrary:\n  imports: [Foundation]\n", to: "galley.yml")
    try write("# Home\n\nTwo: 2<!-- = 1 + 1 -->. See [one](one.md#sums).\n", to: "content/index.md")
    try write(
      "---\ntitle: One\n---\n\n## Sums\n\n```swift\n1 + 1    // → 2\nprint(3) // Prints \"3\"\n```\n\n$x^2$\n",
      to: "content/one.md")
    for (path, text) in files { try write(text, to: path) }
  }

  /// The repository's own folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func delete(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + path)
  }

  func text(of path: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A file in `site/assets/`, by its name without the digest: `style.css` for `style-1f2e3d4c.css`.
  func asset(_ name: String) -> String? {
    let parts = name.split(separator: ".")
    return contents(of: "site/assets").first { path, _ in
      path.hasPrefix(parts[0] + "-") && path.hasSuffix("." + parts[parts.count - 1])
        && path.count == name.count + 9
    }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// Every file below a folder with its contents.
  func contents(of path: String) -> [String: Data] {
    let base = folder + "/" + path
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: base) ?? .init() {
      files[name] = FileManager.default.contents(atPath: base + "/" + name)
    }
    return files
  }

  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The same without the lines that only tell what is being built.
    var complaints: String {
      errors.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("building ") }.joined(separator: "\n")
    }

    /// The report that it wrote, and nothing but it.
    func report() throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    /// The diagnostics of its report.
    func diagnostics() throws -> [[String: Any]] {
      try #require(report()["diagnostics"] as? [[String: Any]])
    }
  }

  /// Runs the built galley in the project's folder.
  func galley(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try start(arguments, environment: environment).finish()
  }

  /// Runs a line of shell in which `galley` is the built one.
  func shell(_ line: String) throws -> Run {
    let words = ["-c", "galley() { \"$0\" \"$@\"; }; \(line)", try Self.executable()]
    return try start(words, executable: "/bin/sh").finish()
  }

  /// Starts the built galley in the project's folder, or in one below it.
  func start(
    _ arguments: [String], executable: String? = nil, in directory: String = "",
    environment: [String: String] = [:]
  ) throws -> Started {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try executable ?? Self.executable())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder + "/" + directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let name = "\(folder)/.\(UUID().uuidString)"
    let started = Started(process: process, output: name + ".output", errors: name + ".errors")
    let handles = try [started.output, started.errors].map { name in
      try Data().write(to: URL(fileURLWithPath: name))
      return try #require(FileHandle(forWritingAtPath: name))
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    return started
  }

  /// A galley at work.
  struct Started {
    let process: Process
    fileprivate let output: String
    fileprivate let errors: String

    /// What it wrote by now.
    var written: Run {
      let texts = [output, errors].map { name in
        String(decoding: FileManager.default.contents(atPath: name) ?? Data(), as: UTF8.self)
      }
      return Run(status: -1, output: texts[0], errors: texts[1])
    }

    func finish() -> Run {
      process.waitUntilExit()
      var run = written
      run.status = process.terminationStatus
      return run
    }
  }

  /// The executable that SwiftPM built beside the tests, or the one that `GALLEY_BINARY` names.
  static func executable() throws -> String {
    let places =
      [ProcessInfo.processInfo.environment["GALLEY_BINARY"]].compactMap { $0 }
      + [Bundle.main.executablePath ?? "", CommandLine.arguments[0]].map {
        URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/galley"
      } + [root + "/.build/debug/galley"]
    return try #require(places.first { FileManager.default.isExecutableFile(atPath: $0) })
  }
}
