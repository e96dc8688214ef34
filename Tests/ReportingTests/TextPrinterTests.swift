// Diagnostics as people read them.

import Diagnostics
import Testing

@testable import Reporting

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

  @Test func coloursStandAroundWordsThatAreThereWithoutThem() {
    var coloured = printer
    coloured.style = .coloured
    let span = SourceSpan("a.md", 6..<11)
    let text = coloured.text(Diagnostic(.claimWords, .warning, at: span, "odd"))
    #expect(text.hasPrefix("\u{1B}[1ma.md:2:5: \u{1B}[0m\u{1B}[1;35mwarning:\u{1B}[0m "))
    // What is before the marks is no mark, or a terminal with a background would show it.
    #expect(text.contains(" \t  \u{1B}[1;35m^~~~~\u{1B}[0m\n"))
  }

  @Test func aDiagnosticWithoutAPlaceSaysWhatItCan() {
    #expect(
      printer.text(Diagnostic(.toolMissing, at: nil, "gone")) == "error: gone [tool.missing]\n")
    let elsewhere = Diagnostic(.linkBroken, .warning, at: SourceSpan("b.md", 3..<4), "odd")
    #expect(printer.text(elsewhere) == "b.md: warning: odd [link.broken]\n")
    let long = Diagnostic(.compileError, at: nil, "the linker says:\nno such symbol")
    #expect(printer.text(long) == "error: the linker says: [compile.error]\nno such symbol\n")
  }

  @Test func pathsAreThoseFromTheFolderThatOneStandsIn() {
    var printer = printer
    printer.paths = ShownPaths(project: "/site", directory: "/site/content/deep")
    let diagnostic = Diagnostic(
      .linkBroken, at: SourceSpan("a.md", 0..<1), "odd",
      notes: [Note("there", at: SourceSpan("/usr/lib/b.h", 0..<1))])
    let lines = printer.text(diagnostic).split(separator: "\n")
    #expect(lines.first == "../../a.md:1:1: error: odd [link.broken]")
    #expect(lines.last == "   /usr/lib/b.h: note: there")
  }
}
