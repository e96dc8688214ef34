import Diagnostics
import Foundation
import Testing

@testable import Rendering

/// Reading templates: what is missing or broken is named, with its file and its line.
@Suite struct TemplatesTests {
  /// A folder with the repository's own templates, changed as a test wants it.
  private func templates(_ change: (URL) throws -> Void = { _ in }) throws -> Templates {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-templates-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.own, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try change(folder)
    return try Templates(directory: folder.path)
  }

  static let own = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("templates")

  private func failure(_ change: (URL) throws -> Void) throws -> TemplateFailure {
    try #require(throws: TemplateFailure.self) { try templates(change) }
  }

  @Test func ownTemplatesAreSound() throws {
    #expect(try !templates().styleSheet.isEmpty)
  }

  static let files = [
    "page.mustache", "home.mustache", "head.mustache", "header.mustache", "footer.mustache",
    "contents.mustache", "neighbours.mustache", "badge.mustache", "entry.mustache", "style.css",
    "sweep.js", "previews.js", "reading.js", "search.js", "draft.css",
  ]

  private static let page = PageContent(path: "a.html", title: "A", bodyHTML: "<p>a</p>")
  private static let site = SiteMap(title: "S", essays: [])

  @Test(arguments: files)
  func aMissingFileIsGalleysOwn(_ file: String) throws {
    let own = try templates()
    let found = try templates {
      try FileManager.default.removeItem(at: $0.appending(path: file))
    }
    #expect(found.render(Self.page, in: Self.site) == own.render(Self.page, in: Self.site))
    #expect(found.styleSheet == own.styleSheet)
    #expect(found.scripts == own.scripts)
  }

