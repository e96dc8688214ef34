// How much a command tells, and how that looks: progress, --quiet, --verbose, colours; the manual page and completions.

import Diagnostics
import Foundation
import Reporting
import Testing

@testable import galley

struct VoiceTests {
  private static let wrong = ["content/index.md": "# Home\n\nTwo: 3<!-- = 1 + 1 -->.\n"]

  @Test func quietTellsNothingButFindings() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    for command in ["check", "build"] {
      let run = try project.galley(command, "--quiet")
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run)")
    }
    try project.write(Self.wrong["content/index.md"]!, to: "content/index.md")
    let run = try project.galley("check", "-q")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("content/index.md:3:6: error: claim refuted"))
    let both = try project.galley("check", "-q", "-v")
    #expect(both.status == 64 && both.errors.contains("exclude each other"))
  }

  @Test func verboseTellsCommandsAndTimes() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.galley("build", "--verbose")
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("+ ") && $0.contains("/swiftc ") })
    #expect(lines.contains { $0.hasPrefix("+ ") && $0.hasSuffix(" typeset-worker") })
    for stage in [
      "reading Markdown", "building the library", "reading Swift", "running programs and judging",
      "setting type", "rendering", "writing",
    ] {
      let line = try #require(lines.first { $0.hasSuffix(" s  \(stage)") }, "\(run.errors)")
      #expect(Double(line.dropLast(stage.count + 4).trimmingCharacters(in: .whitespaces)) != nil)
    }
    // What a program did is kept: nothing is compiled the second time.
    let again = try project.galley("check", "--verbose")
    #expect(!again.errors.contains("/swiftc "), "\(again.errors)")
    // A report for programs stays whole on its own stream.
    #expect(try project.galley("check", "--verbose", "--format", "json").diagnostics().isEmpty)
  }

  @Test func coloursAreForTerminalsAndForWhoAsks() throws {
    #expect(Voice.isColoured(.auto, isTerminal: true, [:]))
    #expect(Voice.isColoured(.auto, isTerminal: true, ["NO_COLOR": ""]))
    #expect(!Voice.isColoured(.auto, isTerminal: true, ["NO_COLOR": "1"]))
    #expect(!Voice.isColoured(.auto, isTerminal: true, ["TERM": "dumb"]))
    #expect(!Voice.isColoured(.auto, isTerminal: false, [:]))
    #expect(Voice.isColoured(.always, isTerminal: false, ["NO_COLOR": "1", "TERM": "dumb"]))
    #expect(!Voice.isColoured(.never, isTerminal: true, [:]))
    let project = try ScratchProject(Self.wrong)
    defer { project.remove() }
    let plain = try project.galley("check")
    let coloured = try project.galley("check", "--color", "always")
    #expect(!plain.errors.contains("\u{1B}"))
    #expect(coloured.errors.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    // Without the colours it says the same.
    let words = coloured.errors.split(separator: "\u{1B}", omittingEmptySubsequences: false)
      .enumerated().map { $0 == 0 ? String($1) : String($1.drop { $0 != "m" }.dropFirst()) }
    #expect(words.joined() == plain.errors)
    #expect(coloured.output == plain.output)
    let misuse = try project.galley("check", "--color=always", "--project", "/nowhere")
    #expect(misuse.status == 64)
    let missing = try project.galley("check", "--color=always", environment: ["PATH": "/nowhere"])
    #expect(missing.errors.hasPrefix("\u{1B}[1;31merror:"))
  }

  @Test(arguments: [
    (["a", "-b=1", "/x/y.swift"], "a -b=1 /x/y.swift"), (["two words", ""], "'two words' ''"),
    (["it's", "$HOME", "é"], #"'it'\''s' '$HOME' 'é'"#),
  ])
  func commandsCanBeTyped(_ words: [String], _ line: String) {
    #expect(ShellWords.line(words) == line)
  }

  @Test func timesHaveTheirPointsBelowOneAnother() {
    #expect(ShellWords.seconds(.milliseconds(7)) == "   0.007")
    #expect(ShellWords.seconds(.milliseconds(83_450)) == "  83.450")
  }

  @Test func theManualPageHasEveryCommandAndOption() throws {
    let page = ManualPage.text(of: try Galley.tool())
    let plain = page.replacingOccurrences(of: "\\-", with: "-")
    for command in Galley.configuration.subcommands.map({ $0._commandName })
    where command != "typeset-worker" {
      #expect(plain.contains(".SS galley \(command)\n"), "\(command)")
    }
    #expect(!plain.contains("typeset-worker"))
    for option in ["--coverage", "--timeout", "--quiet", "--templates", "--help"] {
      #expect(plain.contains(option), "\(option)")
    }
    #expect(plain.contains(".BI \"--jobs \" n\n") && plain.contains(".I paths\n"))
    let project = try ScratchProject()
    defer { project.remove() }
    #expect(try project.galley("--help-man").output == page)
  }

  /// Where there is a program that sets manual pages, it has nothing to complain of.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func theManualPageIsSetWithoutAWarning() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.shell("galley --help-man | /usr/bin/groff -man -Tutf8 -ww -z")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test(arguments: [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish -n")])
  func shellsTakeTheirCompletions(_ shell: String, _ reader: String) throws {
    let project = try ScratchProject()
    defer { project.remove() }
    let run = try project.galley("--generate-completion-script", shell)
    #expect(run.status == 0 && run.output.contains("galley") && run.output.contains("coverage"))
    #expect(run.output.contains("claim.refuted"), "what can be explained is completed")
    try project.write(run.output, to: "completions")
    let read = try project.shell("command -v \(shell) >/dev/null || exit 0; \(reader) completions")
    #expect(read.status == 0, "\(read.errors)")
  }
}
