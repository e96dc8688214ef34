// Long code folds behind its first lines, and lines with claims stay in sight.

import Markup
import Testing

@testable import Rendering

@Suite struct CodeFoldTests {
  private func lines(_ count: Int) -> [String] { (1...count).map { "line(\($0))" } }

  private func runs(_ lines: [String], claimed: Set<Int> = []) -> [Range<Int>] {
    CodeFold(lines.map { $0[...] }, claimed: claimed).runs
  }

  @Test func twelveLinesStandOpen() {
    #expect(runs(lines(12)).isEmpty)
    #expect(runs(lines(13)) == [8..<13])
  }

  @Test func claimedLinesStayInSight() {
    #expect(runs(lines(30), claimed: [15, 16, 29]) == [8..<15, 17..<29])
    // What is left between them would save less than it costs.
    #expect(runs(lines(20), claimed: [10, 12, 16]).isEmpty)
    #expect(runs(lines(14), claimed: Set(0..<14)).isEmpty)
  }

  /// A claim on lines of its own is nothing without the statement above it.
  @Test func aStatementComesWithItsClaim() {
    var code = lines(30)
    code[20...23] = ["sum(", "  1)", "// → [1,", "// 2]"]
    #expect(runs(code, claimed: [23]) == [8..<21, 24..<30])
    code[18...22] = ["let p = list", "  .map {", "    $0", "  }", "  // → 3"]
    #expect(runs(code, claimed: [22]) == [8..<18, 23..<30])
    code[18...22] = ["  let p = list.map {", "", "    $0 + 1", "  }", "  // → 3"]
    #expect(runs(code, claimed: [22]) == [8..<18, 23..<30])
  }

  /// An end whose beginning is too far above stands alone.
  @Test func aLongStatementStaysFolded() {
    var code = lines(30)
    code[10] = "let p = list.map {"
    for line in 11..<25 { code[line] = "  $0" }
    code[25] = "}  // → 3"
    #expect(runs(code, claimed: [25]) == [8..<25, 26..<30])
  }

  @Test func emptyLinesGoWithTheFold() {
    var code = lines(20)
    code[6] = ""
    code[7] = "  "
    #expect(runs(code) == [6..<20])
  }

  // MARK: - On the page

  private func html(_ words: String, _ code: [String], claims: [Int] = []) throws -> String {
    let text = "```\(words)\n" + code.map { $0 + "\n" }.joined() + "```\n"
    let document = parse(text, path: "e.md").value
    guard case .codeBlock(_, let verbatim) = document.blocks[0].kind else {
      throw NoCode()
    }
    let marks = claims.map { line in
      let start = verbatim.lineStarts[line]
      return Mark(
        kind: .example, range: start..<start + 1, comment: start..<start + 1, wrote: "1",
        computed: "1", rule: "", expression: "", line: line, verdict: .held)
    }
    return renderBody(document, with: BodyMaterial(marks: marks)).html
  }

  @Test func partsFollowOneAnother() throws {
    let html = try html("swift", lines(30), claims: [20])
    let parts = html.components(separatedBy: "<pre>")
    #expect(parts.count == 5)
    #expect(parts[1].contains("line(8)\n</code></pre>") && !parts[1].contains("line(9)"))
    #expect(parts[1].hasSuffix("<details class=\"fold\">\n<summary>12 more lines</summary>\n"))
    #expect(
      parts[2].contains("line(9)\n") && parts[2].contains("line(20)\n</code></pre>\n</details>"))
    // The mark stands outside of all folds.
    #expect(parts[3].contains("line(21) <button") && parts[3].contains("9 more lines"))
    #expect(html.contains("<div class=\"listing\" tabindex=\"0\" role=\"group\""))
    #expect(html.components(separatedBy: "tabindex").count == 2)
    // Every line once, in order.
    let numbers = html.components(separatedBy: "line(").dropFirst().map { $0.prefix { $0 != ")" } }
    #expect(numbers.compactMap { Int($0) } == Array(1...30))
  }

  @Test(arguments: ["swift open", "text", "", "yaml"])
  func otherCodeStandsOpen(_ words: String) throws {
    #expect(try !html(words, lines(30)).contains("<details"))
  }

  @Test func whatWasNotRunIsFoldedToo() throws {
    let html = try html("swift norun", lines(30))
    #expect(html.contains("<summary>22 more lines</summary>"))
    #expect(html.contains("Compiled, not run."))
  }
}

private struct NoCode: Error {}
