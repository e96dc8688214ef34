// ProgramCache: keeps what the compiler made of a program, for the next run. Programs are linked with the
// library as a shared one, so a program is compiled again when its own text changed or what it sees
// of the library, not when the library computes something else. Programs are run each time.

import Foundation

package struct ProgramCache: Sendable {
  private let folder: String

  /// Forgets what nobody asked for in a month.
  package init(in shop: Workshop) {
    folder = shop.folder + "/compiled"
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = folder + "/" + name
      if Fingerprint.date(of: path).timeIntervalSinceNow < -30 * 86_400 {
        try? manager.removeItem(atPath: path)
      }
    }
  }

  /// All that decides what the compiler makes: the whole text of the program, for nobody can tell without the compiler
  /// what in it is a comment.
  ///
  /// - Parameters:
  ///   - interface: what the library shows to programs.
  ///   - arguments: the compiler's. The recorder's folder is among them, and is named after the compiler's version.
  package static func key(_ text: String, _ interface: String, _ arguments: [String]) -> String {
    ([interface] + arguments + [text]).joined(separator: "\0")
  }

  private func path(_ key: String) -> String {
    var hash = Fingerprint.FNV()
    hash.add(Array(key.utf8))
    return folder + "/" + hash.text
  }

  /// - Parameter executable: where the program is put; nil when it is only compiled.
  /// - Returns: what the compiler said, for warnings are told each time. Nil when nothing is kept, or not as it was:
  ///   a part may have been lost or cut since then.
  package func take(_ key: String, to executable: String?) -> String? {
    let kept = path(key)
    let manager = FileManager.default
    guard manager.fileExists(atPath: kept) else { return nil }
    guard Seal.isWhole(kept), manager.contents(atPath: kept + "/key") == Data(key.utf8),
      let messages = manager.contents(atPath: kept + "/messages")
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
    return String(decoding: messages, as: UTF8.self)
  }

  /// What cannot be kept is compiled again next time.
  package func keep(_ executable: String?, _ messages: String, as key: String) {
    let manager = FileManager.default
    let new = folder + "/.new-" + UUID().uuidString
    defer { try? manager.removeItem(atPath: new) }
    do {
      try manager.createDirectory(atPath: new, withIntermediateDirectories: true)
      if let executable { try manager.copyItem(atPath: executable, toPath: new + "/program") }
      try Data(messages.utf8).write(to: URL(fileURLWithPath: new + "/messages"))
      try Data(key.utf8).write(to: URL(fileURLWithPath: new + "/key"))
      try Seal.close(new)
      // As a whole or not at all; where another run was first, its entry is the same.
      try manager.moveItem(atPath: new, toPath: path(key))
    } catch {}
  }
}
