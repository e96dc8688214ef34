// Flags that lead to files: what stands there may change, and no flag tells. Nothing is kept then.

import Foundation
import Testing

@testable import Running

@Suite struct PlainFlagsTests {
  @Test(arguments: [
    [], ["-DDEMO"], ["-D", "DEMO"], ["-O", "-enable-testing"], ["-strict-concurrency=complete"],
    ["-enable-upcoming-feature", "ExistentialAny"], ["-swift-version", "6"],
  ])
  func saysAllThereIsToKnow(_ flags: [String]) { #expect(PlainFlags.are(flags)) }

  @Test(arguments: [
    ["-Iinc"], ["-I", "inc"], ["-Lnative"], ["-lz"], ["@args.txt"], ["main.swift"],
    ["-Xcc", "-DA"], ["-Xlinker", "-rpath"], ["-import-objc-header", "a.h"], ["-D"], ["-D", "a/b"],
    ["-load-plugin-executable", "p#M"], ["-DA", "-vfsoverlay", "x.yaml"], ["-D@a"],
  ])
  func leadsToFiles(_ flags: [String]) { #expect(!PlainFlags.are(flags)) }

  /// The same program is compiled and run again, for a header may have changed.
  @Test func nothingIsKeptOfWhatReadsUnknownFiles() async throws {
    var shop = try Scratch.workshop("flags-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    let folder = shop.project + "/inc"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func define(_ value: Int) throws {
      try "#define INC \(value)\n".write(
        toFile: folder + "/inc.h", atomically: true, encoding: .utf8)
    }
    try "module Inc { header \"inc.h\" }\n".write(
      toFile: folder + "/module.modulemap", atomically: true, encoding: .utf8)
    shop.flags = ["-Iinc"]
    for value in [1, 5] {
      try define(value)
      let bench = try await Bench.open(in: shop, drawsFigures: false)
      defer { bench.clear() }
      var program = Scratch.program("_ = __galley_value(1, Int(INC))")
      program.text = "import Inc\n" + program.text
      let run = try await bench.run(program)
      guard case .integer(let digits, _)? = run.execution?.record.values[1]?.first else {
        Issue.record("\(run)")
        continue
      }
      #expect(digits == "\(value)")
    }
  }
}
