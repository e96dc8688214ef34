// The command line as its users meet it: exit codes, words, and a site that survives every failure.

import Foundation
import Testing

@Suite(.serialized)
struct CommandTests {
  @Test func aBuildWritesASiteAndTwoBuildsAreEqual() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let first = try project.galley("build")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("3 of 3 claims hold (2 essays)"))
    let site = project.contents(of: "site")
    #expect(site["index.html"] != nil && site["one.html"] != nil)
    let page = String(decoding: site["index.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("href=\"one.html#sums\""))
    #expect(try project.galley("build").status == 0)
    #expect(project.contents(of: "site") == site)
  }

  @Test func aRefutedClaimFailsAtItsDigitAndLeavesTheSite() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let site = project.contents(of: "site")
    try project.write("# Home\n\nTwo: 3<!-- = 1 + 1 -->.\n", to: "content/index.md")
    let run = try project.galley("build")
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "content/index.md:3:6: error: claim refuted: wrote 3, computed 2 [claim.refuted]\n"))
    #expect(project.contents(of: "site") == site)
    let check = try project.galley("check", "content/one.md")
    #expect(check.status == 0, "another essay is not to blame")
  }

  @Test func theReportHasTheFormThatIsPromised() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.write("# Home\n\nÄ 3<!-- = 1 + 1 -->.\n", to: "content/index.md")
    let run = try project.galley("check", "--format", "json")
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(json?["version"] as? Int == 2)
    #expect(json?["project"] as? String == ".")
    let claims = try #require(json?["claims"] as? [[String: Any]])
    #expect(claims.map { $0["kind"] as? String } == ["prose", "example", "output"])
    let claim = try #require(claims.first)
    #expect(claim["path"] as? String == "content/index.md")
    #expect(claim["line"] as? Int == 3)
    #expect(claim["column"] as? Int == 4, "columns count bytes")
    #expect(claim["wrote"] as? String == "3")
    #expect(claim["computed"] as? String == "2")
    #expect(claim["verdict"] as? String == "refuted")
    #expect(claim["expression"] as? String == "1 + 1")
    #expect(claim["rule"] as? String == "exactly equal")
    #expect(claim["margin"] is NSNull, "it does not hold")
    #expect((claims[1]["margin"] as? [String: Double]) == ["down": 0, "up": 0])
    #expect(claims[2]["margin"] is NSNull, "of an output nobody can say")
    #expect(claims.allSatisfy { $0["milliseconds"] as? Double ?? 0 > 0 })
    let diagnostics = try #require(json?["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?["id"] as? String == "claim.refuted")
    #expect(diagnostics.first?["severity"] as? String == "error")
    #expect((diagnostics.first?["fix"] as? [String: Any])?["replacement"] as? String == "2")
  }

  @Test(arguments: [
    (["check", "content/none.md"], "there is no essay ‘content/none.md’"),
    (["check", "--jobs", "0"], "--jobs"), (["check", "--timeout", "soon"], "--timeout"),
    (["check", "--format", "xml"], "--format"), (["chekc"], "chekc"),
    (["check", "--project", "/nowhere"], "galley.yml"),
    (["build", "--output", "content"], "where files of the project are"),
    (["build", "--output", ".."], "where files of the project are"),
  ])
  func misuseIsSaidSo(_ arguments: [String], _ words: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.start(arguments).finish()
    #expect(run.status == 64)
    #expect(run.errors.contains(words))
  }

  @Test func whatIsMissingIsNamedAndTheSiteStays() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    #expect(try project.galley("build").status == 0)
    let site = project.contents(of: "site")

    let noCompiler = try project.galley("build", environment: ["PATH": "/nowhere"])
    #expect(noCompiler.status == 69)
    #expect(noCompiler.errors.contains("https://www.swift.org/install"))

    let noKaTeX = try project.galley("build", environment: ["GALLEY_KATEX": "/nowhere"])
    #expect(noKaTeX.status == 69)
    #expect(noKaTeX.errors.contains("libjs-katex"))

    try project.write("{{> gone}}", to: "templates/page.mustache")
    let noTemplate = try project.galley("build")
    #expect(noTemplate.status == 1)
    #expect(noTemplate.errors.contains("gone.mustache"))
    #expect(noTemplate.errors.contains("restore"))
    #expect(noTemplate.output.isEmpty, "nothing was verified, so nothing is summed up")

    try project.delete("content")
    let noContent = try project.galley("build")
    #expect(noContent.status == 69)
    #expect(noContent.errors.contains("content/"))
    #expect(project.contents(of: "site") == site)
  }

  @Test func badTeXFailsAtItsOwnPlace() throws {
    let project = try ScratchProject([
      "content/two.md": "# Two\n\n> - text $a + \\fraq{1}{2}$\n"
    ])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 1)
    #expect(run.errors.contains("content/two.md:3:15: error: "))
    #expect(project.contents(of: "site").isEmpty)
    let check = try project.galley("check", "content/two.md")
    #expect(check.status == 1)
    #expect(check.errors == run.errors, "to check is enough")
  }

  @Test func brokenLinksAndSettingsFailAtTheirPlaces() throws {
    let project = try ScratchProject([
      "content/two.md":
        "# Two\n\n[a](none.md) [b](one.md#none) [c](one.md#sums) [d](#two) [e](#nil)\n"
    ])
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == 1)
    for words in [
      "3:1: error: this link leads to content/none.md", "3:14: error: ", "3:58: error: ",
    ] {
      #expect(run.errors.contains("content/two.md:" + words), "\(run.errors)")
    }
    try project.delete("content/two.md")
    try project.write("title: T\ncolour: red\nessays: [one, gone]\n", to: "galley.yml")
    let settings = try project.galley("check")
    #expect(settings.status == 1)
    #expect(settings.errors.contains("galley.yml:2:1: error: ‘colour’"))
    #expect(settings.errors.contains("galley.yml:3:15: error: ‘essays’ lists ‘gone’"))
    try project.write("essays: [one, one]\nbaseURL: here\n", to: "galley.yml")
    let doubled = try project.galley("check")
    #expect(doubled.errors.contains("galley.yml:1:15: error: ‘essays’ lists ‘one’ twice"))
    #expect(doubled.errors.contains("galley.yml:2:10: error: ‘baseURL’ is a whole address"))
  }

  /// Without its settings, whatever was said of the essays would be wrong.
  @Test func settingsThatAreNoYAMLAreAllThatIsComplainedOf() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.write("library:\n  product: [Simplex\n", to: "galley.yml")
    let run = try project.galley("check")
    #expect(run.status == 1)
    #expect(run.errors.contains("error: galley.yml is no YAML"))
    #expect(run.errors.components(separatedBy: "error: ").count == 2, "\(run.errors)")
  }

  @Test func pagesKnowTheirAddressWhereItIsGiven() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let settings = try #require(project.text(of: "galley.yml"))
    try project.write(
      settings + "\nbaseURL: https://example.org/a b/\n", to: "galley.yml")
    #expect(try project.galley("check").status == 1)
    try project.write(settings + "\nbaseURL: https://example.org/essays\n", to: "galley.yml")
    #expect(try project.galley("build").status == 0)
    let home = try #require(project.text(of: "site/index.html"))
    #expect(home.contains("<link rel=\"canonical\" href=\"https://example.org/essays/\">"))
    let sitemap = try #require(project.text(of: "site/sitemap.xml"))
    #expect(sitemap.contains("<loc>https://example.org/essays/one.html</loc>"))
  }

  @Test func aClaimAtTheMercyOfRoundingIsAnErrorWhereThatIsAsked() throws {
    let project = try ScratchProject([
      "content/two.md":
        "# Two\n\n```swift\nlet n = [0.1, 0.2]\nn[0] + n[1] // → 0.30000000000000004\nn[0] + n[1] // → 0.3\n```\n"
    ])
    defer { project.remove() }
    #expect(try project.galley("check").status == 0)
    let text = try project.galley("check", "--rounding")
    #expect(text.status == 1)
    #expect(text.errors.hasPrefix("content/two.md:5:20: error: claim at the mercy of rounding"))
    #expect(text.output.contains("rounding up, down and toward zero: 1 claim fails"))
    let run = try project.galley("check", "--rounding", "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let found = json?["diagnostics"] as? [[String: Any]]
    #expect(found?.map { $0["id"] as? String } == ["claim.rounding"])
  }

  @Test func numbersThatNobodyAnswersForAreErrorsWhereThatIsAsked() throws {
    let project = try ScratchProject([
      "content/two.md": "# Two\n\nÄ 17, 18<!-- given --> and 2<!-- = 1 + 1 -->.\n\n$$ x $$\n"
    ])
    defer { project.remove() }
    #expect(try project.galley("check").status == 0)
    let text = try project.galley("check", "--coverage")
    #expect(text.status == 1)
    #expect(text.errors.hasPrefix("content/two.md:3:4: error: nobody answers for 17"))
    #expect(text.errors.contains("content/two.md:5:1: error: nobody answers for this equation"))
    #expect(text.output.contains("content/index.md: 1 of 1 numbers checked, 0 given\n"))
    let summary = "content/two.md: 1 of 2 numbers checked, 1 given, 1 equation without a name\n"
    #expect(text.output.contains(summary))
    let run = try project.galley("check", "--coverage", "--format", "json", "content/two.md")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let cover = json?["coverage"] as? [[String: Any]]
    #expect(cover?.count == 1)
    #expect(cover?.first?["uncovered"] as? Int == 1)
    try project.write("# Two\n\n18<!-- given --> and 2<!-- = 1 + 1 -->.\n", to: "content/two.md")
    #expect(try project.galley("check", "--coverage").status == 0)
    #expect(try project.galley("build").status == 0)
    let page = String(decoding: project.contents(of: "site")["two.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("18 and "), "the comment is not seen")
  }

  @Test func whatWouldBePassedOverInContentIsNamed() throws {
    let project = try ScratchProject([
      "content/two.markdown": "Five: 5<!-- = 1 + 1 -->.\n",
      "content/three.MD": "Five: 5<!-- = 1 + 1 -->.\n",
      "elsewhere/four.md": "Five: 5<!-- = 1 + 1 -->.\n",
    ])
    defer { project.remove() }
    let files = FileManager.default
    let content = project.folder + "/content/"
    try files.createSymbolicLink(atPath: content + "folder", withDestinationPath: "../elsewhere")
    try files.createSymbolicLink(atPath: content + "gone.csv", withDestinationPath: "nowhere")
    // Nobody will ever write to these; waiting for it would be for ever.
    for name in ["pipe.csv", "references.yml"] { #expect(mkfifo(content + name, 0o644) == 0) }
    let run = try project.galley("check")
    #expect(run.status == 1)
    let told = run.errors.split(separator: "\n").filter { $0.contains("error: ") }
      .compactMap { $0.split(separator: ":").first }
    #expect(
      told.sorted() == [
        "content/folder", "content/gone.csv", "content/pipe.csv", "content/references.yml",
        "content/three.MD", "content/two.markdown",
      ])
    // A link to a file is that file.
    for name in told { try project.delete(String(name)) }
    try files.createSymbolicLink(
      atPath: content + "four.md", withDestinationPath: "../elsewhere/four.md")
    #expect(try project.galley("check").errors.contains("wrote 5, computed 2"))
  }
}
