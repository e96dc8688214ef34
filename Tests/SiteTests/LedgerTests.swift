// The ledger beside a page, the report for other programs, and files that stay with the project.

import Foundation
import Testing

struct LedgerTests {
  private static let essay = """
    ---
    title: One
    ---

    ## Sums

    Two: 2<!-- = 1 + 1 #fn-1 -->, to [which](#fn-1) this leads.[^note]

    [^note]: Words.

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

  private struct Ledger: Decodable {
    struct Claim: Decodable {
      struct Margin: Decodable { var down, up: Double? }
      var name, kind, wrote, expression, verdict, rule: String
      var anchor, source, computed: String?
      var line: Int
      var margin: Margin?
    }
    struct Judges: Decodable { var compiler, platform, galley: String }
    var essay, page, title, sha256: String
    var held, total: Int
    var judges: Judges
    var claims: [Claim]
  }

  @Test func everyClaimStandsInTheLedgerAndLeadsToItsPlace() throws {
    let settings = "title: A\nrepository: https://github.com/o/n\n"
    let project = try ScratchProject(["content/one.md": Self.essay, "galley.yml": settings])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let page = try #require(project.text(of: "site/one.html"))
    let ledger = try #require(project.text(of: "site/one/ledger.html"))
    let data = try #require(project.text(of: "site/one/ledger.json"))
    let json = try JSONDecoder().decode(Ledger.self, from: Data(data.utf8))
    #expect(json.held == 5 && json.total == 5 && json.page == "one.html" && json.title == "One")
    #expect(json.judges.compiler.contains("Swift version") && !json.judges.platform.isEmpty)
    #expect(json.claims.map(\.line) == [7, 12, 19, 21, 26])
    #expect(Set(json.claims.map(\.name)).count == 5)
    for claim in json.claims {
      let row = try #require(
        ledger.components(separatedBy: "<tr id=\"\(claim.name)\" class=\"held\">").last
      )
      .components(separatedBy: "</tr>")[0]
      #expect(
        claim.source == "https://github.com/o/n/blob/HEAD/content/one.md?plain=1#L\(claim.line)")
      #expect(row.contains("?plain=1#L\(claim.line)\">\(claim.line)</a>"))
      // The hidden example's claim is told and leads nowhere.
      guard let anchor = claim.anchor else {
        #expect(claim.line == 26 && !row.contains("one.html#"))
        continue
      }
      #expect(row.contains("<a href=\"../one.html#\(anchor)\">"))
      #expect(page.components(separatedBy: " id=\"\(anchor)\"").count == 2, "\(anchor)")
      #expect(
        page.contains("<a href=\"one/ledger.html#\(claim.name)\">All claims of this page</a>"))
    }
    // An author's name is the claim's, and the footnote's id gives way.
    #expect(json.claims[0].name == "fn-1" && page.contains("<button id=\"fn-1\""))
    #expect(page.contains("<a href=\"#fn-1\">which</a>") && page.contains("id=\"_fn-1\""))
    #expect(json.claims[3].name == "eq:root" && json.claims[2].name.hasPrefix("line."))
    #expect(json.claims[0].margin?.down == 0 && json.claims[2].margin?.down == nil)
    #expect(ledger.contains("line 2 of derivation 1") && !ledger.contains("sqrt"))
    #expect(page.contains("<a class=\"badge held\" href=\"one/ledger.html\">"))
    #expect(page.contains("<small class=\"condition\">± 10⁻¹⁰</small>"))
    #expect(page.contains("<dt>Judged by</dt><dd>Swift "))
    // For a README there is a picture: of each essay, and of the site.
    #expect(project.text(of: "site/one/badge.svg")?.contains("5 of 5 claims hold") == true)
    #expect(project.text(of: "site/badge.svg")?.contains("6 of 6 claims hold") == true)
    #expect(!data.contains(project.folder) && !ledger.contains(project.folder))
  }

  /// What stands there already is not lost, and is told before anything runs.
  @Test func aFileInTheLedgersPlaceIsRefused() throws {
    let project = try ScratchProject([
      "content/one/ledger.md": "# Mine\n", "content/badge.svg": "<svg/>",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "content/one/ledger.md: error: this file would take the place of what lists the claims of ‘one.md’"
      ))
    try project.delete("content/one/ledger.md")
    #expect(try project.galley("build").status == 0)
    #expect(project.text(of: "site/badge.svg") == "<svg/>")
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
    #expect(claims.compactMap { $0["line"] as? Int } == [7, 12, 19, 21, 26])
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
