// Neighbours: essays with names that are nearly the same, and commands that are at work at the same time, do not take
// each other's things.

import Foundation
import Testing

@Suite struct NeighbourTests {
  /// Names that differ in signs only: each essay is judged by its own program, in whatever order they run.
  @Test(arguments: ["1", "4"])
  func essaysWithNamesAlikeHaveProgramsOfTheirOwn(_ jobs: String) throws {
    let project = try ScratchProject(["content/index.md": "# Home\n"])
    defer { project.remove() }
    try project.delete("content/one.md")
    let names = ["in/x", "in_x", "in-x", "in.x", "in x"]
    for (number, name) in names.enumerated() {
      // One line holds, one is refuted, and one is come to in the last essay only.
      try project.write(
        "```swift\nlet n = \(number)\nn // → \(number)\nn // → 9\nif n == \(names.count - 1) {\n"
          + "  n // → \(names.count - 1)\n}\n```\n", to: "content/\(name).md")
    }
    let run = try project.galley("check", "--jobs", jobs, "--format", "json")
    let claims = try #require(run.report()["claims"] as? [[String: Any]])
    for (number, name) in names.enumerated() {
      let own = claims.filter { $0["path"] as? String == "content/\(name).md" }
      let isLast = number == names.count - 1
      #expect(
        own.map { $0["verdict"] as? String } == ["held", "refuted", isLast ? "held" : "unreached"],
        "\(name)")
      #expect(own.first?["computed"] as? String == "\(number)")
    }
  }

  /// To a file system two files, to Unicode one name.
  @Test func namesThatAreEqualInUnicodeAreACollision() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    // As keys of a dictionary they are one, too.
    for name in ["caf\u{E9}", "cafe\u{301}"] {
      try project.write("# A\n", to: "content/\(name).md")
    }
    let run = try project.galley("check", "--format", "json")
    #expect(run.status == 1)
    #expect(try run.diagnostics().map { $0["id"] as? String } == ["file.collision"])
  }

  /// The fence that does not end its own braces is to blame, not what is put behind it.
  @Test(arguments: [
    ("func twice(_ n: Int) -> Int {\n  n * 2", "2:29"), ("let all = [1, 2", "2:11"),
    ("print(1 + (2 * 3)", "2:6"), ("/* 1", "2:1"),
  ])
  func whatIsOpenedAndNotClosedHasItsPlace(_ code: String, _ place: String) throws {
    let project = try ScratchProject([
      "content/one.md": "```swift\n\(code)\n```\n\n```swift\n1 + 1 // → 2\n```\n"
    ])
    defer { project.remove() }
    let run = try project.galley("check", "content/one.md")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("content/one.md:\(place): error: this "), "\(run.errors)")
    #expect(!run.errors.contains("galley.yml"))
  }

  /// Also where no library is built, and so nobody takes turns with it.
  @Test func cleaningWaitsForWhoeverIsAtWork() async throws {
    let project = try ScratchProject()
    defer { project.remove() }
    try project.write(
      """
      ## Sums

      ```swift timeout=600s
      import Foundation
      let folder = "\(project.folder)"
      try "".write(toFile: folder + "/begun", atomically: true, encoding: .utf8)
      while !FileManager.default.fileExists(atPath: folder + "/go") { usleep(20_000) }
      ```

      ```swift fresh
      1 + 1 // → 2
      ```
      """, to: "content/one.md")
    let check = try project.start(["check", "--jobs", "1"])
    defer { if check.process.isRunning { check.process.terminate() } }
    while project.text(of: "begun") == nil, check.process.isRunning {
      try await Task.sleep(for: .milliseconds(50))
    }
    let clean = try project.start(["clean"])
    while !clean.written.errors.contains("waiting for another galley"), clean.process.isRunning {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(clean.process.isRunning, "it waits, and says so")
    try project.write("", to: "go")
    // What comes after is still compiled and run.
    let checked = check.finish()
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(clean.finish().status == 0)
    #expect(project.contents(of: ".build/galley").keys.sorted() == ["folder.lock"])
  }
}
