// UserCache: where things are kept for a user that serve all of his projects.

import Files
import Foundation

package struct UserCache: Sendable {
  /// Absolute. It need not be there yet.
  package let folder: String
  private let files: FileSystem

  package init(folder: String, _ files: FileSystem = .disk) {
    self.folder = folder
    self.files = files
  }

  /// The user's own: below `XDG_CACHE_HOME`, else where the system keeps such things.
  ///
  /// - Returns: nil where nobody says where that is, or in a path that compilers and linkers do not cope with.
  package static func find(
    _ files: FileSystem = .disk,
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> UserCache? {
    #if os(macOS)
      let usual = "/Library/Caches"
    #else
      let usual = "/.cache"
    #endif
    // The specification of XDG has what is not absolute ignored.
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    guard let parent = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map({ $0 + usual }) else {
      return nil
    }
    let folder = URL(fileURLWithPath: parent + "/galley").standardizedFileURL.path
    return folder.contains { ":\"\\".contains($0) } ? nil : UserCache(folder: folder, files)
  }

  var modules: String { folder + "/modules" }
  var compilers: String { folder + "/compilers" }

  /// Makes the folder where it is missing.
  ///
  /// - Returns: whether anything can be kept here.
  func isWritable() -> Bool {
    (try? files.makeFolder(folder)) != nil && files.mayWrite(folder)
  }

  /// Keeps others from emptying the cache while somebody works with what it holds; nil where no file can be made.
  func lock() -> LibraryLock? {
    (try? LibraryLock(folder + "/" + Self.lockName, files)).flatMap { $0.isKept ? $0 : nil }
  }

  private static let lockName = "cache.lock"

  /// Forgets what is kept, once nobody uses it. The lock stays: others may wait for it.
  ///
  /// - Parameter isLate: called once when the others take longer than a moment.
  package func clean(isLate: () -> Void = {}) async throws {
    guard files.exists(folder) else { return }
    let lock = lock()
    try await lock?.take(.build, isLate: isLate)
    defer { withExtendedLifetime(lock) {} }
    // Nothing else in it is Galley's.
    for path in [modules, compilers] where files.exists(path) {
      try files.remove(path)
    }
  }
}
