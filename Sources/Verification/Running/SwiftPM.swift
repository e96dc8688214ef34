// SwiftPM: calls the package manager for one library, and turns its failures into words for people.

import Foundation

/// The library could not be built; the text is SwiftPM's own.
struct LibraryFailure: Error, CustomStringConvertible {
  var description: String
}

struct SwiftPM: Sendable {
  /// The `swift` command.
  var executable: String
  /// Where the calls run, unless they say otherwise, and leave their output for a moment.
  var folder: String
  /// The product that all this is for.
  var product: String

  /// - Returns: standard output.
  /// - Throws: `LibraryFailure` when the call fails.
  @discardableResult
  func run(_ arguments: [String], in directory: String? = nil) async throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Two runs of Galley may be at this at once; SwiftPM itself lets one wait for the other.
    let name = folder + "/" + UUID().uuidString
    defer {
      for suffix in [".output", ".errors"] {
        try? FileManager.default.removeItem(atPath: name + suffix)
      }
    }
    let command = Command(
      executable: executable, arguments: arguments, directory: directory ?? folder,
      output: name + ".output", errors: name + ".errors", limit: .seconds(1800))
    let (outcome, output, errors) = try await command.runReading()
    if outcome.isTimedOut {
      throw LibraryFailure(
        description: "SwiftPM did not finish with the library ‘\(product)’ within 30 minutes")
    }
    guard outcome.status.isSuccess else {
      throw LibraryFailure(
        description: "the library ‘\(product)’ cannot be built: mend or restore its sources, or "
          + "name another product in galley.yml. ‘swift \(arguments[0])’ says:\n"
          + "\(errors)\(output)")
    }
    return output
  }
}
