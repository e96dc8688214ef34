// Fix: the command that writes computed values into claims.

import ArgumentParser
import Diagnostics
import Reporting
import Running
import Site

struct Fix: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write computed values into refuted claims.",
    discussion: """
      Every program runs twice first; a value that differs is not written. A change of the leading digit, the sign or \
      the shape is not written unless it was looked at (--interactive) or --all is given: the number or the code may \
      be wrong. Ends with 0 where all holds afterwards.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var run: RunOptions
  @OptionGroup var form: FormatOptions

  @Flag(help: "Write nothing; print a unified diff that ‘git apply’ takes.")
  var dryRun = false

  @Flag(help: "Ask for each correction.")
  var interactive = false

  @Option(
    help: ArgumentHelp(
      "The findings whose corrections are written (default: claim.refuted and figure.changed); may be repeated.",
      valueName: "identifier"))
  var accept: [String] = []

  @Option(
    help: ArgumentHelp(
      "An essay, or a pattern such as 'content/k*.md'; may be repeated.", valueName: "path"))
  var only: [String] = []

  @Flag(help: "Also changes of the leading digit, of the sign and of the shape.")
  var all = false

  @Flag(help: "Write although the variable CI is set.")
  var force = false

  @Argument(help: "Essays to correct; all when none is named.")
  var paths: [String] = []

  func validate() throws {
    if interactive, form.format == .json {
      throw ValidationError(
        "--interactive asks people, and --format json tells programs: choose one")
    }
    for name in accept where Identifier(rawValue: name) == nil {
      throw ValidationError(
        "no message has the identifier ‘\(name)’"
          + suggestion(for: name, among: Identifier.allCases.map(\.rawValue)))
    }
  }

  func run() async throws {
    let console = Console(format: form.format)
    try await console.report { progress in
      var log = Log()
      let folder = try project.folder()
      let names = ShownPaths(project: folder, directory: ProjectOptions.here)
      var read = log.taking(try Project.read(folder, only: only + paths))
      // Nothing that was asked for can be looked at.
      guard !read.essays.isEmpty else {
        return Outcome(log: log, sources: read.sources, paths: names)
      }
      var options = run.options
      console.furnish(&options)
      let report = progress(read.essays.count)
      var fix = FixRun(folder: folder, paths: only + paths, options: options, names: names)
      fix.takesAll = all
      fix.isForced = force
      if !accept.isEmpty { fix.rules = Set(accept.compactMap(Identifier.init)) }
      if interactive {
        fix.interview = Interview(names: names, takesAll: all, clear: console.clear)
      }
      if dryRun { return try await fix.preview(read, after: log, progress: report) }
      let result = try await fix.write(read, after: log, progress: report)
      (log, read) = (result.log, result.project)
      let essays = log.taking(try await check(read, options, progress: report))
      return Outcome(
        essays: essays, log: log.sorted(), sources: read.sources(with: log), fix: result.report,
        paths: names)
    }
  }
}
