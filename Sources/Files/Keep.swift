// Keep: results that are kept between runs, each under its whole key. What is damaged, cut, or somebody else's is as if
// it were not there.

import Foundation

package struct Keep: Sendable {
  /// Where the entries of this context stand.
  package let folder: String
  /// The folder of this kind of results, with one for each context.
  private let base: String
  private let files: FileSystem
  /// Whether the folder is that of this context.
  private let isOurs: Bool

  /// The file with the bytes that all entries of a folder depend on.
  static let contextName = "context"

  /// - Parameters:
  ///   - base: the folder of this kind of results.
  ///   - context: what all of the results depend on: the bytes of a tool, the form of the entries. Of it, too, the
  ///     name is a digest, and the whole is compared. Empty where a key says it all.
  package init(in base: String, context: Data = Data(), files: FileSystem) {
    self.base = base
    self.files = files
    folder = base + "/" + Digest.of(context)
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

  /// The whole key stands in the entry; this is only where to look.
  package func path(of key: Data) -> String { folder + "/" + Digest.of(key) }

  /// What was kept under this very key.
  package func value(for key: Data) -> Data? {
    let path = path(of: key)
    guard isOurs, files.status(path) != nil else { return nil }
    guard let entry = files.contents(path), let value = Self.value(in: entry, for: key) else {
      // It makes room, also where it is no file.
      try? files.remove(path)
      return nil
    }
    touch(path)
    return value
  }

  /// As a whole or not at all; what stands there is replaced. What cannot be kept is made again next time.
  package func keep(_ value: Data, for key: Data) {
    guard isOurs else { return }
    try? files.writeWhole(Self.entry(key, value), path(of: key))
  }

  /// Notes that something is in use, at most once a day.
  private func touch(_ path: String) {
    if files.age(path) > 86_400 { try? files.setModified(files.now(), path) }
  }
}

// MARK: - Entries

extension Keep {
  /// What an entry begins with; another form of entry gets another line.
  private static let form = "galley keeps 2\n"
  private static let digestLength = 64

  /// The form and the key with its length, which are compared; a digest of the value; the value.
  private static func entry(_ key: Data, _ value: Data) -> Data {
    start(of: key) + Data(Digest.of(value).utf8) + value
  }

  private static func value(in entry: Data, for key: Data) -> Data? {
    let start = start(of: key)
    guard entry.prefix(start.count) == start else { return nil }
    let rest = entry.dropFirst(start.count)
    let value = rest.dropFirst(digestLength)
    return rest.prefix(digestLength) == Data(Digest.of(value).utf8) ? Data(value) : nil
  }

  private static func start(of key: Data) -> Data { Data("\(form)\(key.count)\n".utf8) + key }
}

// MARK: - What goes

extension Keep {
  /// Nobody asked for it that long, in seconds: a month.
  package static let longestAge: TimeInterval = 30 * 86_400
  /// In bytes, all of one kind together.
  package static let largestSize = 256 << 20

  /// Forgets what is old, of other contexts too, and of the rest what was used longest ago while all are too much.
  package func tidy(toFit size: Int = largestSize) {
    var entries: [(path: String, status: FileSystem.Status)] = []
    for name in files.list(base) {
      let folder = base + "/" + name
      guard files.age(folder + "/" + Self.contextName) <= Self.longestAge else {
        try? files.remove(folder)
        continue
      }
      for name in files.list(folder) where name != Self.contextName {
        let path = folder + "/" + name
        files.status(path).map { entries.append((path, $0)) }
      }
    }
    var total = 0
    let now = files.now()
    for (path, status) in entries.sorted(by: { $0.status.modified > $1.status.modified }) {
      total += status.size
      if total > size || now.timeIntervalSince(status.modified) > Self.longestAge {
        try? files.remove(path)
      }
    }
  }
}
