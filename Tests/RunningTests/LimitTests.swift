// Programs that do not end, or not by themselves.

import Foundation
import Testing

@testable import Running

struct LimitTests {
  @Test func aLoopWithoutEndIsEnded() async throws {
    let run = try await Scratch.run(
      "var n = 0\nwhile true {\n  n &+= 1\n}", limits: Limits(time: .milliseconds(300)))
    #expect(run.ended == .timedOut)
    let sites = try #require(run.execution?.stopSites)
    #expect(
      sites.contains { $0.file == "content/a.md" },
      "\(String(describing: run.execution?.record.stop)) \(sites)")
  }

  @Test func aProgramThatDoesNothingEndsByItsOwnClock() async throws {
    let run = try await Scratch.run(
      "while true { sleep(100) }", limits: Limits(time: .milliseconds(300)))
    #expect(run.ended == .waited)
  }

  /// Galley looks ten times a second whether such a program does anything. Among many tests its turn may come so seldom that
  /// the last of its clocks is first.
  @Test(arguments: [
    // It hears no clock of ours.
    "signal(SIGALRM, SIG_IGN)\nwhile true { sleep(100) }",
    // Nor does one that is stuck while it answers.
    "signal(SIGALRM) { _ in while true { sleep(100) } }\nwhile true { sleep(100) }",
  ])
  func aProgramThatHearsNoClockIsEnded(_ code: String) async throws {
    let run = try await Scratch.run(code, limits: Limits(time: .milliseconds(300)))
    #expect(run.ended == .waited || run.ended == .outlasted)
  }

  @Test func aProgramThatIgnoresEveryClockIsKilled() async throws {
    let run = try await Scratch.run(
      "signal(SIGALRM, SIG_IGN)\nsignal(SIGPROF, SIG_IGN)\nwhile true {}",
      // It computes until the clock on the wall ends it, and that waits twenty times as long and some seconds more.
      limits: Limits(time: .milliseconds(50)))
    #expect(run.ended == .timedOut || run.ended == .outlasted)
  }

  /// Its time is the processor's: what a busy machine does meanwhile is not its fault.
  @Test func aProgramThatIsSlowOnTheClockOnlyIsLeftAlone() async throws {
    let code = """
      var total = 0.0
      for _ in 0..<20 {
        for i in 1...200_000 { total += 1 / Double(i) }
        usleep(50_000)
      }
      """
    let run = try await Scratch.run(code, limits: Limits(time: .milliseconds(900)))
    #expect(run.ended == .finished)
  }

  @Test func whatIsTooMuchIsToldApart() async throws {
    let output = try await Scratch.run(
      "while true { print(String(repeating: \"a\", count: 100_000)) }",
      limits: Limits(output: 1 << 20))
    #expect(output.ended == .overOutput && output.execution?.output.count == 1 << 20)
    let memory = try await Scratch.run(
      "var all: [[Int]] = []\nwhile true { all.append(Array(repeating: 1, count: 10_000_000)) }",
      limits: Limits(memory: 1 << 30))
    #expect(memory.ended == .overMemory)
  }

  @Test func aProgramStartsNoOther() async throws {
    let run = try await Scratch.run(
      "let process = Process()\nprocess.executableURL = URL(fileURLWithPath: \"/bin/true\")\ntry process.run()"
    )
    #expect(run.ended == .startedProcess)
  }
}
