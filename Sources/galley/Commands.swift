// Commands: build, check and clean, the three that work on a project.

import ArgumentParser
import Diagnostics
import Foundation
import Reporting
import Running
import Site
import Verification

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify every claim; write nothing.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var form: FormatOptions

  @Flag(
    help: "Run every program under all four rounding modes; a claim that fails in one is an error.")
  var rounding = false

  @Flag(
    help: "List every number and displayed equation that nobody answers for; each is an error.")
  var coverage = false

  @Flag(help: "Write computed values into refuted claims first, as ‘galley fix’ does.")
  var fix = false

  @Flag(
    help:
      "List the comments of documentation that look like results and were not read, and the listings that cannot be compiled alone."
  )
  var unread = false

  @Flag(help: "Write galley.baseline: what is wrong with the documentation now is not told again.")
  var updateBaseline = false

  @Argument(
    help: "Essays to check; all when none is named.", completion: .file(extensions: ["md"]))
  var paths: [String] = []

  func run() async throws {
    let console = form.console
    try await console.report { progress in
      var log = Log()
      let folder = try project.folder()
      var read = log.taking(try Project.read(folder, only: paths))
      let names = ShownPaths(project: folder, directory: ProjectOptions.here)
      // Nothing that was asked for can be looked at.
      guard !read.essays.isEmpty || !read.documentation.isEmpty else {
        return Outcome(log: log, sources: read.sources, paths: names)
      }
      // Of some essays, or of documentation alone, nobody asks whether they are a site.
      if paths.isEmpty, !read.essays.isEmpty { log.add(contentsOf: read.missingHome(.warning)) }
      var options = run.options
      options.updatesFigures = figures.updateFigures
      console.furnish(&options)
      options.checksRounding = rounding
      let report = progress(read.essays.count)
      var fixed: FixReport?
      if fix {
        let run = FixRun(folder: folder, paths: paths, options: options, names: names)
        let result = try await run.write(read, after: log, progress: report)
        (fixed, log, read) = (result.report, result.log, result.project)
      }
      let essays =
        read.essays.isEmpty
        ? [] : log.taking(try await check(read, options, progress: report))
      let documented = try await documentation(of: read, options, progress, &log)
      let covered = coverage ? essays.map { log.taking(EssayCoverage.of($0)) } : nil
      return Outcome(
        essays: essays, log: log, sources: read.sources(with: log), checksRounding: rounding,
        coverage: covered, fix: fixed, documentation: documented, listsUnread: unread,
        paths: names)
    }
  }

  /// Nil where the project has none, or none was asked for.
  private func documentation(
    of project: Project, _ options: Site.Options, _ progress: Console.ProgressMaker,
    _ log: inout Log
  ) async throws -> DocumentationResult? {
    guard !project.documentation.isEmpty else {
      if updateBaseline {
        throw Refusal.misuse(
          "there is no documentation to take into a baseline: name some by ‘check’ or ‘sources’ in galley.yml"
        )
      }
      return nil
    }
    let result = log.taking(
      try await checkDocumentation(
        project, options, isWhole: paths.isEmpty, updatesBaseline: updateBaseline,
        progress: progress(project.documentation.count)))
    if updateBaseline {
      guard paths.isEmpty else {
        throw Refusal.misuse(
          "a baseline is of all documentation: name no file beside --update-baseline")
      }
      try result.baseline.write(to: project.folder, options.files)
    }
    return result
  }
}

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify every claim, render the pages and replace the site.",
    discussion: """
      The old site stays as it is unless everything holds. A draft is written whatever was found, into a folder that \
      says so, with marks at all that does not hold; the exit code is still 1 then.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var form: FormatOptions

  @Flag(help: "Write the pages whatever was found, with marks, and not as the site.")
  var draft = false

  @Option(
    help: ArgumentHelp(
      "Where the site goes (default: site in the project, or draft).", valueName: "dir"),
    completion: .directory)
  var output: String?

  func run() async throws {
    let output = output.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    let console = form.console
    try await console.report { progress in
      var log = Log()
      let folder = try project.folder()
      let read = log.taking(try Project.read(folder, drafts: draft ? .shown : .leftOut))
      var options = run.options
      options.updatesFigures = figures.updateFigures
      console.furnish(&options)
      let built = try await build(
        read, into: output ?? folder + (draft ? "/draft" : "/site"), after: log, options,
        isDraft: draft, progress: progress(read.essays.count))
      return Outcome(
        essays: built.essays, log: built.log,
        sources: read.sources(with: built.log).merging(built.sources) { $1 },
        written: built.index,
        paths: ShownPaths(project: folder, directory: ProjectOptions.here))
    }
  }
}

struct Clean: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Forget what was kept for the project: the built library, programs, runs and type.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var form: FormatOptions

  @Flag(
    help: "Also what is kept for all of your projects: the recorder, Figures, the reader of Swift.")
  var all = false

  func run() async throws {
    let announce = form.console.announcer()
    try await Workshop.clean(try project.folder()) {
      announce("waiting for another galley that works in this project")
    }
    if all {
      try await UserCache.find()?.clean { announce("waiting for another galley of yours") }
    }
    // For people, no news is good news.
    if form.format == .json { try Console(format: .json).show(Outcome()) }
  }
}
