// Output: how much the program has written. Whatever it writes with, print, puts, dump or a file handle,
// ends in the files that standard output and standard error are.

import GalleyRecordFormat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Output {
  /// The files that the program was given.
  nonisolated(unsafe) private static var given: (output: File?, errors: File?)

  private struct File: Equatable {
    var device: UInt64
    var number: UInt64
  }

  /// From here on lines leave the buffer as they end, so that those of print and those of a file handle keep their order.
  static func begin() {
    if let stream = Platform.standardOutput { setvbuf(stream, nil, _IOLBF, 0) }
    given = (file(of: 1), file(of: 2))
  }

  static func mark(_ moment: Mark.Moment, run: Int) -> Mark {
    if let stream = Platform.standardOutput { fflush(stream) }
    return Mark(
      moment, run: run, context: context, output: length(of: 1, given: given.output),
      errors: length(of: 2, given: given.errors))
  }

  /// The task that is running, or else the thread.
  private static var context: UInt64 {
    withUnsafeCurrentTask { task in
      task.map { UInt64(truncatingIfNeeded: $0.hashValue) } ?? Platform.thread
    }
  }

  /// Nil where something else stands in the place of the file, a pipe for instance.
  private static func length(of descriptor: Int32, given: File?) -> Int? {
    guard let given, file(of: descriptor) == given else { return nil }
    let place = lseek(descriptor, 0, SEEK_CUR)
    return place < 0 ? nil : Int(place)
  }

  private static func file(of descriptor: Int32) -> File? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return File(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}
