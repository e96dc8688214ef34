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

  /// - Parameter executable: where the program is put.
  func take(_ key: String, to executable: String) -> Entry? {
    let kept = folder + "/" + key
    let manager = FileManager.default
    guard let messages = manager.contents(atPath: kept + "/messages") else { return nil }
    try? manager.setAttributes([.modificationDate: Date()], ofItemAtPath: kept)
    var entry = Entry(executable: nil, messages: String(decoding: messages, as: UTF8.self))
    if manager.fileExists(atPath: kept + "/program") {
      guard (try? manager.copyItem(atPath: kept + "/program", toPath: executable)) != nil else {
        return nil
      }
      entry.executable = executable
    }
    return entry
  }

  /// What cannot be kept is compiled again next time.
  func keep(_ entry: Entry, as key: String) {
    let manager = FileManager.default
    let new = folder + "/.new-" + UUID().uuidString
    defer { try? manager.removeItem(atPath: new) }
    do {
      try manager.createDirectory(atPath: new, withIntermediateDirectories: true)
      if let executable = entry.executable {
        try manager.copyItem(atPath: executable, toPath: new + "/program")
      }
      try entry.messages.write(toFile: new + "/messages", atomically: false, encoding: .utf8)
      // As a whole or not at all; where another run was first, its entry is the same.
      try manager.moveItem(atPath: new, toPath: folder + "/" + key)
    } catch {}
  }
}
