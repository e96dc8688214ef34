// Links lead to something that is part of the site: those of essays, and those of templates.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Testing

@testable import Site
@testable import Typesetting
@testable import Verification

@Suite struct LinkTests {
  private func project() -> Project {
    var project = Project(
      folder: "/nowhere", configuration: Configuration(),
      essays: [
        ("content/index.md", ""), ("content/sub/index.md", ""), ("content/sub/page.md", ""),
      ],
      attachments: ["data/x.csv", "web/index.html", "logo.svg", "sub/own.svg", "e\u{301}.svg"],
      sources: [:])
    project.names = [
      "covered.yml", "data", "data/x.csv", "e\u{301}.svg", "empty", "index.md", "logo.svg", "sub",
      "sub/index.md",
      "sub/own.svg", "sub/page.md", "unreadable.md", "web", "web/index.html",
    ]
    return project
  }

  private func problem(_ destination: String, from path: String = "content/index.md") -> String? {
    let document = parse("[x](\(destination))\n", path: path).value
    let log = LinkCheck.broken(in: [document], LabelIndex(), project())
    return log.diagnostics.first?.message
  }

  @Test(arguments: [
    "sub", "sub/", "sub/index.md", "web/", "./", "data/x.csv", "logo.svg", "unreadable.md",
    "https://example.org/data/", "/data/", "mailto:a@b.c", "\u{E9}.svg", "e\u{301}.svg",
    "%C3%A9.svg",
    "//example.org/sub/", "data:text/plain,sub", "/app/x.html", "/", "sub/?x=1",
    "logo.svg?v=1#part",
  ])
  func leadsSomewhere(_ destination: String) { #expect(problem(destination) == nil) }

  @Test(arguments: [
    ("data/", "leads to the folder content/data, which has no page of its own"),
    ("data", "write content/data/index.md"),
    ("./sub/../data/.", "leads to the folder content/data"),
    ("sub/page.html", "which does not exist: write content/sub/page.md, whose page it is"),
    ("gone.html", "content/gone.html, which does not exist"),
    ("/sub/", "root of the host, which need not be the site’s: write ‘sub/index.md’"),
    ("/sub/page.html#a", "write ‘sub/page.md#a’"), ("/gone.md", "content/ has no ‘gone.md’ either"),
    ("Sub/page.md", "write content/sub/page.md, for servers tell capitals"),
    ("", "has no address"),
    ("..", "leads to the project's folder, and nothing outside"),
    ("../../x.md", "leads to ../x.md, and nothing outside"),
    ("../../../content/index.md", "leads to ../../content/index.md, and nothing outside"),
    ("empty/", "which is not part of the site"), ("gone/", "content/gone, which does not exist"),
    ("covered.yml", "which is not part of the site"),
    ("../galley.yml", "leads to galley.yml, and nothing outside of content/ is part of the site"),
  ])
  func leadsNowhere(_ destination: String, _ words: String) {
    #expect(problem(destination)?.contains(words) == true, "\(problem(destination) ?? "")")
  }

  @Test func aFolderIsItsIndex() {
    let essays = ["content/index.md", "content/sub/index.md", "content/sub/page.md"].map {
      VerifiedEssay(document: parse("# A\n", path: $0).value, claims: [])
    }
    let references = SiteReferences(LabelIndex(), essays, essays.map { _ in TypesetEssay() })
    func address(_ destination: String, on path: String) -> String? {
      SiteFiles.address(destination, on: path, references)
    }
    #expect(address("sub/", on: "content/index.md") == "sub/index.html")
    #expect(address("sub#a", on: "content/index.md") == "sub/index.html#a")
    #expect(address("./", on: "content/sub/page.md") == "index.html")
    #expect(address("../", on: "content/sub/page.md") == "../index.html")
    #expect(address("web/", on: "content/index.md") == nil)
    #expect(address("page.md", on: "content/sub/index.md") == "page.html")
  }

  // MARK: Templates

  private func dead(_ html: String, in template: String = "footer") throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("galley-links-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      atPath: ScratchProject.root + "/templates", toPath: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    if !html.isEmpty {
      try html.write(
        to: folder.appending(path: template + ".mustache"), atomically: true, encoding: .utf8)
    }
    let project = project()
    let paths = SiteFiles.paths(of: project, Assets(files: []))
    return try TemplateLinks.dead(
      in: Templates(directory: folder.path), paths, pages: SiteFiles.pages(of: project)
    ).diagnostics.map { diagnostic in
      #expect(diagnostic.id == .linkBroken && diagnostic.severity == .error)
      return "\(diagnostic.span?.range.lowerBound ?? -1) \(diagnostic.message)"
    }
  }

  @Test(arguments: [
    "", "<a href=\"{{root}}\">", "<a href=\"{{root}}sub/\">", "<img src=\"{{root}}logo.svg?v=1\">",
    "<link href=\"{{root}}assets/style.css\">", "<a href=\"#page.text\">", "<a href=\"/x/y\">",
    "<a href=\"https://example.org/x\">", "<a href=\"{{root}}web\">",
    "<img src=\"{{root}}e%CC%81.svg\">", "<a href=\"mailto:a@b.c\">",
  ])
  func templatesLeadSomewhere(_ html: String) throws { #expect(try dead(html).isEmpty) }

  @Test(arguments: [
    (
      "é <a href=\"{{root}}gone.html\">", "12 this link leads to gone.html, which the site does not"
    ),
    ("<img src=\"logo.svg\">", "10 on sub/index.html this link leads to sub/logo.svg, which"),
    ("<img src=\"own.svg\">", "10 this link leads to own.svg, which the site does not have"),
    ("<a href=\"{{root}}data/\">", "9 this link leads to the folder data, which has no data/index"),
    ("<a href=\"{{root}}../x.html\">", "9 this link leads to ../x.html, which the site does not"),
    ("<img src=\"{{root}}\u{E9}.svg\">", "10 the file that this link leads to has another way of"),
    ("<script src='{{root}}assets/mine.js'>", "13 this link leads to assets/mine.js"),
  ])
  func templatesLeadNowhere(_ html: String, _ words: String) throws {
    let found = try dead(html)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(words) == true, "\(found)")
  }

  /// The home page is in no folder.
  @Test func whatOnlyTheHomePageShowsIsMeantFromThere() throws {
    #expect(try dead("<img src=\"logo.svg\">{{{body}}}", in: "home").isEmpty)
    #expect(try dead("<img src=\"own.svg\">{{{body}}}", in: "home").count == 1)
  }
}
