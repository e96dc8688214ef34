// RepairWriter: puts corrected files in the place of the old ones, each whole or not at all. What somebody changed since
// it was judged is left alone.

import Diagnostics
import Files
import Foundation

package struct RepairWriter: Sendable {
  /// The project's folder, absolute.
  private let project: String
  private let files: FileSystem

  package init(project: String, files: FileSystem) {
    self.project = project
    self.files = files
  }

  /// Writes every file that can be written.
  ///
  /// - Returns: what was not, with a diagnostic at the file for each; its span has the file's path.
  package func write(_ changes: [FileChange]) -> Log {
    var log = Log()
    for change in changes {
      do {
        try write(change)
      } catch let stale as Stale {
        log.add(
          Diagnostic(.fileChanged, at: SourceSpan(change.path, 0..<0), stale.description))
      } catch {
        log.add(
          Diagnostic(
            .toolMissing, at: SourceSpan(change.path, 0..<0),
            "this file cannot be written, and is as it was: \(Self.reason(error))"))
      }
    }
    return log
  }

  /// The file is not the one that was judged.
  private struct Stale: Error, CustomStringConvertible {
    let description =
      "this file is no longer the one that was judged, and is left as it is: run galley fix again"
  }

  private func write(_ change: FileChange) throws {
    // A link stays one: what it leads to is the file.
    let path = files.target(project + "/" + change.path) ?? project + "/" + change.path
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    removeLeftovers(in: folder)
    let new = folder + "/" + Self.prefix + "\(getpid())"
    defer { try? files.remove(new) }
    // A copy first, for its rights.
    if change.old != nil { try files.copy(path, new) }
    try files.write(Data(change.new.utf8), new)
    let now = files.contents(path)
    // Another name of the same file may have brought it here.
    if now == Data(change.new.utf8) { return }
    guard now == change.old.map({ Data($0.utf8) }) else { throw Stale() }
    try files.move(new, path)
  }

  /// How files begin that are not finished; Galley passes over what is hidden.
  static let prefix = ".galley-fix-"

  /// Those of runs that were killed.
  private func removeLeftovers(in folder: String) {
    for name in files.list(folder) where name.hasPrefix(Self.prefix) {
      guard let process = Int32(name.dropFirst(Self.prefix.count)) else { continue }
      if process == getpid() || kill(process, 0) != 0 { try? files.remove(folder + "/" + name) }
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as? CocoaError)?.underlying?.localizedDescription ?? error.localizedDescription
  }
}
