// Fingerprint: tells versions of files apart by their contents.

import Foundation

/// A short name for the contents of files; equal contents have equal names.
package enum Fingerprint {
  package static func of(files: [String], words: [String] = []) throws -> String {
    var hash = FNV()
    for word in words { hash.add(Array(word.utf8)) }
    for file in files {
      hash.add(Array(file.utf8))
      // A compiler is large and replaced as a whole: its size and date tell it apart.
      let attributes = try FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
      let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
      if size > 4 << 20 {
        hash.add(Array("\(size) \(date(of: file).timeIntervalSince1970)".utf8))
      } else {
        hash.add(try Array(Data(contentsOf: URL(fileURLWithPath: file))))
      }
    }
    return hash.text
  }

  /// When a file was last changed; long ago for one that is not there.
  package static func date(of file: String) -> Date {
    let path = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    return date ?? .distantPast
  }

  /// The 64-bit Fowler–Noll–Vo hash, 1a: for telling versions apart, not for security.
  package struct FNV {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func add(_ bytes: [UInt8]) {
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0100_0000_01b3 }
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
