// ProgramCache: keeps what the compiler made of a program, for the next run. Programs are linked with the
// library as a shared one, so a program is compiled again when its own text changed or what it sees
// of the library, not when the library computes something else. Programs are run each time.

import Foundation

struct ProgramCache: Sendable {
  /// What the compiler made.
  struct Entry {
    /// Nil for a program that is only compiled.
    var executable: String?
    /// What the compiler said: warnings are told each time.
    var messages: String
  }

  private let folder: String

  /// Forgets what nobody asked for in a month.
  init(in shop: Workshop) {
    folder = shop.folder + "/compiled"
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = folder + "/" + name
      let used = try? manager.attributesOfItem(atPath: path)[.modificationDate] as? Date
      if let used, used.timeIntervalSinceNow < -30 * 86_400 {
        try? manager.removeItem(atPath: path)
      }
    }
  }

  /// The name for what is made of these.
  ///
  /// - Parameters:
  ///   - interface: what the library shows to programs.
  ///   - arguments: the compiler's. The recorder's folder is among them, and is named after the compiler's version.
  static func key(_ text: String, _ interface: String, _ arguments: [String]) -> String {
    var hash = Fingerprint.FNV()
    hash.add(withoutClaims(text))
    for part in [interface] + arguments { hash.add(Array(part.utf8)) }
    return hash.text
  }

  /// What a claim says is the referee's business: another digit makes no other program. Only comments that begin
  /// as claims do are left out, so that nothing else can be taken for one.
  private static func withoutClaims(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let marks = ["// →", "// =>", "// Prints", "// $$"].map { Array($0.utf8) }
    var kept: [UInt8] = []
    var start = 0
    for token in SwiftScanner.tokens(of: text) where token.kind == .lineComment {
      guard let mark = marks.first(where: { bytes[token.range].starts(with: $0) }) else { continue }
      kept += bytes[start..<token.range.lowerBound + mark.count]
      start = token.range.upperBound
    }
    return kept + bytes[start...]
  }

  /// - Parameter executable: where the program is put; nil when it is only compiled.
  /// - Returns: nil when nothing is kept, or not as it was: a part may have been lost or cut since then.
  func take(_ key: String, to executable: String?) -> Entry? {
    let kept = folder + "/" + key
    let manager = FileManager.default
    guard manager.fileExists(atPath: kept) else { return nil }
    guard let messages = manager.contents(atPath: kept + "/messages"),
      let seal = manager.contents(atPath: kept + "/seal"),
      let program = executable == nil ? Data() : manager.contents(atPath: kept + "/program"),
      seal == Self.seal(messages, program)
    else {
      // What is damaged makes room for what is compiled anew.
      try? manager.removeItem(atPath: kept)
      return nil
    }
    try? manager.setAttributes([.modificationDate: Date()], ofItemAtPath: kept)
    if let executable {
      let path = kept + "/program"
      // A second name, where the disk has such: a file that this process wrote itself may still be open for
      // writing in a process that is just being started, and cannot be run then.
      let isThere =
        (try? manager.linkItem(atPath: path, toPath: executable)) != nil
        || (try? manager.copyItem(atPath: path, toPath: executable)) != nil
      guard isThere, manager.isExecutableFile(atPath: executable) else {
        try? manager.removeItem(atPath: executable)
        try? manager.removeItem(atPath: kept)
        return nil
      }
    }
    return Entry(executable: executable, messages: String(decoding: messages, as: UTF8.self))
  }

  /// What cannot be kept is compiled again next time.
  func keep(_ entry: Entry, as key: String) {
    let manager = FileManager.default
    let new = folder + "/.new-" + UUID().uuidString
    defer { try? manager.removeItem(atPath: new) }
    do {
      try manager.createDirectory(atPath: new, withIntermediateDirectories: true)
      let messages = Data(entry.messages.utf8)
      var program = Data()
      if let executable = entry.executable {
        try manager.copyItem(atPath: executable, toPath: new + "/program")
        program = try Data(contentsOf: URL(fileURLWithPath: executable))
      }
      try messages.write(to: URL(fileURLWithPath: new + "/messages"))
      try Self.seal(messages, program).write(to: URL(fileURLWithPath: new + "/seal"))
      // As a whole or not at all; where another run was first, its entry is the same.
      try manager.moveItem(atPath: new, toPath: folder + "/" + key)
    } catch {}
  }

  /// Tells an entry that is whole from one that is not.
  private static func seal(_ messages: Data, _ program: Data) -> Data {
    var hash = Fingerprint.FNV()
    hash.add(Array(messages))
    hash.add(Array(program))
    return Data(hash.text.utf8)
  }
}
