// The lock that lets runs of Galley in one project take turns.

import Foundation
import Testing

@testable import Running

@Suite struct LibraryLockTests {
  private let path =
    FileManager.default.temporaryDirectory.path + "/galley-lock-\(UUID().uuidString)/lock"

  /// Whether another run has its turn within a moment.
  private func isTaken(_ purpose: LibraryLock.Purpose, isFree: Bool) async throws -> Bool {
    let other = try LibraryLock(path, .disk)
    let attempt = Task { try await other.take(purpose) }
    // Long enough for a turn that is free, on a busy machine too; one that is not free is given up.
    let patience = Task {
      try await Task.sleep(for: .seconds(isFree ? 60 : 0.2))
      attempt.cancel()
    }
    defer { patience.cancel() }
    return (try? await attempt.value) != nil
  }

  @Test func anyNumberUseItAtOnceAndNobodyBuildsMeanwhile() async throws {
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    let lock = try LibraryLock(path, .disk)
    try await lock.take(.use)
    #expect(try await isTaken(.use, isFree: true))
    #expect(try await !isTaken(.build, isFree: false))
    try await lock.take(.build)
    #expect(try await !isTaken(.use, isFree: false))
    try await lock.take(.use)
    #expect(try await isTaken(.use, isFree: true))
    withExtendedLifetime(lock) {}
  }

  @Test func whoWaitsLongSaysSoOnce() async throws {
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    var lock: LibraryLock? = try LibraryLock(path, .disk)
    try await lock?.take(.use)
    let (late, speaker) = AsyncStream.makeStream(of: Void.self)
    let waiting = Task {
      var words = 0
      try await LibraryLock(path, .disk).take(.build) {
        words += 1
        speaker.yield()
      }
      return words
    }
    for await _ in late { break }
    try await Task.sleep(for: .milliseconds(100))
    lock = nil
    #expect(try await waiting.value == 1)
  }

  @Test func whoeverGoesLetsGo() async throws {
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    do {
      let lock = try LibraryLock(path, .disk)
      try await lock.take(.build)
      withExtendedLifetime(lock) {}
    }
    #expect(try await isTaken(.build, isFree: true))
  }
}
