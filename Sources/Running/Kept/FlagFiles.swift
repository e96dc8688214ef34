// FlagFiles: the files and folders that flags of the author's name. What stands in them may change what a program
// computes, and no flag tells.

import Foundation

enum FlagFiles {
  /// Each file with the digest of its contents, by its path from the project's folder.
  static func digests(of flags: [String], in project: String) -> [String: String] {
    var found: [String: String] = [:]
    for path in flags.flatMap(paths) {
      let absolute = path.hasPrefix("/") ? path : project + "/" + path
      for file in files(at: absolute) { found[file] = Digest.of(file: file) ?? "" }
    }
    return found
  }

  /// What in a flag may be a path: all of it, or what stands behind `-I`, behind `=`, or from its first slash.
  private static func paths(in flag: String) -> [String] {
    let behindLetter = flag.hasPrefix("-") ? flag.dropFirst(2) : flag[...]
    let behindSign = flag.drop { $0 != "=" }.dropFirst()
    let fromSlash = flag.drop { $0 != "/" }
    return Set([behindLetter, behindSign, fromSlash].map { String($0) }).subtracting([""]).sorted()
  }

  /// The file that stands there, or all files of the folder.
  private static func files(at path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [path] }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.map { path + "/" + $0 }.filter { file in
      FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
