// Options: what the commands have in common on the command line.

import ArgumentParser
import Files
import Foundation
import Running
import Site
import Typesetting

struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with galley.yml (default: the nearest that has one, from here upwards).",
      valueName: "dir"),
    completion: .directory)
  var project: String?

  /// The project's folder.
  ///
  /// - Throws: `Refusal` when there is no `galley.yml`.
  func folder() throws -> String {
    if let project { return try Project.folder(at: Self.resolved(project)) }
    return try Project.folder(around: Self.here)
  }

  /// The folder that the command runs in.
  static var here: String { resolved(".") }

  /// Absolute, without links, so that every path that is made of it is the same.
  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}

struct FormatOptions: ParsableArguments {
  @Option(help: "How to print what was found: text or json.")
  var format: Format = .text

  @OptionGroup var voice: VoiceOptions

  /// What prints in the asked form.
  var console: Console { Console(format: format, voice: voice.voice) }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  /// What arguments ask for that cannot be read as a whole.
  static func format(in words: [String]) -> Format {
    var format = Format.text
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == "--" { break }
      if word == "--format" { format = Format(rawValue: next) ?? format }
      if word.hasPrefix("--format=") {
        format = Format(rawValue: String(word.dropFirst(9))) ?? format
      }
    }
    return format
  }
}

struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many programs run at once (default: one for each core).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "How much processor time a program may use, in seconds (default: 10).", valueName: "seconds"),
    transform: RunOptions.seconds)
  var timeout: Duration = .seconds(10)

  @Flag(help: "Run every program, and name each claim whose value is not that of the kept run.")
  var fresh = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1") }
  }

  /// `5`, `0.5` or `5s`.
  private static func seconds(_ text: String) throws -> Duration {
    let digits = text.hasSuffix("s") ? String(text.dropLast()) : text
    guard let count = Double(digits), count >= 0.01, count <= 1e6 else {
      throw ValidationError("--timeout is a number of seconds, 10 for instance, not ‘\(text)’")
    }
    return .milliseconds(Int64(count * 1000))
  }

  var options: Options {
    var options = Self.usual
    options.limits.time = timeout
    options.jobs = jobs ?? options.jobs
    options.isFresh = fresh
    return options
  }

  /// How a run is done of which nothing else is asked.
  static var usual: Options {
    Options(
      limits: Limits(time: .seconds(10)), jobs: ProcessInfo.processInfo.activeProcessorCount,
      worker: WorkerCommand(executable: executable))
  }

  /// Galley itself.
  static var executable: String {
    FileSystem.disk.target("/proc/self/exe")
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}

/// For those who may write down what figures show.
struct FigureOptions: ParsableArguments {
  @Flag(
    help:
      "Record what figures show now in content/figures.lock; look at those that it says have changed."
  )
  var updateFigures = false
}
