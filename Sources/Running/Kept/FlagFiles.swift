// FlagFiles: the files and folders that flags of the author's name. What stands in them may change what a program
// computes, and no flag tells.

import Files
import Foundation

enum FlagFiles {
  /// Each file with the digest of its contents, by its path from the project's folder.
  static func digests(of flags: [String], in shop: Workshop) -> [String: String] {
    var found: [String: String] = [:]
    for path in flags.flatMap(paths) {
      let absolute = path.hasPrefix("/") ? path : shop.project + "/" + path
      for file in paths(at: absolute, shop.files) {
        found[file] = shop.files.contents(file).map(Digest.of) ?? ""
      }
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
  private static func paths(at path: String, _ files: FileSystem) -> [String] {
    guard let status = files.statusOfTarget(path) else { return [] }
    guard status.kind == .folder else { return [path] }
    return files.listAll(path).map { path + "/" + $0 }.filter {
      files.exists($0) && !files.isFolder($0)
    }
  }
}
