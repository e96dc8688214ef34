// The disk: the only place where Galley asks the system for files and for the time.

import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension FileSystem {
  package static let disk = FileSystem(
    status: { path in status { lstat(path, &$0) } },
    statusOfTarget: { path in status { stat(path, &$0) } },
    target: { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return String(cString: real)
    },
    isMountPoint: isMountPoint,
    mayRun: { FileManager.default.isExecutableFile(atPath: $0) },
    mayWrite: { FileManager.default.isWritableFile(atPath: $0) },
    read: { try Data(contentsOf: URL(fileURLWithPath: $0)) },
    write: { try $0.write(to: URL(fileURLWithPath: $1)) },
    names: { try FileManager.default.contentsOfDirectory(atPath: $0) },
    makeFolder: {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true)
    },
    remove: { try FileManager.default.removeItem(atPath: $0) },
    move: { try expect(rename($0, $1)) },
    copy: { try FileManager.default.copyItem(atPath: $0, toPath: $1) },
    link: { try FileManager.default.linkItem(atPath: $0, toPath: $1) },
    setModified: {
      try FileManager.default.setAttributes([.modificationDate: $0], ofItemAtPath: $1)
    },
    exchange: exchange,
    temporaryFolder: { FileManager.default.temporaryDirectory.path },
    now: { Date() })

  private static func status(_ ask: (inout stat) -> Int32) -> Status? {
    var found = stat()
    guard ask(&found) == 0 else { return nil }
    let kind: Status.Kind =
      switch found.st_mode & mode_t(S_IFMT) {
      case mode_t(S_IFREG): .regular
      case mode_t(S_IFDIR): .folder
      case mode_t(S_IFLNK): .link
      default: .other
      }
    #if canImport(Darwin)
      let time = found.st_mtimespec
    #else
      let time = found.st_mtim
    #endif
    let seconds = TimeInterval(time.tv_sec) + TimeInterval(time.tv_nsec) / 1e9
    return Status(
      kind: kind, size: Int(found.st_size), modified: Date(timeIntervalSince1970: seconds),
      number: UInt64(found.st_ino))
  }

  private static func isMountPoint(_ folder: String) -> Bool {
    #if canImport(Darwin)
      var (here, above) = (stat(), stat())
      return lstat(folder, &here) == 0 && lstat(folder + "/..", &above) == 0
        && here.st_dev != above.st_dev
    #else
      // A part of the same file system has its device; the kernel's own list knows both. In it a space is `\\040`.
      let list = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/self/mountinfo"))) ?? Data()
      let name = folder.replacingOccurrences(of: " ", with: "\\040")
      return String(decoding: list, as: UTF8.self).split(separator: "\n").contains { line in
        line.split(separator: " ").dropFirst(4).first.map { $0 == name } ?? false
      }
    #endif
  }

  /// One call of the system, so that at every moment there is something whole under both names.
  private static func exchange(_ first: String, _ second: String) throws {
    #if canImport(Darwin)
      let status = renamex_np(first, second, UInt32(RENAME_SWAP))
    #else
      // glibc declares it for GNU sources only, so it is found by name; the flag is RENAME_EXCHANGE.
      typealias Rename =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      let rename2 = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: Rename.self) }
      let status = rename2?(AT_FDCWD, first, AT_FDCWD, second, 2) ?? -1
    #endif
    if status == 0 { return }
    // Some file systems cannot exchange: two steps, and the first is taken back if the second fails.
    let old = first + "-old"
    try expect(rename(second, old))
    do {
      try expect(rename(first, second))
    } catch {
      rename(old, second)
      throw error
    }
    rename(old, first)
  }

  private static func expect(_ status: Int32) throws {
    if status != 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }
}
