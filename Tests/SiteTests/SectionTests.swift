// Sections: what galley.yml says of them, what folders are by themselves, and what is told where they cannot be read.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Site

@Suite struct SectionTests {
  /// Groups as their titles and the names in them, an aside section with a `~`.
  private func groups(_ settings: String, _ names: [String]) -> [String] {
    let read = Configuration.read(settings)
    #expect(read.log.diagnostics.isEmpty)
    let documents = names.map { name in
      let words = name.split(separator: ":")
      let order = words.count > 1 ? "order: \(words[1])\n" : ""
      return parse("---\ntitle: T of \(words[0])\n\(order)---\n", path: "content/\(words[0]).md")
        .value
    }
    func name(_ document: Document) -> String { String(document.path.dropFirst(8).dropLast(3)) }
    let groups = ReadingOrder.groups(of: documents, by: read.value) { $0 }
    let sorted = ReadingOrder.sort(documents, by: read.value) { $0 }.map(name)
    let home = names.contains("index") ? ["index"] : []
    #expect(sorted == home + groups.flatMap { $0.items.map(name) })
    return groups.map {
      ($0.isAside ? "~" : "") + ($0.title ?? "-") + ": " + $0.items.map(name).joined(separator: " ")
    }
  }

  private let listed = """
    essays:
      - b
      - section: Edges
        aside: true
        essays: [e/two, e/one]
      - a
    """

  @Test func whatIsListedStandsAsItIsListed() {
    #expect(
      groups(listed, ["a", "b", "e/one", "e/two", "index"])
        == ["-: b", "~Edges: e/two e/one", "-: a"])
  }

  /// Behind the last listed one of its folder.
  @Test func whatIsNotListedGoesWithItsFolder() {
    #expect(
      groups(listed, ["a", "b", "c", "d:1", "e/one", "e/two", "e/three", "e/deep/four", "f/x"])
        == ["-: b", "~Edges: e/two e/one e/deep/four e/three", "-: a d c", "F: f/x"])
  }

  @Test func aFolderIsASectionWhereNothingIsSaid() {
    #expect(
      groups("", ["index", "z:1", "part-two/b", "part-two/a:3", "notes/k", "a", "notes/index:9"])
        == ["-: z a", "Part two: part-two/a part-two/b", "T of notes/index: notes/index notes/k"])
    // What stands in no folder comes first, wherever sections are listed.
    #expect(
      groups("essays: [{section: S, essays: [s/a]}]", ["s/a", "b"]) == ["-: b", "S: s/a"])
  }

  @Test func sectionsThatHaveNobodyAreNotShown() {
    #expect(groups(listed, ["a"]) == ["-: a"])
  }

  @Test(arguments: [
    ("essays:\n  - sektion: A\n    essays: [a]", "2:5", "not ‘sektion’: did you mean ‘section’?"),
    ("essays:\n  - essays: [a]", "2:5", "this section has no title: write ‘- section: Title’"),
    ("essays:\n  - section: A", "2:5", "this section has no essays"),
    ("essays:\n  - section: A\n    essays: []", "2:5", "this section has no essays"),
    ("essays:\n  - section: A\n    essays: a", "3:13", "‘essays’ is a list"),
    ("essays:\n  - section: ' '\n    essays: [a]", "2:14", "a section has a title"),
    ("essays:\n  - section: A\n    asid: true\n    essays: [a]", "3:5", "did you mean ‘aside’?"),
    ("essays:\n  - section: A\n    aside: perhaps\n    essays: [a]", "3:12", "‘true’ or ‘false’"),
    (
      "essays:\n  - section: A\n    essays:\n      - section: B\n        essays: [b]", "4:9",
      "no sections within it"
    ),
    ("essays:\n  - [a, b]", "2:5", "‘essays’ lists essays, and sections"),
    ("essays: a", "1:9", "‘essays’ is a list"),
  ])
  func whatCannotBeReadIsToldAtItsPlace(_ text: String, _ place: String, _ words: String) throws {
    let log = Configuration.read(text).log
    let first = try #require(log.diagnostics.first)
    #expect(first.message.contains(words), "\(first.message)")
    let position = SourceText(text).position(of: try #require(first.span).range.lowerBound)
    #expect("\(position.line):\(position.column)" == place)
    #expect(log.diagnostics.count == 1)
  }

  @Test func aSiteHasItsSections() throws {
    let project = try ScratchProject([
      "galley.yml":
        "title: T\nessays:\n  - one\n  - section: More\n    aside: true\n    essays: [more/a, mor/b]\n",
      "content/more/a.md": "# A\n", "content/more/b.md": "# B\n", "content/other/c.md": "# C\n",
    ])
    defer { project.remove() }
    let wrong = try project.galley("build")
    #expect(wrong.status == 1)
    #expect(
      wrong.errors.contains(
        "galley.yml:6:22: error: ‘essays’ lists ‘mor/b’, but there is no content/mor/b.md: did you mean ‘more/b’?"
      ), "\(wrong.errors)")
    try project.write(
      try #require(project.text(of: "galley.yml")).replacing("mor/b", with: "more/b"),
      to: "galley.yml")
    #expect(try project.galley("build").status == 0)
    let one = try #require(project.text(of: "site/one.html"))
    #expect(one.contains("rel=\"next\" href=\"other/c.html\""))
    #expect(
      one.contains("<p class=\"section\">More</p>")
        && one.contains("<p class=\"section\">Other</p>"))
    let last = try #require(project.text(of: "site/more/b.html"))
    #expect(last.contains("rel=\"prev\" href=\"../more/a.html\"") && !last.contains("rel=\"next\""))
  }
}
