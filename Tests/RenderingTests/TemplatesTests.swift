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
    "contents.mustache", "neighbours.mustache", "badge.mustache", "style.css", "sweep.js",
    "previews.js",
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
