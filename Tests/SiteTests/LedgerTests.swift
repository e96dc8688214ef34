// The ledger at a page's end, the report for other programs, and files that stay with the project.

import Foundation
import Testing

struct LedgerTests {
  private static let essay = """
    ---
    title: One
    ---

    ## Sums

    Two: 2<!-- = 1 + 1 -->.

    ```swift
    2 + 2 // → 4
    ```

    ```swift derivation draws=20
    let x = draw.real(1...2)
    // $$ x
    x
    // $$ = (x^2) / x
    (x * x) / x
    // $$ = \\sqrt{x^2} \\label{eq:root} $$ ± 1e-10
    (x * x).squareRoot()
    ```

    <!-- swift
    3 + 3 // → 6
    -->

    ```swift sweep T in 1...3 3
    Figure("Bars", describing: "One bar.", x: .categories("a", ["b"]), y: .linear("c", 0...3)) { Bars([T]) }
    ```
    Figure: A bar that grows.

    ```swift figure label=fig:bar
    Figure("Bar", describing: "One bar.", x: .categories("a", ["b"]), y: .linear("c", 0...3)) { Bars([2]) }
    ```
    Figure: A bar.
    """

  @Test func everyClaimStandsInTheLedgerAndLeadsToItsPlace() throws {
    let project = try ScratchProject(["content/one.md": Self.essay])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let page = try #require(project.text(of: "site/one.html"))
    let start = try #require(page.firstRange(of: "<details class=\"ledger\" id=\"claims\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</details>"))
    let ledger = String(page[start.lowerBound..<end.upperBound])
    #expect(ledger.components(separatedBy: "<tr><td>").count - 1 == 5)
    let links = ledger.matches(of: #/href="#([^"]*)"/#).map { String($0.output.1) }
    #expect(links == ["claim.1", "claim.2", "line.1.1", "eq:root"])
    for link in links {
      #expect(page.components(separatedBy: " id=\"\(link)\"").count == 2, "\(link)")
    }
    // The hidden example's claim is told and leads nowhere.
    #expect(ledger.contains("<td>6</td>"))
    #expect(ledger.contains("line 2 of derivation 1") && !ledger.contains("sqrt"))
    #expect(page.contains("<a class=\"badge held\" href=\"#claims.all\">"))
    #expect(page.components(separatedBy: "id=\"claims.all\"").count == 2)
    #expect(page.contains("<small class=\"condition\">± 10⁻¹⁰</small>"))
  }

  @Test func theReportListsDerivationsFiguresAndSweeps() throws {
    let project = try ScratchProject(["content/one.md": Self.essay])
    defer { project.remove() }
    let run = try project.galley("check", "content/one.md", "--format", "json")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let claims = try #require(report["claims"] as? [[String: Any]])
    #expect(
      claims.map { $0["kind"] as? String } == [
        "prose", "example", "derivation", "derivation", "example",
      ])
    #expect(claims.compactMap { $0["line"] as? Int } == [7, 10, 17, 19, 24])
    #expect(claims.allSatisfy { $0["verdict"] as? String == "held" })
    let steps = claims.filter { $0["kind"] as? String == "derivation" }
    #expect(steps.allSatisfy { ($0["wrote"] as? String)?.hasPrefix("=") == true })
    let figures = try #require(report["figures"] as? [[String: Any]])
    #expect(figures.map { $0["kind"] as? String } == ["sweep", "figure"])
    #expect(figures.map { $0["frames"] as? Int } == [3, 1])
    #expect(figures[0]["parameter"] as? String == "T")
    #expect(figures[1]["label"] as? String == "fig:bar")
  }

  @Test func bookkeepingStaysWithTheProject() throws {
    let project = try ScratchProject([
      "content/coverage.yml": "a: b\n", "content/list.yaml": "a: b\n",
      "content/data/x.yml": "a: b\n",
    ])
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let files = project.contents(of: "site").keys
    #expect(!files.contains("coverage.yml") && !files.contains("list.yaml"))
    #expect(files.contains("data/x.yml"))
  }

  @Test func roundingIsNotCalledCleanWhereNothingRan() throws {
    let project = try ScratchProject(["content/one.md": "```swift nearest\nlet x = nothing\n```\n"])
    defer { project.remove() }
    let run = try project.galley("check", "--rounding", "content/one.md")
    #expect(run.status == 1)
    #expect(run.output.contains("not judged in full") && !run.output.contains("no claim fails"))
    #expect(!run.errors.contains("is not needed"))
  }
}
