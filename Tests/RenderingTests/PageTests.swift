import Foundation
import Testing

@testable import Rendering

/// Pages made with the repository's own templates.
@Suite struct PageTests {
  private let templates: Templates
  private let site = SiteMap(
    title: "Softmax & friends", summary: "On one function.", author: "A <b>", language: "en-GB",
    essays: [
      .init(
        path: "one.html", title: "One", summary: "First.", date: "2026-02-03",
        claims: ClaimTally(held: 41, total: 41)),
      .init(path: "deep/two.html", title: "Two", claims: ClaimTally(held: 1, total: 1)),
      .init(path: "three.html", title: "Three"),
    ])

  /// A tick says that something was verified; nothing else is drawn as one.
  @Test func onlyMarksAreDrawnAsTicks() {
    let rules = templates.styleSheet.split(separator: "}").filter { $0.contains("var(--tick)") }
    #expect(!rules.isEmpty)
    for rule in rules {
      let selector = rule.split(separator: "{").first ?? ""
      #expect(selector.contains(".tick") || selector.contains(".held"), "\(selector)")
    }
  }

  init() throws { templates = try Templates(directory: TemplatesTests.own.path) }

  private func render(_ page: PageContent) -> String { templates.render(page, in: site) }

  @Test func textIsEscapedAndTheBodyIsNot() {
    let html = render(
      PageContent(
        path: "one.html", title: "a < b & \"c\"", summary: "'<\u{301}script>'",
        bodyHTML: "<p id=\"x\">&amp;</p>"))
    #expect(html.contains("<h1>a &lt; b &amp; &quot;c&quot;</h1>"))
    #expect(html.contains("<p id=\"x\">&amp;</p>"))
    // With an accent after it, `<` is not the character that Mustache looks for.
    #expect(html.contains("content=\"&#39;&lt;\u{301}script&gt;&#39;\""))
    #expect(html.contains("<meta name=\"author\" content=\"A &lt;b&gt;\">"))
    #expect(html.contains("<title>a &lt; b &amp; &quot;c&quot; · Softmax &amp; friends</title>"))
  }

  @Test func theBodyKeepsEveryByte() {
    let body = "<pre>\n  {{title}}\n\tx\n\n</pre>\n  {{> head}}"
    #expect(render(PageContent(path: "one.html", title: "T", bodyHTML: body)).contains(body))
  }

  @Test func linksAreRelative() {
    let html = render(
      PageContent(path: "deep/two.html", title: "Two", bodyHTML: "", hasMath: true))
    #expect(html.contains("href=\"../assets/style.css\""))
    #expect(html.contains("href=\"../assets/katex.min.css\""))
    #expect(html.contains("href=\"../assets/fonts/KaTeX_Main-Regular.woff2\""))
    #expect(html.contains("<a class=\"name\" href=\"../index.html\">"))
    #expect(html.contains("<a href=\"../deep/two.html\" aria-current=\"page\">Two</a>"))
    for scheme in ["http://", "https://", "href=\"/", "src="] {
      // The namespace of the icon is a name, not an address that anything is loaded from, and the script is the site's own.
      let loaded = html.replacingOccurrences(of: "xmlns='http://www.w3.org/2000/svg'", with: "")
        .replacingOccurrences(of: "src=\"../assets/reading.js\"", with: "")
      #expect(!loaded.contains(scheme))
    }
  }

  @Test func withoutFormulasThereIsNoKaTeX() {
    let html = render(PageContent(path: "one.html", title: "One", bodyHTML: ""))
    #expect(!html.lowercased().contains("katex"))
  }

  @Test func neighboursFollowTheOrderOfTheEssays() {
    let html = render(PageContent(path: "deep/two.html", title: "Two", bodyHTML: ""))
    #expect(html.contains("rel=\"prev\" href=\"../one.html\""))
    #expect(html.contains("rel=\"next\" href=\"../three.html\""))
    let first = render(PageContent(path: "one.html", title: "One", bodyHTML: ""))
    #expect(!first.contains("rel=\"prev\""))
    #expect(first.contains("rel=\"next\" href=\"deep/two.html\""))
  }

