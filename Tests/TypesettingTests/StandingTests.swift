// A worker that stays sets what a new one would set, whatever it has set before.

import Foundation
import Testing

@testable import Typesetting

@Suite struct StandingTests {
  private typealias Formula = TypesettingRequest.Formula

  private static func page(_ formulas: [String], _ listings: [String] = []) -> TypesettingRequest {
    TypesettingRequest(
      formulas: formulas.map { Formula($0, isDisplay: false) },
      listings: listings.map { .init($0, language: "swift") })
  }

  private static let pages = [
    page(["x^2", "\\frac{1}{", "\\foo"], ["let a = 1\n", "let b = 2\n"]),
    // What the first defines holds for the second, and for no other page.
    page(["\\gdef\\foo{y}\\foo", "\\foo", "x^2"]),
    page(["\\foo", "x^2"], ["let a = 1\n"]), page([]), page(["x^2", "x^2", "z"]),
  ]

  private func standing(_ macros: [String: String] = [:]) throws -> Typesetter {
    var typesetter = try Workshop.typesetter(macros: macros)
    typesetter.standing = StandingTypesetting(worker: typesetter.worker)
    return typesetter
  }

  @Test func setsWhatANewOneSets() async throws {
    let fresh = try await Workshop.typesetter().typeset(Self.pages)
    let typesetter = try standing()
    #expect(try await typesetter.typeset(Self.pages) == fresh)
    // From memory, and in another order.
    #expect(try await typesetter.typeset(Self.pages) == fresh)
    #expect(try await typesetter.typeset(Self.pages.reversed()) == fresh.reversed())
    // A page by itself, and one with something new in it.
    let new = Self.page(["x^2", "new", "\\foo"], ["let c = 3\n", "let a = 1\n"])
    let alone = try await Workshop.typesetter().typeset([new])
    #expect(try await typesetter.typeset([new]) == alone)
    var mathML = new
    mathML.isMathMLOnly = true
    #expect(try await typesetter.typeset([mathML]) != alone)
    #expect(try await typesetter.typeset([new]) == alone)
  }

  @Test func otherMacrosAreOtherFormulas() async throws {
    var typesetter = try standing(["\\foo": "a"])
    let page = Self.page(["\\foo"])
    let first = try await typesetter.typeset([page])
    typesetter.macros = ["\\foo": "b"]
    let second = try await typesetter.typeset([page])
    #expect(second != first)
    #expect(try await Workshop.typesetter(macros: ["\\foo": "b"]).typeset([page]) == second)
  }

  /// A whole site goes the usual way.
  @Test func manyAtOnceAreTheSame() async throws {
    let pages = (1...4).map { page in Self.page((1...50).map { "x_{\($0 * page)}" }) }
    let fresh = try await Workshop.typesetter().typeset(pages)
    let typesetter = try standing()
    #expect(try await typesetter.typeset(pages) == fresh)
    let one = Self.page(["x_{1}", "x_{2}", "x_{1000}"])
    #expect(
      try await typesetter.typeset([one]) == Workshop.typesetter().typeset([one]))
  }

  @Test func oneThatWasEndedIsStartedAgain() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-standing-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let galley = try Workshop.worker().executable
    let script = "echo $$ >> \"$0/starts\"; exec \"$1\" typeset-worker \"$2\""
    let command = WorkerCommand(
      executable: "/bin/sh", arguments: ["-c", script, folder, galley])
    var typesetter = Typesetter(worker: command)
    typesetter.standing = StandingTypesetting(worker: command)
    func starts() -> [Int32] {
      let text = try? String(contentsOfFile: folder + "/starts", encoding: .utf8)
      return (text ?? "").split(separator: "\n").compactMap { Int32($0) }
    }
    let first = try await typesetter.typeset([Self.page(["a"])])
    _ = try await typesetter.typeset([Self.page(["b"])])
    #expect(starts().count == 1)
    kill(try #require(starts().last), SIGKILL)
    usleep(100_000)
    #expect(try await typesetter.typeset([Self.page(["a"])]) == first)
    #expect(starts().count == 1, "what is remembered needs no worker")
    #expect(try await typesetter.typeset([Self.page(["c"])]) != first)
    #expect(starts().count == 2)
    // It ends when nobody is left to give it orders.
    typesetter.standing = nil
    let last = try #require(starts().last)
    for _ in 0..<2000 where kill(last, 0) == 0 { usleep(10_000) }
    #expect(kill(last, 0) != 0)
  }
}
