// Names that mean something in an address: whatever a file is called, every link to it leads to it, from each
// place that writes one.

import Foundation
import Testing

@testable import Rendering
@testable import Site

@Suite struct OddNameTests {
  /// Composed and decomposed, so that each is linked to in the other form.
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  static let names = [
    "what? is#it", "100%", "100%25", "a b", "x+y&z=1", "it's (not) [it]", "a:b", "quo\"te",
    "back\\slash", "<tag>", "semi;colon,@$!*", "\u{65E5}\u{672C}", "~tilde_", "new\nline",
    "%2e%2e", "a{{b}}", decomposed, "na\u{EF}ve", "sub dir?/deep#er/in", "sub dir?/index",
  ]

  @Test(arguments: [
    ("what? is#it.html", "what%3F%20is%23it.html"), ("100%.html", "100%25.html"),
    ("100%25.html", "100%2525.html"), ("a:b.html", "a%3Ab.html"), ("~a-b_c.d", "~a-b_c.d"),
    ("sub dir?/x.html", "sub%20dir%3F/x.html"), ("\u{E9}.html", "%C3%A9.html"),
    ("e\u{301}.html", "e%CC%81.html"), ("a\\b.html", "a%5Cb.html"), ("a/\u{301}b", "a/%CC%81b"),
  ])
  func pathsAreEncodedByParts(_ path: String, _ address: String) {
    #expect(SiteFiles.relative(path, from: "index.html") == address)
    #expect(SiteFiles.relative(path, from: "p q/index.html") == "../" + address)
    #expect(SiteMap.link(from: "index.html", to: path) == address)
  }

  /// A site of pages and pictures with such names, each linked to by Markdown, by HTML and by its label.
  private func project() throws -> ScratchProject {
    let project = try ScratchProject()
    try project.delete("content/one.md")
    try project.write("title: Odd\nbaseURL: https://example.org/a%20b/\n", to: "galley.yml")
    var home = "# Home\n"
    for (index, name) in Self.names.enumerated() {
      let up = String(repeating: "../", count: name.split(separator: "/").count - 1)
      try project.write(
        "---\ntitle: P\(index)\n---\n\n## Sch\u{F6}n\n\n$$ \(index) \\label{eq:p\(index)} $$\n\n[up](\(up)index.md)\n",
        to: "content/\(name).md")
      try project.write("<svg/>\n", to: "content/pictures/\(name).svg")
      let page = SiteMap.encoded(name + ".md")
      let picture = "pictures/" + SiteMap.encoded(name + ".svg")
      home += "\n[a](\(page)#sch%C3%B6n) <a href=\"\(page)?x=1&amp;y=2#scho\u{308}n\">b</a> "
      home += "[Equation](#eq:p\(index)) <a href=\"#eq:p\(index)\">c</a> ![d](\(picture)) "
      home += "<img src=\"\(picture)\" srcset=\"\(picture) 2x\" alt=\"e\"> [f](\(picture)?v=1#g)\n"
    }
    home += "\n[g](\(Self.composed).md) [h](nai\u{308}ve.md) <a href=\"\(Self.composed).md\">i</a> "
    home +=
      "![j](pictures/\(Self.composed).svg) <img src=\"pictures/nai\u{308}ve.svg\" alt=\"k\">\n"
    try project.write(home, to: "content/index.md")
    return project
  }

  @Test func everyLinkLeadsToItsFile() throws {
    let project = try project()
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(project.text(of: "site/index.html"))
    #expect(page.contains("href=\"what%3F%20is%23it.html#sch%C3%B6n\""))
    #expect(page.contains("href=\"what%3F%20is%23it.html?x=1&amp;y=2#sch%C3%B6n\""))
    #expect(!page.contains("caf%C3%A9") && !page.contains("nai%CC%88ve"))
    #expect(project.text(of: "site/sitemap.xml")?.contains("a%20b/100%2525.html<") == true)
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else { return }
    let followed = try project.shell(
      "\(python) '\(ScratchProject.root)/scripts/follow-links' site")
    #expect(followed.status == 0, "\(followed.output)")
  }

  @Test(arguments: [
    ("[x](what?.md)", "write ‘what%3F.md’"), ("[x](a#b.md)", "write ‘a%23b.md’"),
    ("[x](a:b.md)", "a scheme, ‘a:’"), ("[x](50%25.md)", "write ‘50%2525.md’"),
    ("[x](sub\\x.csv)", "write ‘sub/x.csv’"), ("<a href=\"what?.md\">x</a>", "write ‘what%3F.md’"),
  ])
  func namesThatAreNoAddresses(_ text: String, _ words: String) throws {
    let project = try ScratchProject([
      "content/what?.md": "# W\n", "content/a#b.md": "# A\n", "content/a:b.md": "# B\n",
      "content/50%25.md": "# F\n", "content/sub/x.csv": "a\n1\n", "content/index.md": text + "\n",
    ])
    defer { project.remove() }
    let found = try project.galley("check", "--format", "json").diagnostics()
    #expect(found.count == 1)
    #expect(found.first?["id"] as? String == "link.broken")
    #expect((found.first?["message"] as? String)?.contains(words) == true, "\(found)")
  }
}
