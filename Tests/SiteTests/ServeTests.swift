// The author's loop, with a real browser: an edit, a drift, a compiler's error, a repair, a deleted essay, a broken template.

import Foundation
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Chromium.path != nil, "no Chromium here")) struct ServeTests {
  static let essay = """
    ---
    title: One
    ---

    ## Sums

    Two: 2<!-- = 1 + 1 -->. PROSE.

    ```swift
    let n = 21
    n * 2    // → 42
    ```

    Half of it is 21<!-- = n --> again, $x^2$.

    """ + (1...60).map { "Paragraph \($0) of many.\n\n" }.joined()

  /// A project that is served, and a browser that shows one page of it.
  final class Scene {
    let project: ScratchProject
    let galley: ScratchProject.Started
    let browser: Chromium
    let address: String

    init(_ files: [String: String] = [:], page: String = "one.html") throws {
      project = try ScratchProject(["content/one.md": ServeTests.essay].merging(files) { $1 })
      galley = try project.start(["serve", "--port", "0"])
      address = try ServeTests.address(of: galley)
      browser = try Chromium()
      try browser.go(to: address + page)
    }

    func close() {
      browser.close()
      galley.process.terminate()
      galley.process.waitUntilExit()
      project.remove()
    }

    func edit(_ old: String, _ new: String, in path: String = "content/one.md") throws {
      let text = try #require(project.text(of: path))
      try #require(text.contains(old), "\(old)")
      try project.write(text.replacingOccurrences(of: old, with: new), to: path)
    }

    func wait(for words: String) throws {
      try browser.wait("document.body.textContent.includes(\(ServeTests.quoted(words)))")
    }

    func waitUntilGone(_ selector: String) throws {
      try browser.wait("!document.querySelector(\(ServeTests.quoted(selector)))")
    }

    func waitUntilThere(_ selector: String) throws {
      try browser.wait("!!document.querySelector(\(ServeTests.quoted(selector)))")
    }
  }

  static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }

  static func address(of galley: ScratchProject.Started) throws -> String {
    for _ in 0..<6000 {
      let line = galley.written.errors.split(separator: "\n").first { $0.hasPrefix("http://") }
      if let address = line?.split(separator: " ").first { return String(address) }
      try #require(galley.process.isRunning, "\(galley.written.errors)")
      usleep(10_000)
    }
    throw Chromium.Failure("no address: \(galley.written.errors)")
  }

  @Test func theLoop() throws {
    let scene = try Scene()
    defer { scene.close() }
    let browser = scene.browser
    try scene.wait(for: "3 of 3 claims hold")
    try scene.waitUntilGone(".draft-banner")

    // An edit of prose: the page is not loaded anew, and stays where it was.
    _ = try browser.value("window.mark = 'same'; window.scrollTo(0, 700)")
    let scroll = try browser.number("scrollY")
    try #require(scroll == 700)
    try scene.edit("PROSE", "Another word")
    try scene.wait(for: "Another word")
    #expect(try browser.number("scrollY") == scroll)
    // Also where it grows above what is seen: that stays where it is.
    let top =
      "Math.round([...document.querySelectorAll('p')].find("
      + "p => p.textContent.startsWith('Paragraph 20 ')).getBoundingClientRect().top)"
    let place = try browser.number(top)
    try scene.edit("Another word.", "Another word.\n\nA new paragraph.\n\n")
    try scene.wait(for: "A new paragraph")
    #expect(abs(try browser.number(top) - place) <= 1)
    #expect(try browser.text("window.mark") == "same")

    // A drift.
    try scene.edit("Two: 2<", "Two: 3<")
    try scene.wait(for: "not publishable: 1 claim refuted")
    #expect(
      try browser.text("document.querySelector('button.claim.refuted').innerHTML").hasPrefix(
        "<del><mark>3</mark></del> <ins><mark>2</mark></ins>"))
    // Told without colour: struck out, and framed.
    let style = "getComputedStyle(document.querySelector"
    #expect(try browser.text("\(style)('.refuted del')).textDecorationLine") == "line-through")
    #expect(try browser.text("\(style)('.refuted ins mark')).outlineStyle") == "solid")
    // The banner leads there.
    _ = try browser.value("document.querySelector('.draft-banner a').click()")
    #expect(try browser.text("location.hash").hasPrefix("#claim.3."))
    #expect(try browser.text("document.querySelector(':target').className") == "claim refuted")

    // A repair.
    try scene.edit("Two: 3<", "Two: 2<")
    try scene.waitUntilGone(".draft-banner")
    try scene.waitUntilGone("del")

    // A changed line of Swift: its claims wait, and then they are refuted.
    _ = try browser.value(
      """
      window.seen = []; new MutationObserver(() => {
        const banner = document.querySelector('.draft-banner strong');
        if (banner) { window.seen.push(banner.textContent); }
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      """)
    try scene.edit("let n = 21", "let n = 22")
    try scene.wait(for: "not publishable: 2 claims refuted")
    let seen = try browser.value("window.seen") as? [String] ?? []
    #expect(seen.contains { $0.contains("3 claims pending") }, "\(seen)")
    #expect(
      try browser.text("document.querySelector('pre').innerHTML").contains(
        "// → <del>4</del><del><mark>2</mark></del>"))

    // A compiler's error, at its line.
    try scene.edit("let n = 22", "let n: Int = \"21\"")
    try scene.wait(for: "1 compiler error")
    #expect(
      try browser.text("document.querySelector('pre').innerText").split(separator: "\n").prefix(2)
        .joined(separator: "\n")
          == """
          let n: Int = "21"
          error: cannot convert value of type 'String' to specified type 'Int'
          """)
    try scene.edit("let n: Int = \"21\"", "let n = 21")
    try scene.waitUntilGone(".draft-banner")
    try scene.waitUntilGone(".remark")

    // A formula that cannot be read, and its repair.
    try scene.edit("$x^2$", "$\\frac{x$")
    try scene.wait(for: "not publishable: 1 other error")
    try scene.edit("$\\frac{x$", "$x^3$")
    try scene.waitUntilGone(".draft-banner")
    #expect(try browser.text("window.mark") == "same")

    // A deleted essay, that comes back.
    try scene.project.delete("content/one.md")
    try scene.wait(for: "There is no page at /one.html")
    try scene.project.write(Self.essay, to: "content/one.md")
    try scene.wait(for: "3 of 3 claims hold")

    // A broken template: the page stays, and says so.
    try scene.project.write("<html>{{#essays}}", to: "templates/page.mustache")
    try scene.wait(for: "templates/page.mustache")
    try scene.wait(for: "Paragraph 60")
    try scene.project.write(
      "<html lang=\"en\"><head><title>{{title}}</title></head><body>Mine. {{{body}}}</body></html>",
      to: "templates/page.mustache")
    try scene.wait(for: "Mine.")
    try scene.waitUntilGone(".draft-banner")
    try scene.project.delete("templates/page.mustache")
    try scene.wait(for: "Skip to the text")

    // Settings that are none, and none at all.
    let settings = try #require(scene.project.text(of: "galley.yml"))
    try scene.project.write("title: [", to: "galley.yml")
    try scene.wait(for: "not publishable:")
    try scene.project.delete("galley.yml")
    try scene.wait(for: "there is no galley.yml")
    try scene.project.write(
      settings.replacingOccurrences(of: "A test", with: "Another site"), to: "galley.yml")
    try scene.wait(for: "Another site")
    try scene.waitUntilGone(".draft-banner")
    #expect(scene.galley.process.isRunning)
  }

  @Test func anotherPageIsLeftAlone() throws {
    let scene = try Scene(page: "index.html")
    defer { scene.close() }
    try scene.wait(for: "1 of 1 claim holds")
    let tag = try scene.browser.text("document.querySelector('script[data-tag]').dataset.tag")
    try scene.edit("PROSE", "Another word")
    // What the home page shows of the other one is shown there too.
    try scene.edit("title: One", "title: The one")
    try scene.wait(for: "The one")
    #expect(
      try scene.browser.text("document.documentElement.dataset.galleyTag") != tag)
    try scene.project.write("# Home\n\nGone.\n", to: "content/index.md")
    try scene.wait(for: "Gone.")
  }

  @Test func anEndIsClean() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let galley = try project.start(["serve", "--port", "0"])
    let address = try Self.address(of: galley)
    // In the middle of whatever it is doing, with somebody who waits.
    let client = Process()
    client.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    client.arguments = ["curl", "-s", address + ".galley/page?path=one.html&after=x"]
    client.standardOutput = FileHandle.nullDevice
    try client.run()
    kill(galley.process.processIdentifier, SIGINT)
    let run = galley.finish()
    client.waitUntilExit()
    #expect(galley.process.terminationReason == .uncaughtSignal)
    #expect(run.status == SIGINT)
    #expect(project.contents(of: ".build/galley/programs").isEmpty)
  }

  @Test func aTakenPortIsSaid() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let first = try project.start(["serve", "--port", "0"])
    defer {
      first.process.terminate()
      first.process.waitUntilExit()
    }
    let port = try #require(URL(string: Self.address(of: first))?.port)
    let second = try project.galley("serve", "--port", "\(port)")
    #expect(second.status == 69)
    #expect(second.errors.contains("port \(port) cannot be listened on: address already in use"))
  }

  @Test func withoutAProjectThereIsNothingToServe() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.delete("galley.yml")
    let run = try project.galley("serve", "--port", "0")
    #expect(run.status == 64)
    #expect(run.errors.contains("galley.yml"))
  }

  /// A changed source of the library is built, and what it says then is judged.
  @Test func theLibraryIsWatched() throws {
    let scene = try Scene(
      [
        "Package.swift": """
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
          name: "lib", products: [.library(name: "Lib", targets: ["Lib"])],
          targets: [.target(name: "Lib")])

        """,
        "Sources/Lib/Lib.swift": "public func answer() -> Int { 42 }\n",
        "galley.yml": "title: A test\nlibrary:\n  product: Lib\n  imports: [Lib]\n",
        "content/lib.md": "# Lib\n\nIt is 42<!-- = answer() -->.\n",
      ], page: "lib.html")
    defer { scene.close() }
    // Before it is built its claims wait, and the page is there.
    try scene.browser.wait("document.body.textContent.includes('1 of 1 claim holds')", seconds: 300)
    try scene.edit("42", "43", in: "Sources/Lib/Lib.swift")
    try scene.browser.wait(
      "document.body.textContent.includes('not publishable: 1 claim refuted')", seconds: 300)
    try scene.edit("{ 43 }", "{ 43", in: "Sources/Lib/Lib.swift")
    try scene.browser.wait("document.body.textContent.includes('Lib.swift')", seconds: 300)
    // Prose goes on meanwhile.
    try scene.edit("It is", "It was", in: "content/lib.md")
    try scene.wait(for: "It was")
    try scene.edit("{ 43", "{ 42 }", in: "Sources/Lib/Lib.swift")
    try scene.browser.wait("!document.querySelector('.draft-banner')", seconds: 300)
    try scene.wait(for: "1 of 1 claim holds")
  }

  /// Of many edits the last one stands, and what was in between is forgotten.
  @Test func fiftyEditsASecond() throws {
    let isWhole = ProcessInfo.processInfo.environment["GALLEY_TESTS"] == "all"
    let scene = try Scene()
    defer { scene.close() }
    try scene.wait(for: "3 of 3 claims hold")
    func edit(_ number: Int) throws {
      // Prose, a digit, a formula and the Swift.
      let text = Self.essay.replacingOccurrences(of: "PROSE", with: "Edit \(number)")
        .replacingOccurrences(of: "Two: 2", with: "Two: \(number % 3)")
        .replacingOccurrences(of: "x^2", with: "x^{\(number)}")
        .replacingOccurrences(of: "let n = 21", with: "let n = \(number % 50)")
      try scene.project.write(text, to: "content/one.md")
    }
    func editFor(_ seconds: Int) throws {
      let start = Date()
      for number in 1...(50 * seconds) {
        try edit(number)
        Thread.sleep(until: start.addingTimeInterval(Double(number) / 50))
      }
    }
    try editFor(2)
    try edit(21)
    try scene.wait(for: "Edit 21")
    let before = memory(of: scene.galley.process.processIdentifier)
    try editFor(isWhole ? 60 : 3)
    try edit(1022)
    try scene.wait(for: "Edit 1022")
    try scene.project.write(Self.essay, to: "content/one.md")
    try scene.wait(for: "PROSE")
    try scene.waitUntilGone(".draft-banner")
    try scene.wait(for: "3 of 3 claims hold")
    // What a few seconds take is the allocator's: pages that were never touched before. A minute tells growth from that.
    if isWhole, let before, let after = memory(of: scene.galley.process.processIdentifier) {
      #expect(after - before < 50 << 20, "\(before >> 20) MB, then \(after >> 20) MB")
    }
  }

  /// In bytes, with the worker that sets type; nil where the system does not say.
  private func memory(of process: Int32) -> Int? {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let sizes = all.compactMap { name -> Int? in
      guard Int32(name) != nil,
        let status = try? String(contentsOfFile: "/proc/\(name)/status", encoding: .utf8)
      else { return nil }
      func field(_ field: String) -> Int? {
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      }
      guard Int32(name) == process || field("PPid") == Int(process), let size = field("VmRSS")
      else { return nil }
      let command = (try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8)) ?? ""
      return command.contains("galley") ? size << 10 : nil
    }
    return sizes.isEmpty ? nil : sizes.reduce(0, +)
  }
}
