// Figures from the essay to the site: their code is what a page shows, and nothing else is.

import Foundation
import Rendering
import Testing

@Suite struct FigureTests {
  private static let essay = """
    ---
    title: One
    ---

    ```swift
    import Figures
    func line(_ values: [Double], _ title: String) -> Figure {
      let points = values.map { "\\($0)" }.joined(separator: " ")
      return Figure(
        title: title, description: "A line.",
        svg: "<svg viewBox=\\"0 0 9 9\\"><polyline points=\\"\\(points)\\"/></svg>",
        table: "<table><tr><td>\\(points)</td></tr></table>")
    }
    ```

    ## Sums

    ```swift figure
    let rate = 2.5
    line([1, 2].map { $0 * rate }, "Two points")
    ```

    Figure: The rate is 2.5<!-- = rate -->.

    ```swift sweep T in 1...10 log 9 label=fig:heat
    line([T, T * T], "At some T")
    ```

    Figure: Heat.

    """

  private func project() throws -> ScratchProject {
    try ScratchProject([
      "content/one.md": Self.essay,
      "content/zwei.md":
        "```swift figure\n"
        + "Figure(title: \"t\", description: \"d\", svg: \"<svg viewBox='0 0 1 1'/>\", table: \"\")\n"
        + "```\n\nFigure: Third.\n",
    ])
  }

  @Test func aChangedConstantChangesThePictureAndNothingElseDoes() throws {
    let project = try project()
    defer { project.remove() }
    let first = try project.galley("build")
    #expect(first.status == 0, "\(first.errors)")
    let site = project.contents(of: "site")
    let page = try #require(project.text(of: "site/one.html"))
    #expect(page.contains("<svg viewBox=\"0 0 9 9\"><polyline points=\"2.5 5.0\"/></svg>"))
    #expect(page.contains("<td>2.5 5.0</td>"))
    #expect(try project.galley("build", "--jobs", "1").status == 0)
    #expect(project.contents(of: "site") == site, "two builds, the same bytes")

    try project.write(
      Self.essay.replacingOccurrences(of: "2.5", with: "3.5"), to: "content/one.md")
    #expect(try project.galley("build").status == 0)
    let changed = project.contents(of: "site")
    // The ledger tells the essay's digest.
    #expect(
      changed.keys.filter { changed[$0] != site[$0] && !$0.hasPrefix("assets/search/") }.sorted()
        == [
          "one.html", "one/ledger.html", "one/ledger.json",
        ])
    let other = try #require(project.text(of: "site/one.html"))
    #expect(other.contains("<polyline points=\"3.5 7.0\"/>") && !other.contains("2.5 5.0"))
    let sweep = { (text: String) in
      text.components(separatedBy: "<figure class=\"drawn sweep\"").last?
        .components(separatedBy: "</figure>").first
    }
    #expect(sweep(page)?.contains("T = 10</p>") == true)
    #expect(sweep(page) == sweep(other), "the sweep does not use it")
  }

  @Test func figuresAreNumberedThroughTheSiteAndOnlySweepsNeedAScript() throws {
    let project = try project()
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let one = try #require(project.text(of: "site/one.html"))
    let two = try #require(project.text(of: "site/zwei.html"))
    #expect(one.contains("id=\"figure-1\"") && one.contains(">Figure 1.</a> The rate is "))
    #expect(one.contains("id=\"fig:heat\"") && one.contains(">Figure 2.</a> Heat."))
    #expect(two.contains("id=\"figure-3\"") && two.contains(">Figure 3.</a> Third."))
    #expect(one.contains("<script defer src=\"assets/sweep-"))
    #expect(!two.contains("assets/sweep"))
    let script = try String(
      contentsOfFile: ScratchProject.root + "/templates/sweep.js", encoding: .utf8)
    #expect(project.asset("sweep.js") == compactScript(script))
  }

  @Test func withoutASweepThereIsNoScript() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    #expect(project.asset("sweep.js") == nil)
  }

  @Test func theReportListsFigures() throws {
    let project = try project()
    defer { project.remove() }
    let run = try project.galley("check", "--format", "json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let figures = try #require(report["figures"] as? [[String: Any]])
    #expect(figures.count == 3)
    let shows = try #require(figures[1]["shows"] as? String)
    #expect(shows.wholeMatch(of: /[0-9a-f]{8}/) != nil)
    #expect(
      NSDictionary(dictionary: figures[1]) == [
        "path": "content/one.md", "line": 25, "column": 1, "utf16Column": 1, "endLine": 27,
        "endColumn": 4, "endUTF16Column": 4, "kind": "sweep", "label": "fig:heat",
        "parameter": "T", "frames": 9, "title": "At some T", "shows": shows,
        "recorded": NSNull(),
      ])
    #expect(figures[0]["kind"] as? String == "figure" && figures[0]["label"] is NSNull)
    #expect((report["claims"] as? [Any])?.count == 2, "the home page's and the caption's")
  }

  @Test func aFigureThatCannotBeShownLeavesTheOldSite() throws {
    let project = try project()
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let site = project.contents(of: "site")
    try project.write(
      Self.essay.replacingOccurrences(of: "/></svg>", with: "></svg>"), to: "content/one.md")
    let run = try project.galley("build")
    #expect(run.status == 1)
    #expect(run.errors.contains("content/one.md:20:1: error: the picture is not one <svg> element"))
    #expect(project.contents(of: "site") == site)
  }
}
