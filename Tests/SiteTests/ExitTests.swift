// Exits: whoever asks for JSON gets one report, however a command ends, and nothing ends one without a code and a word.

import ArgumentParser
import Diagnostics
import Foundation
import Running
import Site
import Testing

@testable import galley

@Suite struct ExitTests {
  @Test(arguments: [
    (["check", "--format", "json", "content/none.md"], "there is no essay ‘content/none.md’"),
    (["check", "--jobs", "0", "--format", "json"], "--jobs is a number from 1"),
    (["check", "--format=json", "--timeout", "soon"], "--timeout is a number"),
    (["build", "--format", "json", "--nonsense"], "--nonsense"),
    (["chekc", "--format", "json"], "there is no command ‘chekc’: did you mean ‘check’?"),
    (["clean", "extra", "--format", "json"], "extra"),
    (["check", "--project", "/nowhere", "--format", "json"], "galley.yml"),
    (["build", "--output", "content", "--format", "json"], "where files of the project are"),
    (["check", "--format", "json", "--timeout"], "Missing value for '--timeout"),
    (["check", "--format=json", "--rouding"], "Did you mean '--rounding'?"),
    (["--format", "json"], "--format"), (["nope", "--format", "json"], "no command ‘nope’"),
    (["explain", "claim.refute", "--format=json"], "--format"),
    (["check", "--format", "json", "--format", "json", "--jobs", "many"], "--jobs"),
  ])
  func misuseIsAReport(_ arguments: [String], _ words: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.start(arguments).finish()
    #expect(run.status == 64)
    #expect(run.errors.isEmpty)
    let found = try run.diagnostics()
    #expect(found.map { $0["id"] as? String } == ["command.misuse"])
    #expect((found.first?["message"] as? String)?.contains(words) == true)
  }

