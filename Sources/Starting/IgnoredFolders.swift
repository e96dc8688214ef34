// IgnoredFolders: what Galley makes and nobody keeps, for `.gitignore`. What stands there stays, byte for byte.

import Foundation

enum IgnoredFolders {
  static let fileName = ".gitignore"
  /// The folders, with what each is.
  private static let folders = [".build", "site", "draft"]

  /// The file's new contents, and what was added; nil when it has everything.
  ///
  /// - Parameter old: the file as it is; nil for none.
  static func adding(to old: Data?) -> (contents: Data, added: [String])? {
    let text = String(decoding: old ?? Data(), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.trimmingCharacters(in: .whitespaces)
    }
    // The last word counts: `!site` takes back what stands above it.
    let missing = folders.filter { folder in
      let words = [folder, folder + "/", "/" + folder, "/" + folder + "/"]
      let last = lines.last { words.contains($0.hasPrefix("!") ? String($0.dropFirst()) : $0) }
      return last == nil
    }
    guard !missing.isEmpty else { return nil }
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    let added = missing.map { $0 + "/" }
    var contents = old ?? Data()
    if let last = contents.last, last != UInt8(ascii: "\n") { contents += Data(end.utf8) }
    contents += Data(added.map { $0 + end }.joined().utf8)
    return (contents, added)
  }
}
