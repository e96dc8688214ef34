// The body of an essay: claims, code, tables, tasks, footnotes and links as a page shows them.

import Foundation
import Markup
import Testing

@testable import Rendering

@Suite struct BodyTests {
  /// The HTML of an essay whose prose claims are given by their comments' expressions.
  private func body(
    _ markdown: String, claims: [(wrote: String, comment: String)] = [],
    kind: Mark.Kind = .prose, verdict: Mark.Verdict = .held, _ material: BodyMaterial? = nil
  ) throws -> String {
    let document = parse(markdown, path: "essay.md").value
    var material = material ?? BodyMaterial()
    for claim in claims {
      let comment = try bytes(claim.comment, in: markdown)
      let range = try bytes(claim.wrote, in: markdown)
      material.marks.append(
        Mark(
          kind: kind, range: range, comment: comment, wrote: claim.wrote,
          computed: "0.6652409557748219", rule: "equal after rounding to 3 decimals",
          expression: "p[2] < 1", line: 7, verdict: verdict))
    }
    return renderBody(document, with: material).html
  }

  private func bytes(_ text: String, in markdown: String) throws -> Range<Int> {
    let range = try #require(markdown.range(of: text))
    let start = markdown.utf8.distance(from: markdown.startIndex, to: range.lowerBound)
    return start..<start + text.utf8.count
  }

