// LibraryLock: lets a build of the library and the programs that need it take turns. Two runs of
// Galley may be at work in one project, and the library stands in one place.

import Files
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Held from `take` until it goes. The system itself lets go of it when a run is killed.
package final class LibraryLock: Sendable {
  package enum Purpose {
    /// Programs are compiled, linked and run with what stands there. Any number of runs at once.
    case use
    /// What stands there is replaced. One run, while nobody uses it.
    case build
  }

  /// Negative where the file cannot be opened: then nothing keeps runs apart.
  private let descriptor: Int32

  /// Whether there is anything to hold.
  package var isKept: Bool { descriptor >= 0 }

  /// - Parameter path: a file that nobody else writes to; it is made where it is missing.
  package init(_ path: String, _ files: FileSystem) throws {
    try files.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    // A program that outlives its run must not hold the lock.
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  }

  /// The lock of a project's library, in the folder with its intermediate files.
  package convenience init(in folder: String, _ files: FileSystem) throws {
    try self.init(folder + "/library.lock", files)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits for its turn, and gives up what was held before: between the two another run may have had its turn.
  ///
  /// - Parameter isLate: called once when the others take longer than a moment.
  package func take(_ purpose: Purpose, isLate: () -> Void = {}) async throws {
    let operation = purpose == .use ? LOCK_SH : LOCK_EX
    // Not every system lets go of the one where the other is not to be had, and two would wait for each other.
    if purpose == .build, descriptor >= 0 { flock(descriptor, LOCK_UN) }
    var naps = 0
    // A call that blocks would keep a thread from the tasks that the others need to finish.
    while descriptor >= 0, flock(descriptor, operation | LOCK_NB) != 0,
      errno == EWOULDBLOCK || errno == EINTR
    {
      try await Task.sleep(for: .milliseconds(20))
      naps += 1
      if naps == 50 { isLate() }
    }
  }
}
