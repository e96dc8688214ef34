import Foundation
import Testing

@testable import Rendering

/// What pages lead to: everything on a small site, what is near on a large one.
@Suite struct NavigationTests {
  private let templates: Templates

  init() throws { templates = try Templates(directory: TemplatesTests.own.path) }

  private func site(_ sections: Int, of count: Int) -> SiteMap {
    SiteMap(
      title: "S",
      groups: (0..<sections).map { section in
        .init(
          title: "Part \(section)",
          essays: (0..<count).map {
            .init(path: "s\(section)/e\($0).html", title: "E \(section) \($0)")
          })
      })
  }

  private func html(_ path: String, _ site: SiteMap) -> String {
    templates.render(PageContent(path: path, title: "T", bodyHTML: ""), in: site)
  }

  private func menu(_ path: String, _ site: SiteMap) -> String {
    html(path, site).components(separatedBy: "</nav>")[0]
  }

  @Test func aSmallSiteShowsAll() {
    let menu = menu("s1/e2.html", site(3, of: 4))
    #expect(menu.components(separatedBy: "<li>").count == 13)
    #expect(menu.components(separatedBy: "find.html").count == 2, "the search, and nothing else")
  }

  @Test func aLargeSiteShowsSectionsAndWhatIsNear() {
    let site = site(4, of: 9)
    let menu = menu("s2/e4.html", site)
    for title in 0..<4 where title != 2 {
      #expect(
        menu.contains("<a href=\"../find.html#section.\(title + 1)\">Part \(title)</a>"))
    }
    #expect(menu.components(separatedBy: "<li>").count == 10)
    #expect(menu.contains(">E 2 0</a>") && menu.contains(">E 2 8</a>") && !menu.contains("E 1 0"))
    #expect(menu.contains("<a href=\"../find.html\">All pages</a>"))
    // The home page lists everything all the same.
    #expect(html("index.html", site).contains(">E 3 8</a>"))
    #expect(html("index.html", site).contains("<h2 class=\"section\">Part 3</h2>"))
  }

  @Test func aPageDoesNotGrowWithTheSite() {
    let small = menu("s30/e50.html", site(60, of: 60))
    let large = menu("s30/e50.html", site(90, of: 600))
    #expect(large.utf8.count < small.utf8.count + 200)
    #expect(small.contains(">E 30 49</a>") && small.contains(">E 30 51</a>"))
    #expect(small.contains("Part 29</a>") && small.contains("Part 31</a>"))
  }

  @Test func theListOfAllPagesHasThemAllWithTheirSections() {
    var page = PageContent(
      indexOf: site(2, of: 2),
      [
        "s0/e1.html": [
          .init(level: 2, anchor: "a b", html: "A &amp; b"),
          .init(level: 3, anchor: "c", html: "C"),
        ]
      ],
      Languages.own["en"])
    #expect(page.path == "find.html" && page.title == "All pages" && !page.hasMath)
    #expect(page.bodyHTML.contains("<h2 id=\"section.2\">Part 1</h2>"))
    #expect(page.bodyHTML.contains("<a href=\"s0/e1.html#a%20b\">A &amp; b</a>"))
    #expect(!page.bodyHTML.contains(">C<"))
    #expect(page.headings.map(\.anchor) == ["section.1", "section.2"])
    page = PageContent(indexOf: site(1, of: 2), [:], Languages.own["de"])
    #expect(page.title == "Alle Seiten" && !page.bodyHTML.contains("<li><ol>"))
  }
}
