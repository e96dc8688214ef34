// build --draft: pages are written whatever was found, into a folder that says that it is a draft, and never over a site.

import Foundation
import Testing

@Suite struct DraftBuildTests {
  private static let wrong = [
    "content/one.md": """
    # One

    ## Sums

    Three: 3<!-- = 1 + 1 -->, [gone](gone.md).

    ```swift program=other
    let a: Int = "text"
    a // → 2
    ```

    $$
    \\frac{1
    $$

    """
  ]

  @Test func marksWhatDoesNotHold() throws {
    let project = try ScratchProject(Self.wrong)
    defer { project.remove() }
    let run = try project.galley("build", "--draft")
    #expect(run.status == 1)
    #expect(run.output.contains("wrote \(project.folder)/draft/index.html"))
    #expect(project.text(of: "site/index.html") == nil)
    let page = try #require(project.text(of: "draft/one.html"))
    for part in [
      "<del><mark>3</mark></del> <ins><mark>2</mark></ins>",
      "not publishable: 1 claim refuted, 1 compiler error, 2 other errors",
      "<strong>error:</strong> cannot convert value of type 'String' to specified type 'Int'",
      "<strong>error:</strong> this link leads to content/gone.md", "<code>\\frac{1",
      "href=\"assets/draft.css\"",
    ] { #expect(page.contains(part), "\(part)") }
    let link = #/<a href="#(claim\.3\.[0-9a-f]{6})">line 5</a>: claim refuted: wrote 3, computed 2/#
    let place = try #require(page.firstMatch(of: link)).output.1
    #expect(page.contains("<button id=\"\(place)\" class=\"claim refuted\""))
    // The other page holds, and says nothing.
    #expect(project.text(of: "draft/index.html")?.contains("draft-banner") == false)
    #expect(project.text(of: "draft/assets/draft.css")?.contains(".draft-banner") == true)
    let notice = try #require(project.text(of: "draft/DRAFT.txt"))
    #expect(notice.contains("This folder is a draft") && notice.contains("4 errors were found"))
  }

  /// Where its program does not compile, a sweep has no pictures: what else the page says is shown.
  @Test func aSweepWithoutPicturesIsLeftOut() throws {
    let sweep = """
      # One

      ```swift
      let a: Int = "text"
      ```

      ```swift sweep k in 1...3 3
      Figure("Dots", describing: "One dot.", x: .linear("x", 0...9), y: .linear("y", 0...9)) {
        Points([Double(a)], [k])
      }
      ```

      Figure: One dot that moves.

      """
    let project = try ScratchProject(["content/one.md": sweep])
    defer { project.remove() }
    let run = try project.galley("build", "--draft")
    #expect(run.status == 1)
    let page = try #require(project.text(of: "draft/one.html"))
    #expect(page.contains("cannot convert value of type 'String'"))
    #expect(page.contains("One dot that moves.") && !page.contains("type=\"range\""))
  }

  /// Essays that are not for readers yet are for those who read along.
  @Test func draftsAreAmongThePages() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.write("---\ndraft: true\n---\n\n# Two\n", to: "content/two.md")
    #expect(try project.galley("build", "--draft").status == 0)
    #expect(project.text(of: "draft/two.html")?.contains("Two") == true)
    #expect(try project.galley("build").status == 0)
    #expect(project.text(of: "site/two.html") == nil)
  }

  @Test(arguments: ["serve", "fix"]) func whoRecordsNoFiguresOffersNoOptionForIt(_ command: String)
    throws
  {
    let project = try ScratchProject()
    defer { project.remove() }
    let refused = try project.galley(command, "--update-figures")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("Unknown option '--update-figures'"))
    #expect(try !project.galley(command, "--help").output.contains("update-figures"))
  }

  @Test func takesNoSitesPlace() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let site = project.contents(of: "site")
    let refused = try project.galley("build", "--draft", "--output", "site")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("holds a site that is no draft"))
    #expect(project.contents(of: "site") == site)
    // Where all holds a draft is one all the same; another takes its place, and so does a site.
    #expect(try project.galley("build", "--draft", "--output", "other").status == 0)
    #expect(project.text(of: "other/DRAFT.txt")?.contains("All of it held") == true)
    #expect(try project.galley("build", "--draft", "--output", "other").status == 0)
    #expect(try project.galley("build", "--output", "other").status == 0)
    #expect(project.text(of: "other/DRAFT.txt") == nil)
    #expect(project.text(of: "other/assets/draft.css") == nil)
  }

  @Test func aLibraryThatDoesNotBuildIsSaidOnEveryPage() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.write(
      "title: A test\nlibrary:\n  product: Gone\n  imports: [Gone]\n", to: "galley.yml")
    #expect(try project.galley("build", "--draft").status == 1)
    for page in ["index", "one"] {
      let html = try #require(project.text(of: "draft/\(page).html"))
      #expect(html.contains("not publishable:"))
      #expect(html.contains("Package.swift"))
      #expect(html.contains("claim unjudged"))
    }
  }
}
