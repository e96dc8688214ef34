// Essays: verified in one scratch project that all tests share, so that what Galley brings along is built once, and
// the programs of essays that did not change are still there.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Running
import Typesetting
import Verification

@testable import Site

enum Essays {
  /// What a test asks for beside the usual.
  struct Terms: Hashable {
    /// The folder that files of data are named from.
    var content: String?
    var checksRounding = false
    var languageMode: String?
  }

  /// - Returns: the essays, and what the parser, the readers and the referee said of them.
  static func verify(
    _ texts: [String: String], _ terms: Terms = Terms()
  ) async throws -> Diagnosed<[VerifiedEssay]> {
    var log = Log()
    let documents = texts.sorted { $0.key < $1.key }.map {
      var document = log.taking(parse($0.value, path: $0.key))
      let language = document.frontMatter.language?.text ?? "en"
      document.notation = Languages.own[language].notation
      return document
    }
    var shop = try Workshop(project: folder(), content: terms.content)
    shop.limits = Limits(time: .seconds(60), memory: 1 << 30)
    shop.jobs = 2
    shop.checksRounding = terms.checksRounding
    shop.languageMode = terms.languageMode
    await gate.enter()
    defer { gate.leave() }
    let session = Session(shop: shop, typesetter: Typesetter(worker: try worker(), jobs: 1))
    let parts = documents.map { log.taking(PageParts.of($0)) }
    let prepared = try await session.prepare(parts)
    log.add(contentsOf: prepared.log)
    let bench = log.taking(try await session.openBench(for: documents))
    let verdicts = log.taking(
      try await session.verify(prepared.value, on: bench, after: prepared.log))
    var essays = verdicts.essays
    if let path = terms.content.map({ $0 + "/figures.lock" }),
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    {
      let lock = log.taking(FigureLock.read(text))
      essays = essays.map { log.taking(lock.compared(with: $0)) }
    }
    return Diagnosed(essays, log.sorted())
  }

  static func verify(
    _ text: String, _ terms: Terms = Terms()
  ) async throws -> Diagnosed<VerifiedEssay> {
    let found = try await verify(["a.md": text], terms)
    return Diagnosed(found.value[0], found.log)
  }

  /// Tests are many at once, and each program takes a compiler and much memory.
  private static let gate = Gate(places: 2)

  private static func folder() throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/galley-tests").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The executable stands in the folder of the test bundle, on macOS a few levels above it.
  private static func worker() throws -> WorkerCommand {
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var folder = URL(fileURLWithPath: argument)
      while folder.path.count > 1 {
        folder.deleteLastPathComponent()
        let galley = folder.appendingPathComponent("galley").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: galley, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return WorkerCommand(executable: galley)
        }
      }
    }
    throw MissingTool("there is no galley beside the tests")
  }
}

/// Lets a few in at a time, in the order in which they came.
private final class Gate: @unchecked Sendable {
  private let lock = NSLock()
  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = lock.withLock {
        if places > 0 {
          places -= 1
          return true
        }
        waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  func leave() {
    let next = lock.withLock { () -> CheckedContinuation<Void, Never>? in
      if waiting.isEmpty {
        places += 1
        return nil
      }
      return waiting.removeFirst()
    }
    next?.resume()
  }
}
