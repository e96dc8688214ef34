// KeptStore: bytes that are kept between runs of Galley, each under a key that says all that they depend on. Whatever
// is not as it was written, or was written for another key, is not there.

import Foundation

package struct KeptStore: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// What an entry begins with; another form of entry gets another line.
  private static let mark = Data("Kept by Galley, form 1\n".utf8)
  private static let digestLength = 64

  /// The whole key stands in the entry; this is only where to look.
  package func path(of key: Data) -> String { folder + "/" + Digest.of(key) }

  /// What is kept under this very key.
  package func take(_ key: Data) -> Data? {
    let path = path(of: key)
    guard let entry = FileManager.default.contents(atPath: path), entry.starts(with: Self.mark)
    else { return nil }
    let digest = entry.dropFirst(Self.mark.count).prefix(Self.digestLength)
    let contents = entry.dropFirst(Self.mark.count + Self.digestLength)
    let start = Self.start(of: key)
    guard contents.starts(with: start), digest == Data(Digest.of(contents).utf8) else { return nil }
    // Whoever tidies up sees that it is in use; once a day is enough.
    if Fingerprint.date(of: path).timeIntervalSinceNow < -86_400 {
      try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    }
    return contents.dropFirst(start.count)
  }

  /// As a whole or not at all; what stands there is replaced. What cannot be kept is made again next time.
  package func keep(_ bytes: Data, as key: Data) {
    let contents = Self.start(of: key) + bytes
    let entry = Self.mark + Data(Digest.of(contents).utf8) + contents
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? entry.write(to: URL(fileURLWithPath: path(of: key)), options: .atomic)
  }

  private static func start(of key: Data) -> Data { Data("\n\(key.count)\n".utf8) + key }

  /// Nobody asked for them that long, in seconds: a month.
  package static let longestAge = 30 * 86_400.0
  /// In bytes, all together.
  package static let largestSize = 256 << 20

  /// Forgets what is old, and of the rest what was used longest ago while all are too much.
  package func tidy(toFit size: Int = largestSize) {
    let manager = FileManager.default
    let entries = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).compactMap { name in
      let path = folder + "/" + name
      return FileIdentity(of: path).map { (path, size: $0.size, date: Fingerprint.date(of: path)) }
    }.sorted { $0.date > $1.date }
    var total = 0
    for (path, own, date) in entries {
      total += own
      if total > size || date.timeIntervalSinceNow < -Self.longestAge {
        try? manager.removeItem(atPath: path)
      }
    }
  }
}