  @Test func numberAndMarkAreOneControl() throws {
    let html = try body(
      "It takes\n  0.665<!-- = p[2] --> of *it*.", claims: [("0.665", "<!-- = p[2] -->")])
    #expect(
      html == """
        <p>It takes
        <button class="claim held" type="button" popovertarget="proof.1" \
        aria-label="0.665, verified">0.665\
        <span class="tick" aria-hidden="true">✓</span></button> of <em>it</em>.</p>
        <div class="proofs" data-title="Claims" data-copy="Copy link" data-copied="Copied">
        <div id="proof.1" popover class="proof held" role="dialog" \
        aria-label="0.665, verified"><dl><dt>Claimed</dt><dd>0.665</dd>\
        <dt>Computed</dt><dd>0.6652409557748219</dd>\
        <dt>Rule</dt><dd>equal after rounding to 3 decimals</dd>\
        <dt>Swift</dt><dd><code>p[2] &lt; 1</code></dd><dt>Line</dt><dd>7</dd></dl></div>
        </div>

        """)
  }

  @Test(arguments: [
    "$x = 0.665$<!-- c -->", "*0.665*<!-- c -->", "`0.665`<!-- c -->", "[0.665](u)<!-- c -->",
    "[0.665<!-- c -->](u)", "**a 0.665**<!-- c -->",
  ])
  func numberInsideAnotherInlineIsFollowedByTheMark(_ markdown: String) throws {
    let html = try body(markdown, claims: [("0.665", "<!-- c -->")])
    #expect(
      html.contains(
        "aria-label=\"0.665, verified\"><span class=\"tick\" aria-hidden=\"true\">✓</span></button>"
          + (markdown.hasPrefix("$") ? "</span></p>" : "</p>")))
    #expect(!html.contains("<!--"))
    #expect(html.components(separatedBy: "popovertarget").count == 2)
  }

  /// A table that is claimed as a whole looks as if each of its numbers had a comment of its own.
  @Test func cellsOfAClaimedTableHaveTheirControls() throws {
    let head = "| a | b | c |\n|---|--:|---|\n"
    let one =
      head
      + "| one | 0.665<!-- 1 --> m | $x = 8$<!-- 2 --> |\n| −7<!-- 3 --> | | [9](u)<!-- 4 --> |\n"
    let all = head + "| one | 0.665 m | $x = 8$ |\n| −7 | | [9](u) |\n\n<!-- = table: rows -->\n"
    let numbers = ["0.665", "8", "−7", "9"]
    let single = try body(
      one, claims: numbers.enumerated().map { ($1, "<!-- \($0 + 1) -->") })
    let whole = try body(
      all, claims: numbers.map { ($0, "<!-- = table: rows -->") }, kind: .table)
    #expect(single.components(separatedBy: "popovertarget").count == 5)
    #expect(whole == single)
    // Words are claimed too, and those in other inlines have their tick behind them.
    let words = try body(
      "| a |\n|---|\n| one *two* |\n| three |\n\n<!-- = table: x -->\n",
      claims: [("one *two*", "<!-- = table: x -->"), ("three", "<!-- = table: x -->")],
      kind: .table)
    #expect(words.contains("one <em>two</em><button class=\"claim held\""))
    #expect(words.contains("\">three<span class=\"tick\""))
    #expect(!words.contains("<!--"))
  }

  @Test func entitiesBeforeTheNumberAreKept() throws {
    let html = try body(
      "a &amp; b \\* ü 66.5%<!-- c -->", claims: [("66.5", "<!-- c -->")], verdict: .refuted)
    #expect(
      html.contains("<p>a &amp; b * ü <span class=\"joined\"><button class=\"claim refuted\""))
    #expect(
      html.contains(
        "<ins><mark>0</mark>.<mark>6652409557748219</mark></ins><span class=\"tick\" aria-hidden=\"true\">✗</span>"
      ))
    #expect(html.contains("aria-label=\"66.5, refuted; computed 0.6652409557748219\""))
    #expect(html.contains("</span></button>%</span></p>"))
  }

  @Test func claimsStandInListsTablesAndHeadings() throws {
    let markdown = """
      # H 0.1<!-- a -->

      - item 0.2<!-- b -->

      | x |
      |---|
      | 0.3<!-- c --> |

      $$
      y = 0.4
      $$<!-- d -->
      """
    let html = try body(
      markdown,
      claims: [
        ("0.1", "<!-- a -->"), ("0.2", "<!-- b -->"), ("0.3", "<!-- c -->"),
        ("0.4", "<!-- d -->"),
      ])
    for number in 1...4 {
      #expect(html.contains("popovertarget=\"proof.\(number)\""))
      #expect(html.contains("<div id=\"proof.\(number)\" popover"))
    }
    #expect(html.contains("aria-label=\"Link to “H 0.1”\""))
    #expect(html.contains("<td><button class=\"claim held\""))
  }

  @Test func idsKeepOutOfTheWayOfHeadings() throws {
    let html = try body(
      "# Claim 1\n\n0.5<!-- c --> and [^a]\n\n# fn-1\n\n[^a]: note",
      claims: [("0.5", "<!-- c -->")])
    #expect(html.contains("<h1 id=\"claim-1\">"))
    #expect(html.contains("popovertarget=\"proof.1\""))
    #expect(html.contains("<div class=\"note-text\" id=\"_fn-1\""))
  }

  @Test func marksOfAnExampleStandAtTheEndsOfTheirLines() throws {
    let markdown = "> ```swift norun\n> p[2] // → 0.665\n> q < 1\n> ```\n"
    let html = try body(
      markdown, claims: [("0.665", "// → 0.665")], kind: .example,
      BodyMaterial(code: [2: ["<span>p</span>[2] // → 0.665", "q &lt; 1"]]))
    #expect(html.contains("<span>p</span>[2] // → 0.665 <button class=\"claim held\""))
    #expect(html.contains("</button>\nq &lt; 1\n</code></pre>"))
    #expect(html.contains("<figcaption>Compiled, not run.</figcaption>"))
    #expect(html.contains("class=\"language-swift\""))
  }

  @Test func skippedExampleSaysWhy() throws {
    let html = try body("```swift skip=\"needs a <GPU>\"\nx\n```")
    #expect(html.contains("<figure class=\"example skipped\">"))
    #expect(html.contains("<figcaption>Not checked: needs a &lt;GPU&gt;</figcaption>"))
    #expect(!html.contains("skip="))
  }

  @Test func hiddenExamplesAndCommentsLeaveNothing() throws {
    #expect(try body("<!-- swift\nlet a = 1\n\nlet b = 2\n-->\n") == "")
    #expect(
      try body("a<!-- note -->b\n\n<div>x<!-- y -->z</div>\n")
        == "<p>ab</p>\n<div>xz</div>\n")
    #expect(try body("a\n\n<!-- one --> <!-- two -->\n") == "<p>a</p>\n")
  }

  @Test func mathIsTypesetOrShownAsTeX() throws {
    let typeset = try body("$a<b$\n\n$$\nc\n$$\n", BodyMaterial(math: [0: "<i>a</i>"]))
    #expect(
      typeset == "<p><span class=\"math\"><i>a</i></span></p>\n"
        + "<div class=\"math display\" tabindex=\"0\" role=\"group\" aria-label=\"Formula 1\">"
        + "<code>c</code></div>\n")
    #expect(try body("$a<b$").contains("<code>a&lt;b</code>"))
  }

  @Test func somethingElseMayStandForABlock() throws {
    let html = try body(
      "```swift figure\nx\n```\n\nb", BodyMaterial(replaced: [0: Fragment(html: "<svg></svg>")]))
    #expect(html == "<svg></svg>\n<p>b</p>\n")
  }

  @Test func tablesScrollAndTellTheirAlignment() throws {
    let html = try body("| a | b |\n|---|--:|\n| 1 | 2 |\n")
    #expect(html.hasPrefix("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\""))
    #expect(html.contains("<th scope=\"col\" style=\"text-align: right\">b</th>"))
    #expect(html.contains("<td style=\"text-align: right\">2</td>"))
  }

  @Test func tasksHaveNames() throws {
    let html = try body("- [ ] see *[x]*\n- [x] done")
    #expect(html.contains("<input type=\"checkbox\" disabled=\"\" aria-label=\"see [x]\"> see"))
    #expect(html.contains("checked=\"\" disabled=\"\" aria-label=\"done\"> done"))
  }

  @Test func footnotesAreNumberedAsTheyAreMet() throws {
    let html = try body("# [^b] [^a] [^b] [^none]\n\n[^a]: first\n[^b]: second [^c]\n[^c]: third\n")
    #expect(html.contains("<a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote 1\">1</a>"))
    #expect(html.contains("id=\"fnref-1-2\""))
    #expect(html.contains("[^none]"))
    let list = try #require(html.range(of: "<section class=\"footnotes\"")).lowerBound
    let second = try #require(html.range(of: "second")).lowerBound
    let first = try #require(html.range(of: "<p>first")).lowerBound
    #expect(list < second && second < first)
    #expect(html.contains("href=\"#fnref-1-2\" aria-label=\"Back to reference 1, place 2\">↩</a>"))
    #expect(html.contains("<li id=\"fn-3\" value=\"3\">\n<p>third"))
  }

  /// Where a block may stand, a footnote stands beside its reference, and once more for paper.
  @Test func aFootnoteStandsBesideItsFirstReference() throws {
    let html = try body(
      "One.[^a] Two.[^a]\n\n- item[^b]\n\n*x[^c]*\n\n[^a]: See 0.5<!-- c --> and [^d].\n\n    more\n[^b]: second\n[^c]: third\n[^d]: fourth",
      claims: [("0.5", "<!-- c -->")])
    #expect(
      html.hasPrefix(
        "<div class=\"p\">One.<details class=\"note\" data-number=\"1\"><summary id=\"fnref-1\" aria-label=\"Footnote 1\">1</summary>"
          + "<div class=\"note-text\" id=\"fn-1\" data-number=\"1\">\n<p>See <button class=\"claim held\""
      ))
    // A second reference leads to the note, and one in a note to the end.
    #expect(
      html.contains(
        "</div></details> Two.<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\""))
    #expect(
      html.contains("<li>item<details class=\"note\" data-number=\"3\"><summary id=\"fnref-3\""))
    #expect(html.contains("<em>x<sup class=\"footnote-ref\"><a href=\"#fn-4\""))
    let parts = html.components(separatedBy: "<section class=\"footnotes\"")
    #expect(parts.count == 2)
    let end = try #require(parts.last)
    #expect(
      end.contains(
        "<li class=\"paper\" value=\"1\">\n<p>See <span class=\"claim held\">0.5<span class=\"tick\""
      ))
    #expect(
      end.contains("<p>more</p>")
        && end.contains("<li class=\"paper\" value=\"3\">\n<p>second</p>\n</li>"))
    #expect(
      end.contains("<li id=\"fn-2\" value=\"2\">\n<p>fourth ")
        && end.contains("<li id=\"fn-4\" value=\"4\">"))
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    #expect(try body("a[^1]\n\n[^1]: b").contains("<section class=\"footnotes paper\""))
  }

  @Test func linksAreResolved() throws {
    let html = try body(
      "[a](other.md#x) ![b](c d.png) [e](<f g>)",
      BodyMaterial(resolve: { $0 == "other.md#x" ? "other.html#x" : nil }))
    #expect(html.contains("<a href=\"other.html#x\">a</a>"))
    #expect(html.contains("<a href=\"f%20g\">e</a>"))
  }

  @Test func everyIdIsUnique() throws {
    let html = try body(
      "# A\n\n# A\n\n# A 1\n\n[^1][^1] 0.5<!-- c -->\n\n# fnref 1\n\n[^1]: x",
      claims: [("0.5", "<!-- c -->")])
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("a-1-1") || ids.contains("a-2"))
  }
}
