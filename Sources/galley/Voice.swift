// Voice: how much a command tells, and how that looks.

import ArgumentParser
import Foundation
import Reporting

struct Voice: Hashable, Sendable {
  enum Volume: Sendable { case quiet, usual, verbose }

  enum Colour: String, ExpressibleByArgument, CaseIterable, Sendable { case auto, always, never }

  var volume = Volume.usual
  var colour = Colour.auto

  /// The look of what goes to standard error.
  var style: TextStyle {
    Self.isColoured(
      colour, isTerminal: isatty(STDERR_FILENO) == 1, ProcessInfo.processInfo.environment)
      ? .coloured : .plain
  }

  /// Who asks for colours gets them anywhere; otherwise terminals do that can, and whose user does not refuse
  /// (https://no-color.org).
  static func isColoured(
    _ colour: Colour, isTerminal: Bool, _ environment: [String: String]
  ) -> Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }

  /// What arguments ask for that cannot be read as a whole.
  init(in words: [String]) {
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == "--" { break }
      if word == "--color" { colour = Colour(rawValue: next) ?? colour }
      if word.hasPrefix("--color=") {
        colour = Colour(rawValue: String(word.dropFirst(8))) ?? colour
      }
    }
  }

  init(volume: Volume = .usual, colour: Colour = .auto) {
    self.volume = volume
    self.colour = colour
  }
}

struct VoiceOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Tell nothing but what is wrong.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: "Tell also which commands are started, and how long each stage takes.")
  var verbose = false

  @Option(help: "Colours on a terminal: auto, always or never.")
  var color: Voice.Colour = .auto

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  var voice: Voice {
    Voice(volume: quiet ? .quiet : verbose ? .verbose : .usual, colour: color)
  }
}
