// Examples and claims of whole essays: each is found with its place, or refused with one.

import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Reading

@Suite struct FenceCollectorTests {
  private struct Found {
    var fences: [Fence] = []
    var prose: [ProseComment] = []
    var tables: [TableComment] = []
    /// `line:column identifier` of everything that was said, by the parser too.
    var said: [String] = []
    var document: Document
  }

  private func find(_ source: String) -> Found {
    let parsed = parse(source, path: "e.md")
    let collector = PartCollector(parsed.value)
    var found = Found(document: parsed.value)
    for part in collector.parts {
      switch part {
      case .fence(let fence): found.fences.append(fence)
      case .prose(let comment): found.prose.append(comment)
      case .table(let table): found.tables.append(table)
      }
    }
    var log = parsed.log
    log.add(contentsOf: collector.log)
    found.said = log.sorted().diagnostics.map { diagnostic in
      let place = parsed.value.source.position(of: diagnostic.span?.range.lowerBound ?? 0)
      return "\(place.line):\(place.column) \(diagnostic.id.rawValue)"
    }
    return found
  }

  @Test func fencesKnowTheirPlaces() throws {
    let found = find(
      """
      > ```swift figure label=fig:x \u{20}
      > let a = 1
      > ```
      >
      > Figure: A line.

      <!-- swift program=p fresh
      let b = 2
      -->

      ~~~~  swift norun
      c
      ~~~~
      """)
    #expect(found.said.isEmpty)
    let (shown, hidden) = (try #require(found.fences.first), found.fences[1])
    let source = found.document.source
    #expect(source[shown.words] == "swift figure label=fig:x")
    #expect(shown.picture?.caption.map { source[$0] } == "Figure: A line.")
    #expect(shown.code.text == "let a = 1\n")
    #expect(hidden.isHidden && hidden.placement.program == "p" && hidden.placement.isFresh)
    #expect(source[hidden.words] == "swift program=p fresh")
    #expect(source[hidden.code.sourceRange(of: 0..<9)] == "let b = 2")
    #expect(found.fences[2].use == .compiledOnly)
    #expect(source[found.fences[2].words] == "swift norun")
  }

  @Test func wordsAreReadAsTheyAreWritten() {
    let found = find("```swift skip=\"a \\\"b\\\" &amp; c\" frehs\nx\n```\n")
    #expect(found.said == ["1:33 fence.word"])
    #expect(found.fences.first?.use == .skipped(reason: "a \"b\" &amp; c"))
  }

  @Test func hiddenFiguresAreRefused() {
    let found = find("<!-- swift figure\nx\n-->\n\nFigure: A.\n")
    #expect(found.said == ["1:1 fence.word"])
    guard case .unreadable = found.fences.first?.kind else {
      Issue.record("a hidden figure has a kind")
      return
    }
  }

  /// What is no fence for Swift and holds what a reader takes for a claim, or is one to readers.
  @Test(arguments: [
    ("```python\nx = 1\nx  # → 1.7\n```", ["3:1 claim.unattached"]),
    ("```bash\necho 3 # => 3\n```", ["2:1 claim.unattached"]),
    ("```r\nprint(x) #=> 3\n```", ["2:1 claim.unattached"]),
    ("```fortran\nprint *, x ! → 1.7\n```", ["2:1 claim.unattached"]),
    ("```apl\n+/⍳3 ⍝ → 6\n```", ["2:1 claim.unattached"]),
    ("```clojure\n(+ 1 2) ;;=> 3\n```", ["2:1 claim.unattached"]),
    ("```sql\nselect 3; -- → 3\n```", ["2:1 claim.unattached"]),
    ("```matlab\nx % → 3\n```", ["2:1 claim.unattached"]),
    ("```ocaml\nx (* → 3 *)\n```", ["2:1 claim.unattached"]),
    ("```js swift\n1\n```", ["1:1 fence.word"]),
    ("```title=\"a\" swift\n1\n```", ["1:1 fence.word"]),
    ("```language-swift\n1\n```", ["1:1 fence.word"]),
    ("```swi\u{200B}ft\n1\n```", ["1:1 fence.word"]),
    ("``` swift5 fresh\n1\n```", ["1:1 fence.word"]),
    ("```haskell\nx -- -> 3\n```", ["2:1 claim.unattached"]),
    ("```html\n<p>0.5<!-- = x --></p>\n```", ["2:1 claim.unattached"]),
    ("- ~~~\n  # → 3\n  ~~~", ["2:3 claim.unattached"]),
    ("    x //→ 3\n", ["1:5 claim.unattached"]),
    ("    ```swift\n    x\n    ```\n", ["1:5 claim.unattached"]),
    ("```swift\nx // → 3\n\n# A\n", ["1:1 fence.unclosed"]),
    ("> ```swift\n> x\n\n```\ny // → 3\n```\n", ["1:3 fence.unclosed", "5:1 claim.unattached"]),
    ("<pre>\nx # → 3\n</pre>\n", ["2:1 claim.unattached"]),
    ("a\n\nx // → 3 is so\n", ["3:1 claim.unattached"]),
  ])
  func whatLooksLikeAnExample(_ source: String, _ said: [String]) {
    #expect(find(source).said == said)
  }

  @Test(arguments: [
    "```text\nx // → 3\n```", "```markdown\n0.5<!-- = p -->\n```", "```python\nx = 1\n```",
    "```mermaid\nA --> B\n```", "```json title=\"Package.swift\"\n{}\n```", "Use `x // → 3`.",
    "<!-- a note -->\n\n<!-- ---- -->\n", "```sh\ncurl https://a.b/ # the page\n```",
    "<!-- swift-format-ignore -->\n", "x → 3, a // b",
  ])
  func whatDoesNot(_ source: String) { #expect(find(source).said.isEmpty) }

  /// Wherever a claim in prose may stand, it is read or refused.
  @Test(arguments: [
    ("0.5<!-- = p -->", 1, []),
    ("# Of 0.5<!-- = p -->\n", 1, []),
    ("| a |\n|---|\n| 0.5<!-- = p --> |\n", 1, []),
    ("x[^n]\n\n[^n]: 0.5<!-- = p -->\n", 1, []),
    ("[0.5<!-- = p -->](u)", 1, []),
    ("**0.5**<!--\u{A0}= p -->", 1, []),
    ("0.5<!--\u{200B}= p -->", 0, ["1:4 claim.unreadable"]),
    ("0.5<!-- \u{FEFF}= p -->", 0, ["1:4 claim.unreadable"]),
    ("0.5<!-- =\u{AD} p -->", 0, ["1:4 claim.unreadable"]),
    ("0.5<!-- =\u{FE0F} p -->", 0, ["1:4 claim.unreadable"]),
    ("0.5<!-- → p -->", 0, ["1:4 claim.unreadable"]),
    ("6<!-- ≥ p -->", 0, ["1:2 claim.unreadable"]),
    ("6<!-- ± p -->", 0, ["1:2 claim.unreadable"]),
    ("6<!-- ← p -->", 0, ["1:2 claim.unreadable"]),
    ("6<!-- p = 6 -->", 0, ["1:2 claim.unreadable"]),
    ("6<!-- check: = p -->", 0, ["1:2 claim.unreadable"]),
    ("6<?= p ?>", 0, ["1:2 claim.unreadable"]),
    ("6<!-- a note -->", 0, []),
    ("so <!-- p = 6 -->", 0, []),
    ("6 <!-- <b>a = 7</b> -->", 0, []),
    (
      "```swift figure label=fig:a\nf(\"b 6<!-- = p -->\")\n```\n\nFigure: a\n", 0,
      ["2:7 claim.unattached"]
    ),
    ("0.5<!--- = p --->", 0, ["1:4 markdown.dropped"]),
    ("0.5<!--- = p -->", 0, ["1:4 claim.unreadable"]),
    ("0.5<!— = p —>", 0, ["1:4 claim.unreadable"]),
    ("![0.5<!-- = p -->](u)", 0, ["1:6 claim.unattached"]),
    ("[a](u \"0.5<!-- = p -->\")", 0, ["1:11 claim.unattached"]),
    ("![a](u '0.5<!-- = p -->')", 0, ["1:12 claim.unattached"]),
    ("[a]\n\n[a]: u \"0.5<!-- = p -->\"\n", 0, ["3:12 claim.unattached"]),
    ("[b]: u \"0.5<!-- → p -->\"\n", 0, ["1:12 claim.unattached"]),
    ("a\n\n[^n]: 0.5<!-- = p -->\n", 0, ["3:1 markdown.dropped", "3:10 claim.unattached"]),
    (
      "| a |\n|---|\n| b | 0.5<!-- = p --> |\n", 0,
      ["3:7 markdown.dropped", "3:10 claim.unattached"]
    ),
    (
      "---\ntitle: \"0.5<!-- = p -->\"\n---\n", 0,
      ["2:9 markdown.literal", "2:12 claim.unattached"]
    ),
    ("<div>0.5<!-- = p --></div>", 0, ["1:9 claim.unattached"]),
    ("$x <!-- = p -->$", 0, ["1:4 claim.unattached"]),
    ("$$\nx <!-- = p -->\n$$", 0, ["2:3 claim.unattached"]),
    ("a <!-- swift\nlet b = 1\n-->", 0, ["1:3 fence.word"]),
    ("<!--\u{200B}swift\nlet b = 1\n-->", 0, ["1:1 fence.word"]),
    ("<!-- swi\u{200D}ft\nlet b = 1\n-->", 0, ["1:1 fence.word"]),
    ("<!-- swift let a = 1 -->", 0, ["1:1 fence.word"]),
    ("<!— swift\nlet b = 1\n—>", 0, ["1:1 claim.unreadable"]),
    ("`<!-- = p -->` and \\<!-- = p -->", 0, []),
  ])
  func claimsInProse(_ source: String, _ count: Int, _ said: [String]) {
    let found = find(source)
    #expect(found.prose.count == count)
    #expect(found.said == said)
  }

  @Test func manyCommentsAreReadSoon() {
    for piece in [
      "<!-- = p ", "<!-- swift\n", "0.5<!-- = p -->\n", "<!-- -> ", "[a]: u '<!-- = p -->'\n",
    ] {
      let source = String(repeating: piece, count: 10_000 / piece.utf8.count)
      let time = processorTime { _ = find(source) }
      #expect(time < .seconds(4), "\(piece): \(time)")
    }
  }
}
