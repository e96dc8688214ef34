// Corrections that are written: values that stay, in the author's form, after somebody looked at what may be the code's
// fault; and nothing else.

import Foundation
import Testing

@Suite(.serialized) struct FixTests {
  private static let essay = """
    # Home

    Two: 2.00<!-- = 2.01 -->. A share of 41.0 %<!-- = 0.4249 -->.

    | name | share |
    |---|---|
    | a | 1,234<!-- = 1_235 --> |

    ```swift
    let xs = [1.0, 2.0, 3.5]
    xs                      // → [1.0,
                            //    2.0,
                            //    3.6]
    xs.reduce(0, +)         // → 6.55±1e-12
    print(xs[2] * 1000)     // Prints "3501.0"
    ```

    """
  private static let corrected = """
    # Home

    Two: 2.01<!-- = 2.01 -->. A share of 42.5 %<!-- = 0.4249 -->.

    | name | share |
    |---|---|
    | a | 1,235<!-- = 1_235 --> |

    ```swift
    let xs = [1.0, 2.0, 3.5]
    xs                      // → [1.0,
                            //    2.0,
                            //    3.5]
    xs.reduce(0, +)         // → 6.50±1e-12
    print(xs[2] * 1000)     // Prints "3500.0"
    ```

    """

  @Test func valuesAreWrittenInTheAuthorsFormAndASecondRunChangesNothing() throws {
    let project = try ScratchProject(["content/index.md": Self.essay])
    defer { project.remove() }
    let one = try project.date(of: "content/one.md")
    let run = try project.fix()
    #expect(run.status == 0, "\(run.errors)")
    #expect(project.text(of: "content/index.md") == Self.corrected)
    #expect(run.output.hasPrefix("  content/index.md:3:38  "), "the largest change first")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 8 && lines[0].hasSuffix("41.0 %  →  42.5 %             +3.7%"))
    #expect(lines[6] == "wrote 6 corrections in 1 file")
    #expect(lines[7] == "8 of 8 claims hold (2 essays)")
    #expect(run.complaints.isEmpty)
    let dates = try ["content/index.md", "content/one.md"].map(project.date)
    #expect(dates[1] == one, "another file is not touched")
    let again = try project.fix()
    #expect(again.status == 0)
    #expect(again.output == "there is nothing to correct\n8 of 8 claims hold (2 essays)\n")
    #expect(try ["content/index.md", "content/one.md"].map(project.date) == dates)
    #expect(FileManager.default.subpaths(atPath: project.folder + "/content")?.count == 2)
  }

  @Test func aPatchIsWhatGitTakes() throws {
    let project = try ScratchProject([
      "content/index.md": Self.essay, "content/two words.md": "\r\n1.25<!-- = 1.26 -->\r\n",
    ])
    defer { project.remove() }
    // Not into the repository around the tests.
    let apply = "GIT_CEILING_DIRECTORIES=\"$PWD/..\" git apply -v"
    let run = try project.shell("CI= galley fix --dry-run > patch; echo $?; \(apply) patch")
    #expect(run.output.hasPrefix("1\n"), "the content is wrong as it is")
    #expect(run.errors.contains("would write 7 corrections in 2 files"))
    #expect(!run.errors.contains("claim refuted"), "the table says it")
    #expect(project.text(of: "content/index.md") == Self.corrected)
    #expect(project.text(of: "content/two words.md") == "\r\n1.26<!-- = 1.26 -->\r\n")
    let now = try project.shell("CI= galley fix --dry-run")
    #expect(now.status == 0 && now.output.isEmpty)
    // From below, the paths are those of the folder that one stands in.
    try project.write(Self.essay, to: "content/index.md")
    let below = try project.shell(
      "cd content && CI= galley fix --dry-run > patch; \(apply) patch && rm patch")
    #expect(project.text(of: "content/index.md") == Self.corrected, "\(below.errors)")
    try project.write(Self.essay, to: "content/index.md")
    let beside = try project.shell("mkdir beside && cd beside && CI= galley fix --dry-run")
    #expect(beside.output.hasPrefix("--- a/content/index.md\n"))
    #expect(beside.errors.contains("the paths of the patch begin in \(project.folder)"))
  }

