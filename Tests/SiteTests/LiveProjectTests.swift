// Only what changed is done again: what a change starts is counted.

import Diagnostics
import Files
import Foundation
import Running
import Synchronization
import TestSupport
import Testing
import Typesetting

@testable import Serving
@testable import Site

@Suite(.serialized) struct LiveProjectTests {
  private static let one = """
    # One

    PROSE. Two: 2<!-- = 1 + 1 -->, $x^2$.

    ```swift
    let n = 21
    n * 2    // → 42
    ```

    ```swift program=other
    let m = 3
    m + 1 // → 4
    ```

    """

  /// A project that is brought up to date by hand.
  private struct Scene {
    let project: ScratchProject
    let live: LiveProject
    let stage = Stage(.disk)

    init() async throws {
      project = try ScratchProject(["content/one.md": LiveProjectTests.one])
      try project.write("# Two\n\n```swift\n1 + 2 // → 3\n```\n", to: "content/two.md")
      try project.write("# Home\n\n[One](one.md)\n", to: "content/index.md")
      let options = Options(
        limits: Limits(time: .seconds(60)), jobs: 2,
        worker: WorkerCommand(executable: try ScratchProject.executable()))
      live = LiveProject(
        project.folder, options, stage: stage, watch: { _, _ in }, report: { _ in })
      await live.start()
    }

    func close() async {
      await live.stop()
      project.remove()
    }

    func write(_ old: String, _ new: String) throws {
      try project.write(
        LiveProjectTests.one.replacingOccurrences(of: old, with: new), to: "content/one.md")
    }

    /// Brings it up to date, waits for its programs, and gives the names of the programs that were started.
    func update() async throws -> [String] {
      try await Starts.during {
        try await live.update()
        while await stage.site.state.pending > 0 { try await Task.sleep(for: .milliseconds(5)) }
      }.sorted()
    }

    var state: LiveState { get async { await stage.site.state } }
    func page(_ path: String) async -> String {
      String(decoding: await stage.answer(to: path).body, as: UTF8.self)
    }
  }

  @Test func onlyWhatChangedIsDoneAgain() async throws {
    let scene = try await Scene()
    func close() async { await scene.close() }
    do {
      let first = try await scene.update()
      #expect(first.count { $0 == "program" } == 3)
      #expect(await scene.state.held == 4)
      #expect(await scene.state.log.diagnostics.isEmpty)

      #expect(try await scene.update() == [], "nothing changed")
      try scene.write("PROSE", "Other words")
      #expect(try await scene.update() == [])
      #expect(await scene.page("one.html").contains("Other words"))

      // All of its Swift stands two lines further down.
      try scene.write("PROSE.", "A paragraph.\n\nAnd another.")
      #expect(try await scene.update() == [])
      #expect(await scene.state.held == 4)
      #expect(await scene.page("one.html").contains("<dt>Line</dt><dd>9"))

      // A digit, in a sentence and in a comment of Swift.
      try scene.write("2<!--", "3<!--")
      #expect(try await scene.update() == [])
      #expect(await scene.state.held == 3)
      try scene.write("→ 42", "→ 43")
      #expect(try await scene.update() == [])
      #expect(await scene.state.held == 3)

      // A line of Swift: one of the three programs.
      try scene.write("m = 3", "m = 4")
      #expect(try await scene.update() == ["GalleyParser", "program", "swiftc"])
      #expect(await scene.state.held == 3)
      // And back again, which is remembered.
      try scene.write("", "")
      #expect(try await scene.update().filter { $0 != "GalleyParser" } == [])
      #expect(await scene.state.held == 4)

      // A compiler's error at another line is told there: the compiler is asked again.
      try scene.write("m = 3", "m: Int = \"3\"")
      #expect(try await scene.update() == ["GalleyParser", "swiftc"])
      let line = await scene.state.log.diagnostics.first?.span?.range.lowerBound
      try scene.write("m = 3", "m: Int = \"3\"")
      try scene.project.write(
        "\n" + (scene.project.text(of: "content/one.md") ?? ""), to: "content/one.md")
      #expect(try await scene.update() == ["swiftc"])
      #expect(
        await scene.state.log.diagnostics.first?.span?.range.lowerBound == line.map { $0 + 1 })
    } catch {
      await close()
      throw error
    }
    await close()
  }

  @Test func whatWaitsIsShownAsSuch() async throws {
    let scene = try await Scene()
    do {
      _ = try await scene.update()
      try scene.write("n = 21", "n = 22")
      try await scene.live.update()
      // Nothing was waited for: two claims of the program are open, the others hold.
      #expect(await scene.state.pending == 2)
      #expect(await scene.state.log.diagnostics.isEmpty)
      let page = await scene.page("one.html")
      #expect(page.contains("running: 2 claims pending"))
      #expect(page.components(separatedBy: "class=\"claim pending\"").count == 3)
    } catch {
      await scene.close()
      throw error
    }
    await scene.close()
  }

  @Test func whatIsRecordedOfFiguresAndOldAddressesIsTold() async throws {
    let scene = try await Scene()
    do {
      try scene.project.write("one fig:gone 12345678\n", to: "content/figures.lock")
      try scene.project.write(
        "---\naliases: [old.html]\ndraft: true\n---\n\n# Two\n", to: "content/two.md")
      _ = try await scene.update()
      #expect(await scene.state.log.diagnostics.map(\.id) == [.figureStale])
      #expect(await scene.page("old.html").contains("href=\"two.html\""))
      try scene.project.write("", to: "content/figures.lock")
      _ = try await scene.update()
      #expect(await scene.state.log.diagnostics.isEmpty)
    } catch {
      await scene.close()
      throw error
    }
    await scene.close()
  }

  /// Its words decide how numbers are read.
  @Test func anotherLanguageIsAnotherReading() async throws {
    let scene = try await Scene()
    do {
      try scene.write("PROSE.", "Half: 0.5<!-- = 0.5 -->.")
      _ = try await scene.update()
      #expect(await scene.state.held == 5)
      let folder = ScratchProject.root + "/templates/languages/"
      let german = try String(contentsOfFile: folder + "de.yml", encoding: .utf8)
      try scene.project.write(german, to: "templates/languages/en.yml")
      _ = try await scene.update()
      #expect(await scene.state.held == 4)
    } catch {
      await scene.close()
      throw error
    }
    await scene.close()
  }

  @Test func aFirstEssayIsWaitedFor() async throws {
    let scene = try await Scene()
    do {
      try scene.project.write("title: [", to: "galley.yml")
      try await scene.live.update()
      #expect(await scene.page("one.html").contains("No page can be shown yet"))
      try scene.project.write("title: A test\n", to: "galley.yml")
      _ = try await scene.update()
      #expect(await scene.page("one.html").contains("3 of 3 claims hold"))
    } catch {
      await scene.close()
      throw error
    }
    await scene.close()
  }
}
