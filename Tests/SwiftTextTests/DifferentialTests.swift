// DifferentialTests: our readings beside the compiler's other parser, which is written in C++, on the
// files of real packages.

import Foundation
import Testing

@testable import SwiftText

@Suite(.serialized) struct DifferentialTests {
  static let checkouts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/checkouts").path
  /// Small, so that the test stays quick; DIFFERENTIAL_PACKAGES names others.
  static let packages =
    ProcessInfo.processInfo.environment["DIFFERENTIAL_PACKAGES"]?.split(separator: ",")
    .map(String.init) ?? ["swift-mustache"]

  @Test(arguments: packages)
  func agreesWithTheCompiler(package: String) async throws {
    let files = try Self.swiftFiles(in: "\(Self.checkouts)/\(package)")
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    let readings = try await ParserProgram.read(texts)
    var total = Comparison()
    for (file, reading) in zip(files, readings) {
      // The compiler writes no JSON for faulty files, and damaged JSON for a few.
      guard let dump = try Self.dump(reading.text),
        let tree = try? CompilerTree(dump, of: reading.text)
      else {
        total.unreadable += 1
        continue
      }
      var comparison = Comparison()
      comparison.compare(reading, tree)
      // Nothing that is code was taken for a comment: without the comments the tree is the same.
      #expect(try Self.dump(Self.blanked(reading)) == dump, "\(file)")
      #expect(comparison.faults.isEmpty, "\(file): \(comparison.faults.prefix(5))")
      total.add(comparison)
    }
    #expect(total.items > 100)
  }

  struct Comparison {
    var items = 0
    var blocks = 0
    var skipped = 0
    var unreadable = 0
    var faults: [String] = []

    mutating func add(_ other: Comparison) {
      items += other.items
      blocks += other.blocks
      skipped += other.skipped
      faults += other.faults
    }

    mutating func compare(_ reading: SwiftReading, _ tree: CompilerTree) {
      for item in tree.items {
        items += 1
        if !reading.statements.contains(where: { Self.isSame($0.range, item, in: reading) }) {
          faults.append("\(item.kind) \(item.first)…\(item.last)")
        }
      }
      for block in tree.blocks {
        let inside =
          block.braces.map { $0.lowerBound + 1..<$0.upperBound }
          ?? 0..<reading.text.count
        // The compiler drops what no condition holds for.
        if reading.conditions.contains(where: { inside.contains($0.head.lowerBound) }) {
          skipped += 1
          continue
        }
        blocks += 1
        let own = reading.statements.filter { statement in
          inside.contains(statement.range.lowerBound)
            && !(statement.parent.map {
              inside.contains(reading.statements[$0].range.lowerBound)
            } ?? false)
        }
        if own.count != block.count || Set(own.map(\.block)).count > 1 {
          faults.append("block \(inside): \(own.count) statements, the compiler \(block.count)")
        }
      }
    }

    /// The compiler gives the first bytes of tokens, behind attributes and modifiers.
    private static func isSame(
      _ range: Range<Int>, _ item: CompilerTree.Item, in reading: SwiftReading
    ) -> Bool {
      guard range.lowerBound <= item.first, item.first <= item.last, item.last < range.upperBound
      else { return false }
      let last = reading.source(item.last..<range.upperBound)
      let isOneToken =
        !last.contains { $0.isWhitespace } || last.hasPrefix("\"") || last.hasPrefix("#")
      let before = reading.source(range.lowerBound..<item.first)
      return isOneToken && !before.contains(where: { "{};".contains($0) })
    }
  }

  static func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
      .sorted().map { "\(folder)/\($0)" }
  }

  /// The reading's text with spaces for its comments.
  static func blanked(_ reading: SwiftReading) -> [UInt8] {
    var text = reading.text
    for comment in reading.comments {
      for index in comment.range where text[index] != UInt8(ascii: "\n") {
        text[index] = UInt8(ascii: " ")
      }
    }
    return text
  }

  /// nil when the compiler finds the text faulty.
  static func dump(_ text: [UInt8]) throws -> Data? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "swift-text-dump")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "\(ProcessInfo.processInfo.processIdentifier).swift")
    try Data(text).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-frontend", "-dump-parse", "-dump-ast-format", "json", "-swift-version", "6",
      "-enable-bare-slash-regex", file.path,
    ]
    let answer = file.path + ".json"
    try Data().write(to: URL(filePath: answer))
    defer { try? FileManager.default.removeItem(atPath: answer) }
    process.standardOutput = FileHandle(forWritingAtPath: answer)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let json = FileManager.default.contents(atPath: answer) ?? Data()
    return json.isEmpty ? nil : json
  }
}
