// Documentation as it is written: Markdown outside of content/, documentation comments, and the comments in them in all
// the forms in which Swift's documentation says results.

import Foundation
import Testing

@Suite struct DocumentationTests {
  private func project(_ files: [String: String]) throws -> ScratchProject {
    let project = try ScratchProject(files)
    try project.write(
      "library:\n  imports: [Foundation]\ncheck: README.md\nsources: Sources\n", to: "galley.yml")
    try project.delete("content")
    if project.text(of: "README.md") == nil { try project.write("# None\n", to: "README.md") }
    if project.text(of: "Sources/A.swift") == nil { try project.write("", to: "Sources/A.swift") }
    return project
  }

  /// The verdicts on the results of a README, as its author would read them.
  private func verdicts(_ swift: String) throws -> (held: Int, all: Int, run: ScratchProject.Run) {
    let project = try project(["README.md": "# A\n\n```swift\n\(swift)\n```\n"])
    defer { project.remove() }
    let run = try project.galley("check", "--format", "json")
    let claims = try #require(run.report()["claims"] as? [[String: Any]])
    return (claims.count { $0["verdict"] as? String == "held" }, claims.count, run)
  }

  /// All of the wild's forms that hold, in one listing: each is read.
  @Test func formsThatHold() throws {
    let swift = """
      var names = ["b", "a"]
      names.count                // 2
      names.first                // Optional("b")
      names.sort()               // ["a", "b"]
      // names is now ["a", "b"]
      // `names` == ["a", "b"]
      let root = 13.0.squareRoot()
      // 3.605551275463989
      root                       // 3.61
      root                       // 3.6055…
      Array(0..<100)             // [0, 1, 2, ...]
      Set(names)                 // ["b", "a"] (in some order)
      names + ["c"]              // ["a", "b", "c"] (three of them)
      Int("x")                   // nil
      print(names)               // Prints "["a", "b"]".
      print(root)                // prints 3.605551275463989
      for name in names {
        print(name)
      }
      // a
      // b
      names.forEach { print($0) }
      // Prints:
      // a
      // b
      names.joined()
      // Returns "ab"
      let table = ["one": 1]
      // Results in:
      // [
      //   "one": 1,
      // ]
      let number: Int = "one"    // error: a text is no number
      names[7]                   // Fatal error: Index out of range
      names.isEmpty              // false, of course
      """
    let found = try verdicts(swift)
    #expect(found.held == found.all, "\(found.run.output)")
    #expect(found.all == 21)
    #expect(found.run.status == 0)
  }

  /// What no reader would take for a result stays a remark, and what may be one is not refuted.
  @Test(arguments: [
    "let a = 1 + 1  // the answer", "let a = [3]  // 3 elements at most",
    "let a = 5  // 10 would do, too",
    "print(\"Hello\")  // greets everybody", "let a = [1, 2]  // an array of two",
    "let a = 7  // 1\nlet b = 8  // 2\nlet c = 9  // 3", "func f() {}  // 3",
    "let a = \"x\"  // \"y\" or so", "let a = Int.random(in: 0..<1_000_000_000)  // 5",
    "print([1: 2, 3: 4, 5: 6])  // [3: 4, 1: 2, 5: 6]", "let a = 1.5  // m/s",
    "// a == 3 in the first case\nlet a = 4",
  ])
  func noDoubtIsRefuted(_ swift: String) throws {
    let run = try verdicts(swift).run
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(arguments: [
    ("let a = 1 + 1  // 3", 3), ("let a = [1, 2]\n// a == [1, 3]", 4),
    ("print(1)  // Prints \"2\"", 3),
    ("for a in 1...2 { print(a) }\n// 1\n// 3", 5), ("let a = \"x\"  // \"y\"", 3),
    ("var a = [2, 1]\na.sort()\n// a is now [2, 1]", 5),
  ])
  func whatIsSurelyWrongIsRefutedAtItsLine(_ swift: String, _ line: Int) throws {
    let run = try verdicts(swift).run
    #expect(run.status == 1)
    let found = try run.diagnostics()
    #expect(found.map { $0["id"] as? String } == ["claim.refuted"])
    #expect(found.first?["line"] as? Int == line + 1, "\(run.output)")
  }

  @Test func listingsGoOnWhereTheyCanAndAreTriedAloneOtherwise() throws {
    let text = """
      ```swift
      let a = 1
      ```
      ```swift
      a + 1  // 2
      ```
      ```swift
      let a = 5
      a + 1  // 6
      ```
      ```swift
      a + 2  // 7
      ```
      ```swift
      unknown(a)  // 8
      ```
      """
    let project = try project(["README.md": text.replacing("```\n```", with: "```\n\n```")])
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("3 of 3 results in documentation hold"))
    #expect(run.output.contains("5 listings: 4 run, 1 cannot be compiled alone"))
  }

