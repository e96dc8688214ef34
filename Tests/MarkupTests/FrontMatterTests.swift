// Front matter: what is read, and where complaints stand.

import Diagnostics
import Testing

@testable import Markup

@Suite struct FrontMatterTests {
  private func complaints(_ source: String) -> [String] {
    let parsed = parse(source, path: "e.md")
    return parsed.log.diagnostics.map { diagnostic in
      let place = diagnostic.span.map {
        let start = parsed.value.source.position(of: $0.range.lowerBound)
        return "\(start.line):\(start.column) \(parsed.value.source[$0.range].debugDescription)"
      }
      return "\(diagnostic.id.rawValue) \(place ?? "nowhere")"
    }
  }

  @Test func readsWhatItKnows() {
    let parsed = parse(
      "---\ntitle: 1984\nsummary: |\n  two\n  lines\ndate: 2024-02-29\norder: -2\n---\n\nx",
      path: "e.md")
    #expect(parsed.log.diagnostics.isEmpty)
    let matter = parsed.value.frontMatter
    #expect(matter.title == "1984")
    #expect(matter.summary == "two\nlines\n")
    #expect(matter.date == "2024-02-29")
    #expect(matter.order == -2)
    #expect(parsed.value.blocks.first?.range == 73..<74)
  }

  @Test func declaresWhatIsGiven() {
    let matter = parse("---\ngiven: [\"21 cm\", 1908]\n---\n", path: "e.md").value.frontMatter
    #expect(matter.given.map(\.text) == ["21 cm", "1908"])
    #expect(complaints("---\ngiven: 21\n---\n") == ["front-matter.unreadable 2:8 \"21\""])
    #expect(
      complaints("---\ngiven: [a, 3, 3]\n---\n") == [
        "front-matter.unreadable 2:9 \"a\"", "front-matter.unreadable 2:15 \"3\"",
      ])
  }

  @Test func knowsWhatPeopleBring() {
    let matter = parse(
      "---\nauthor: Solo\ntags: one\naliases: old.html\nlanguage: no\ndraft: false\n---\n",
      path: "e.md"
    ).value.frontMatter
    #expect(matter.authors == ["Solo"] && matter.tags == ["one"])
    #expect(matter.aliases.map(\.text) == ["old.html"])
    // To YAML that would be false.
    #expect(matter.language?.text == "no")
    #expect(!matter.isDraft)
  }

  @Test(arguments: [
    ("draft: maybe", "2:8 \"maybe\""), ("tags: a, b", "2:7 \"a, b\""),
    ("tags: [a, a]", "2:11 \"a\""), ("author: \"\"", "2:9 \"\\\"\""),
    ("language: d e", "2:11 \"d e\""), ("language: [de]", "2:11 \"[\""),
    ("extra: 3", "2:8 \"3\""), ("extra:\n  a.b: 3", "3:3 \"a.b\""),
    ("aliases: {a: b}", "2:10 \"{\""),
  ])
  func refusesWhatItCannotRead(_ line: String, _ place: String) {
    #expect(complaints("---\n\(line)\n---\n") == ["front-matter.unreadable \(place)"])
  }

  @Test func namesTheNearestKey() {
    let log = parse("---\nalias: [a]\nweight: 3\n---\n", path: "e.md").log
    #expect(log.diagnostics.count == 2)
    #expect(log.diagnostics[0].message.hasSuffix("not alias: did you mean ‘aliases’?"))
    #expect(log.diagnostics[1].message.hasSuffix("what only templates read stands under ‘extra’"))
  }

  @Test func draftsAreKnownByTheirText() {
    #expect(isDraft("---\ndraft: true\n---\n"))
    #expect(!isDraft("---\ndraft: false\n---\n"))
    #expect(!isDraft("A draft: true\n"))
  }

  /// The words of a title, formulas behind `M`, each with what stands at its place.
  private func words(_ value: String) -> [String] {
    let parsed = parse("---\ntitle: \(value)\n---\n", path: "e.md")
    return parsed.value.frontMatter.titleWords.map { node in
      let source = parsed.value.source[node.range]
      return switch node.kind {
      case .text(let text): text == source ? text : "\(text) of \(source)"
      case .math(let tex, _):
        "M\(tex.text)@\(parsed.value.source[tex.sourceRange(of: 0..<tex.text.utf8.count)])"
      default: "?"
      }
    }
  }

  @Test func formulasInATitleAreRead() {
    #expect(words("Of $x^2$ and *y*") == ["Of ", "Mx^2@x^2", " and *y*"])
    #expect(
      words("\"The $O(n \\\\log n)$ bound\"")
        == ["The ", "MO(n \\log n)@O(n \\\\log n)", " bound"])
    #expect(
      words("'It''s $\\alpha$, é $b$'")
        == ["It's  of It''s ", "M\\alpha@\\alpha", ", é ", "Mb@b"])
    #expect(words(">\n  Folded\n  $c$ here") == ["Folded  of Folded\n", "Mc@c", " here\n"])
    #expect(words("From $5 to $6") == ["From $5 to $6"])
    #expect(words("\\$5 and 6\\$") == ["$5 and 6$ of \\$5 and 6\\$"])
    #expect(words("$`a$b`$") == ["Ma$b@a$b"])
  }

  @Test func otherMathematicsInATitleIsRefused() {
    #expect(complaints("---\ntitle: Of $$x$$\n---\n") == ["math.unread 2:11 \"$$x$$\""])
    #expect(complaints("---\ntitle: Of \\(x\\)\n---\n") == ["math.unread 2:11 \"\\\\(x\\\\)\""])
    #expect(
      complaints("---\nsummary: a \\begin{align}\n---\n")
        == ["math.unread 2:12 \"\\\\begin{align}\""])
    // No formula, but a title shows the backslashes.
    #expect(
      complaints("---\ntitle: As Smith \\[sic\\] says\n---\n")
        == ["markdown.literal 2:8 \"As Smith \\\\[sic\\\\] says\""])
  }

  @Test func filesOfDataKeepTheirPlaces() {
    let parsed = parse("---\ndata:\n  - data/a.csv\n  - b c.csv\n---\n", path: "e.md")
    #expect(parsed.log.diagnostics.isEmpty)
    let files = parsed.value.frontMatter.data
    #expect(files.map(\.name) == ["data/a.csv", "b c.csv"])
    #expect(files.map { parsed.value.source[$0.range] } == ["data/a.csv", "b c.csv"])
  }

  @Test(arguments: ["x\n---\ntitle: a\n---\n", "", "----\nWords: a\n----\n", "--- a\n---\n"])
  func elsewhereThereIsNone(_ source: String) {
    let parsed = parse(source, path: "e.md")
    #expect(parsed.log.diagnostics.isEmpty)
    #expect(parsed.value.frontMatter.range.isEmpty)
    #expect(parsed.value.frontMatter.title == nil)
  }

  @Test func emptyOneIsFine() {
    #expect(complaints("---\n---\nx") == [])
    #expect(complaints("---\ntitle: 'C# and #hash' # a comment\n# another\n---\nx") == [])
    #expect(
      complaints("---\ntitle: \"a \\\\theta \\\" # b\"\nsummary: a\n  b\n  # c\n---\nx") == [])
    #expect(
      complaints("---\ntitle:   a:b  c#d\t\nsummary: >\n  a #b\n\n  c\norder: 1 # d\n---\nx") == [])
    #expect(complaints("# A\n\n---\nWords: and more\n---\n") == [])
    #expect(complaints("---\n# only a comment\n---\nx") == [])
    #expect(complaints("---\r\ntitle: a\r\n---\r\nx") == [])
    #expect(complaints("---\rtitle: a\r---\rx") == [])
    #expect(complaints("\n---\nA rule, and no key: here\n") == [])
    #expect(complaints("    ---\n    title: a\n    ---\n") == [])
  }

  @Test func marksOfTheByteOrderAreSkipped() {
    let parsed = parse("\u{FEFF}---\ntitle: a\n---\nx", path: "e.md")
    #expect(parsed.value.frontMatter.title == "a")
    #expect(parsed.value.blocks.map(\.range) == [20..<21])
  }

  @Test(arguments: [
    ("---\ntitle: a\nkeywords: [b]\n---\n", "3:1 \"keywords\""),
    ("---\ndata: a.csv\n---\n", "2:7 \"a.csv\""),
    ("---\ndata: [a.csv, ../b.csv]\n---\n", "2:15 \"../b.csv\""),
    ("---\ndata: [/a.csv]\n---\n", "2:8 \"/a.csv\""),
    ("---\ndata: [a.csv, a.csv]\n---\n", "2:15 \"a.csv\""),
    ("---\norder: first\n---\n", "2:8 \"first\""),
    ("---\norder: 1.5\n---\n", "2:8 \"1.5\""),
    ("---\ntitle: [a]\n---\n", "2:8 \"[\""),
    ("---\ntitle:\n---\n", "2:7 \"\""),
    ("---\ntitle: é\ndate: 2023-02-29\n---\n", "3:7 \"2023-02-29\""),
    ("---\ndate: yesterday\n---\n", "2:7 \"yesterday\""),
    ("---\n- a\n- b\n---\n", "2:1 \"- a\\n- b\\n\""),
    ("---\ntitle: a: b\n---\n", "2:9 \": b\""),
    ("---\ntitle: \"a\n---\n", "2:8 \"\\\"a\""),
    ("---\ntitle: a\n", "1:1 \"---\""),
    ("\n---\ntitle: a\n---\n", "2:1 \"---\""),
    (" \n\r\n  ---\nsummary: a\n---\n", "3:1 \"  ---\""),
    ("\u{200B}---\ntitle: a\n---\n", "1:1 \"\u{200B}---\""),
    ("<!-- a\nb -->\n---\ntitle: a\n---\n", "3:1 \"---\""),
    ("# a comment\n\n---\ndate: 2024-02-29\n---\n", "3:1 \"---\""),
    ("\u{FEFF}\n---\norder: 1\n---\n", "2:1 \"---\""),
    ("+++\ntitle = \"a\"\n+++\n", "1:1 \"+++\""),
    ("----\ntitle: a\n----\n", "1:1 \"----\""),
    ("\n—\ntitle: a\n—\n", "2:1 \"—\""),
    ("---\ntitle: @x\n---\n", "2:8 \"@x\""),
    ("---\ntitle: - a\n---\n", "2:8 \"- a\""),
    ("---\ntitle: a\n...\nb\n\n---\n", "4:1 \"b\""),
    // What YAML cuts or changes
    ("---\ntitle: C# and #hash\n---\n", "2:8 \"C# and #hash\""),
    ("---\r\nsummary: a #b\r\n---\r\n", "2:10 \"a #b\""),
    ("---\ntitle: a # b\norder: 1\n---\n", "2:8 \"a # b\""),
    ("---\nsummary: a\n  b #c\norder: 1\n---\n", "2:10 \"a\\n  b #c\""),
    ("---\ntitle: &a b\n---\n", "2:8 \"&a b\""),
    ("---\ntitle: !a b\n---\n", "2:8 \"!a b\""),
    ("---\ntitle: \"The $\\theta$ function\"\n---\n", "2:14 \"\\\\t\""),
    ("---\ntitle: \"é $\\nu$\"\n---\n", "2:13 \"\\\\n\""),
  ])
  func whatIsWrongIsSaidAtItsPlace(_ source: String, _ expected: String) {
    #expect(complaints(source) == ["front-matter.unreadable \(expected)"])
  }

  @Test func twiceTheSameKey() {
    let found = complaints("---\ntitle: a\ntitle: b\n---\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("front-matter.unreadable") == true)
  }
}
