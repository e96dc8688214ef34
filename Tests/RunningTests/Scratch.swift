// Scratch: projects below .build/ for tests, and programs as Galley writes them.

import Foundation
import GalleyRecordFormat

@testable import Running

enum Scratch {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/galley-running-test").path

  /// The project of most tests, and what Galley brings along, built in it once for all of them.
  private static let modules = Task {
    let shop = try Workshop(project: folder + "/shared")
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    bench.clear()
    return shop.folder + "/modules"
  }

  /// A workshop in a project of its own that uses the modules that are there already.
  static func workshop(_ project: String = "shared", copying: Bool = false) async throws -> Workshop
  {
    let modules = try await modules.value
    let shop = try Workshop(project: folder + "/" + project)
    let own = shop.folder + "/modules"
    try FileManager.default.createDirectory(atPath: shop.folder, withIntermediateDirectories: true)
    guard own != modules else { return shop }
    try? FileManager.default.removeItem(atPath: own)
    if copying {
      try FileManager.default.copyItem(atPath: modules, toPath: own)
    } else {
      try FileManager.default.createSymbolicLink(atPath: own, withDestinationPath: modules)
    }
    return shop
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
    var shop = if let shop { shop } else { try await workshop() }
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
