// What is kept between two checks of a project, as its author meets it.

import Diagnostics
import Foundation
import Running
import TestSupport
import Testing
import Typesetting
import Verification

@testable import Site

struct KeptRunTests {
  private func check(
    _ project: ScratchProject, fresh: Bool = false
  ) async throws -> (log: [Diagnostic], starts: [String]) {
    var options = Options(
      limits: Limits(), jobs: 2, worker: WorkerCommand(executable: try ScratchProject.executable()))
    options.isFresh = fresh
    var log: [Diagnostic] = []
    let starts = try await Starts.during {
      log = try await Site.check(Project.read(project.folder).value, options).log.diagnostics
    }
    return (log, starts.sorted())
  }

  static let one = """
    # One

    ```swift
    let a = [1.5, 2]   // → [1.5, 2.0]
    a.count            // → 2
    ```

    The sum is 3.5<!-- = a[0] + a[1] -->.

    """

  @Test func onlyWhatChangedIsDoneAgain() async throws {
    let project = try ScratchProject(["content/one.md": Self.one, "content/index.md": "# Home\n"])
    defer { project.remove() }
    try project.write("```swift\n7 * 6 // → 42\n```\n", to: "content/two.md")
    let first = try await check(project)
    #expect(first.log.isEmpty)
    #expect(first.starts == ["GalleyParser", "program", "program", "swiftc", "swiftc"])
    #expect(try await check(project).starts.isEmpty)

    // One digit of a claim, with as many bytes, and with more.
    for (count, verdict) in [("3", Identifier.claimRefuted), ("17", .claimRefuted), ("2", nil)] {
      let text = Self.one.replacing("// → 2\n", with: "// → \(count)\n")
      try project.write(text, to: "content/one.md")
      let found = try await check(project)
      #expect(found.starts.isEmpty && found.log.map(\.id) == (verdict.map { [$0] } ?? []))
    }
    // A digit in prose is the essay's, and no Swift at all.
    try project.write(Self.one.replacing("is 3.5", with: "is 3.6"), to: "content/one.md")
    let prose = try await check(project)
    #expect(prose.starts.isEmpty && prose.log.map(\.id) == [.claimRefuted])

    // A line of Swift: its program runs, and the other does not.
    try project.write(Self.one.replacing("2]   ", with: "2, 4]"), to: "content/one.md")
    let swift = try await check(project)
    #expect(swift.starts == ["GalleyParser", "program", "swiftc"])
    #expect(swift.log.map(\.id) == [.claimRefuted, .claimRefuted])
    try project.write(Self.one, to: "content/one.md")
    let back = try await check(project)
    #expect(back.starts == ["GalleyParser"] && back.log.isEmpty)
  }

  @Test func aFreshCheckNamesWhatDoesNotStay() async throws {
    let text = """
      ```swift
      1 + 1                           // → 2
      Double.random(in: 0.4...0.6)    // → 0.5 ± 0.2
      print(Int.random(in: 1...1 << 60) > 0)  // Prints "true"
      ```

      """
    let project = try ScratchProject(["content/one.md": text, "content/index.md": "# Home\n"])
    defer { project.remove() }
    #expect(try await check(project).log.isEmpty)
    #expect(try await check(project).log.isEmpty)
    let fresh = try await check(project, fresh: true)
    #expect(fresh.starts == ["program"])
    let warning = try #require(fresh.log.first)
    #expect(fresh.log.count == 1 && warning.id == .claimUnstable && warning.severity == .warning)
    let place = try #require(warning.span?.range.lowerBound)
    #expect(String(decoding: Array(text.utf8)[place...].prefix(3), as: UTF8.self) == "0.5")
    #expect(warning.message.components(separatedBy: "computed 0.").count == 3)
    #expect(try await check(project).log.isEmpty)
    #expect(try project.galley("build", "--fresh").status == 0)
  }

  /// Programs see few variables, and those that the project asks for.
  @Test func programsSeeTheEnvironmentThatIsPromised() throws {
    let text = """
      ```swift
      let names = ProcessInfo.processInfo.environment
      names.keys.filter { !$0.hasPrefix("GALLEY_") }.sorted().joined(separator: " ")
      // → "HOME LANG LC_ALL LD_LIBRARY_PATH LLVM_DISABLE_SYMBOLIZATION SWIFT_BACKTRACE TMPDIR TZ"
      TimeZone.current.secondsFromGMT()   // → 0
      names["SHOP"] ?? "none"             // → "none"
      ```

      """
    let project = try ScratchProject(["content/one.md": text, "content/index.md": "# Home\n"])
    defer { project.remove() }
    // What Galley builds for itself is kept where it is for all tests.
    let own = try #require(UserCache.find()?.folder)
    let cache = URL(fileURLWithPath: own).deletingLastPathComponent().path
    func check(_ shop: String) throws -> ScratchProject.Run {
      try project.galley(
        "check",
        environment: [
          "SHOP": shop, "TZ": "Asia/Tokyo", "LANG": "de_DE", "HOME": "/", "TMPDIR": "/tmp",
          "LD_LIBRARY_PATH": "/nowhere", "XDG_CACHE_HOME": cache,
        ])
    }
    #expect(try check("corner").complaints == "")
    try project.write(
      "title: A test\nlibrary:\n  imports: [Foundation]\nenvironment: [SHOP]\n", to: "galley.yml")
    #expect(try check("corner").errors.contains("computed \"corner\""))
    #expect(try check("market").errors.contains("computed \"market\""))
  }

  @Test func whatIsNoNameOfAVariableIsAnError() throws {
    let text = "environment: [SHOP, TZ, A=1]\n"
    let read = Configuration.read(text)
    #expect(read.value.environment == ["SHOP"])
    #expect(read.log.diagnostics.map(\.span?.range.lowerBound) == [20, 24])
    #expect(Configuration.read("environment:\n  SHOP: 1\n").log.hasErrors)
  }

  @Test func cleanForgetsIt() async throws {
    let project = try ScratchProject(["content/one.md": Self.one, "content/index.md": "# Home\n"])
    defer { project.remove() }
    _ = try await check(project)
    #expect(!project.contents(of: ".build/galley/runs").isEmpty)
    #expect(try project.galley("clean").status == 0)
    // Others may wait for the lock.
    #expect(Array(project.contents(of: ".build/galley").keys) == ["folder.lock"])
  }
}
