// UserCache: where things are kept for a user that serve all of his projects.

import Foundation

package struct UserCache: Sendable {
  /// Absolute. It need not be there yet.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// The user's own: below `XDG_CACHE_HOME`, else where the system keeps such things.
  ///
  /// - Returns: nil where nobody says where that is, or in a path that compilers and linkers do not cope with.
  package static func find(
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
    return folder.contains { ":\"\\".contains($0) } ? nil : UserCache(folder: folder)
  }

  var modules: String { folder + "/modules" }
  var compilers: String { folder + "/compilers" }

  /// Makes the folder where it is missing.
  ///
  /// - Returns: whether anything can be kept here.
  func isWritable() -> Bool {
    let isThere =
      (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true))
      != nil
    return isThere && FileManager.default.isWritableFile(atPath: folder)
  }

  /// Keeps others from emptying the cache while somebody works with what it holds; nil where no file can be made.
  func lock() -> LibraryLock? {
    (try? LibraryLock(folder + "/" + Self.lockName)).flatMap { $0.isKept ? $0 : nil }
  }

  private static let lockName = "cache.lock"

  /// Forgets what is kept, once nobody uses it. The lock stays: others may wait for it.
  ///
  /// - Parameter isLate: called once when the others take longer than a moment.
  package func clean(isLate: () -> Void = {}) async throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let lock = lock()
    try await lock?.take(.build, isLate: isLate)
    defer { withExtendedLifetime(lock) {} }
    // Nothing else in it is Galley's.
    for path in [modules, compilers] where FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
