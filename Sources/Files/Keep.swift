// Keep: results that are kept between runs, each under its whole key. What is damaged, cut, or somebody else's is as if
// it were not there.

import Foundation

package struct Keep: Sendable {
  private let folder: String
  /// All folders of this kind, one for each context.
  private let base: String
  private let context: Data
  private let files: FileSystem
  /// Whether the folder is that of this context.
  private let isOurs: Bool

  /// After so long nobody will ask any more.
  static let patience: TimeInterval = 30 * 86_400
  /// The file with the bytes that all entries of a folder depend on.
  static let contextName = "context"

  /// - Parameters:
  ///   - base: the folder of this kind of results.
  ///   - context: what all of the results depend on: the bytes of a tool, the form of the entries. Of it, too, the
  ///     name is made of a hash, and the whole is compared.
  package init(in base: String, context: Data, files: FileSystem) {
    self.base = base
    self.context = context
    self.files = files
    folder = base + "/" + Checksum(context).text
    let path = folder + "/" + Self.contextName
    if files.contents(path) == context {
      isOurs = true
      touch(path)
    } else {
      // Entries of an unknown context are nobody's.
      try? files.remove(folder)
      isOurs = (try? files.writeWhole(context, path)) != nil
    }
  }

  /// What was kept; nil for a key that is not known.
  package func value(for key: Data) -> Data? {
    let path = path(key)
    guard isOurs, let entry = files.contents(path) else { return nil }
    guard let value = Self.value(in: entry, for: key) else {
      try? files.remove(path)
      return nil
    }
    touch(path)
    return value
  }

  /// What cannot be kept is made again next time.
  package func keep(_ value: Data, for key: Data) {
    guard isOurs else { return }
    try? files.writeWhole(Self.entry(key, value), path(key))
  }

  /// Removes what nobody asked for in a month, of other contexts too.
  package func forgetOld() {
    for name in files.list(base) {
      let folder = base + "/" + name
      if isOld(folder + "/" + Self.contextName) {
        try? files.remove(folder)
        continue
      }
      for entry in files.list(folder) where isOld(folder + "/" + entry) {
        try? files.remove(folder + "/" + entry)
      }
    }
  }

  private func path(_ key: Data) -> String { folder + "/" + Checksum(key).text }

  private func isOld(_ path: String) -> Bool {
    files.status(path).map { files.now().timeIntervalSince($0.modified) > Self.patience } ?? true
  }

  /// Notes that something is in use, at most once a day.
  private func touch(_ path: String) {
    let now = files.now()
    guard let date = files.status(path)?.modified, now.timeIntervalSince(date) > 86_400 else {
      return
    }
    try? files.setModified(now, path)
  }

  // MARK: Entries

  private static let form = Data("galley keeps 1\n".utf8)

  /// The form, a checksum of all that follows, the key with its length, the value.
  static func entry(_ key: Data, _ value: Data) -> Data {
    let rest = Data("\(key.count)\n".utf8) + key + value
    return form + Data("\(Checksum(rest).text)\n".utf8) + rest
  }

  static func value(in entry: Data, for key: Data) -> Data? {
    let start = Data("\(key.count)\n".utf8) + key
    // A checksum has 16 digits, and a line ends behind it.
    let head = form.count + 17
    guard entry.count >= head + start.count, entry.starts(with: form) else { return nil }
    let rest = entry.dropFirst(head)
    guard rest.starts(with: start),
      entry.dropFirst(form.count).prefix(17) == Data("\(Checksum(rest).text)\n".utf8)
    else { return nil }
    return Data(rest.dropFirst(start.count))
  }
}

/// A 64-bit hash for names and against damage, not against malice. Eight bytes at a time: it reads megabytes.
struct Checksum {
  private(set) var text: String

  init(_ data: Data) {
    var state = 0xcbf2_9ce4_8422_2325 ^ UInt64(data.count)
    data.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      var index = 0
      while index < whole {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        state = Self.mixed(state, word)
        index += 8
      }
      while index < bytes.count {
        state = Self.mixed(state, UInt64(bytes[index]))
        index += 1
      }
    }
    let digits = String(state, radix: 16)
    text = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A step that can be undone, so that a change of one word always changes the result; rotated, so that high bits
  /// come to count for low ones.
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    return product << 29 | product >> 35
  }
}
