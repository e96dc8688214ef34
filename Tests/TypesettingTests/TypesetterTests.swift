import Foundation
import Testing

@testable import Typesetting

/// Against the real engine, in the real worker process.
@Suite struct TypesetterTests {
  private func formulas(
    _ pages: [[TypesettingRequest.Formula]], macros: [String: String] = [:], jobs: Int = 2
  ) async throws -> [[TypesettingResult.Formula]] {
    try await Workshop.typesetter(macros: macros, jobs: jobs)
      .typeset(pages.map { TypesettingRequest(formulas: $0) }).map(\.formulas)
  }

  private func html(_ tex: String, isDisplay: Bool = false) async throws -> String {
    let result = try await formulas([[.init(tex, isDisplay: isDisplay)]])[0][0]
    guard case .html(let html) = result else { throw Unexpected(result) }
    return html
  }

  private func error(_ tex: String, macros: [String: String] = [:]) async throws -> TeXError {
    let result = try await formulas([[.init(tex, isDisplay: true)]], macros: macros)[0][0]
    guard case .rejected(let error) = result else { throw Unexpected(result) }
    return error
  }

  struct Unexpected: Error {
    var result: TypesettingResult.Formula
    init(_ result: TypesettingResult.Formula) { self.result = result }
  }

  @Test func setsForEyesAndForAssistiveTechnology() async throws {
    let html = try await html("p_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}", isDisplay: true)
    #expect(html.hasPrefix("<span class=\"katex-display\"><span class=\"katex\">"))
    #expect(html.contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">"))
    #expect(html.contains("aria-hidden=\"true\""))
  }

  @Test func knowsChemistry() async throws {
    #expect(try await html("\\ce{H2O}").contains("mathrm"))
  }

  @Test(arguments: [
    ("x + \\foo", "Undefined control sequence: \\foo", 4),
    ("\\text{é😀} + \\foo", "Undefined control sequence: \\foo", 16),
    ("\\frac{1}{", "Unexpected end of input in a macro argument, expected '}'", 9),
    ("😀😀😀😀😀😀😀😀 }", "Expected 'EOF', got '}'", 33),
    ("x_1_2", "Double subscript", 3),
    ("\\href{https://example.org}{x}", "\\href leads to places of the same page only", 6),
    ("y \\includegraphics{a.png}", "\\includegraphics is not allowed in formulas", 19),
    ("x \\tag{1} \\tag{2}", "Multiple \\tag", 0),
  ])
  func saysWhatIsWrongAndWhere(_ tex: String, _ message: String, _ offset: Int) async throws {
    let error = try await error(tex)
    #expect(error.message.hasPrefix(message), "\(error)")
    #expect(!error.message.contains("at position"))
    #expect(error.offset == offset)
  }

  @Test func anErrorInsideAMacroIsReportedForTheWholeFormula() async throws {
    let error = try await error("x + y + \\mine", macros: ["\\mine": "1 + \\nowhere"])
    #expect(error == TeXError("Undefined control sequence: \\nowhere", offset: 0))
  }

  @Test func endlessMacrosEnd() async throws {
    let error = try await error("\\loop", macros: ["\\loop": "x\\loop"])
    #expect(error.message.contains("Too many expansions"))
  }

  @Test func definitionsHoldForTheirPageOnly() async throws {
    let use = TypesettingRequest.Formula("\\mine", isDisplay: false)
    let define = TypesettingRequest.Formula("\\gdef\\mine{7}", isDisplay: false)
    let redefine = TypesettingRequest.Formula("\\gdef\\mine{8}", isDisplay: false)
    let pages = try await formulas(
      [[use, define, use, redefine, use, define, use], [use]], jobs: 1)
    #expect(pages[0][2] != pages[0][4], "the same TeX, another meaning")
    #expect(pages[0][2] == pages[0][6])
    for formula in [pages[0][0], pages[1][0]] {
      guard case .rejected = formula else { throw Unexpected(formula) }
    }
  }

  @Test func aTagIsForgottenAfterItsFormula() async throws {
    let pages = try await formulas([
      [.init("x \\tag{1}", isDisplay: true), .init("y", isDisplay: false)]
    ])
    guard case .html = pages[0][1] else { throw Unexpected(pages[0][1]) }
  }

  @Test func linksLeadToPlacesOfThePage() async throws {
    #expect(try await html("\\href{#eq-1}{x}").contains("href=\"#eq-1\""))
  }

  @Test func anyNumberOfWorkersGivesTheSameBytes() async throws {
    let pages = (0..<7).map { page in
      (0..<60).map { TypesettingRequest.Formula("x_{\(page)}^{\($0)}", isDisplay: $0 % 2 == 0) }
    }
    let one = try await formulas(pages, jobs: 1)
    #expect(try await formulas(pages, jobs: 3) == one)
    #expect(one.map(\.count) == pages.map(\.count))
  }

  @Test func nothingNeedsNoWorker() async throws {
    let nowhere = Typesetter(worker: WorkerCommand(executable: "/nowhere"))
    #expect(try await nowhere.typeset([TypesettingRequest()]) == [TypesettingResult()])
  }

  /// One that fails, one that ends before it has read an order larger than a pipe, one that answers
  /// nothing, and one that is not there.
  @Test(arguments: ["cat > /dev/null; exit 3", "exec 0<&-; exit 0", "cat > /dev/null", nil])
  func aWorkerThatBreaksIsAFailureOfItsOwn(_ script: String?) async throws {
    let command =
      script.map { WorkerCommand(executable: "/bin/sh", arguments: ["-c", $0]) }
      ?? WorkerCommand(executable: "/nowhere/galley")
    let large = TypesettingRequest(
      formulas: [.init(String(repeating: "x", count: 1 << 20), isDisplay: false)])
    await #expect(throws: TypesettingFailure.self) {
      try await Typesetter(worker: command).typeset([large])
    }
  }
}
