// FileIdentity: tells a large file that is replaced as a whole, a compiler or Galley itself, from another: reading it would
// take longer than all the rest.

import Files
import Foundation

package struct FileIdentity: Hashable, Sendable {
  package let size: Int
  /// The size, and when it was last changed.
  package let text: String

  /// Of the file that a path leads to in the end; nil where there is none.
  package init?(of path: String, _ files: FileSystem) {
    guard let status = files.statusOfTarget(path) else { return nil }
    size = status.size
    text = "\(size) \(status.modified.timeIntervalSinceReferenceDate)"
  }
}
