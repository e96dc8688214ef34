import Foundation
import Testing

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What pages and sites tell machines, and how people cite them.
@Suite struct MachineTests {
  private let templates: Templates

  init() throws { templates = try Templates(directory: TemplatesTests.own.path) }

  private func site(_ address: String? = "https://example.org/essays/") -> SiteMap {
    SiteMap(
      title: "Sums & parts", summary: "On <sums>", author: "The authors", language: "en-GB",
      address: address,
      essays: [
        .init(
          path: "a b/one.html", title: "One < two", summary: "A \"b\" </script>", date: "2026-02-03"
        ),
        .init(path: "two.html", title: "Two"),
        .init(path: "three.html", title: "Three", date: "2026-05-01"),
      ])
  }

  private func page() -> PageContent {
    var page = PageContent(
      path: "a b/one.html", title: "One < two", summary: "A \"b\" </script>", date: "2026-02-03",
      bodyHTML: "")
    page.card = "assets/cards/one.png"
    page.tags = ["sums", "x"]
    return page
  }

  @Test func aPageTellsWhatItIs() throws {
    let html = templates.render(page(), in: site())
    for line in [
      "<link rel=\"canonical\" href=\"https://example.org/essays/a%20b/one.html\">",
      "<meta property=\"og:title\" content=\"One &lt; two\">",
      "<meta property=\"og:url\" content=\"https://example.org/essays/a%20b/one.html\">",
      "<meta property=\"og:image\" content=\"https://example.org/essays/assets/cards/one.png\">",
      "<meta property=\"og:locale\" content=\"en_GB\">",
      "type=\"application/atom+xml\" title=\"Sums &amp; parts\" href=\"https://example.org/essays/feed.xml\">",
    ] { #expect(html.contains(line), "\(line)") }
    let start = try #require(html.range(of: "<script type=\"application/ld+json\">")?.upperBound)
    let end = try #require(html[start...].range(of: "</script>")?.lowerBound)
    let data = try JSONSerialization.jsonObject(with: Data(html[start..<end].utf8))
    let fields = try #require(data as? [String: Any])
    #expect(fields["headline"] as? String == "One < two")
    #expect(fields["description"] as? String == "A \"b\" </script>")
    #expect(fields["datePublished"] as? String == "2026-02-03")
    #expect(fields["keywords"] as? String == "sums, x")
    #expect((fields["isPartOf"] as? [String: String])?["name"] == "Sums & parts")
  }

  @Test func withoutAnAddressThereIsNothingThatNeedsOne() {
    let html = templates.render(page(), in: site(nil))
    for word in ["og:", "ld+json", "canonical", "atom"] { #expect(!html.contains(word)) }
    #expect(site(nil).feed == nil && site(nil).robots == nil && site(nil).sitemap == nil)
    #expect(site(nil).notFoundPage(.english) == nil)
    #expect(html.contains("<p>The authors (2026). One &lt; two. Sums &amp; parts.</p>"))
  }

  @Test func theFeedBeginsWithTheNewest() throws {
    let feed = try #require(site().feed)
    let parser = XMLParser(data: Data(feed.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let three = try #require(feed.range(of: "<title>Three</title>"))
    let one = try #require(feed.range(of: "<title>One &lt; two</title>"))
    #expect(three.lowerBound < one.lowerBound && !feed.contains("<title>Two</title>"))
    #expect(feed.contains("<updated>2026-05-01T00:00:00Z</updated>\n<author>"))
    #expect(feed.contains("<id>https://example.org/essays/a%20b/one.html</id>"))
    var undated = site()
    undated = SiteMap(
      title: "S", address: undated.address, essays: [.init(path: "x.html", title: "X")])
    #expect(undated.feed == nil)
  }

  /// It is shown in whatever folder somebody looked for a page.
  @Test func theLostFindTheirWayFromAnyFolder() throws {
    let page = try #require(site().notFoundPage(Languages.own["de"]))
    #expect(
      page.contains("href=\"/essays/assets/style.css\"")
        && page.contains("href=\"/essays/find.html\""))
    #expect(page.contains("<h1>Diese Seite gibt es nicht</h1>"))
    #expect(
      try #require(site("https://example.org/").notFoundPage(.english)).contains(
        "href=\"/find.html\""))
    #expect(site().robots?.hasSuffix("Sitemap: https://example.org/essays/sitemap.xml\n") == true)
  }

  @Test func aPageIsCited() {
    var citation = PageCitation(
      title: "50% & {more}", authors: ["Ada Lovelace", "Charles Babbage"], siteAuthor: "Nobody",
      siteTitle: "Notes", date: "1843-09-01", address: "https://example.org/a_b.html",
      path: "deep/a_b.html", language: .english)
    #expect(
      citation.sentence
        == "Ada Lovelace and Charles Babbage (1843). 50% & {more}. Notes. https://example.org/a_b.html"
    )
    #expect(
      citation.bibTeX == """
        @misc{lovelace-1843-deep-a-b,
          author = {Ada Lovelace and Charles Babbage},
          title = "{50\\% \\& \\{more\\}}",
          year = {1843},
          howpublished = {Notes},
          url = {https://example.org/a_b.html}
        }
        """)
    citation.authors = []
    citation.siteAuthor = "The École"
    citation.date = nil
    #expect(citation.sentence.hasPrefix("The École. 50%"))
    #expect(citation.bibTeX.hasPrefix("@misc{ecole-deep-a-b,\n  author = \"{The École}\","))
  }

  @Test func aStyleSheetThatAsksTheSystemHasNoSwitch() throws {
    let page = PageContent(path: "two.html", title: "Two", bodyHTML: "")
    #expect(templates.render(page, in: site()).contains("<button class=\"theme\""))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-theme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "@media (prefers-color-scheme: dark) { :root { --paper: #000; } }".write(
      to: folder.appending(path: "theme.css"), atomically: true, encoding: .utf8)
    let old = try Templates(directory: folder.path).render(page, in: site())
    #expect(!old.contains("class=\"theme\"") && !old.contains("localStorage"))
  }

  @Test func styleSheetsLoseWhatNobodyReads() {
    #expect(
      compactCSS(
        "/* a */ a ,\n  b > c {\n  color: red; /* why */\n}\n\n@media (x) {\n  a { b: \"/* {  */\"; }\n}\n"
      )
        == "a,b > c{color: red;}@media (x){a{b: \"/* {  */\";}}")
    #expect(
      compactCSS("a/* x */b") == "a b"
        && compactCSS("a { b: url('x;  y') }") == "a{b: url('x;  y')}")
  }

  @Test func aCardHasTitleBadgeAndPicture() {
    let card = SocialCard(
      title: "A long title & many words that take several lines of the card", siteTitle: "S <1>",
      badge: "3 of 3 claims hold",
      picture:
        "<svg viewBox=\"0 0 480 300\" role=\"img\"><path class=\"figure-line series-1\" d=\"M0 0\"/></svg>"
    )
    let svg = card.svg
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(svg.contains("viewBox=\"0 0 480 300\" overflow=\"visible\"><path class=\"figure-line"))
    #expect(
      svg.contains(">3 of 3 claims hold<") && svg.contains(">S &lt;1&gt;<")
        && svg.contains("&amp;"))
    #expect(svg.components(separatedBy: "class=\"title\"").count > 3)
    #expect(!svg.contains("var("))
  }
}