  /// Without the folder too; and one file of the author's own goes with Galley's others.
  @Test func anAuthorBringsWhatHeWants() throws {
    let own = try templates()
    let none = try templates { try FileManager.default.removeItem(at: $0) }
    #expect(none.render(Self.page, in: Self.site) == own.render(Self.page, in: Self.site))
    let one = try templates {
      try FileManager.default.removeItem(at: $0)
      try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
      try "<p>only mine</p>".write(
        to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
    }
    #expect(one.render(Self.page, in: Self.site).contains("<p>only mine</p>"))
    #expect(one.styleSheet == own.styleSheet)
  }

  @Test func aThemeStandsBehindTheStyleSheet() throws {
    let own = try templates()
    let themed = try templates {
      try "a { color: red }".write(
        to: $0.appending(path: "theme.css"), atomically: true, encoding: .utf8)
    }
    #expect(themed.styleSheet == own.styleSheet + "\na { color: red }")
    let failure = try failure {
      try FileManager.default.createSymbolicLink(
        at: $0.appending(path: "theme.css"), withDestinationURL: $0.appending(path: "gone.css"))
    }
    #expect(failure.diagnostics.map(\.span?.path) == ["templates/theme.css"])
  }

  /// A file that is there and cannot be read is not passed over for Galley's own.
  @Test func whatLeadsNowhereIsNamed() throws {
    let failure = try failure {
      let file = $0.appending(path: "style.css")
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createSymbolicLink(
        at: file, withDestinationURL: $0.appending(path: "gone.css"))
      try "{{> mine}}".write(
        to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
    }
    #expect(failure.diagnostics.map(\.id) == [.fileUnreadable, .fileUnreadable])
    #expect(
      failure.diagnostics.map(\.span?.path) == ["templates/style.css", "templates/mine.mustache"])
    #expect(failure.diagnostics.first?.notes.first?.text.contains("restore it") == true)
  }

  @Test func aFileInTheFoldersPlaceIsNamed() throws {
    let failure = try failure {
      try FileManager.default.removeItem(at: $0)
      try Data().write(to: $0)
    }
    #expect(failure.diagnostics.allSatisfy { $0.id == .fileUnreadable })
    #expect(failure.diagnostics.contains { $0.span?.path == "templates/page.mustache" })
  }

  @Test(arguments: [
    ("{{#summary}}\n", "a section is not closed"),
    ("a\n{{#summary}}x{{/title}}\n", "a section is closed by another name"),
    ("\n\n{{title\n", "a tag is not closed"),
    ("{{> footer}}", "includes itself without an end: footer, footer"),
    ("{{> page}}", "includes itself without an end: "),
    ("{{>*title}}", "write its name"),
  ])
  func aBrokenTemplateIsNamed(_ text: String, _ reason: String) throws {
    let failure = try failure {
      try text.write(to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
    }
    let diagnostic = try #require(failure.diagnostics.first)
    #expect(failure.diagnostics.count == 1)
    #expect(diagnostic.id == .templateUnparsable)
    #expect(diagnostic.span?.path == "templates/footer.mustache")
    #expect(diagnostic.message.contains(reason), "\(diagnostic.message)")
  }

  @Test(arguments: [
    ("{{titel}}", "‘titel’ is no name that is known at this place; the nearest is ‘title’"),
    ("{{{boddy}}}", "the nearest is ‘body’"),
    ("{{& siteTitel }}", "the nearest is ‘siteTitle’"),
    ("{{#gone}}x{{/gone}}", "‘gone’ is no name"), ("{{^gone}}x{{/gone}}", "‘gone’ is no name"),
    // What is known elsewhere, and not here.
    ("{{iso}}", "‘iso’ is no name"),
    ("{{#date}}x{{/date}}{{iso}}", "‘iso’ is no name"),
    ("{{#essays}}{{#neighbours}}{{links}}{{/neighbours}}{{/essays}}", "the nearest is ‘link’"),
    ("{{#badge}}{{.title}}{{/badge}}", "‘title’ is no name"),
    ("{{date.isso}}", "‘isso’ is no name within ‘date.isso’; the nearest is ‘iso’"),
    ("{{uppercase(title)}}", "the nearest is ‘uppercased’"),
    ("{{=<% %>=}}<%titel%>", "the nearest is ‘title’"),
    ("{{<mine}}{{$block}}{{titel}}{{/block}}{{/mine}}", "the nearest is ‘title’"),
  ])
  func anUnknownNameIsFoundAtItsPlace(_ text: String, _ reason: String) throws {
    let failure = try failure {
      try "\n\(text)".write(
        to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
      try "{{$block}}{{/block}}".write(
        to: $0.appending(path: "mine.mustache"), atomically: true, encoding: .utf8)
    }
    let diagnostic = try #require(failure.diagnostics.first)
    // In the home page as well as in the essays', and told once.
    #expect(failure.diagnostics.count == 1)
    #expect(diagnostic.id == .templateUnknownName)
    #expect(diagnostic.message.contains(reason), "\(diagnostic.message)")
    let span = try #require(diagnostic.span)
    let place = failure.sources[span.path]?.position(of: span.range.lowerBound)
    #expect(span.path == "templates/footer.mustache" && place?.line == 2)
  }

  @Test func aNameMeansWhatTheSectionsAroundItMake() throws {
    _ = try templates {
      try """
      {{uppercased(title)}} {{title.count}} {{#isHome}}{{.siteTitle}}{{/isHome}}
      {{#essays}}{{^first()}}, {{/first()}}{{.link}} {{siteTitle}} {{> mine}}{{/essays}}
      {{#first(essays)}}{{> mine}}{{/first(essays)}} {{badge.held}} {{date.iso}}
      {{<page-of-mine}}{{$block}}{{link}}{{iso}}{{/block}}{{/page-of-mine}}
      """.replacing(" {{title.count}}", with: "").write(
        to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
      try "{{#date}}{{iso}}{{/date}} {{isCurrent}}".write(
        to: $0.appending(path: "mine.mustache"), atomically: true, encoding: .utf8)
      try "{{#essays}}{{$block}}{{/block}}{{/essays}}".write(
        to: $0.appending(path: "page-of-mine.mustache"), atomically: true, encoding: .utf8)
    }
  }

  /// What a name within stands for is known only from a page that has it.
  @Test func theSamplePageHasEverything() {
    let leaves = ["author", "address", "summary", "mathStyle"]
    let page = TemplateNames.page
    for name in ["date", "badge", "contents", "essays", "neighbours"] {
      #expect(page.children[name]?.children.isEmpty == false, "\(name)")
    }
    for name in leaves { #expect(page.children[name]?.children.isEmpty == true) }
    #expect(
      page.children["neighbours"]?.children["next"]?.children["badge"]?.children["held"] != nil)
    let sections = page.children["contents"]?.children["sections"]
    #expect(sections?.children["children"]?.children["anchor"] != nil)
    #expect(page.children["showsTitle"]?.isFlag == true && page.children["title"]?.isFlag == false)
  }

  @Test func linksAreFoundWhereTheyAreWritten() throws {
    let templates = try templates {
      try """
      <a href="a.html">é</a><img SRC = 'b.svg'> <a href={{root}}c.html>c</a>
      <a class="x" href="{{{root}}}d/?q=1&amp;r#e">d</a>
      <!-- <a href="f.html"> --> {{! <a href="g.html"> }} <a data-href="h.html">
      <a href="{{home}}">i</a> <a href="{{root}}{{title}}">j</a> x href="k.html"
      """.write(to: $0.appending(path: "neighbours.mustache"), atomically: true, encoding: .utf8)
    }
    let links = templates.links.filter { $0.span.path == "templates/neighbours.mustache" }
    #expect(links.map(\.destination) == ["a.html", "b.svg", "c.html", "d/?q=1&r#e", "k.html"])
    #expect(links.map(\.isFromRoot) == [false, false, true, true, false])
    #expect(links.allSatisfy { $0.isOnEssays && !$0.isOnHome })
    #expect(links.first?.span.range == 9..<15)
  }

  /// The pragma before each template must move no line and no column of what follows it.
  @Test func theLineOfAnErrorIsTheFilesOwn() throws {
    let text = "<p>\n\n{{#summary}}x{{/title}}\n</p>\n"
    let failure = try failure {
      try text.write(to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
    }
    let span = try #require(failure.diagnostics.first?.span)
    let source = try #require(failure.sources[span.path])
    #expect(source.position(of: span.range.lowerBound).line == 3)
  }

  @Test func allThatIsWrongIsSaidAtOnce() throws {
    let failure = try failure {
      try "{{> gone}}".write(
        to: $0.appending(path: "head.mustache"), atomically: true, encoding: .utf8)
      try Data([0xFF, 0xFE]).write(to: $0.appending(path: "style.css"))
      try "{{#a}}".write(
        to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
    }
    #expect(
      Set(failure.diagnostics.compactMap(\.span?.path)) == [
        "templates/gone.mustache", "templates/style.css", "templates/footer.mustache",
      ])
  }

  @Test func anAuthorsOwnPartialIsRead() throws {
    let templates = try templates {
      try "{{> mine }}".write(
        to: $0.appending(path: "footer.mustache"), atomically: true, encoding: .utf8)
      try "<p>{{siteTitle}}, mine</p>".write(
        to: $0.appending(path: "mine.mustache"), atomically: true, encoding: .utf8)
    }
    let page = PageContent(path: "a.html", title: "A", bodyHTML: "")
    let html = templates.render(page, in: SiteMap(title: "S", essays: []))
    #expect(html.contains("<p>S, mine</p>"))
  }
}
