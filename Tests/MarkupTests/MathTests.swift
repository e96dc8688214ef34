// Math: what is a formula, what stays text, and what is said of one that never ends.

import Diagnostics
import Testing

@testable import Markup

@Suite struct MathTests {
  /// The formulas of a text, display ones behind a `D`, blocks behind a `B`.
  private func formulas(_ source: String) -> [String] {
    func collect(_ node: Node) -> [String] {
      switch node.kind {
      case .math(let text, let isDisplay): [(isDisplay ? "D" : "") + text.text]
      case .mathBlock(let text): ["B" + text.text]
      default: node.children.flatMap(collect)
      }
    }
    return parse(source, path: "e.md").value.blocks.flatMap(collect)
  }

  @Test(arguments: [
    ("$x$", ["x"]),
    ("a$x$b", ["x"]),
    ("$5 and $6", []),
    ("$5-$6", []),
    ("$5, $6 and $x$, not US$7", ["x"]),
    ("\\$x$ y$", []),
    ("$ x$", []),
    ("$x $", []),
    ("$x$1", []),
    ("$x$ and $y$", ["x", "y"]),
    ("$a\\$b$", ["a\\$b"]),
    ("$a\\\\$", ["a\\\\"]),
    ("`$x$`", []),
    ("$a `b$` c$", ["a `b$` c"]),
    ("$`a_b`$", ["a_b"]),
    ("$\\text{$x$}$", ["\\text{$x$}"]),
    ("${a$ b", ["{a"]),
    ("$$x$$", ["Bx"]),
    ("a $$x$$", ["Dx"]),
    ("a $$ x\n y $$ b", ["Dx\ny"]),
    ("$$x$$ y", ["Dx"]),
    ("a $$x$", []),
    ("a $$$x$$$", []),
    ("a $$ $$ b", []),
    ("$a_b_c$ _d_ $e*f*g$", ["a_b_c", "e*f*g"]),
    ("$a<b>c$ $&amp;$", ["a<b>c", "&amp;"]),
    ("$[a](b)$ [$c$](d) [e](f$g$)", ["[a](b)", "c"]),
    ("# $x$\n\n- $y$\n> $z$", ["x", "y", "z"]),
    ("| $a \\| b$ | $c$ |\n|-|-|\n", ["a | b", "c"]),
    ("```math\nx\n```", ["Bx"]),
    ("``` math\nx\ny\n```", ["Bx\ny"]),
    ("    $$ x $$", []),
    ("$$\nx\n\ny\n$$\nz", ["Bx\n\ny"]),
    ("text\n$$\n- x\n$$\ntext", ["B- x"]),
    ("> $$\n> x\n> $$\ny", ["Bx"]),
    ("- $$\n  x\n  $$\n- y", ["Bx"]),
    ("$$ a \\$$ b\n$$", ["Ba \\$$ b"]),
  ])
  func formulasAreFound(_ source: String, _ expected: [String]) {
    #expect(formulas(source) == expected)
  }

  @Test(arguments: [
    ("a\n\n$$\nx\n", 3..<5),
    ("> $$ x\n> y\n\nz $$", 2..<4),
    ("- $$\n  x\n\ny", 2..<4),
  ])
  func unclosedBlocksAreReported(_ source: String, _ place: Range<Int>) {
    let log = parse(source, path: "e.md").log
    #expect(log.diagnostics.map(\.id) == [.mathUnclosed])
    #expect(log.diagnostics.first?.span == SourceSpan("e.md", place))
  }

  @Test func textAfterABlockIsReported() {
    let log = parse("$$\nx\n$$ where\ny", path: "e.md").log
    #expect(log.diagnostics.map(\.id) == [.mathUnclosed])
    #expect(log.diagnostics.first?.span == SourceSpan("e.md", 8..<13))
  }

  @Test func closedBlocksAreNot() {
    for source in ["$$ x $$", "$$\nx\n$$", "$$ x\ny $$", "$$\nx\n$$  ", "$$\nx\n$$<!-- = y -->"] {
      #expect(parse(source, path: "e.md").log.diagnostics.isEmpty)
    }
  }

  /// What Markdown breaks, and what only looks so.
  @Test(arguments: [
    ("a $b\n- c$ d", [2..<3]),
    ("a $b\n> c$ d", [2..<3]),
    ("a $b\n=\nc$ d", [2..<3]),
    ("a $b\n# c$ d", [2..<3]),
    ("a $b\n<div> c$ d", [2..<3]),
    ("a $$\nb\n$$ c\n\n$$\nd\n$$\n\nand $e$", [2..<4]),
    ("a $$b\n+ c$$ d", [2..<4]),
    ("a $b\n- c$ d $e\n> f$ g", [2..<3, 12..<13]),
    ("> a $b\n> - c$ d", [4..<5]),
    ("- a $b\n  - c$ d", [4..<5]),
    ("- a $\\alpha\n- c$ d", [4..<5]),
    ("- tea for $3\n- milk for US$", []),
    ("- a $b\n- c$ d", []),
    ("it costs $5\n- or $6", []),
    ("it costs $5\n- or 6$", []),
    ("a $b\n\n- c$ d", []),
    ("a $b\n- c", []),
    ("a $b$\n- c$ d", []),
    ("a \\$b\n- c$ d", []),
    ("a `$b`\n- c$ d", []),
    ("a $$\n- b", []),
    ("pay $$ here\n$$\nx\n$$", []),
  ])
  func brokenFormulasAreReportedWhereTheyBegin(_ source: String, _ places: [Range<Int>]) {
    let log = parse(source, path: "e.md").log
    #expect(log.diagnostics.map(\.id) == places.map { _ in .mathUnclosed })
    #expect(log.diagnostics.compactMap(\.span?.range) == places)
  }
}
