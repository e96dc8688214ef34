// Where Galley looks and what it names: the project around the folder that one stands in, essays among other words, and
// paths that open the right file from there.

import Diagnostics
import Foundation
import Reporting
import Running
import Synchronization
import Testing
import Typesetting

@testable import Site
@testable import galley

@Suite struct ProjectPlaceTests {
  /// The first path of a message, followed from the folder that the command ran in.
  private func opened(_ run: ScratchProject.Run, from folder: String) -> String? {
    let path = run.errors.split(separator: ":").first.map(String.init)
    return path.map { URL(fileURLWithPath: folder + "/" + $0).standardizedFileURL.path }
  }

  @Test(arguments: ["", "content", "content/deep"])
  func aProjectIsFoundFromItsSubfolders(_ directory: String) throws {
    let project = try ScratchProject(["content/deep/two.md": "# Two\n\nTwo: 3<!-- = 1 + 1 -->.\n"])
    defer { project.remove() }
    let run = try project.start(["check"], in: directory).finish()
    #expect(run.status == 1)
    let file = project.folder + "/content/deep/two.md"
    #expect(opened(run, from: project.folder + "/" + directory) == file, "\(run.errors)")
    let json = try project.start(["check", "--format", "json"], in: directory).finish()
    let finding = try #require(json.diagnostics().first)
    let path = try #require(finding["path"] as? String)
    #expect(run.errors.hasPrefix("\(path):3:6: error: "), "text and JSON name the same")
    #expect((finding["fix"] as? [String: Any])?["path"] as? String == path)
    let names: [String: String] = ["": ".", "content": "..", "content/deep": "../.."]
    #expect(try json.report()["project"] as? String == names[directory])
    // An essay is named as the shell completes it.
    let one = directory.isEmpty ? "content/one.md" : directory == "content" ? "one.md" : "../one.md"
    #expect(try project.start(["check", one], in: directory).finish().status == 0)
  }

