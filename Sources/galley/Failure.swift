// Failure: whatever ends a command early, as a diagnostic and an exit code. Nothing else ends one.

import ArgumentParser
import Diagnostics
import Foundation
import Running
import Site
import Typesetting

struct Failure {
  var diagnostic: Diagnostic
  var code: ExitCode

  /// Something needed is missing: nothing could be verified.
  private static let missing = ExitCode(69)
  /// Nobody knows what went wrong.
  private static let unforeseen = ExitCode(70)

  /// - Parameter error: what a command threw, or the reader of its arguments.
  init(_ error: any Error) {
    code = Self.missing
    switch error {
    case Refusal.misuse(let words): self = Self.misuse(words)
    case Refusal.missing(let words): diagnostic = Diagnostic(.toolMissing, at: nil, words)
    case let error as MissingTool:
      diagnostic = Diagnostic(.toolMissing, at: nil, error.description)
    case let error as MissingPart: diagnostic = error.diagnostic
    case let error as TypesettingFailure:
      diagnostic = Diagnostic(.toolMissing, at: nil, error.description)
    case let error as Streams.Unwritable:
      diagnostic = Diagnostic(
        .toolMissing, at: nil,
        "what was found cannot be written to standard output: \(error.reason); give it a place that "
          + "takes it all")
    case let error where DiskSpace.isFull(error):
      diagnostic = Diagnostic(
        .toolMissing, at: nil, "the disk is full: make room, then run Galley again")
    case let error as CocoaError:
      let path = error.filePath.map { "\($0): " } ?? ""
      diagnostic = Diagnostic(.toolMissing, at: nil, path + error.localizedDescription)
    case let error as POSIXError:
      diagnostic = Diagnostic(.toolMissing, at: nil, error.localizedDescription)
    case let error where Galley.exitCode(for: error) == .validationFailure:
      self = Self.misuse(Galley.message(for: error))
    default:
      code = Self.unforeseen
      diagnostic = Diagnostic(
        .fault, at: nil,
        "Galley itself failed, and nothing that you wrote is to blame; please report this: \(error)"
      )
    }
  }

  private init(_ diagnostic: Diagnostic, _ code: ExitCode) {
    self.diagnostic = diagnostic
    self.code = code
  }

  private static func misuse(_ words: String) -> Failure {
    Failure(Diagnostic(.misuse, at: nil, words), .validationFailure)
  }
}
