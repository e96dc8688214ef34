// Corrections for people: columns that stand under one another, and how much is how much.

import Diagnostics
import Testing

@testable import Reporting

@Suite struct RepairTableTests {
  private func repair(
    _ place: Int, _ original: String, _ replacement: String, _ relative: Double? = nil,
    isWording: Bool = false, obstacle: String? = nil
  ) -> ReportedRepair {
    let text = SourceText(String(repeating: ".\n", count: 300))
    return ReportedRepair(
      place: ReportedPlace(
        SourceSpan("a.md", 2 * place..<2 * place + 1), in: text, paths: .unchanged),
      id: "claim.refuted", original: original, replacement: replacement, relative: relative,
      isWording: isWording, obstacle: obstacle)
  }

  @Test func columnsStandUnderOneAnother() {
    let text = RepairTable.text([
      repair(8, "true", "false", obstacle: "the shape changes"),
      repair(119, "[1,\n> //  2]", "[1,\n> //  3]", 0.5), repair(0, "重要 1", "重要 2", -0.015),
      repair(2, "shows=1", "shows=2", isWording: true),
    ])
    #expect(
      text == """
          a.md:9:1       true  →  false    other  not written: the shape changes
          a.md:120:1   [1, 2]  →  [1, 3]    +50%
          a.md:1:1     重要 1  →  重要 2   -1.5%
          a.md:3:1    shows=1  →  shows=2

        """)
    #expect(RepairTable.text([]).isEmpty)
  }

  @Test func longTextsLoseTheirMiddle() {
    let long = (1...100).map(String.init).joined(separator: ", ")
    let line = RepairTable.text([repair(0, long, "1")])
    #expect(
      line == "  a.md:1:1  1, 2, 3, 4, 5, 6, 7, 8 …  99, 100  →  1  other\n" || line.count < 70)
    #expect(line.contains(" … ") && line.contains("99, 100"))
  }

  @Test(arguments: [
    (0.0, "0%"), (0.5, "+50%"), (-0.0152, "-1.5%"), (0.00812, "+0.81%"), (-0.000286, "-0.029%"),
    (12.0, "+1200%"), (1.2e-9, "+1.2e-07%"), (4e7, "+4.0e+09%"), (0.09951, "+10%"),
    (1.0, "+100%"),
  ])
  func shares(_ relative: Double, _ words: String) {
    #expect(RepairTable.percent(relative) == words)
  }
}
