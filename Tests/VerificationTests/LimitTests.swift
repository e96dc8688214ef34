// Programs that do not end, or that differ from run to run in where they are stopped.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Verification

struct LimitTests {
  private func log(_ text: String, limits: Limits) async throws -> [Diagnostic] {
    let workshop = try await Scratch.workshop(limits: limits)
    let verified = try await verify([parse(text, path: "a.md").value], in: workshop)
    return verified.log.diagnostics
  }

  @Test func aLoopWithoutEndIsEndedAndSaysSo() async throws {
    let found = try await log(
      "```swift\nvar n = 0\nwhile true {\n  n &+= 1\n}\n```\n",
      limits: Limits(time: .milliseconds(300)))
    #expect(found.map(\.id) == [.programTimedOut])
    #expect(found.first?.message.contains("0.3 s") == true)
  }

  @Test func aProgramThatWaitsForEverIsEndedAndSaysSo() async throws {
    let found = try await log(
      "```swift\nimport Foundation\nlet a = 1\nwhile true { sleep(100) }\n```\n",
      limits: Limits(time: .milliseconds(300)))
    #expect(found.map(\.id) == [.programTimedOut])
    #expect(found.first?.message.contains("did nothing for 0.3 s") == true)
  }

  /// It hears no clock of ours and uses no time: to say that it used up its time would be wrong.
  @Test func aProgramThatIgnoresTheClockAndWaitsIsToldAsSuch() async throws {
    let found = try await log(
      "```swift\nimport Foundation\nsignal(SIGALRM, SIG_IGN)\nwhile true { sleep(100) }\n```\n",
      limits: Limits(time: .milliseconds(100)))
    #expect(found.map(\.id) == [.programTimedOut])
    #expect(found.first?.message.contains("still running after 7 s") == true)
  }

  /// What was printed beyond the recorder's limit must not pass for what stands before it.
  @Test func aVeryLongTextIsNotJudgedByItsBeginning() async throws {
    let beginning = String(repeating: "b", count: 100_000)
    let found = try await log(
      "```swift\nprint(String(repeating: \"b\", count: 100_001))\n// Prints \"\(beginning)\"\n```\n",
      limits: Limits())
    #expect(found.map(\.id) == [.claimUnjudged])
  }

  /// Its time is the processor's: what a busy machine does meanwhile is not its fault.
  @Test func aProgramThatIsSlowOnTheClockOnlyIsLeftAlone() async throws {
    let text = """
      ```swift
      import Foundation
      var total = 0.0
      for _ in 0..<20 {
        for i in 1...200_000 { total += 1 / Double(i) }
        usleep(50_000)
      }
      total > 200 // → true
      ```

      """
    #expect(try await log(text, limits: Limits(time: .milliseconds(900))).isEmpty)
  }

  /// Whoever looks at the clock meanwhile does not wake it.
  @Test func aSleepIsNotCutShort() async throws {
    let text = """
      ```swift
      import Foundation
      Thread {
        while true {
          let start = Date()
          while Date().timeIntervalSince(start) < 0.005 {}
          usleep(20_000)
        }
      }.start()
      let start = Date()
      sleep(1)
      Date().timeIntervalSince(start) > 0.99 // → true
      ```

      """
    #expect(try await log(text, limits: Limits(time: .milliseconds(450))).isEmpty)
  }

  @Test func aProgramThatIgnoresTheAlarmIsKilled() async throws {
    let found = try await log(
      "```swift\nimport Foundation\nsignal(SIGALRM, SIG_IGN)\nsignal(SIGPROF, SIG_IGN)\nwhile true {}\n```\n",
      limits: Limits(time: .milliseconds(300)))
    #expect(found.contains { $0.id == .programTimedOut })
  }

  @Test func anEssayThatDoesNotCompileHidesNothingOfAnother() async throws {
    let broken = parse("```swift\nlet x: Int = \"a\"\nx // → 1\n```\n", path: "broken.md").value
    let sound = parse("```swift\n1 + 1 // → 2\n2 + 2 // → 5\n```\n", path: "sound.md").value
    let verified = try await verify([broken, sound], in: Scratch.workshop())
    #expect(verified.value.map { $0.claims.map(\.verdict) } == [[.unjudged], [.held, .refuted]])
    #expect(verified.log.diagnostics.map(\.id) == [.compileError, .claimRefuted])
  }

  @Test func programsLeaveNothingBehind() async throws {
    let workshop = try await Scratch.workshop()
    _ = try await verify(
      [parse("```swift\n1 // → 1\n```\n", path: "tidy.md").value], in: workshop)
    let programs = workshop.folder + "/programs"
    let left = try FileManager.default.subpathsOfDirectory(atPath: programs)
    #expect(!left.contains { $0.contains("tidy_md") })
  }
}
