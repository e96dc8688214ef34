// Fingerprint: tells versions of files apart by their contents.

import CDigest
import Files
import Foundation

/// A short name for the contents of files; equal contents have equal names.
package enum Fingerprint {
  package static func of(
    _ paths: [String], words: [String] = [], _ files: FileSystem
  ) throws -> String {
    var digest = Digest()
    for word in words { digest.add(word) }
    for path in paths {
      digest.add(path)
      // A compiler is large and replaced as a whole: its size and date tell it apart.
      if let identity = FileIdentity(of: path, files), identity.size > 4 << 20 {
        digest.add(identity.text)
      } else {
        digest.add(try files.read(path))
      }
    }
    return String(digest.text.prefix(16))
  }

  /// The 64-bit Fowler–Noll–Vo hash, 1a: for telling versions apart, not for security.
  package struct FNV {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func add(_ bytes: [UInt8]) {
      state = galley_fnv(state, bytes, bytes.count)
      state = (state ^ 0xff) &* 0x0100_0000_01b3
    }

    package var text: String { Self.text(state, digits: 16) }

    /// Half as long, for people to write: both halves of the hash, folded into one.
    package var shortText: String { Self.text((state >> 32) ^ (state & 0xffff_ffff), digits: 8) }

    private static func text(_ number: UInt64, digits count: Int) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: count - digits.count) + digits
    }
  }
}
