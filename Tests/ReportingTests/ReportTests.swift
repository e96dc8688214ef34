// The report as other programs read it: the same keys for each claim, and places with both ends.

import Diagnostics
import Foundation
import Testing

@testable import Reporting

@Suite struct ReportTests {
  private let sources = ["a.md": SourceText("x\nÄ 𝛼 1.5\n")]
  private let paths = ShownPaths(project: "/site/mine", directory: "/site")

  private func object(_ report: Report) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any])
  }

  private func keys(of objects: Any?) throws -> [[String]] {
    try #require(objects as? [[String: Any]]).map { $0.keys.sorted() }
  }

  private func claim(_ margin: ReportedClaim.Margin?, _ milliseconds: Double?) -> ReportedClaim {
    ReportedClaim(
      place: ReportedPlace(SourceSpan("a.md", 10..<13), in: sources["a.md"], paths: paths),
      kind: "prose", wrote: "1.5", expression: "3 / 2", computed: nil, verdict: "unjudged",
      rule: "it was skipped", margin: margin, milliseconds: milliseconds)
  }

  @Test func aFindingHasItsTitleBothEndsNotesAndFix() throws {
    let span = SourceSpan("a.md", 10..<13)
    let report = try object(
      Report(
        Log([
          Diagnostic(
            .claimRefuted, at: span, "wrong", notes: [Note("why", at: SourceSpan("b.md", 0..<1))],
            fix: Edit(span, original: "1.5", replacement: "1.6")),
          Diagnostic(.toolMissing, .warning, at: nil, "gone"),
        ]), sources: sources, paths: paths))
    #expect(report["version"] as? Int == 2 && report["project"] as? String == "mine")
    let findings = try #require(report["diagnostics"] as? [[String: Any]])
    let first = findings[0]
    #expect(first["path"] as? String == "mine/a.md")
    #expect(first["title"] as? String == Identifier.claimRefuted.help.title)
    for (key, number) in [
      ("line", 2), ("endLine", 2), ("column", 9), ("endColumn", 12), ("utf16Column", 6),
      ("endUTF16Column", 9),
    ] {
      #expect(first[key] as? Int == number, "\(key)")
    }
    let fix = try #require(first["fix"] as? [String: Any])
    #expect(fix["path"] as? String == "mine/a.md" && fix["start"] as? Int == 10)
    let note = try #require((first["notes"] as? [[String: Any]])?.first)
    #expect(note["path"] as? String == "mine/b.md" && note["line"] == nil, "its text is not known")
    #expect(
      findings[1].keys.sorted() == ["id", "message", "notes", "severity", "title"],
      "what has no place has none of its keys")
    #expect(findings[1]["severity"] as? String == "warning")
  }

  @Test func allClaimsHaveTheSameKeys() throws {
    let report = try object(
      Report(
        Log(),
        claims: [claim(nil, nil), claim(.init(down: nil, up: 0.5), 12.25)],
        figures: [
          ReportedFigure(
            place: ReportedPlace(SourceSpan("a.md", 0..<1), in: nil, paths: paths), kind: "figure",
            label: nil, parameter: nil, frames: 0, title: nil, shows: nil, recorded: nil)
        ], paths: paths))
    let keys = try keys(of: report["claims"])
    #expect(keys[0] == keys[1] && keys[0].count == 15)
    let claims = try #require(report["claims"] as? [[String: Any]])
    #expect(claims[0]["margin"] is NSNull && claims[0]["milliseconds"] is NSNull)
    let margin = try #require(claims[1]["margin"] as? [String: Any])
    #expect(margin["down"] is NSNull && margin["up"] as? Double == 0.5)
    #expect(claims[1]["milliseconds"] as? Double == 12.25)
    let figure = try #require((report["figures"] as? [[String: Any]])?.first)
    #expect(figure["shows"] is NSNull && figure["frames"] as? Int == 0)
    #expect(report["coverage"] == nil, "nobody asked for it")
  }
}