  private let inSections = SiteMap(
    title: "S",
    groups: [
      .init(essays: [.init(path: "one.html", title: "One")]),
      .init(
        title: "Parts & wholes",
        essays: [.init(path: "a.html", title: "A"), .init(path: "b.html", title: "B")]),
      .init(essays: [.init(path: "two.html", title: "Two")]),
      .init(
        title: "Odd", isAside: true,
        essays: [
          .init(path: "odd/index.html", title: "Odd"), .init(path: "odd/x.html", title: "X"),
          .init(path: "odd/y.html", title: "Y"),
        ]),
    ])

  private func ways(_ path: String) -> [String] {
    let (previous, next) = inSections.neighbours(of: path)
    return [previous?.path ?? "", next?.path ?? ""]
  }

  /// Sections stand in the line of reading, but for those aside.
  @Test func aSectionAsideIsALineOfItsOwn() {
    #expect(ways("one.html") == ["", "a.html"])
    #expect(ways("a.html") == ["one.html", "b.html"])
    #expect(ways("b.html") == ["a.html", "two.html"])
    #expect(ways("two.html") == ["b.html", ""])
    #expect(ways("odd/index.html") == ["", "odd/x.html"])
    #expect(ways("odd/y.html") == ["odd/x.html", ""])
    #expect(ways("none.html") == ["", ""])
  }

