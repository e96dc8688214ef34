// The lock that lets runs of Galley in one project take turns.

import Foundation
import Testing

@testable import Verification

@Suite struct LibraryLockTests {
  private let path =
    FileManager.default.temporaryDirectory.path + "/galley-lock-\(UUID().uuidString)/lock"

  /// Whether another run has its turn within a moment.
  private func isTaken(_ purpose: LibraryLock.Purpose) async throws -> Bool {
    let other = try LibraryLock(path)
    let attempt = Task { try await other.take(purpose) }
    try await Task.sleep(for: .milliseconds(200))
    attempt.cancel()
    return (try? await attempt.value) != nil
  }

  @Test func anyNumberUseItAtOnceAndNobodyBuildsMeanwhile() async throws {
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    let lock = try LibraryLock(path)
    try await lock.take(.use)
    #expect(try await isTaken(.use))
    #expect(try await !isTaken(.build))
    try await lock.take(.build)
    #expect(try await !isTaken(.use))
    try await lock.take(.use)
    #expect(try await isTaken(.use))
    withExtendedLifetime(lock) {}
  }

  @Test func whoWaitsLongSaysSoOnce() async throws {
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    var lock: LibraryLock? = try LibraryLock(path)
    try await lock?.take(.use)
    let waiting = Task {
      var words = 0
      try await LibraryLock(path).take(.build) { words += 1 }
      return words
    }
    // Its naps are of 20 ms at least, and it speaks after fifty.
    try await Task.sleep(for: .seconds(3))
    lock = nil
    #expect(try await waiting.value == 1)
  }

  @Test func whoeverGoesLetsGo() async throws {
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    do {
      let lock = try LibraryLock(path)
      try await lock.take(.build)
      withExtendedLifetime(lock) {}
    }
    #expect(try await isTaken(.build))
  }
}
