// The key of a kept run, part by part: each changed alone makes a new run, and nothing else does.

import Foundation
import GalleyRecordFormat
import Testing

@testable import Running

struct RunKeyTests {
  /// One change of each part, by its name. A part that nobody changes here fails the test below.
  static let changes: [String: @Sendable (inout RunKey) -> Void] = [
    "text": { $0.text += "\n" },
    "isOnlyCompiled": { $0.isOnlyCompiled.toggle() },
    "data": { $0.data["b.csv"] = "" },
    "library": { $0.library += "0" },
    "modules": { $0.modules.append("figures-0") },
    "compiler": { $0.compiler += "0" },
    "symbolizer": { $0.symbolizer += "0" },
    "arguments": { $0.arguments.append("-D") },
    "limits": { $0.limits.output += 1 },
    "roundings": { $0.roundings.append(.up) },
    "environment": { $0.environment["A"] = "" },
    "content": { $0.content += "/" },
    "galley": { $0.galley += "0" },
    "machine": { $0.machine.processor += "0" },
    "repetition": { $0.repetition += 1 },
  ]

  @Test func eachPartCounts() async throws {
    let shop = try Scratch.workshop("run-key-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    let bench = try await Bench.open(in: shop, drawsFigures: false)
    defer { bench.clear() }
    let key = RunKey(of: Scratch.program("1"), on: bench)
    let parts = Mirror(reflecting: key).children.compactMap(\.label)
    #expect(Set(parts) == Set(Self.changes.keys))
    bench.keptRuns.keep(Run(ending: .compiled), as: key)
    #expect(bench.keptRuns.take(RunKey(of: Scratch.program("1"), on: bench)) != nil)
    for (name, change) in Self.changes {
      var other = key
      change(&other)
      #expect(bench.keptRuns.take(other) == nil, "\(name)")
    }
    // None is left empty by mistake, so that a change could not be seen.
    #expect(![key.compiler, key.galley, key.machine.processor, key.machine.system].contains(""))
    #expect(key.environment["TZ"] == "UTC" && key.modules.count == 1)
  }

  /// What a person may change, as it is changed: each makes one run, and none when it is as before.
  @Test func whatIsChangedRunsAgain() async throws {
    var shop = try Scratch.workshop("run-key-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: shop.project) }
    let name = "GALLEY_TEST_\(UUID().uuidString.prefix(8))"
    defer { unsetenv(name) }
    let manager = FileManager.default
    func write(_ text: String, _ path: String) throws {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    try write("1", shop.content + "/a.csv")
    shop.flags = ["-DB"]
    shop.environment = [name]
    var program = Scratch.program("_ = __galley_value(1, 1)")
    program.mayRead = ["a.csv"]

    func starts() async throws -> [String] {
      let bench = try await Bench.open(in: shop, drawsFigures: false)
      defer { bench.clear() }
      let key = RunKey(of: program, on: bench)
      if bench.keptRuns.take(key) != nil { return [] }
      // Keeping a stand-in is enough to see that it is found: nothing need be compiled for each change.
      bench.keptRuns.keep(Run(ending: .compiled), as: key)
      return ["new"]
    }
    #expect(try await starts() == ["new"])
    #expect(try await starts().isEmpty)
    let changes: [(String, () throws -> Void)] = [
      ("text", { program.text += "// 1\n" }),
      ("only compiled", { program.isOnlyCompiled = true }),
      ("data", { try write("2", shop.content + "/a.csv") }),
      ("no data", { try manager.removeItem(atPath: shop.content + "/a.csv") }),
      ("data again", { try write("3", shop.content + "/a.csv") }),
      ("flags", { shop.flags.append("-DA") }),
      ("mode", { shop.languageMode = "5" }),
      ("time", { shop.limits.time = .seconds(11) }),
      ("own time", { program.timeout = .seconds(12) }),
      ("memory", { shop.limits.memory -= 1 }),
      ("output", { shop.limits.output -= 1 }),
      ("rounding", { shop.checksRounding = true }),
      ("a variable", { setenv(name, "1", 1) }),
      ("its value", { setenv(name, "2", 1) }),
    ]
    for (name, change) in changes {
      try change()
      #expect(try await starts() == ["new"], "\(name)")
      #expect(try await starts().isEmpty, "\(name)")
    }
    let others: [(String, () throws -> Void)] = [
      ("other files", { try write("1", shop.content + "/b.csv") }),
      ("dates", { try write("3", shop.content + "/a.csv") }),
      ("a variable that no program sees", { setenv(name + "_X", "1", 1) }),
      ("jobs", { shop.jobs += 1 }),
    ]
    for (name, change) in others {
      try change()
      #expect(try await starts().isEmpty, "\(name)")
    }
  }

  /// A library that computes something else is another one; one whose sources only read otherwise is not.
  @Test func theBuiltLibraryCountsAndNotItsSources() async throws {
    var shop = try Scratch.workshop("run-key-library")
    shop.products = ["Counted"]
    func write(_ body: String) throws {
      try Scratch.write(
        [
          "Package.swift": """
          // swift-tools-version: 5.9
          import PackageDescription
          let package = Package(
            name: "Counted", products: [.library(name: "Counted", targets: ["Counted"])],
            targets: [.target(name: "Counted")])
          """,
          "Sources/Counted/Counted.swift": body,
        ], to: shop.project)
    }
    func key() async throws -> RunKey {
      let bench = try await Bench.open(in: shop, drawsFigures: false)
      defer { bench.clear() }
      #expect(bench.library.isSettled)
      return RunKey(of: Scratch.program("1"), on: bench)
    }
    try write("@inline(never) public func one() -> Int { 1 }\n")
    let first = try await key()
    try write("@inline(never) public func one() -> Int { 1 } // as ever\n")
    let commented = try await key()
    #expect(commented == first)
    try write("@inline(never) public func one() -> Int { 2 } // as ever\n")
    let other = try await key()
    #expect(other.library != first.library)
    var changed = other
    changed.library = first.library
    #expect(changed == first)
  }
}
