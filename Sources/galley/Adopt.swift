// Adopt: a look at the documentation of a package that Galley has never seen: what would be checked, and what of it holds.

import ArgumentParser
import Diagnostics
import Foundation
import Repair
import Reporting
import Running
import Site

struct Adopt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "See what of a package's documentation could be checked, and what holds; writes nothing.",
    discussion: """
      Looks at the Markdown and the documentation comments of the package in the folder, whether or not it has a \
      galley.yml, and says how many listings compile, how many results hold, are refuted, and were not read.
      """)

  @Option(
    help: ArgumentHelp("The folder of the package (default: this one).", valueName: "dir"),
    completion: .directory)
  var project: String?

  @OptionGroup var run: RunOptions
  @OptionGroup var form: FormatOptions

  @Flag(help: "Print the figures alone, as one line of a table.")
  var table = false

  @Flag(
    help:
      "Print a patch that makes claims of results that hold, ‘// → value’ and ‘// Prints \"text\"’; git apply takes it."
  )
  var rewrite = false

  @Flag(help: "Write what --rewrite shows into the files.")
  var write = false

  func validate() throws {
    if write, !rewrite { throw ValidationError("--write is for what --rewrite shows: write both") }
  }

  func run() async throws {
    let folder = URL(fileURLWithPath: project ?? ".").standardizedFileURL
      .resolvingSymlinksInPath().path
    let console = form.console
    let (isTable, rewrites, writes) = (table, rewrite, write)
    try await console.report { progress in
      var options = run.options
      console.furnish(&options)
      let names = ShownPaths(project: folder, directory: ProjectOptions.here)
      var log = Log()
      let read: Project
      do {
        read = log.taking(try await Project.adopting(folder, options))
      } catch let failure as LibraryFailure {
        throw Refusal.missing(failure.description)
      }
      let found = try await checkDocumentation(
        read, options, progress: progress(read.documentation.count))
      log.add(contentsOf: found.log)
      if isTable {
        let summary = DocumentationSummary(found.value.documentation, names)
        try Streams.write(
          "| \(folder.split(separator: "/").last ?? "") | \(summary.columns) |\n")
        return Outcome(
          log: Log(log.diagnostics.filter { $0.id == .libraryUnbuildable }), paths: names)
      }
      if rewrites {
        let changes = found.value.documentation.rewriting(read)
        if writes {
          log.add(
            contentsOf: RepairWriter(project: folder, files: options.files)
              .write(changes.map(\.change)))
        }
        try Streams.write(
          changes.map { UnifiedDiff.of($0.change, edits: $0.edits, named: $0.change.path) }.joined()
        )
        return Outcome(
          log: Log(log.diagnostics.filter { $0.id == .fileChanged || $0.id == .toolMissing }),
          paths: names)
      }
      return Outcome(
        log: log, sources: read.sources(with: log), documentation: found.value, listsUnread: true,
        paths: names)
    }
  }
}

extension DocumentationSummary {
  /// Listings, those that compile, results read, held, refuted, unread.
  var columns: String {
    [
      listingCount, ran + stopped, unfinished, rejected, held + refuted + unjudged, held, refuted,
      unreadCount,
    ]
    .map(String.init).joined(separator: " | ")
  }
}
