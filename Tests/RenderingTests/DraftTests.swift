// Drafts: what a page shows of claims that do not hold, of claims that wait, and of what else is wrong.

import Foundation
import Markup
import Testing

@testable import Rendering

@Suite struct DraftTests {
  @Test(arguments: [
    ("0.665", "0.667", "0.66<mark>5</mark>", "0.66<mark>7</mark>"),
    // By their worth, not by their place from the left.
    ("34.5", "1234.5", "34.5", "<mark>12</mark>34.5"),
    ("0.5", "0.512", "0.5", "0.5<mark>12</mark>"),
    ("3", "3.5", "3", "3<mark>.5</mark>"),
    ("[1, 2, 3]", "[1, 2, 4]", "[1, 2, <mark>3</mark>]", "[1, 2, <mark>4</mark>]"),
    ("1.5e-3", "1.5e+3", "1.5<mark>e-</mark>3", "1.5<mark>e+</mark>3"),
    ("true", "false", "<mark>true</mark>", "<mark>false</mark>"),
    ("[1, 2]", "[1, 2, 3]", "[1, 2]", "[1, 2<mark>, 3</mark>]"),
    ("“a < b”", "“a < c”", "<mark>“a &lt; b”</mark>", "<mark>“a &lt; c”</mark>"),
    ("7", "7", "7", "7"),
    ("", "7", "", "<mark>7</mark>"),
  ])
  func differingDigitsAreMarked(_ old: String, _ new: String, _ left: String, _ right: String) {
    let difference = Difference(old, new)
    #expect(Difference.html(difference.old) == left)
    #expect(Difference.html(difference.new) == right)
    #expect(difference.old.map(\.text).joined() == old)
    #expect(difference.new.map(\.text).joined() == new)
  }

  @Test func aDecimalCommaIsOne() {
    let difference = Difference("34,5", "1234,51", decimal: .comma)
    #expect(Difference.html(difference.old) == "34,5")
    #expect(Difference.html(difference.new) == "<mark>12</mark>34,5<mark>1</mark>")
  }

  private func bytes(_ text: String, in markdown: String) throws -> Range<Int> {
    let range = try #require(markdown.range(of: text))
    let start = markdown.utf8.distance(from: markdown.startIndex, to: range.lowerBound)
    return start..<start + text.utf8.count
  }

  private func mark(
    _ wrote: String, _ comment: String, in markdown: String, _ kind: Mark.Kind,
    _ verdict: Mark.Verdict, correction: String? = nil
  ) throws -> Mark {
    var mark = Mark(
      kind: kind, range: try bytes(wrote, in: markdown), comment: try bytes(comment, in: markdown),
      wrote: wrote, computed: "0.6672", rule: "", expression: "p", line: 3, verdict: verdict)
    mark.correction = correction
    mark.anchor = "claim.1"
    return mark
  }

  private func body(_ markdown: String, _ marks: [Mark], _ remarks: [Remark] = []) -> String {
    var material = BodyMaterial(marks: marks)
    material.notes = DraftNotes(remarks: remarks, styleAddress: "../assets/draft.css")
    return renderBody(parse(markdown, path: "essay.md").value, with: material).html
  }

  @Test func claimedAndComputedStandSideBySide() throws {
    let text = "It is 0.665<!-- = p -->.\n"
    let comment = "<!-- = p -->"
    let offered = body(
      text, [try mark("0.665", comment, in: text, .prose, .refuted, correction: "0.667")])
    #expect(offered.contains("<del>0.66<mark>5</mark></del> <ins>0.66<mark>7</mark></ins>"))
    #expect(offered.contains("aria-label=\"0.665, refuted; computed 0.667\""))
    // Where nothing can be offered, the value itself.
    let bare = body(text, [try mark("0.665", comment, in: text, .prose, .refuted)])
    #expect(bare.contains("<ins>0.66<mark>72</mark></ins>"))
    for verdict in [Mark.Verdict.held, .unjudged, .pending] {
      let other = body(
        text, [try mark("0.665", comment, in: text, .prose, verdict, correction: "0.667")])
      #expect(!other.contains("<ins>") && !other.contains("<del>"))
    }
  }

