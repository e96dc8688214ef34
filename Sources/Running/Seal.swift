// Seal: tells files that are as they were made from files that were cut or lost since.

import Foundation

package enum Seal {
  private static let fileName = "seal"

  /// What tells the contents of these files from any others. Fast, for libraries are large.
  ///
  /// - Throws: when one cannot be read.
  package static func of(files: [String]) throws -> String {
    try files.map { path in
      let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      return "\(data.count) \(String(hash(of: data), radix: 16))"
    }.joined(separator: "\n")
  }

  /// Seals a folder with all that is directly in it.
  package static func close(_ folder: String) throws {
    let names = try names(in: folder)
    let text =
      names.joined(separator: "/") + "\n" + (try of(files: names.map { folder + "/" + $0 }))
    try text.write(toFile: folder + "/" + fileName, atomically: false, encoding: .utf8)
  }

  package static func isWhole(_ folder: String) -> Bool {
    guard let seal = FileManager.default.contents(atPath: folder + "/" + fileName),
      let names = try? names(in: folder), let now = try? of(files: names.map { folder + "/" + $0 })
    else { return false }
    return seal == Data((names.joined(separator: "/") + "\n" + now).utf8)
  }

  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != fileName }.sorted()
  }

  /// The Fowler–Noll–Vo hash over words of eight bytes in place of bytes: against accidents, not against people.
  private static func hash(of data: Data) -> UInt64 {
    data.withUnsafeBytes { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The high bits of a product know all bits below them; the low ones know only the low ones.
        hash = (hash ^ word) &* 0x0100_0000_01b3
        hash ^= hash >> 32
        index += 8
      }
      for byte in bytes[index...] { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
      return hash
    }
  }
}
