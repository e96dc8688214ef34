// Commands: build, check and clean.

import ArgumentParser
import Diagnostics
import Foundation
import Running
import Site
import Verification

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify every claim; write nothing.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var form: FormatOptions

  @Flag(
    help: "Run every program under all four rounding modes; a claim that fails in one is an error.")
  var rounding = false

  @Flag(
    help: "List every number and displayed equation that nobody answers for; each is an error.")
  var coverage = false

  @Argument(help: "Essays to check; all when none is named.")
  var paths: [String] = []

  func run() async throws {
    try await Console(format: form.format).report { progress in
      var log = Log()
      let read = log.taking(try Project.read(project.folder, only: paths))
      var options = run.options
      options.checksRounding = rounding
      let essays = log.taking(
        try await check(read, options, progress: progress(read.essays.count)))
      let covered = coverage ? essays.map { log.taking(EssayCoverage.of($0)) } : nil
      return Outcome(
        essays: essays, log: log, sources: read.sources, checksRounding: rounding,
        coverage: covered)
    }
  }
}

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify every claim, render the pages and replace the site.",
    discussion: "The old site stays as it is unless everything holds.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var form: FormatOptions

  @Option(
    help: ArgumentHelp("Where the site goes (default: site in the project).", valueName: "dir"))
  var output: String?

  func run() async throws {
    let output = output.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    try await Console(format: form.format).report { progress in
      var log = Log()
      let read = log.taking(try Project.read(project.folder))
      let built = try await build(
        read, into: output ?? project.folder + "/site", after: log, run.options,
        progress: progress(read.essays.count))
      return Outcome(
        essays: built.essays, log: built.log, sources: read.sources.merging(built.sources) { $1 },
        written: built.index)
    }
  }
}

struct Clean: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forget what was kept: the built library, recorder, programs and type.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var form: FormatOptions

  func run() async throws {
    try await Workshop.clean(project.folder) {
      FileHandle.standardError.write(
        Data("waiting for another galley that works in this project\n".utf8))
    }
    // For people, no news is good news.
    if form.format == .json { try Console(format: .json).show(Outcome()) }
  }
}
