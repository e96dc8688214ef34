// Programs in other rounding modes: where they stop differs from run to run, so no golden text tells it.

import Diagnostics
import Testing

@testable import Verification

struct RoundingTests {
  private func log(_ text: String) async throws -> [Diagnostic] {
    try await Essays.verify(text, Essays.Terms(checksRounding: true)).log.diagnostics
  }

  /// Half of the least number, rounded up, is the least number.
  @Test func aProgramThatEndsInOneModeOnlyIsToldOnce() async throws {
    let found = try await log(
      "```swift timeout=3s\nvar step = 1.0\nwhile 1 + step > 1 {\n  step /= 2\n}\nstep // → 1.11e-16\n```\n"
    )
    #expect(found.map(\.id) == [.programRounding])
    #expect(found.first?.message.hasPrefix("when results are rounded up, ") == true)
    #expect(found.first?.message.contains("3 s") == true)
  }

  /// In one mode a cell is empty that has a value in another: the cells behind it are still compared with themselves.
  @Test func aTableOfAnotherShapeIsComparedCellByCell() async throws {
    let found = try await log(
      "```swift\nlet n = [1.0, 3.0]\nlet third = (n[0] / n[1]).bitPattern & 0xf\n```\n\n| a | b | c |\n|---|---|---|\n"
        + "| | 5 | 2 |\n\n<!-- = table: [[third == 5 ? nil : 7, Int(third), 2]] -->\n")
    #expect(found.map(\.id) == [.claimRounding])
    #expect(found.first?.message.contains("wrote 5, computed 6") == true)
  }

  /// What fails anyway is refuted as ever, and not told once more for each mode.
  @Test func aProgramThatStopsAnywayIsToldOnce() async throws {
    let found = try await log("```swift\nlet none: [Int] = []\nnone[0] // → 1\n```\n")
    #expect(found.map(\.id) == [.programTrapped, .claimUnreached])
  }

  /// The modes are really in force: a third, rounded down and up, differs in its last bit.
  @Test func everyModeIsInForce() async throws {
    let text =
      "```swift\nlet n = [1.0, 3.0]\n(n[0] / n[1]).bitPattern & 0xf // → 5\n"
      + "(-n[0] / n[1]).bitPattern & 0xf // → 5\n```\n"
    let found = try await log(text)
    #expect(found.map(\.id) == [.claimRounding, .claimRounding])
    let words = found.map { ([$0.message] + $0.notes.map(\.text)).joined(separator: "\n") }
    #expect(words.first?.contains("computed 6 when results are rounded up") == true)
    #expect(words.last?.contains("computed 6 when results are rounded down") == true)
    #expect(words.allSatisfy { !$0.contains("toward zero") })
  }

  /// Nobody knows yet whether `nearest` is needed where something else is wrong.
  @Test func nearestIsNotJudgedWhereSomethingElseIsWrong() async throws {
    let broken = try await log("```swift nearest\nlet x = nothing // → 1\n```\n")
    #expect(broken.map(\.id) == [.compileError])
    let refuted = try await log("```swift nearest\n1 + 1 // → 3\n```\n")
    #expect(refuted.map(\.id) == [.claimRefuted])
    let needless = try await log("```swift nearest\n1 + 1 // → 2\n```\n")
    #expect(needless.map(\.id) == [.fenceWord])
  }

  @Test func withoutTheOptionNothingIsRunAgain() async throws {
    let text = "```swift\nlet (a, b) = (0.1, 0.2)\na + b // → 0.30000000000000004\n```\n"
    let found = try await Essays.verify(text)
    #expect(found.log.diagnostics.isEmpty)
  }
}
