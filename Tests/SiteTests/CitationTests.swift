// Citations: what counts as one, the file of sources, and what is wrong with either.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Reading
@testable import Site

@Suite struct CitationTests {
  private func complaints(_ text: String, _ sources: String? = nil) -> [String] {
    let document = parse(text, path: "e.md").value
    let bibliography = sources.map { Bibliography.read($0) }
    #expect(bibliography?.log.diagnostics.isEmpty != false)
    return CitationCheck.log([document], bibliography?.value, areAll: true).diagnostics.map {
      let range = $0.span?.range ?? 0..<0
      let words =
        $0.span?.path == "e.md" ? document.source[range] : sources.map { SourceText($0)[range] }
      return "\($0.id.rawValue) \($0.severity) [\(words ?? "")] \($0.notes.map(\.text).joined())"
    }
  }

  private let sources = "a1: {title: A}\nb: {title: B}\n"

  @Test func citationsAreFoundInTextOnly() {
    let text =
      "x\\[@no] é &amp; [@a1] *[@b; @a1]* `[@no]` $[@no]$ <!-- [@no] -->\n\n    [@no]\n\n| [@b] |\n|---|\n"
    let reader = CitationReader(parse(text, path: "e.md").value)
    #expect(reader.log.diagnostics.isEmpty)
    #expect(reader.keys.map(\.key) == ["a1", "b", "a1", "b"])
    let source = SourceText(text)
    for (key, range) in reader.keys { #expect(source[range] == key) }
  }

  @Test(arguments: [
    ("[@a1] [@b] [@a2]", "citation.unknown error [a2] the nearest key is ‘a1’"),
    ("[@a1]", "citation.unused warning [b] "),
    ("[@a1] [@b] [@a1, p. 3]", "citation.unreadable error [[@a1, p. 3]] "),
    ("[@a1] [@b] [@a1;\n@b]", "citation.unreadable error [[@a1;] "),
    ("[@a1] [@b]\n\n# On [@b]", "citation.misplaced error [[@b]] "),
    ("[@a1] [@b] [see [@b]](x)", "citation.misplaced error [[@b]] "),
  ])
  func whatIsWrongIsSaidAtItsPlace(_ text: String, _ complaint: String) {
    #expect(complaints(text, sources) == [complaint])
  }

  @Test func withoutAFileEveryCitationIsUnknown() {
    #expect(complaints("[@a1]") == ["citation.unknown error [a1] "])
  }

  @Test(arguments: [
    ("a: {titel: A}", [(1, "‘titel’"), (1, "no title")]),
    ("a: {title: A}\n3 b: {title: B}", [(2, "‘3 b’ cannot be cited")]),
    ("a:\n  title: A\n  DOI: 11.2/3", [(3, "‘11.2/3’ is no DOI")]),
    ("a:\n  title: A\n  issued: soon", [(3, "‘issued: 1948’")]),
    ("a:\n  title: A\n  author: [{given: B}]", [(3, "family: Shannon")]),
    ("a:\n  title: A\n  URL: example.org", [(3, "https://")]),
    ("- {title: A}", [(1, "‘id’")]), ("a: B", [(1, "has fields")]), ("text", [(1, "no list")]),
    ("a: {title: A}\na: {title: B}", [(1, "‘a’ stands here twice")]),
    ("a: [", [(1, "no YAML")]),
  ])
  func malformedEntriesAreSaidAtTheirLines(_ text: String, _ expected: [(line: Int, words: String)])
  {
    let source = SourceText(text)
    let found = Bibliography.read(text).log.diagnostics
    #expect(found.count == expected.count, "\(found)")
    for (diagnostic, expected) in zip(found, expected) {
      #expect(diagnostic.id == .referencesUnreadable)
      #expect(diagnostic.message.contains(expected.words), "\(diagnostic.message)")
      let place = source.position(of: diagnostic.span?.range.lowerBound ?? -1)
      #expect(place.line == expected.line, "\(diagnostic.message)")
    }
  }

  @Test func allFormsOfAFileAreRead() throws {
    let text = """
      - id: shannon1948
        type: article-journal
        title: A Mathematical Theory of Communication
        author: [{family: Shannon, given: Claude E.}, {literal: Bell Labs}, Anonymous]
        issued: {date-parts: [[1948, 7]]}
        DOI: https://doi.org/10.1002/j.1538-7305.1948.tb01338.x
      """
    let read = Bibliography.read(text)
    #expect(read.log.diagnostics.isEmpty)
    let source = try #require(read.value.publications["shannon1948"])
    #expect(source.year == 1948)
    #expect(source.authors.map(\.family) == ["Shannon", "Bell Labs", "Anonymous"])
    #expect(source.doi == "10.1002/j.1538-7305.1948.tb01338.x")
    #expect(Bibliography.read("# nothing yet\n").log.diagnostics.isEmpty)
  }

  @Test func aBuildListsItsSourcesAndKeepsTheFile() throws {
    let project = try ScratchProject([
      "content/references.yml": sources,
      "content/two.md": "# Two\n\nSee [@b] and [@a1; @b].[^n]\n\n[^n]: Not [@a1].\n",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(project.text(of: "site/two.html"))
    #expect(page.contains("<li id=\"source.1\"><p><cite>B</cite>. "))
    #expect(page.contains("id=\"cited.2.2\""), "the footnote's citation counts")
    #expect(project.text(of: "site/references.yml") == nil)
    try project.write("# Two\n\nSee [@a1] and [@c].\n", to: "content/two.md")
    let wrong = try project.galley("check")
    #expect(wrong.status == 1)
    #expect(
      wrong.errors.contains("content/two.md:3:17: error: content/references.yml has no source ‘c’"))
    #expect(wrong.errors.contains("content/references.yml:2:1: warning: no essay cites ‘b’"))
    let one = try project.galley("check", "content/one.md")
    #expect(one.status == 0)
    #expect(!one.errors.contains("cites"), "another essay may cite it")
  }
}
