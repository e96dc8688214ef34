// Programs that stop before their end: where, and in whose words.

import Foundation
import GalleyRecordFormat
import Testing

@testable import Running

struct StopTests {
  /// The lines of the page among some places.
  private func lines(_ places: [CompilerMessage.Place]?) -> [Int] {
    (places ?? []).filter { $0.file == "content/a.md" }.map(\.site.line)
  }

  @Test func aTrapTellsItsCallsAndItsMessage() async throws {
    let run = try await Scratch.run(
      """
      func check(_ n: Int) {
        precondition(n > 0, "a count is positive,\\nnot \\(n)")
      }
      check(-1)
      """)
    let execution = try #require(run.execution)
    #expect(execution.end == .stopped(signal: SIGILL))
    #expect(lines(execution.stopSites) == [11, 13])
    #expect(execution.trapMessage == "a count is positive,\nnot -1")
  }

  @Test func theCompilersOwnReasonIsKept() async throws {
    let run = try await Scratch.run(
      "var n = Int8(CommandLine.arguments.count)\nn = n &+ 126\nn += 1")
    #expect(run.execution?.failure == "arithmetic overflow")
    #expect(run.execution?.trapMessage == nil && lines(run.execution?.stopSites) == [12])
  }

  @Test func anErrorThatNobodyCatchesSaysWhereItWasThrown() async throws {
    let run = try await Scratch.run(
      "struct Odd: Error { var text = \"a\" }\nfunc f() throws {\n  throw Odd()\n}\ntry f()")
    #expect(run.ended == .threw("GalleyProgram.Odd(text: \"a\")"))
    #expect(lines(run.execution?.thrownSites).first == 12)
  }

  @Test func whoCallsExitIsKnown() async throws {
    let run = try await Scratch.run("func leave() {\n  exit(3)\n}\nleave()")
    #expect(run.ended == .exited(code: 3))
    #expect(lines(run.execution?.exitSites) == [11, 13])
  }

  @Test(arguments: [
    ("a.swift:1: Fatal error: one", "one"),
    (
      "Shapes/My File.swift:12: Precondition failed: two\nlines: of it\nCurrent stack trace:\n0  x",
      "two\nlines: of it"
    ),
    ("Assertion failed: three\n", "three"),
    ("Fatal error: said by the program\nP/a.swift:3: Fatal error: last", "last"),
    ("P/a.swift:3: Fatal error\nCurrent stack trace:\n0 x", nil),
    ("it says Fatal error: four", nil),
    ("", nil),
  ])
  func reportsAreRead(_ text: String, _ message: String?) {
    #expect(RuntimeReport.message(in: Array(text.utf8)) == message)
  }

  /// Swift's own report may be the only thing that tells a thrown error from a trap.
  @Test func anUncaughtErrorMayHaveLines() {
    let text =
      "Swift/ErrorType.swift:254: Fatal error: Error raised at top level: E(\"a\nb\")\nCurrent stack trace:\n"
    #expect(RuntimeReport.uncaughtError(in: Array(text.utf8)) == "E(\"a\nb\")")
  }
}