  @Test func sectionsAreNamedInTheMenuOnTheHomePageAndOnTheirPages() throws {
    func html(_ path: String) -> String {
      templates.render(PageContent(path: path, title: "T", bodyHTML: ""), in: inSections)
    }
    let menu = try #require(html("b.html").components(separatedBy: "</nav>").first)
    let places = [
      "one.html", "Parts &amp; wholes", "a.html", "two.html", "odd/index.html", "odd/x.html",
    ]
    .map { menu.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(menu.contains("<p class=\"section\">Parts &amp; wholes</p>"))
    // The page that speaks for a section is its heading's aim, and not listed twice.
    #expect(menu.contains("<p class=\"section\"><a href=\"odd/index.html\">Odd</a></p>"))
    #expect(menu.components(separatedBy: "odd/index.html").count == 2)
    #expect(html("b.html").contains("<p class=\"section\">Parts &amp; wholes</p>\n<h1>"))
    #expect(
      html("odd/x.html").contains(
        "<p class=\"section\"><a href=\"../odd/index.html\">Odd</a></p>\n<h1>"))
    for path in ["one.html", "odd/index.html"] {
      #expect(!html(path).contains("</p>\n<h1>"), "\(path)")
    }
    #expect(
      html("odd/index.html").contains(
        "<a href=\"../odd/index.html\" aria-current=\"page\">Odd</a></p>"))
    let home = html("index.html")
    #expect(home.contains("<h2 class=\"section\">Parts &amp; wholes</h2>"))
    #expect(home.contains("<h2 class=\"section\"><a href=\"odd/index.html\">Odd</a></h2>"))
    #expect(home.contains("<h3><a href=\"odd/x.html\">X</a></h3>"))
    #expect(home.contains("<h2><a href=\"two.html\">Two</a></h2>"))
    #expect(home.contains("in-section aside"))
  }

  @Test func aHeadingOfTheTextIsTheTitleWhenThereIsOne() {
    let own = PageContent.Heading(level: 1, anchor: "mine", html: "Mine")
    let html = render(
      PageContent(path: "one.html", title: "T", bodyHTML: "<h1>Mine</h1>", headings: [own]))
    #expect(!html.contains("<h1>T</h1>"))
    #expect(html.contains("<title>T · "))
  }

  @Test func contentsNestTwoLevels() {
    let headings: [PageContent.Heading] = [
      .init(level: 3, anchor: "early", html: "Early"),
      .init(level: 2, anchor: "a", html: "<em>A</em>"),
      .init(level: 3, anchor: "b", html: "B"),
      .init(level: 4, anchor: "c", html: "C"),
    ]
    let html = render(
      PageContent(path: "one.html", title: "T", bodyHTML: "", headings: headings))
    let list = """
      <ol>
      <li><a href="#early">Early</a>
      </li>
      <li><a href="#a"><em>A</em></a>
      <ol>
      <li><a href="#b">B</a></li>
      </ol>
      </li>
      </ol>
      """
    #expect(html.contains(list))
    let one = render(
      PageContent(path: "one.html", title: "T", bodyHTML: "", headings: [headings[1]]))
    #expect(!one.contains("class=\"contents\""))
  }

  @Test(arguments: [
    (41, 41, "held\" href=\"one/ledger.html\"", "41 of 41 claims hold"),
    (1, 1, "held\" href=\"one/ledger.html\"", "1 of 1 claim holds"),
    (1, 2, "refuted\" href=\"one/ledger.html\"", "1 of 2 claims holds"),
  ])
  func theBadgeCounts(_ held: Int, _ total: Int, _ start: String, _ words: String) {
    let html = render(
      PageContent(
        path: "one.html", title: "T", bodyHTML: "", claims: ClaimTally(held: held, total: total),
        ledger: "one/ledger.html"))
    #expect(html.contains("<a class=\"badge \(start)>"))
    #expect(html.contains("\(words)</a>"))
  }

  @Test func aPageWithoutClaimsHasNoBadge() {
    let html = render(PageContent(path: "three.html", title: "T", bodyHTML: ""))
    #expect(!html.contains("class=\"badge"))
  }

  /// What an essay lacks must not be filled in from the page that lists it.
  @Test func theHomePageListsEachEssayWithItsOwn() throws {
    let html = render(
      PageContent(
        path: "index.html", title: site.title, summary: "Of the site.", bodyHTML: "",
        claims: ClaimTally(held: 42, total: 42)))
    let list = try #require(html.components(separatedBy: "table-of-essays").last)
    let items = list.components(separatedBy: "<li>").dropFirst()
    #expect(items.count == 3)
    #expect(items.first?.contains("<time datetime=\"2026-02-03\">3 February 2026</time>") == true)
    #expect(items.first?.contains("41 of 41 claims hold") == true)
    #expect(items.last?.contains("Of the site.") == false)
    #expect(items.last?.contains("badge") == false)
    #expect(html.contains("<title>Softmax &amp; friends</title>"))
  }

  @Test func twoBuildsGiveTheSameBytes() throws {
    let page = PageContent(
      path: "one.html", title: "One", summary: "S", date: "2026-02-03", bodyHTML: "<p>x</p>",
      headings: [.init(level: 2, anchor: "a", html: "A"), .init(level: 2, anchor: "b", html: "B")],
      claims: ClaimTally(held: 2, total: 3), ledger: "l", hasMath: true)
    let again = try Templates(directory: TemplatesTests.own.path)
    #expect(Array(render(page).utf8) == Array(again.render(page, in: site).utf8))
  }

  @Test func noBracesAreLeft() {
    let page = PageContent(path: "one.html", title: "One", bodyHTML: "")
    for html in [render(page), render(PageContent(path: "index.html", title: "H", bodyHTML: ""))] {
      #expect(!html.contains("{{"))
      #expect(!html.contains("Optional("))
      #expect(!html.contains("nil"))
    }
  }
}

@Suite struct SiteMapTests {
  @Test(arguments: [
    ("a.html", "b.html", "b.html"), ("x/a.html", "b.html", "../b.html"),
    ("x/y/a.html", "x/b.html", "../../x/b.html"), ("a.html", "é b.html", "%C3%A9%20b.html"),
    ("a.html", "a:b.html", "a%3Ab.html"),
  ])
  func linksWorkFromAnyFolder(_ page: String, _ target: String, _ link: String) {
    #expect(SiteMap.link(from: page, to: target) == link)
  }

  @Test func datesThatAreNoDatesAreLeftAlone() {
    #expect(DateView("soon", .english).text == "soon")
    #expect(DateView("2026-13-01", .english).text == "2026-13-01")
    #expect(DateView("2026-02-03", Languages.own["de"]).text == "3. Februar 2026")
    #expect(DateView("2026-02-03", Languages.own["ja"]).text == "2026-02-03")
  }
}
