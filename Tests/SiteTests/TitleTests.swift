// Titles: formulas in front matter are set where a page shows them, and words where only words can stand.

import Testing

@Suite struct TitleTests {
  private let one =
    "---\ntitle: \"The $O(n)$ bound\"\nsummary: On $\\alpha$ & *y*\n---\n\nText.\n"

  @Test func formulasInTitlesAreSet() throws {
    let project = try ScratchProject([
      "content/one.md": one, "content/two.md": "---\ntitle: Plain\n---\n\nText.\n",
    ])
    defer { project.remove() }
    try project.write("Home.\n", to: "content/index.md")
    let run = try project.galley("build")
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(project.text(of: "site/one.html"))
    #expect(page.contains("<title>The O(n) bound · A test</title>"))
    #expect(page.contains("<meta name=\"description\" content=\"On \\alpha &amp; *y*\">"))
    #expect(page.contains("<h1>The <span class=\"katex\">"))
    #expect(page.contains("<p class=\"summary\">On <span class=\"katex\">"))
    #expect(page.contains("</span> &amp; *y*</p>"))
    #expect(page.contains("assets/katex.min-"))
    let home = try #require(project.text(of: "site/index.html"))
    #expect(home.contains("<h2><a href=\"one.html\">The <span class=\"katex\">"))
    #expect(home.contains("<p>On <span class=\"katex\">"))
    let two = try #require(project.text(of: "site/two.html"))
    #expect(two.contains("<span class=\"where\">The <span class=\"katex\">"))
    #expect(two.contains("assets/katex.min-"), "the list of essays needs it")
  }

  @Test func pagesOfPlainTitlesNeedNoStyle() throws {
    let project = try ScratchProject(["content/one.md": "---\ntitle: It costs $5\n---\n\nText.\n"])
    defer { project.remove() }
    try project.write("Home.\n", to: "content/index.md")
    #expect(try project.galley("build").status == 0)
    let page = try #require(project.text(of: "site/one.html"))
    #expect(page.contains("<h1>It costs $5</h1>"))
    #expect(!page.contains("katex"))
  }

  @Test func badTeXInATitleIsSaidAtItsPlace() throws {
    let project = try ScratchProject([
      "content/one.md": "---\ntitle: Of $\\fraq$\nsummary: See $\\eqref{eq:no}$\n---\n\nText.\n"
    ])
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == 1)
    #expect(run.errors.contains("one.md:2:12: error: Undefined control sequence: \\fraq"))
    #expect(run.errors.contains("one.md:3:15: error: nothing has the label ‘eq:no’"))
  }
}