  @Test func whatIsMissingIsAReport() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    for (name, value) in [("PATH", "/nowhere"), ("GALLEY_KATEX", "/nowhere")] {
      let run = try project.galley("build", "--format", "json", environment: [name: value])
      #expect(run.status == 69)
      #expect(run.errors.isEmpty)
      #expect(try run.diagnostics().map { $0["id"] as? String } == ["tool.missing"])
    }
  }

  /// The last word is told to people, whatever form a report would have.
  @Test func helpAndVersionStayText() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let help = try project.galley("check", "--format", "json", "--help")
    #expect(help.status == 0 && help.output.hasPrefix("OVERVIEW: "))
    let version = try project.galley("--version")
    #expect(version.status == 0)
    let lines = version.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == "galley \(GalleyVersion.text)")
    #expect(lines[1].contains("Swift version ") && lines[1].hasSuffix("/swiftc)"))
    let missing = try project.galley("--version", environment: ["PATH": "/nowhere"])
    #expect(missing.status == 0)
    #expect(missing.output.contains("\nno Swift compiler: "))
    #expect(try project.galley().output.hasPrefix("OVERVIEW: "))
  }

  /// What could not be delivered is no success, and a file that is opened later never takes the report.
  @Test(arguments: [">&-", "> /dev/full"], ["text", "json"])
  func aReportThatNobodyGotIsAnError(_ redirection: String, _ format: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.shell("galley check --format \(format) \(redirection)")
    #expect(run.status == 69)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("cannot be written to standard output: "), "\(run.errors)")
    let misuse = try project.shell("galley nope --format \(format) \(redirection)")
    #expect(misuse.status == 64)
    #expect(misuse.errors.contains("there is no command ‘nope’"))
  }

  @Test func whereNobodyListensTheReportIsStillWritten() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.shell("galley check --format json 2>&- <&-")
    #expect(run.status == 0)
    #expect(try run.diagnostics().isEmpty)
    let refuted = try project.shell(
      "echo 'Two: 3<!-- = 1 + 1 -->.' > content/index.md; galley check 2>&-")
    #expect(refuted.status == 1)
    #expect(refuted.output.hasPrefix("2 of 3 claims hold, 1 refuted"))
  }

  @Test func cleaningIsAReport() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.galley("clean", "--format", "json")
    #expect(run.status == 0)
    #expect(try run.diagnostics().isEmpty)
    #expect(try project.galley("clean").output.isEmpty)
  }

  @Test func everyErrorHasItsCode() {
    struct Unforeseen: Error { var words = "the moon is down" }
    let known: [(any Error, Int32, Identifier)] = [
      (Refusal.misuse("a"), 64, .misuse), (Refusal.missing("a"), 69, .toolMissing),
      (MissingTool("a"), 69, .toolMissing), (ValidationError("a"), 64, .misuse),
      (CocoaError(.fileReadNoPermission, userInfo: [NSFilePathErrorKey: "/x"]), 69, .toolMissing),
      (POSIXError(.ENOSPC), 69, .toolMissing), (POSIXError(.EACCES), 69, .toolMissing),
      (Unforeseen(), 70, .fault), (CancellationError(), 70, .fault),
    ]
    for (error, code, id) in known {
      let failure = Failure(error)
      #expect(failure.code.rawValue == code, "\(error)")
      #expect(failure.diagnostic.id == id, "\(error)")
    }
    #expect(Failure(Unforeseen()).diagnostic.message.contains("the moon is down"))
  }

  @Test(arguments: [
    ("--format json", true), ("--format=json", true), ("--format text", false),
    ("--format json --format text", false), ("--format xml", false), ("-- --format json", false),
    ("--format", false),
  ])
  func theFormatIsKnownFromArgumentsThatAreWrong(_ words: String, _ isJSON: Bool) {
    let words = words.split(separator: " ").map(String.init)
    #expect(FormatOptions.format(in: ["check", "--nonsense"] + words) == (isJSON ? .json : .text))
  }

  @Test func placesHaveEndsAndColumnsForEditors() throws {
    let project = try ScratchProject([
      "content/two.md": "# Two\n\nÄ 𠀀 1.5<!-- = 1 + 1 -->.\n"
    ])
    defer { project.remove() }
    let report = try project.galley("check", "content/two.md", "--format", "json").report()
    let claim = try #require((report["claims"] as? [[String: Any]])?.first)
    let finding = try #require((report["diagnostics"] as? [[String: Any]])?.first)
    for place in [claim, finding] {
      #expect(place["line"] as? Int == 3 && place["endLine"] as? Int == 3)
      #expect(place["column"] as? Int == 9 && place["endColumn"] as? Int == 12)
      #expect(place["utf16Column"] as? Int == 6 && place["endUTF16Column"] as? Int == 9)
    }
  }

  @Test func longMessagesLoseTheirMiddle() throws {
    #expect(String(repeating: "é", count: 2048).abridged.utf8.count == 4096)
    let word = "begin " + String(repeating: "é", count: 50_000) + " end"
    #expect(word.abridged.hasPrefix("begin é") && word.abridged.hasSuffix("é end"))
    #expect(word.abridged.contains(" bytes are left out here …] "))
    let lines = (1...5000).map { "line \($0)\n" }.joined()
    #expect(lines.abridged.utf8.count < 4096)
    #expect(lines.abridged.contains("\n[… ") && lines.abridged.contains(" …]\nline "))
    #expect(lines.abridged.hasPrefix("line 1\n") && lines.abridged.hasSuffix("line 5000\n"))

    let project = try ScratchProject([
      "content/two.md": "# Two\n\n```swift\nArray(1...30_000) // → [1, 2]\n```\n"
    ])
    defer { project.remove() }
    let text = try project.galley("check", "content/two.md")
    #expect(text.status == 1)
    #expect(text.errors.utf8.count < 10_000)
    let json = try project.galley("check", "content/two.md", "--format", "json")
    let message = try #require(json.diagnostics().first?["message"] as? String)
    #expect(message.utf8.count <= 4096)
  }
}