  @Test func theValueInACommentIsStruckOut() throws {
    let text = "```swift\nlet a = \"<\" // → 0.665\n```\n"
    let held = try mark("0.665", "// → 0.665", in: text, .example, .refuted, correction: "0.667")
    let html = body(text, [held])
    #expect(
      html.contains(
        "let a = &quot;&lt;&quot; // → <del>0.66</del><del><mark>5</mark></del> <button"))
    #expect(html.contains("<ins>0.66<mark>7</mark></ins><span class=\"tick\""))
  }

  @Test func noElementOfALineIsCut() {
    let line = CodeLine("<span class=\"c\">// → 1&lt;<b>23</b></span>;")
    let pieces = Difference("1<23", "1<24").old
    #expect(
      line.striking(7..<11, pieces)
        == "<span class=\"c\">// → <del>1&lt;</del><b><del>2</del><del><mark>3</mark></del></b></span>;"
    )
  }

  @Test func aPendingClaimSaysSo() throws {
    let text = "It is 0.665<!-- = p -->.\n"
    let html = body(text, [try mark("0.665", "<!-- = p -->", in: text, .prose, .pending)])
    #expect(html.contains("class=\"claim pending\""))
    #expect(html.contains("aria-label=\"0.665, pending\""))
    #expect(html.contains("<p><strong>running: 1 claim pending</strong></p>"))
    #expect(!html.contains("not publishable"))
  }

  @Test func theBannerListsAndLinks() throws {
    let text = """
      It is 0.665<!-- = p -->.

      ```swift
      let a = b
      ```

      [Dead](gone.md).

      """
    let code = try bytes("b\n", in: text)
    let dead = try bytes("gone.md", in: text)
    let claim = try mark("0.665", "<!-- = p -->", in: text, .prose, .refuted)
    let html = body(
      text, [claim],
      [
        Remark(
          range: claim.range, place: "line 1", kind: .refuted, isError: true,
          message: "wrote 0.665"),
        Remark(
          range: code, place: "line 4", kind: .compiler, isError: true, message: "no <b>",
          notes: ["a note"]),
        Remark(range: dead, place: "line 7", kind: .other, isError: true, message: "dead"),
        Remark(range: dead, place: "line 7", kind: .other, isError: false, message: "a warning"),
        Remark(range: nil, place: nil, kind: .other, isError: true, message: "no library"),
      ])
    #expect(
      html.hasPrefix(
        """
        <link rel="stylesheet" href="../assets/draft.css">
        <aside class="draft-banner" role="status">
        <p><strong>not publishable: 1 claim refuted, 1 compiler error, 2 other errors</strong></p>
        <ol>
        <li><a href="#claim.1">line 1</a>: wrote 0.665</li>
        <li><a href="#remark.2">line 4</a>: no &lt;b&gt;</li>
        <li><a href="#remark.3">line 7</a>: dead</li>
        <li>no library</li>
        </ol>
        </aside>

        """))
    #expect(
      html.contains(
        """
        let a = b
        <span class="remark error" id="remark.2"><strong>error:</strong> no &lt;b&gt;\
        <span class="note">a note</span></span>
        </code>
        """))
    #expect(
      html.contains(
        """
        <p><a href="gone.md">Dead</a>.</p>
        <p class="remark error" id="remark.3"><strong>error:</strong> dead</p>
        <p class="remark warning" id="remark.4"><strong>warning:</strong> a warning</p>

        """))
    // The claim shows what is said of it; nothing is shown twice.
    #expect(!html.contains("remark.1\""))
  }

  @Test func aPageOfASiteHasNothingOfIt() throws {
    let text = "It is 0.665<!-- = p -->.\n"
    let marks = [try mark("0.665", "<!-- = p -->", in: text, .prose, .held)]
    let html = renderBody(
      parse(text, path: "essay.md").value, with: BodyMaterial(marks: marks)
    ).html
    #expect(!html.contains("draft") && !html.contains("remark"))
  }

  @Test func aGermanDraftSpeaksGerman() throws {
    let text = "Es ist 0,665<!-- = p -->.\n"
    var claim = try mark("0,665", "<!-- = p -->", in: text, .prose, .refuted)
    claim.computed = .verbatim("0.6672")
    var material = BodyMaterial(marks: [claim])
    material.language = Languages.own["de"]
    material.notes = DraftNotes(
      remarks: [
        Remark(
          range: claim.range, place: "Zeile 1", kind: .refuted, isError: true, message: "wrote"),
        Remark(
          range: try bytes("Es", in: text), place: nil, kind: .other, isError: false, message: "a"),
      ], styleAddress: "assets/draft.css")
    let html = renderBody(parse(text, path: "essay.md").value, with: material).html
    #expect(html.contains("<strong>nicht zu veröffentlichen: 1 Behauptung widerlegt</strong>"))
    #expect(html.contains("aria-label=\"0,665, widerlegt; berechnet 0,6672\""))
    #expect(html.contains("<ins>0,66<mark>72</mark></ins>"))
    #expect(html.contains("<strong>Warnung:</strong> a"))
  }

  @Test func aLineWithARemarkIsNotFolded() throws {
    let lines = (0..<30).map { "let a\($0) = \($0)" }.joined(separator: "\n")
    let text = "```swift\n\(lines)\n```\n"
    let place = try bytes("a20", in: text)
    let html = body(
      text, [],
      [Remark(range: place, place: "line 22", kind: .compiler, isError: true, message: "no")])
    // Eleven lines before it, nine behind it.
    #expect(html.contains("<summary>12 more lines</summary>"))
    #expect(html.contains("<summary>9 more lines</summary>"))
    #expect(
      html.contains(
        "<pre><code class=\"language-swift\">let a20 = 20\n<span class=\"remark error\" id=\"remark.1\">"
      ))
  }

  @Test func aCellShowsBoth() throws {
    let text = "| a |\n|---|\n| 0.665 |\n"
    let html = body(
      text, [try mark("0.665", "0.665", in: text, .table, .refuted, correction: "0.667")])
    #expect(html.contains("<del>0.66<mark>5</mark></del> <ins>0.66<mark>7</mark></ins>"))
  }

  /// What is about nothing that is shown, a comment or the front matter, is shown all the same.
  @Test func nothingIsSwallowed() throws {
    let text = "---\ntitl: x\n---\n\n<!-- swift\nlet a = b\n-->\n"
    let html = body(
      text, [],
      [
        Remark(
          range: try bytes("titl", in: text), place: "line 2", kind: .other, isError: true,
          message: "unknown"),
        Remark(
          range: try bytes("b\n", in: text), place: "line 6", kind: .compiler, isError: true,
          message: "no b"),
      ])
    #expect(html.contains("<p class=\"remark error\" id=\"remark.1\">"))
    #expect(html.contains("<p class=\"remark error\" id=\"remark.2\">"))
    #expect(html.contains("<a href=\"#remark.2\">line 6</a>"))
  }
}
