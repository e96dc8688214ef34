// ProgramCache: keeps what the compiler made of a program, for the next run. Programs are linked with the
// library as a shared one, so a program is compiled again when its own text changed or what it sees
// of the library, not when the library computes something else. Programs are run each time.

import Files
import Foundation

package struct ProgramCache: Sendable {
  private let folder: String
  private let files: FileSystem

  /// Forgets what nobody asked for in a month.
  package init(in shop: Workshop) {
    folder = shop.folder + "/compiled"
    files = shop.files
    for name in files.list(folder) where files.age(folder + "/" + name) > Keep.longestAge {
      try? files.remove(folder + "/" + name)
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
    guard files.exists(kept) else { return nil }
    guard Seal.isWhole(kept, files), files.contents(kept + "/key") == Data(key.utf8),
      let messages = files.contents(kept + "/messages")
    else {
      // What is damaged makes room for what is compiled anew.
      try? files.remove(kept)
      return nil
    }
    try? files.setModified(files.now(), kept)
    if let executable {
      let path = kept + "/program"
      // A second name, where the disk has such: a file that this process wrote itself may still be open for
      // writing in a process that is just being started, and cannot be run then.
      let isThere =
        (try? files.link(path, executable)) != nil || (try? files.copy(path, executable)) != nil
      guard isThere, files.mayRun(executable) else {
        try? files.remove(executable)
        try? files.remove(kept)
        return nil
      }
    }
    return String(decoding: messages, as: UTF8.self)
  }

  /// What cannot be kept is compiled again next time.
  package func keep(_ executable: String?, _ messages: String, as key: String) {
    let new = folder + "/.new-" + UUID().uuidString
    defer { try? files.remove(new) }
    do {
      try files.makeFolder(new)
      if let executable { try files.copy(executable, new + "/program") }
      try files.write(Data(messages.utf8), new + "/messages")
      try files.write(Data(key.utf8), new + "/key")
      try Seal.close(new, files)
      // As a whole or not at all; where another run was first, its entry is the same.
      try files.move(new, path(key))
    } catch {}
  }
}
