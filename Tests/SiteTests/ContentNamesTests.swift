// Names of files under content/: which are one to a file system, and which hide an essay.

import Diagnostics
import Testing

@testable import Site

@Suite struct ContentNamesTests {
  private func problems(_ names: [String]) -> [String] {
    ContentNames.problems(names).map { "\($0.name) \($0.id.rawValue)" }
  }

  @Test(arguments: [
    (["e\u{301}.md", "\u{E9}.md"], "\u{E9}.md"), (["Kl.md", "kl.md"], "kl.md"),
    (["a.md", "a.html"], "a.html"), (["a.md", "A.HTML"], "A.HTML"),
    (["x/\u{212B}.csv", "x/\u{C5}.csv"], "x/\u{212B}.csv"), (["\u{DF}.md", "SS.md"], "\u{DF}.md"),
    (["f.html/a.png", "f.md"], "f.md"), (["assets/a.css"], "assets/a.css"),
    (["Assets/a.css"], "Assets/a.css"), (["A/b.md", "a/b.md"], "a/b.md"),
    (["A/x.png", "a/y.png"], "a/y.png"),
    (["x/e\u{301}/a.csv", "x/\u{E9}/b.csv"], "x/\u{E9}/b.csv"),
    (["A/B/x.png", "A/b/y.md"], "A/b/y.md"),
  ])
  func twins(_ names: [String], _ named: String) {
    let found = ContentNames.problems(names)
    #expect(found.count == 1)
    #expect(found.first?.id == .fileCollision)
    #expect(found.first.map { Array($0.name.utf8) } == Array(named.utf8))
  }

  /// The page's name is longer than the essay's by two bytes.
  @Test func pagesHaveNamesThatFileSystemsKnow() {
    let stem = String(repeating: "\u{E9}", count: 125)
    #expect(problems([stem + "\u{E9}.md", stem + ".md", "sub/" + stem + "a.md"]).count == 2)
    #expect(
      ContentNames.problems([stem + "\u{E9}.md"]).first?.message.contains("257 bytes") == true)
  }

  @Test func namesThatLookAlikeAreToldApart() {
    let message = ContentNames.problems(["e\u{301}.md", "\u{E9}.md"]).first?.message
    #expect(message?.contains("‘\\u{00E9}.md’ here and ‘e\\u{0301}.md’ there") == true)
  }

  @Test(arguments: [
    "a.mdx", "a.qmd", "a.Rmd", "a.markdown", "a.MD", "a.Md", "a.mkd", "a.mdown", "b/a.livemd",
    "a.md~", "a.md.bak", "a.md.orig", "a.md.txt", "a.md ", "a.m\u{200B}d", "a.md\u{FEFF}",
  ])
  func essaysByOtherNames(_ name: String) {
    #expect(problems([name]) == ["\(name) file.unreadable"])
    #expect(ContentNames.problems([name]).first?.message.contains("‘a.md’") == true)
  }

  @Test func otherNames() {
    #expect(
      problems([
        "index.md", "a.b.md", "notes.txt", "data/x.csv", "md", "amd.js", "x.rst", "paper.tex",
        "a.png", "A/x.png", "B/y.png", "references.yml",
      ]).isEmpty)
  }
}
