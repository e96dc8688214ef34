// DiskSpace: tells a full disk from what else may be wrong when something fails. Then nothing is wrong
// with what the author wrote.

import Foundation

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

package enum DiskSpace {
  /// Whether a tool says so itself.
  package static func isMissed(in words: String) -> Bool {
    ["No space left on device", "Disk quota exceeded"].contains(where: words.contains)
  }

  /// Whether there is so little room that a tool may have failed for the want of it; a linker that writes
  /// into mapped memory is just stopped by a signal.
  package static func isShort(in folder: String, below bytes: Int = 32 << 20) -> Bool {
    free(in: folder).map { $0 < bytes } ?? false
  }

  /// What to tell instead of whatever failed.
  package static func failure(in folder: String) -> MissingTool {
    let room = free(in: folder).map { " (\($0 >> 20) MiB are free)" } ?? ""
    return MissingTool(
      "the disk is too full for making and running programs: make room for \(folder)\(room) and "
        + "for temporary files, then run Galley again")
  }

  /// Does some work, and says of an error that comes from a full disk that it does.
  package static func watching<Value>(
    _ folder: String, _ work: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await work()
    } catch  where isFull(error) {
      throw failure(in: folder)
    }
  }

  /// Whether a call of the system failed for the want of room.
  package static func isFull(_ error: any Error) -> Bool {
    if let error = error as? Errno { return error == .noSpace || error.rawValue == EDQUOT }
    let error = error as NSError
    switch error.domain {
    case NSPOSIXErrorDomain: return [Int(ENOSPC), Int(EDQUOT)].contains(error.code)
    case NSCocoaErrorDomain where error.code == CocoaError.fileWriteOutOfSpace.rawValue: return true
    default:
      let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error
      return cause.map(isFull) ?? false
    }
  }

  private static func free(in folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
        .partialValue)
  }
}