  @Test func whatDoesNotStayIsNamedAndLeft() throws {
    let project = try ScratchProject([
      "content/index.md":
        "# Home\n\n```swift\nDouble.random(in: 1...1.5) // → 1.75\n1.26 // → 1.25\n```\n"
    ])
    defer { project.remove() }
    let run = try project.fix("--all")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("content/index.md:4:35: warning: this value does not stay: computed"))
    #expect(run.output.contains("not written: unstable"))
    #expect(run.output.contains("1 value did not stay when the program ran again"))
    let text = try #require(project.text(of: "content/index.md"))
    #expect(text.contains("→ 1.75\n1.26 // → 1.26\n"))
  }

  /// The values are the same, and the picture is not.
  @Test func aPictureThatDoesNotStayIsNotWritten() throws {
    let figure = { (height: String) in
      """
      # Home

      ```swift figure
      Figure("Bar", describing: "One bar.", x: .categories("a", ["b"]), y: .linear("c", 0...3)) { Bars([\(height)]) }
      ```
      Figure: A bar.

      """
    }
    let lock = "content/figures.lock"
    let project = try ScratchProject([
      "content/index.md": figure("Double.random(in: 1...2)"), lock: "index 1 00000000\n",
    ])
    defer { project.remove() }
    let run = try project.fix("--all")
    #expect(run.status == 1)
    #expect(run.errors.contains("this picture does not stay"))
    #expect(project.text(of: lock)?.contains("index 1 00000000") == true)
    try project.write(figure("2"), to: "content/index.md")
    let steady = try project.fix()
    #expect(steady.status == 0, "\(steady.errors)")
    #expect(steady.output.contains("pictures count as looked at from now on: look at them"))
    #expect(project.text(of: lock)?.contains("index 1 00000000") == false)
    #expect(try project.galley("check", "--coverage", "content/index.md").status == 0)
  }

  @Test func whatMayBeTheCodesFaultIsNotWrittenInBulk() throws {
    let essay =
      "# Home\n\n5<!-- = 6 -->, 12<!-- = -12 -->, 1.25<!-- = 1.26 -->\n\n```swift\n[1, 2] // → [1]\ntrue // → false\n```\n"
    let project = try ScratchProject(["content/index.md": essay])
    defer { project.remove() }
    let run = try project.fix()
    #expect(run.status == 1)
    #expect(project.text(of: "content/index.md") == essay.replacing("1.25", with: "1.26"))
    for words in ["leading digit", "sign", "shape"] {
      #expect(run.output.contains("not written: the \(words) changes"))
    }
    #expect(
      run.output.contains("the number or the code may be wrong. Look at them with --interactive"))
    #expect(run.errors.contains("wrote 5, computed 6"), "they are still told")
    #expect(try project.fix("--all").status == 0)
    #expect(
      project.text(of: "content/index.md")
        == "# Home\n\n6<!-- = 6 -->, -12<!-- = -12 -->, 1.26<!-- = 1.26 -->\n\n```swift\n[1, 2] // → [1, 2]\ntrue // → true\n```\n"
    )
  }

  @Test func onlyWhatIsAskedForIsWritten() throws {
    let files = [
      "content/index.md": "\\(x\\)\n\n1.25<!-- = 1.26 -->\n",
      "content/two.md": "1.25<!-- = 1.26 -->\n",
      "content/three.md": "1.25<!-- = 1.26 -->\n",
    ]
    let project = try ScratchProject(files)
    defer { project.remove() }
    let two = try project.fix("--only", "content/t*o.md")
    #expect(two.status == 0)
    #expect(two.output.hasSuffix("1 of 1 claims hold (1 essay)\n"))
    #expect(project.text(of: "content/two.md") == "1.26<!-- = 1.26 -->\n")
    #expect(project.text(of: "content/three.md") == files["content/three.md"])
    #expect(try project.fix("content/three.md").status == 0)
    let spelling = try project.fix("--accept", "math.unread", "--only", "content/index.md")
    #expect(spelling.status == 1)
    #expect(project.text(of: "content/index.md") == "$x$\n\n1.25<!-- = 1.26 -->\n")
    #expect(spelling.output.contains("1 other finding offers a correction: --accept claim.refuted"))
    #expect(try project.fix("--accept", "claim.refuted").status == 0)
    #expect(project.text(of: "content/index.md") == "$x$\n\n1.26<!-- = 1.26 -->\n")
    let unknown = try project.fix("--accept", "claim.refute")
    #expect(unknown.status == 64 && unknown.errors.contains("did you mean ‘claim.refuted’?"))
    #expect(try project.fix("--only", "content/x*.md").status == 64)
  }

  @Test func whereNobodySeesItOnlyForceWrites() throws {
    let essay = "1.25<!-- = 1.26 -->\n"
    let project = try ScratchProject(["content/index.md": essay])
    defer { project.remove() }
    let run = try project.galley("fix", environment: ["CI": "true"])
    #expect(run.status == 64)
    #expect(run.errors.contains("nothing is written while the variable CI is set"))
    #expect(run.output.contains("would write 1 correction in 1 file, and wrote nothing"))
    #expect(project.text(of: "content/index.md") == essay)
    let dry = try project.galley("fix", "--dry-run", environment: ["CI": "true"])
    #expect(dry.status == 1 && dry.output.contains("+1.26<!-- = 1.26 -->\n"))
    #expect(try project.galley("fix", "--force", environment: ["CI": "true"]).status == 0)
    #expect(project.text(of: "content/index.md") == "1.26<!-- = 1.26 -->\n")
    #expect(try project.galley("fix", environment: ["CI": "true"]).status == 0, "nothing to write")
  }

  @Test func theReportTellsEachCorrection() throws {
    let project = try ScratchProject(["content/index.md": "Ä 1.25<!-- = 1.26 -->, 3<!-- = 4 -->\n"])
    defer { project.remove() }
    let run = try project.fix("--format", "json")
    #expect(run.status == 1 && run.errors.isEmpty)
    let repairs = try #require(run.report()["repairs"] as? [[String: Any]])
    #expect(repairs.map { $0["original"] as? String } == ["3", "1.25"])
    #expect(repairs.map { $0["replacement"] as? String } == ["4", "1.26"])
    #expect(repairs.map { $0["accepted"] as? Bool } == [false, true])
    #expect(repairs.map { $0["obstacle"] as? String } == ["the leading digit changes", nil])
    #expect(repairs.map { $0["column"] as? Int } == [25, 4])
    #expect(abs((repairs[1]["relative"] as? Double ?? 0) - 0.008) < 1e-12)
    #expect(try run.diagnostics().map { $0["id"] as? String } == ["claim.refuted"])
    #expect(try project.galley("check", "--format", "json").report()["repairs"] == nil)
    let both = try project.fix("--interactive", "--format", "json")
    #expect(both.status == 64)
  }

  @Test func aCheckCanDoIt() throws {
    let project = try ScratchProject(["content/index.md": Self.essay])
    defer { project.remove() }
    let run = try project.start(["check", "--fix", "--coverage"], environment: ["CI": ""]).finish()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("wrote 6 corrections in 1 file\n8 of 8 claims hold (2 essays)\n"))
    #expect(run.output.contains("content/index.md: 3 of 3 numbers checked"))
    #expect(project.text(of: "content/index.md") == Self.corrected)
  }

  /// An essay's own program writes into another essay, as an editor might.
  @Test func aFileThatChangedMeanwhileIsLeft() throws {
    let project = try ScratchProject(["content/index.md": "1.25<!-- = 1.26 -->\n"])
    defer { project.remove() }
    let other = project.folder + "/content/index.md"
    try project.write(
      """
      ```swift
      import Foundation
      try "1.35<!-- = 1.36 -->\\n".write(toFile: "\(other)", atomically: true, encoding: .utf8)
      2.5 // → 2.4
      ```

      """, to: "content/one.md")
    let run = try project.fix()
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "content/index.md:1:1: error: this file is no longer the one that was judged"))
    #expect(run.output.contains("not written: the file is left as it was"))
    #expect(project.text(of: "content/index.md") == "1.35<!-- = 1.36 -->\n")
    #expect(project.text(of: "content/one.md")?.contains("2.5 // → 2.5") == true)
  }
}

extension ScratchProject {
  /// Corrects where somebody looks, wherever the tests run.
  func fix(_ arguments: String...) throws -> Run {
    try start(["fix"] + arguments, environment: ["CI": ""]).finish()
  }

  func date(of path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: folder + "/" + path)[.modificationDate]
      as? Date
  }
}
