// MessageFrame: messages one after another on one connection, each behind the number of its bytes.

import Foundation

enum MessageFrame {
  /// Longer ones are nobody's.
  private static let longest = 1 << 30

  static func framed(_ message: Data) -> Data {
    var frame = Data()
    withUnsafeBytes(of: UInt64(message.count).littleEndian) { frame.append(contentsOf: $0) }
    frame.append(message)
    return frame
  }

  /// The next message; nil when no more comes, or the connection is cut.
  static func read(from descriptor: CInt) -> Data? {
    guard let head = bytes(8, from: descriptor) else { return nil }
    let count = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard count <= longest else { return nil }
    return bytes(Int(count), from: descriptor)
  }

  /// Reads on where a signal interrupts: the engine's threads are stopped by signals.
  private static func bytes(_ count: Int, from descriptor: CInt) -> Data? {
    var data = Data(count: count)
    var done = 0
    while done < count {
      let got = data.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress! + done, count - done)
      }
      if got > 0 {
        done += got
      } else if got == 0 || errno != EINTR {
        return nil
      }
    }
    return data
  }
}