  @Test func aNamedProjectIsNamedFromHere() throws {
    let project = try ScratchProject(["mine/content/a.md": "Two: 3<!-- = 1 + 1 -->.\n"])
    defer { project.remove() }
    try project.write("title: Mine\n", to: "mine/galley.yml")
    // Where all are looked at, somebody wants a site.
    let home =
      "content/index.md is missing: it is the site's home page, and ‘galley build’ needs it"
    #expect(
      try project.galley("check", "--project", "mine").errors.contains("warning: \(home)"))
    try project.write("Home.\n", to: "mine/content/index.md")
    let coverage = try project.galley("check", "--project", "mine", "--coverage")
    #expect(coverage.errors.hasPrefix("mine/content/a.md:1:6: error: claim refuted"))
    #expect(coverage.output.contains("\nmine/content/a.md: 1 of 1 numbers checked"))
    // What is named is meant: nobody looks above it.
    let wrong = try project.galley("check", "--project", "mine/content")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("there is no galley.yml in \(project.folder)/mine/content"))
    // The nearest is the one.
    let nearest = try project.start(["check"], in: "mine/content").finish()
    #expect(nearest.errors.hasPrefix("a.md:1:6: error: claim refuted"))
  }

  @Test(arguments: ["check", "build", "clean"])
  func whereThereIsNoProjectItSaysSo(_ command: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.write("kept", to: ".build/galley/kept")
    try project.delete("galley.yml")
    let run = try project.start([command], in: "content").finish()
    #expect(run.status == 64)
    #expect(run.errors.contains("nor in a folder above it: run galley in a project's folder"))
    #expect(project.text(of: ".build/galley/kept") == "kept", "nothing was cleared")
  }

  @Test func whatIsNoEssayIsSaidAndTheOthersAreChecked() throws {
    let project = try ScratchProject([
      "Sources/x.swift": "", "content/two.md": "Two: 3<!-- = 1 + 1 -->.\n",
    ])
    defer { project.remove() }
    let words = [
      "content/one.md", "nowhere.md", "content/two.md", "content/oen.md", "oen", "Sources/x.swift",
    ]
    let run = try project.start(["check"] + words).finish()
    #expect(run.status == 64)
    for line in [
      "error: there is no essay ‘nowhere.md’: an essay is a .md file under content/",
      "error: there is no essay ‘oen’: did you mean ‘content/one.md’?",
      "error: there is no essay ‘content/oen.md’: did you mean ‘content/one.md’?",
      "error: ‘Sources/x.swift’ is no essay: an essay is a .md file under content/",
      "content/two.md:1:6: error: claim refuted",
    ] {
      #expect(run.errors.contains(line), "\(run.errors)")
    }
    #expect(run.output == "2 of 3 claims hold, 1 refuted (2 essays)\n")
    let json = try project.start(["check", "--format", "json"] + words).finish()
    #expect(json.status == 64)
    #expect(
      try json.diagnostics().map { $0["id"] as? String }
        == [String](repeating: "command.misuse", count: 4) + ["claim.refuted"])
    // Where none is left, all are not meant.
    let none = try project.galley("check", "gone.md")
    #expect(none.status == 64 && none.output.isEmpty)
    #expect(try project.galley("check", "content/one.md", "content/one.md").status == 0)
  }

  @Test(arguments: [
    ("titel: T", "‘titel’ is no setting of Galley: did you mean ‘title’? It knows title, author"),
    ("base_url: x", "did you mean ‘baseURL’?"),
    ("quxquxqux: 1", "‘quxquxqux’ is no setting of Galley; it knows title, author"),
    ("library:\n  products: [A]", "‘flags’, not ‘products’: did you mean ‘product’?"),
    ("library:\n  import: [A]", "did you mean ‘imports’?"),
  ])
  func unknownSettingsNameTheNearest(_ text: String, _ words: String) throws {
    let log = Configuration.read(text).log
    #expect(log.diagnostics.count == 1)
    #expect(log.diagnostics[0].message.contains(words), "\(log.diagnostics[0].message)")
  }

  /// An essay is named while its program runs, and no longer.
  @Test func progressNamesWhatIsRunning() async throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let told = Mutex<[String]>([])
    let options = Options(
      limits: Limits(), jobs: 1, worker: WorkerCommand(executable: try ScratchProject.executable()))
    _ = try await check(try Project.read(project.folder).value, options) { running, done in
      told.withLock { $0.append("\(done) \(running.joined())") }
    }
    #expect(told.withLock { $0 } == ["0 content/index.md", "1 content/one.md", "2 "])
  }

  @Test func aLineOfProgressFitsTheTerminal() {
    let running: [(String, Duration)] = [
      ("content/a.md", .milliseconds(999)), ("content/b.md", .milliseconds(4100)),
    ]
    #expect(
      ProgressLine.line(running, done: 1, of: 3, columns: 80)
        == "[1/3] content/a.md, content/b.md 4 s")
    #expect(ProgressLine.line([], done: 3, of: 3, columns: 80) == "[3/3] ")
    let long = [(String, Duration)](repeating: ("content/é.md", .seconds(2)), count: 20)
    for columns in [0, 1, 2, 20, 80] {
      let line = ProgressLine.line(long, done: 1, of: 2, columns: columns)
      #expect(line.count < max(columns, 2) && line.hasSuffix("…"))
    }
  }

  @Test func aMessageIsExplained() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.galley("explain", "[claim.refuted]")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("claim.refuted: The computed value is not what the claim says\n"))
    #expect(run.output.contains("write what `fix:` says"))
    // What is a link in the guide leads nowhere from a terminal.
    for identifier in Identifier.allCases {
      let text = Explain.withoutLinks(identifier.help.text)
      #expect(!text.contains("](#"), "\(text)")
    }
    #expect(Explain.withoutLinks("a [b](#c), [d](e) [f](#g).") == "a b, [d](e) f.")
    #expect(Explain.withoutLinks("[0, 1] and [the rest](#g)") == "[0, 1] and the rest")
    let all = try project.galley("explain").output.split(separator: "\n")
    #expect(all.count > 50 && all.contains { $0.hasPrefix("link.broken ") })
    let wrong = try project.galley("explain", "claim.refute")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean ‘claim.refuted’?"))
  }
}
