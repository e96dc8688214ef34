// SwiftPM: calls the package manager for one library, and turns its failures into words for people.

import Files
import Foundation

package struct SwiftPM: Sendable {
  /// The `swift` command.
  package var executable: String
  /// Where the calls run, unless they say otherwise, and leave their output for a moment.
  package var folder: String
  /// The products that all this is for, as a message names them.
  package var library: String
  package var files: FileSystem

  /// - Returns: standard output.
  /// - Throws: `LibraryFailure` when the call fails.
  @discardableResult
  package func run(_ arguments: [String], in directory: String? = nil) async throws -> String {
    try files.makeFolder(folder)
    // Two runs of Galley may be at this at once; SwiftPM itself lets one wait for the other.
    let name = folder + "/" + UUID().uuidString
    defer { for suffix in [".output", ".errors"] { try? files.remove(name + suffix) } }
    let command = Command(
      executable: executable, arguments: arguments, directory: directory ?? folder,
      output: name + ".output", errors: name + ".errors", limit: .seconds(1800))
    let (outcome, output, errors) = try await command.runReading(files)
    if outcome.ended != nil {
      throw LibraryFailure(
        description: "SwiftPM did not finish with the library \(library) within 30 minutes")
    }
    guard outcome.isSuccess else {
      let failure = LibraryFailure(of: library, arguments[0], output: output, errors: errors)
      let isShort = !failure.namesASource && DiskSpace.isShort(in: folder)
      if isShort || DiskSpace.isMissed(in: errors + output) {
        throw DiskSpace.failure(in: folder)
      }
      throw failure
    }
    return output
  }
}
