// Digest: SHA-256, a name for contents that no other contents have. What is kept between runs is known by it.

import CDigest
import Foundation

/// A digest of parts, each of which ends where it ends: “ab”, “c” is not “a”, “bc”.
package struct Digest {
  private var state = galley_digest()

  package init() { galley_digest_begin(&state) }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  package mutating func add(_ data: Data) { data.withUnsafeBytes { add($0) } }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var count = UInt64(bytes.count).littleEndian
    galley_digest_add(&state, &count, MemoryLayout.size(ofValue: count))
    if bytes.count > 0 { galley_digest_add(&state, bytes.baseAddress, bytes.count) }
  }

  /// In hexadecimal, 64 digits.
  package var text: String {
    var end = state
    var bytes = [UInt8](repeating: 0, count: 32)
    galley_digest_end(&end, &bytes)
    return Self.hexadecimal(bytes)
  }

  package static func of(_ text: String) -> String {
    var digest = Digest()
    digest.add(text)
    return digest.text
  }

  package static func of(_ data: Data) -> String {
    var digest = Digest()
    digest.add(data)
    return digest.text
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
