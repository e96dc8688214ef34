// OrderFile: an order on its way to a worker, as a file without a name.
//
// Not through a pipe: a worker that ends before it has read everything leaves a pipe that nobody reads.
// Writing to that ends the writer by a signal, and where the signal is caught swift-subprocess 1.0.2 traps
// because it forgets to close the pipe.

import Files
import Foundation

struct OrderFile {
  /// Open for reading, from the beginning. Whoever is given it closes it.
  let descriptor: CInt

  init(_ contents: Data, _ files: FileSystem) throws {
    let pattern = files.temporaryFolder() + "/galley-order-XXXXXX"
    var path = Array(pattern.utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else {
      throw TypesettingFailure("no temporary file can be made: \(String(cString: strerror(errno)))")
    }
    // The name goes at once, the bytes when the last descriptor is closed: nothing stays behind.
    unlink(path)
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, writeAll(contents, to: descriptor),
      lseek(descriptor, 0, SEEK_SET) == 0
    else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw TypesettingFailure("a temporary file cannot be written: \(reason)")
    }
  }
}

/// Writes all bytes, going on where a signal interrupted. False when the system refuses, as `errno` says.
func writeAll(_ data: Data, to descriptor: CInt) -> Bool {
  data.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
