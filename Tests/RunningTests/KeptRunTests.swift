// Kept runs: when one is used again, and when it is not.

import Files
import Foundation
import GalleyRecordFormat
import TestSupport
import Testing

@testable import Running

struct KeptRunTests {
  private let shop: Workshop
  private let bench: Bench

  init() async throws {
    shop = try Scratch.workshop("kept-runs-\(UUID().uuidString)")
    bench = try await Bench.open(in: shop, drawsFigures: false)
  }

  private func remove() {
    bench.clear()
    try? FileManager.default.removeItem(atPath: shop.project)
  }

  private func run(_ code: String, limits: Limits = Limits()) async throws -> Run {
    try await Scratch.run(code, limits: limits, in: shop)
  }

  /// All of it comes back: what was said, told, written, and where it stopped.
  @Test func aRunComesBackAsItWas() async throws {
    defer { remove() }
    let code = """
      func half(_ n: Int) -> Int { var n = n; precondition(n != 3, "no three"); return n / 2 }
      FileHandle.standardError.write(Data("aside\\n".utf8))
      for i in 1...3 { print("i", i); _ = __galley_value(1, half(i)) }
      """
    let first = try await run(code)
    var again: Run?
    let starts = try await Starts.during { again = try await run(code) }
    #expect(starts.isEmpty)
    let (one, two) = (try #require(first.execution), try #require(again?.execution))
    #expect(first.words == again?.words && first.words.count == 1)
    #expect(first.numbers() == ["0", "1"] && again?.numbers() == ["0", "1"])
    #expect(one.output == two.output && one.errors == two.errors && !one.output.isEmpty)
    #expect(one.end == .stopped(signal: SIGILL) && two.end == one.end)
    #expect(one.stopSites == two.stopSites && one.stopSites.map(\.site.line) == [10, 12])
    #expect(two.trapMessage == "no three" && one.limits == two.limits)
    #expect(one.duration == two.duration && one.duration > .zero)
  }

  @Test func whatFailsIsKeptToo() async throws {
    defer { remove() }
    for code in [
      "let x: Int = \"a\"", "throw CocoaError(.fileNoSuchFile)", "exit(3)", "fatalError()",
    ] {
      let first = try await run(code)
      let starts = try await Starts.during {
        let again = try await run(code)
        #expect(again.words == first.words && again.ended == first.ended)
      }
      #expect(starts.isEmpty, "\(code)")
    }
  }

  /// What the machine may have done, and not the program.
  @Test(arguments: [
    "while true {}", "sleep(100)", "kill(getpid(), SIGKILL)", "kill(getpid(), SIGTERM)",
    "@_silgen_name(\"nowhere\") func f() -> Int\n_ = f()",
  ])
  func whatMayBeTheMachinesIsTriedAgain(_ code: String) async throws {
    defer { remove() }
    let limits = Limits(time: .milliseconds(300))
    _ = try await run(code, limits: limits)
    let starts = try await Starts.during { _ = try await run(code, limits: limits) }
    #expect(!starts.isEmpty)
  }

  @Test func allRoundingModesAreKept() async throws {
    defer { remove() }
    var shop = shop
    shop.checksRounding = true
    let code = "var n = [1.0, 3.0]\n_ = __galley_value(1, \"\\(n[0] / n[1])\")"
    let first = try await Scratch.run(code, in: shop)
    let starts = try await Starts.during {
      let again = try await Scratch.run(code, in: shop)
      #expect(Set(again.others.keys) == [.up, .down, .zero])
      for (mode, execution) in again.others {
        #expect(execution.record.values[1] == first.others[mode]?.record.values[1])
      }
    }
    #expect(starts.isEmpty)
  }

  @Test func aFreshRunUsesNothingAndIsKept() async throws {
    defer { remove() }
    let code = "_ = __galley_value(1, Int.random(in: 0...1 << 60))"
    let first = try await run(code).numbers()
    #expect(try await run(code).numbers() == first)
    var fresh = shop
    fresh.isFresh = true
    let second = try await Scratch.run(code, in: fresh).numbers()
    #expect(second != first)
    #expect(try await run(code).numbers() == second)
  }

  /// Its data changes while the program runs: nobody knows which it has read.
  @Test func aRunOverChangingDataIsNotKept() async throws {
    defer { remove() }
    let path = shop.content + "/a.csv"
    try FileManager.default.createDirectory(
      atPath: shop.content, withIntermediateDirectories: true)
    try Data("x\n1\n".utf8).write(to: URL(fileURLWithPath: path))
    var program = Scratch.program(
      "try Data(\"x\\n2\\n\".utf8).write(to: URL(fileURLWithPath: \"\(path)\"))")
    program.mayRead = ["a.csv"]
    _ = try await bench.run(program)
    try Data("x\n1\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(bench.keptRun(of: program) == nil)
    #expect(bench.keptRuns.entries.isEmpty)
  }

  @Test func aRunWithALibraryThatChangesIsNotKept() async throws {
    defer { remove() }
    var unsettled = bench
    unsettled.library.isSettled = false
    let program = Scratch.program("_ = __galley_value(1, 1)")
    _ = try await unsettled.run(program)
    #expect(bench.keptRuns.entries.isEmpty)
    _ = try await bench.run(program)
    let starts = try await Starts.during { _ = try await unsettled.run(program) }
    #expect(starts == ["program"])
  }
}

extension KeptRuns {
  var entries: [String] {
    FileSystem.disk.list(runs.folder).filter { $0 != "context" }
  }
}
