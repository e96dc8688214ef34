// Init: makes a project of a folder, and tells what it wrote and what it left alone.

import ArgumentParser
import Diagnostics
import Files
import Foundation
import Reporting
import Site
import Starting

struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a project here: settings, a first essay that holds, a workflow.",
    discussion: """
      Writes what is missing and leaves alone what is there. For the first essay the package's \
      library is built, and some of its functions are called with small numbers.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder to make a project of; it need not be there (default: this one).",
      valueName: "dir"),
    completion: .directory)
  var project: String?

  @Option(
    help: ArgumentHelp(
      "Where a workflow for continuous integration is to run: github, gitlab or none (default: where the repository is).",
      valueName: "service"))
  var ci: IntegrationService?

  @Flag(help: "Write all templates of the pages into templates/, to be changed.")
  var templates = false

  @Option(
    help: ArgumentHelp(
      "Write what makes the pages look so into templates/: book or plain.", valueName: "theme"))
  var theme: Theme?

  @OptionGroup var voice: VoiceOptions

  func run() async throws {
    let folder = URL(fileURLWithPath: project ?? ".").standardizedFileURL.path
    let files = FileSystem.disk
    try files.makeFolder(folder)
    let real = files.target(folder) ?? folder
    let console = Console(voice: voice.voice)
    var options = RunOptions.usual
    console.furnish(&options)
    let wishes = Wishes(
      folder: real, service: ci, theme: theme, writesTemplates: templates,
      executable: RunOptions.executable)
    let isQuiet = voice.quiet
    let started = try await console.doing { [options] in
      try await start(wishes, options) { line in
        if !isQuiet { try? Streams.write(line + "\n") }
      }
    }
    let name = Configuration.fileName
    let sources = Project(
      real, Configuration(), essay: "",
      sources: [name: SourceText(files.text(real + "/" + name))]
    ).sources(with: started.log)
    try console.show(
      Outcome(
        log: started.log, sources: sources,
        paths: ShownPaths(project: real, directory: ProjectOptions.here)))
    guard started.value else {
      Streams.tell("mend that, then run ‘galley init’ again: it goes on where it stopped\n")
      throw ExitCode(1)
    }
    if !isQuiet { try Streams.write(Self.next(in: real)) }
  }

  private static func next(in folder: String) -> String {
    let isHere = folder == ProjectOptions.here
    let paths = ShownPaths(project: folder, directory: ProjectOptions.here)
    let first = isHere ? "" : "cd \(ShellWords.line([paths.shownProject])), "
    return "next: \(first)galley check, then galley serve, and write; galley build makes site/\n"
  }
}

extension IntegrationService: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
