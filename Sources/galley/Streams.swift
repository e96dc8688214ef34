// Streams: standard output and standard error. Whoever reads them may have gone, or have closed them before Galley
// began: a report that nobody got is not passed over in silence.

import Foundation

enum Streams {
  /// What was said cannot be delivered.
  struct Unwritable: Error {
    var reason: String
  }

  /// Standard streams that were closed when Galley began. The next file that is opened would get such a stream's number,
  /// and would be written into; so something harmless takes it.
  private static let closed: Set<Int32> = {
    var closed: Set<Int32> = []
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
      closed.insert(stream)
    }
    return closed
  }()

  /// To be called before anything is opened.
  static func occupy() { _ = closed }

  /// Writes to standard output.
  ///
  /// - Throws: `Unwritable` when not all of it could be written.
  static func write(_ text: String) throws(Unwritable) {
    guard !text.isEmpty else { return }
    if closed.contains(STDOUT_FILENO) { throw Unwritable(reason: "it is closed") }
    if let error = put(text, to: STDOUT_FILENO) {
      throw Unwritable(reason: String(cString: strerror(error)))
    }
  }

  /// Writes to standard error. Where nobody listens, nothing can be said about it.
  static func tell(_ text: String) { _ = put(text, to: STDERR_FILENO) }

  /// - Returns: the number of the error that it ended with; nil for none.
  private static func put(_ text: String, to stream: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(stream, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
