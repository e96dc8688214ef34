// Places in texts, and diagnostics as people read them.

import Testing

@testable import Diagnostics

struct SourceTextTests {
  let text = SourceText("ab\nä𝄞c\n\nlast")

  @Test(arguments: [
    (0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 3), (9, 2, 7), (11, 3, 1), (12, 4, 1), (16, 4, 5),
    (99, 4, 5),
  ])
  func offsetsAreLinesAndColumnsInBytes(_ offset: Int, _ line: Int, _ column: Int) {
    #expect(text.position(of: offset) == Position(line: line, column: column))
    if offset <= text.count { #expect(text.offset(line: line, column: column) == offset) }
  }

  @Test func columnsPastTheEndOfALineStayOnIt() {
    #expect(text.offset(line: 1, column: 80) == 2)
    #expect(text.offset(line: 9, column: 1) == text.count)
    #expect(text.lineRange(2) == 3..<10)
    #expect(text.lineRange(4) == 12..<16)
    #expect(text[3..<9] == "ä𝄞")
    #expect(SourceText("").position(of: 0) == Position(line: 1, column: 1))
  }
}

struct TextPrinterTests {
  private let printer = TextPrinter(sources: ["a.md": SourceText("x\n\tä 0.666\n")])

  @Test func aDiagnosticShowsItsLineAndMarksItsText() {
    let span = SourceSpan("a.md", 6..<11)
    let diagnostic = Diagnostic(
      .claimRefuted, at: span, "wrote 0.666",
      notes: [Note("why"), Note("there", at: SourceSpan("a.md", 0..<1))],
      fix: Edit(span, original: "0.666", replacement: "0.665"))
    #expect(
      printer.text(diagnostic) == """
        a.md:2:5: error: wrote 0.666 [claim.refuted]
            2 | \tä 0.666
              | \t  ^~~~~
           note: why
           a.md:1:1: note: there
           fix: write 0.665

        """)
  }

  @Test func aDiagnosticWithoutAPlaceSaysWhatItCan() {
    #expect(
      printer.text(Diagnostic(.toolMissing, at: nil, "gone")) == "error: gone [tool.missing]\n")
    let elsewhere = Diagnostic(.linkBroken, .warning, at: SourceSpan("b.md", 3..<4), "odd")
    #expect(printer.text(elsewhere) == "b.md: warning: odd [link.broken]\n")
    let long = Diagnostic(.compileError, at: nil, "the linker says:\nno such symbol")
    #expect(printer.text(long) == "error: the linker says: [compile.error]\nno such symbol\n")
  }

  @Test func logsAreSortedByPathAndPlace() {
    func diagnostic(_ path: String?, _ start: Int, _ text: String) -> Diagnostic {
      Diagnostic(.linkBroken, at: path.map { SourceSpan($0, start..<start) }, text)
    }
    let log = Log([
      diagnostic("b", 1, "4"), diagnostic("a", 9, "3"), diagnostic("a", 2, "1"),
      diagnostic("a", 2, "2"), diagnostic(nil, 0, "0"),
    ])
    #expect(log.sorted().diagnostics.map(\.message) == ["0", "1", "2", "3", "4"])
    #expect(log.hasErrors)
    #expect(!Log([Diagnostic(.compileWarning, .warning, at: nil, "")]).hasErrors)
  }

  @Test func identifiersAreDottedAndUnique() {
    let names = Identifier.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.split(separator: ".").count == 2 })
  }
}
