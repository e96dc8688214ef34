// Labels: numbers in the order of reading, and what is wrong with labels at its own place.

import Diagnostics
import Foundation
import Markup
import Testing

@testable import Reading
@testable import Site

@Suite struct LabelTests {
  private func index(_ texts: String...) -> (labels: LabelIndex, log: [String]) {
    let documents = texts.enumerated().map { number, text in
      parse(text, path: "content/\(number + 1).md").value
    }
    let result = LabelIndex.of(documents)
    let sources = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.source) })
    let log = result.log.diagnostics.map { diagnostic in
      let span = diagnostic.span ?? SourceSpan("", 0..<0)
      let place = sources[span.path]?.position(of: span.range.lowerBound)
      let covered = sources[span.path]?[span.range] ?? ""
      return "\(span.path.dropFirst(8).prefix(1)):\(place?.line ?? 0):\(place?.column ?? 0) "
        + "\(diagnostic.id.rawValue) [\(covered)] \(diagnostic.notes.map(\.text).joined())"
    }
    return (result.value, log)
  }

  @Test func numbersFollowTheOrderOfReading() {
    let (labels, log) = index(
      "$$\nx\n$$\n\n$$\na \\label{eq:a}\n$$\n",
      "> - $$b \\label{eq:b}$$\n\n```swift derivation\n// $$ c\nf()\n// $$ = d \\label{eq:c} $$ ± 1\ng()\n```\n\n"
        + "```math\ne \\label{eq:e}\n```\n")
    #expect(log.isEmpty)
    #expect(labels.equationNumbers == ["eq:a": 1, "eq:b": 2, "eq:c": 3, "eq:e": 4])
    #expect(labels["eq:c"]?.number == "(3)")
    #expect(labels.formulas["content/2.md"]?.count == 2, "a derivation's line is no formula")
  }

  @Test func rowsHaveNumbersOfTheirOwn() {
    let (labels, log) = index(
      "$$\n\\begin{align}\na &= \\begin{cases} 1 \\\\ 2 \\end{cases} \\label{eq:a} \\\\[4pt]\n"
        + "b &= c \\notag \\\\ % \\\\ \\label{eq:no}\n\\label{eq:d} d &= {e \\\\ f}\n\\end{align}\n$$\n",
      "$$\\begin{gather*} a \\label{eq:g} \\\\ b \\tag{B} \\\\ c \\tag{A.1} \\label{eq:t}\\end{gather*}$$\n\n"
        + "$$x \\tag*{Star} \\label{eq:s}$$\n\n$$\\begin{aligned} y \\label{eq:y} \\\\ z\\end{aligned}$$\n\n"
        + "$\\ref{eq:t} + \\eqref{eq:s}$\n")
    #expect(log.isEmpty)
    #expect(labels.equationNumbers == ["eq:a": 1, "eq:d": 2, "eq:g": 3, "eq:y": 4])
    #expect(labels["eq:t"]?.number == "(A.1)")
    #expect(labels["eq:s"]?.number == "Star")
    #expect(labels.labels(ofFormulaAt: 0, in: "content/1.md").map(\.name) == ["eq:a", "eq:d"])
    #expect(labels.labels(ofFormulaAt: 0, in: "content/2.md").map(\.name) == ["eq:g", "eq:t"])
  }

  @Test func everyFigureIsCountedAndSomeHaveLabels() {
    let (labels, log) = index(
      "```swift figure\nf\n```\n\n```swift norun figure\nf\n```\n\n```swift figure label=fig:two\nf\n```\n",
      "```swift sweep T in 1...2 label=fig:three\nf\n```\n\n[Figure](#fig:two)\n")
    #expect(log.isEmpty)
    #expect(labels["fig:two"]?.number == "2")
    #expect(labels["fig:three"]?.number == "3")
    #expect(labels.figureNumbers["content/1.md"]?[0] == 1)
    #expect(labels.references["content/2.md"] == ["fig:two"])
  }

  @Test func aHeadingsLabelIsACommentAtItsEnd() throws {
    let (labels, log) = index("# A *title* <!-- #sec:a -->\n\nB  <!-- #sec:b -->\n---\n")
    #expect(log.isEmpty)
    #expect(labels["sec:a"]?.anchor == "a-title")
    #expect(labels["sec:a"]?.number == "A title")
    #expect(labels["sec:b"]?.anchor == "b")
  }

  @Test(arguments: [
    (
      "[x](#eq:bais)\n\n$$a \\label{eq:bayes}$$",
      "1:1:1 label.unknown [[x](#eq:bais)] the nearest label is ‘eq:bayes’"
    ),
    ("a $b + \\eqref{eq:no}$", "1:1:8 label.unknown [\\eqref{eq:no}] "),
    ("$\\href{#eq:no}{x}$", "1:1:2 label.unknown [\\href{#eq:no}] "),
    (
      "> - $$\n>   a \\label{eq:a}\n>   b \\label{eq:b}\n>   $$",
      "1:3:7 label.doubled [\\label{eq:b}] "
    ),
    (
      "$$a \\label{eq:a}$$\n\n$$b \\label{eq:a}$$",
      "1:3:5 label.doubled [\\label{eq:a}] it was given here first"
    ),
    ("a $b \\label{eq:a}$", "1:1:6 label.misplaced [\\label{eq:a}] "),
    ("$$a \\tag{$*$} \\label{eq:a}$$", "1:1:15 label.misplaced [\\label{eq:a}] "),
    ("$$a \\notag \\label{eq:a}$$", "1:1:12 label.misplaced [\\label{eq:a}] "),
    (
      "$$\\begin{align}a \\label{eq:a} \\label{eq:b}\\\\ c\\end{align}$$",
      "1:1:31 label.doubled [\\label{eq:b}] "
    ),
    (
      "$$\\begin{aligned}a \\label{eq:a}\\\\ c \\label{eq:b}\\end{aligned}$$",
      "1:1:37 label.doubled [\\label{eq:b}] "
    ),
    (
      "$$\\begin{gather}a \\label{eq:a}\\\\ c \\nonumber \\label{eq:b}\\end{gather}$$",
      "1:1:46 label.misplaced [\\label{eq:b}] "
    ),
    ("$\\ref{fig:a}$", "1:1:2 label.misplaced [\\ref{fig:a}] "),
    ("$$a \\label{fig:a}$$", "1:1:5 label.misplaced [\\label{fig:a}] "),
    ("$$a \\label{a b}$$", "1:1:5 label.unreadable [\\label{a b}] "),
    ("$$a \\label$$", "1:1:5 label.unreadable [\\label] "),
    ("$$a \\label{eq:a}$$\n\n[Figure](#eq:a)", "1:3:1 label.misplaced [[Figure](#eq:a)] "),
    ("a <!-- #sec:x --> b", "1:1:3 label.misplaced [<!-- #sec:x -->] "),
    ("<!-- #sec:x -->\n\na", "1:1:1 label.misplaced [<!-- #sec:x -->] "),
    ("# a <!-- #fig:x -->", "1:1:5 label.misplaced [<!-- #fig:x -->] "),
    (
      "- ```swift derivation\n  // $$ a + \\eqref{eq:no}\n  f()\n  ```",
      "1:2:13 label.unknown [\\eqref{eq:no}] "
    ),
  ])
  func whatIsWrongIsSaidAtItsPlace(_ text: String, _ complaint: String) {
    #expect(index(text).log == [complaint])
  }

  @Test func whatIsNoLabelIsLeftAlone() {
    let (labels, log) = index(
      "$$a % \\label{eq:a}\n$$ `\\label{eq:b}` [x](#section) $\\href{#y}{z}$ <!-- #todo -->\n\n"
        + "```\n// $$ a \\label{eq:c}\n```\n\n$$\\\\label{eq:d} \\text{\\%}$$\n")
    #expect(labels.labels.isEmpty)
    #expect(log.isEmpty)
  }

  @Test func placesBehindAReplacementAreFoundAgain() {
    let (labels, _) = index("$$é \\label{eq:a} \\eqref{eq:a} + \\fraq$$")
    let tex = "é \\label{eq:a} \\eqref{eq:a} + \\fraq"
    let edited = EditedTeX(
      tex, own: labels.labels(ofFormulaAt: 0, in: "content/1.md"), prefix: "{}=", labels)
    #expect(edited.text == "{}=é \\tag{1} \\href{#eq:a}{\\text{(1)}} + \\fraq")
    for word in ["é", "+", "\\fraq"] {
      let (there, here) = (offset(of: word, in: edited.text), offset(of: word, in: tex))
      #expect(edited.sourceOffset(of: there) == here, "\(word)")
    }
    #expect(
      edited.sourceOffset(of: offset(of: "text", in: edited.text)) == offset(of: "\\eqref", in: tex)
    )
    #expect(edited.sourceOffset(of: edited.text.utf8.count + 9) == tex.utf8.count)
    #expect(edited.sourceOffset(of: 0) == 0)
  }

  private func offset(of word: String, in text: String) -> Int {
    let place = text.range(of: word)?.lowerBound ?? text.endIndex
    return text.utf8.distance(from: text.startIndex, to: place)
  }

  // MARK: Through the command

  @Test func rowsArePlacesThatLinksLeadTo() throws {
    let project = try ScratchProject([
      "content/rows.md":
        "# Rows\n\n$$\n\\begin{align}\na &= b \\label{eq:a} \\\\\nc &= d \\nonumber \\\\\n"
        + "e &= f \\tag{T} \\label{eq:t}\n\\end{align}\n$$\n\n$\\eqref{eq:a}$ $\\ref{eq:a}$ $x + \\ref{eq:t}$\n",
      "content/other.md": "# Other\n\n[Equation](#eq:t)\n",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(project.text(of: "site/rows.html"))
    for piece in [
      "<a id=\"eq:a\"", "<a id=\"eq:t\"", "aria-label=\"Equations (1), (T)\"",
      "<a class=\"ref\" href=\"#eq:a\">(1)</a>", "<a class=\"ref\" href=\"#eq:a\">1</a>",
      "formula-ref\" href=\"#eq:t\">Equation (T)</a>",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
    #expect(!page.contains("row:"))
    #expect(page.components(separatedBy: "id=\"eq:a\"").count == 2)
    let other = try #require(project.text(of: "site/other.html"))
    #expect(
      other.contains("href=\"rows.html#eq:t\" data-preview=\"preview:eq:t\">Equation\u{A0}(T)</a>"))
  }

  @Test func referencesWorkAcrossPages() throws {
    let project = try ScratchProject([
      "content/two.md":
        "# Two\n\n## Part <!-- #sec:part -->\n\nFirst words.\n\n$$\ny \\label{eq:y}\n$$\n",
      "content/three.md":
        "# Three\n\n[Section](#sec:part), [](#eq:y), [that](two.md#sec:part), [Equation](#eq:x), "
        + "$\\eqref{eq:y}$ $a + \\eqref{eq:y}$\n\n$$\nx \\label{eq:x}\n$$\n",
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(project.text(of: "site/three.html"))
    for link in [
      ">Section\u{A0}“Part”</a>", "data-preview=\"preview:eq:y\">Equation (2)</a>",
      "<a href=\"two.html#part\">that</a>", "<a class=\"ref\" href=\"#eq:x\">Equation\u{A0}(1)</a>",
      "<span class=\"math\"><a class=\"ref\" href=\"two.html#eq:y\"",
      "<a class=\"ref formula-ref\" href=\"two.html#eq:y\"",
      "<template id=\"preview:sec:part\"><p><strong>Part</strong></p><p>First words.</p></template>",
      "<script defer src=\"assets/previews-",
    ] {
      #expect(page.contains(link), "\(link)")
    }
    #expect(!page.contains("href=\"#eq:y\""), "every link to another page leads there")
    #expect(project.asset("previews.js")?.isEmpty == false)
    let plain = try #require(project.text(of: "site/one.html"))
    #expect(!plain.contains("assets/previews"), "no script where there is nothing to show")
    let target = try #require(project.text(of: "site/two.html"))
    #expect(target.contains("id=\"eq:y\""))
    #expect(!target.contains("sec:part"), "the comment is nowhere on its page")
    #expect(target.contains("<h2 id=\"part\">Part <a class=\"permalink\""))

    // One essay alone is checked with the labels of the others.
    #expect(try project.galley("check", "content/three.md").status == 0)
    try project.write("# Two\n\n$$\nz \\label{eq:z} \\fraq\n$$\n", to: "content/two.md")
    let broken = try project.galley("check", "content/three.md")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("content/three.md:3:1: error: nothing has the label ‘sec:part’"))
    #expect(broken.errors.contains("content/three.md:3:34: error: "), "\(broken.errors)")
    try project.delete("content/three.md")
    let tex = try project.galley("build")
    #expect(tex.errors.contains("content/two.md:4:16: error: "), "\(tex.errors)")
  }
}