  /// A listing between may have changed what another goes on from.
  @Test(arguments: [
    ("a.append(2)", "2 of 2 results in documentation hold\n", 0),
    ("a.append(two)", "0 of 0 results in documentation hold, 2 unread\n", 0),
  ])
  func whatStandsBetweenCounts(_ between: String, _ said: String, _ status: Int32) throws {
    let listings = ["var a = [1]", between, "a  // [1, 2]\na.count  // 2", "let b = nowhere"]
    let project = try project([
      "README.md": listings.map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
    ])
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output.hasPrefix(said), "\(run.output)")
  }

  @Test func pointsStandForWhatIsLeftOut() throws {
    let swift = """
      struct Player { ... }
      func area() -> Double { ... }
      let compute: (Int) -> String = { number in ... }
      if Bool.random() {
        ...
      }
      1 + 1  // 2
      """
    let found = try verdicts(swift)
    #expect(found.run.status == 0, "\(found.run.output)")
    #expect(found.held == 1)
  }

  @Test func aCommentIsToldAtItsLineAndColumn() throws {
    let project = try project([
      "Sources/A.swift":
        "struct A {\n    /// One.\n    ///\n    ///     let é = 2\n    ///     é + 1  // 4\n    var a = 1\n}\n"
    ])
    defer { project.remove() }
    let run = try project.galley("check")
    #expect(
      run.errors.contains(
        "Sources/A.swift:5:24: error: claim refuted: wrote 4, computed 3 [claim.refuted]"))
  }

  @Test func strictReadsClaimsAlone() throws {
    let project = try project([
      "README.md": "```swift\n1 + 1  // → 3\nlet a = 2 + 2\n// a == 5\n```\n"
    ])
    defer { project.remove() }
    try project.write("check: README.md\ncomments: strict\n", to: "galley.yml")
    let run = try project.galley("check", "--format", "json")
    // The other comment is told as in an essay, and is no claim.
    #expect(
      try run.diagnostics().map { $0["id"] as? String } == ["claim.refuted", "claim.unreadable"])
    #expect((try run.report()["claims"] as? [Any])?.count == 1)
  }

  @Test func whatIsRewrittenHoldsAsClaims() throws {
    let project = try project([
      "README.md": "```swift\nlet a = [1, 2]\n// [1, 2]\na.count  // 2\nprint(a)  // [1, 2]\n```\n"
    ])
    defer { project.remove() }
    let shown = try project.galley("adopt", "--rewrite")
    #expect(shown.output.contains("+a.count  // → 2\n"))
    #expect(project.text(of: "README.md")?.contains("→") == false)
    #expect(try project.galley("adopt", "--rewrite", "--write").status == 0)
    #expect(
      project.text(of: "README.md")
        == "```swift\nlet a = [1, 2]\n// → [1, 2]\na.count  // → 2\nprint(a)  // Prints \"[1, 2]\"\n```\n"
    )
    try project.write("check: README.md\ncomments: strict\n", to: "galley.yml")
    let strict = try project.galley("check")
    #expect(strict.output.contains("3 of 3 results in documentation hold"), "\(strict.errors)")
  }

  /// A second check starts no program.
  @Test func aSecondCheckStartsNothing() throws {
    let project = try project([
      "README.md": "```swift\n1 + 1  // 2\n```\n\n```swift\nunknown()\n```\n"
    ])
    defer { project.remove() }
    #expect(try project.galley("check").status == 0)
    let again = try project.galley("check", "--verbose")
    #expect(again.status == 0)
    #expect(!again.errors.contains("+ "), "\(again.errors)")
  }
}
