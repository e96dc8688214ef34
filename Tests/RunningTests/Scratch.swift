// Scratch: projects below .build/ for tests, and programs as Galley writes them.

import Foundation
import GalleyRecordFormat

@testable import Running

enum Scratch {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/galley-running-test").path

  /// A workshop in a project of its own.
  static func workshop(_ project: String = "shared") throws -> Workshop {
    let shop = try Workshop(project: folder + "/" + project)
    try FileManager.default.createDirectory(atPath: shop.folder, withIntermediateDirectories: true)
    return shop
  }

  /// A cache of a test's own, empty.
  static func cache(_ name: String) throws -> UserCache {
    let path = folder + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    return UserCache(folder: path)
  }

  /// Writes files where they differ, and takes away other sources.
  static func write(_ files: [String: String], to folder: String) throws {
    let manager = FileManager.default
    for name in (try? manager.subpathsOfDirectory(atPath: folder + "/Sources")) ?? []
    where files["Sources/" + name] == nil && name.contains(".") {
      try? manager.removeItem(atPath: folder + "/Sources/" + name)
    }
    for (name, text) in files {
      let path = folder + "/" + name
      guard manager.contents(atPath: path) != Data(text.utf8) else { continue }
      try manager.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  /// Runs some code, whose first line is line 10 of the page `content/a.md`.
  static func run(
    _ code: String, imports: [String] = ["Foundation"], limits: Limits = Limits(),
    in shop: Workshop? = nil
  ) async throws -> Run {
    var shop = try shop ?? workshop()
    shop.limits = limits
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    defer { bench.clear() }
    return try await bench.run(program(code, imports: imports))
  }

  static func program(_ code: String, imports: [String] = ["Foundation"]) -> Program {
    Program(
      text: """
        #sourceLocation(file: "galley.yml", line: 1)
        import GalleyRecorder
        \(imports.map { "import \($0)\n" }.joined())__galley_begin(#dsohandle)
        #sourceLocation(file: "content/a.md", line: 10)
        \(code)
        #sourceLocation(file: "galley.yml", line: 1)
        __galley_end()

        """)
  }
}

extension Run {
  /// The values of a watched statement, as numbers.
  func numbers(_ watch: Int = 1) -> [String]? {
    execution?.record.values[watch]?.map {
      switch $0 {
      case .integer(let digits, _): digits
      case .text(let text): text
      default: "?"
      }
    }
  }

  /// What the compiler said, each with the line of the page.
  var words: [String] { messages.map { "\($0.place?.site.line ?? 0) \($0.text)" } }

  var ended: Execution.End? { execution?.end }
}
