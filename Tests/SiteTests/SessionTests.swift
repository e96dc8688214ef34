// A run that has nothing to do does nothing, and the steps of a run can be called one by one.

import Diagnostics
import Files
import Foundation
import Rendering
import Running
import Testing
import Typesetting
import Verification

@testable import Site

@Suite(.serialized) struct SessionTests {
  /// The scratch project, with a count of the workers that set type.
  private struct Counted {
    let project: ScratchProject
    var count: String { project.folder + "/workers" }
    var site: String { project.folder + "/site" }

    init() throws {
      project = try ScratchProject([
        "content/two.md": """
        # Two

        Half, $\\gdef\\half{x}\\half$, is $y = 0.5$<!-- = 1.0 / 2 -->, twice $\\half$.

        ```swift
        let n = 1
        ```

        """
      ])
    }

    var options: Options {
      get throws {
        let script = "echo x >> \"$0\"; exec \"$1\" typeset-worker"
        return Options(
          limits: Limits(time: .seconds(60)), jobs: 2,
          worker: WorkerCommand(
            executable: "/bin/sh",
            arguments: ["-c", script, count, try ScratchProject.executable()]))
      }
    }

    func read() throws -> Project {
      let read = try Project.read(project.folder)
      #expect(read.log.diagnostics.isEmpty)
      return read.value
    }

    func build() async throws -> BuildResult {
      try await Site.build(read(), into: site, after: Log(), options)
    }

    /// How many workers were started since somebody asked.
    func workers() -> Int {
      defer { try? FileSystem.disk.remove(count) }
      return FileSystem.disk.contents(count)?.count { $0 == UInt8(ascii: "\n") } ?? 0
    }

    /// Each file of the site by its path, with what changes when it is written.
    var dates: [String: Date] {
      let files = FileSystem.disk
      return Dictionary(
        uniqueKeysWithValues: files.listAll(site).map {
          ($0, files.modified(site + "/" + $0) ?? .distantPast)
        })
    }
  }

  @Test func nothingToDoSetsNoTypeAndWritesNoFile() async throws {
    let counted = try Counted()
    defer { counted.project.remove() }
    let first = try await counted.build()
    #expect(first.log.diagnostics.map(\.message) == [])
    #expect(first.index == counted.site + "/index.html")
    #expect(counted.workers() == 2, "the claimed formula, and then all of it")
    let (site, dates) = (counted.project.contents(of: "site"), counted.dates)
    #expect(site["two.html"] != nil)

    #expect(try await counted.build().log.diagnostics.isEmpty)
    #expect(counted.workers() == 0)
    #expect(counted.dates == dates)

    // One changed word is one changed file.
    let one = try #require(counted.project.text(of: "content/one.md"))
    try counted.project.write(one + "\nA word.\n", to: "content/one.md")
    #expect(try await counted.build().log.diagnostics.isEmpty)
    #expect(counted.workers() == 0)
    let changed = counted.dates.filter { dates[$0.key] != $0.value && $0.key != "assets" }
    // The ledger tells the essay's digest.
    #expect(
      changed.keys.filter { $0.hasSuffix(".html") }.sorted() == ["one.html", "one/ledger.html"])
    #expect(changed.keys.allSatisfy { !$0.hasPrefix("assets/katex") })

    // A refuted claim leaves the site, though its formulas were set beside the programs.
    let before = counted.dates
    try counted.project.write(
      "# Two\n\n$\\alpha$ and then 3<!-- = 1 + 1 -->.\n", to: "content/two.md")
    let refuted = try await counted.build()
    #expect(refuted.log.diagnostics.map(\.id) == [.claimRefuted] && refuted.index == nil)
    #expect(counted.workers() == 1)
    #expect(counted.dates == before)

    // To check sets formulas and no listings; bad TeX is found at its place.
    try counted.project.write("# Two\n\n$\\fraq$\n\n```c\nint a;\n```\n", to: "content/two.md")
    let checked = try await check(counted.read(), counted.options)
    #expect(checked.log.diagnostics.map(\.id) == [.texUnparsable])
    #expect(counted.workers() == 1)
    #expect(try await check(counted.read(), counted.options).log == checked.log)
    #expect(counted.workers() == 0, "an error is kept as well")
  }

  @Test func theStepsOfOneEssayCanBeCalledAlone() async throws {
    let counted = try Counted()
    defer { counted.project.remove() }
    try counted.project.write(
      "---\ndata: [data/gone.csv]\n---\n\n# Two\n\n2<!-- = 1 + 1 -->\n", to: "content/two.md")
    let project = try counted.read()
    var session = try Session(project, counted.options)
    let pages = await Pages.of(project).value
    let parts = pages.parts.filter { $0.document.path == "content/two.md" }
    let prepared = try await session.prepare(parts).value
    #expect(prepared.map(\.missingData) == [["data/gone.csv"]], "found before anything is run")
    let bench = try await Bench.open(in: session.shop, drawsFigures: false)
    let programs = try await session.run(prepared.map(\.draft), on: bench)
    bench.clear()

    // Who judges asks for no file, and starts no process: there is nothing left here to do either with.
    session.shop.files.read = { path in throw Refusal.missing(path) }
    session.shop.files.target = { _ in nil }
    try counted.project.delete(".build")
    let judged = session.judge(prepared[0], programs[0])
    #expect(judged.value.claims.map(\.verdict) == [.held])
    #expect(judged.log.diagnostics.map(\.id) == [.dataMissing])
    let typeset = try await session.typeset(prepared, pages.labels, .all)
    let page = PageContent(
      judged.value, typeset.value[0], SiteReferences(pages.labels, [judged.value], typeset.value),
      pages.bibliography)
    #expect(page.path == "two.html" && page.bodyHTML.contains("2") && !page.hasMath)
  }
}
