// ProjectSearch: which folder is meant, and which essays are, before anything is read.

import Diagnostics
import Files
import Foundation

extension Project {
  /// A folder that is named.
  ///
  /// - Throws: `Refusal` when it has no `galley.yml`.
  package static func folder(
    at path: String, _ files: FileSystem = .disk
  ) throws -> String {
    guard hasConfiguration(path, files) else {
      throw Refusal.misuse(
        "there is no galley.yml in \(path): name the folder of a project with --project")
    }
    return path
  }

  /// The nearest folder that has a `galley.yml`, from one upwards, as git looks for its own.
  ///
  /// - Throws: `Refusal` when none has.
  package static func folder(
    around path: String, _ files: FileSystem = .disk
  ) throws -> String {
    var folder = URL(fileURLWithPath: path)
    while !hasConfiguration(folder.path, files) {
      guard folder.path != "/" else {
        throw Refusal.misuse(
          "there is no galley.yml in \(path), nor in a folder above it: run galley in a project's "
            + "folder, or name it with --project; ‘galley init’ makes a project of this folder")
      }
      folder.deleteLastPathComponent()
    }
    return folder.path
  }

  private static func hasConfiguration(_ folder: String, _ files: FileSystem) -> Bool {
    files.exists(folder + "/" + Configuration.fileName)
  }

  /// The essays that are asked for, by path relative to the project. What is no essay is said, and the others are looked
  /// at all the same.
  ///
  /// - Parameters:
  ///   - words: paths relative to the project, or to the folder that the command runs in; patterns with `*` and the like.
  ///   - names: all files, by path relative to `content/`.
  static func essays(
    _ words: [String], in folder: String, _ names: [String], _ files: FileSystem
  ) -> Diagnosed<Set<String>> {
    var found: Set<String> = []
    var log = Log()
    let content = URL(fileURLWithPath: folder + "/" + contentFolder).standardizedFileURL.path
    let essays = names.filter { $0.hasSuffix(".md") }
    let known = Set(essays.map { contentFolder + "/" + $0 })
    for word in words {
      let absolute = URL(fileURLWithPath: word).standardizedFileURL.path
      if let name = essays.first(where: { absolute == content + "/" + $0 }) {
        found.insert(contentFolder + "/" + name)
      } else if known.contains(word) {
        found.insert(word)
      } else if word.contains(where: { "*?[".contains($0) }) {
        let matching = essays.filter { name in
          fnmatch(word, contentFolder + "/" + name, 0) == 0
            || fnmatch(absolute, content + "/" + name, 0) == 0
        }
        if matching.isEmpty {
          log.add(Diagnostic(.misuse, at: nil, "no essay has a name like ‘\(word)’"))
        }
        found.formUnion(matching.map { contentFolder + "/" + $0 })
      } else {
        let isThere = [absolute, folder + "/" + word].contains(where: files.exists)
        let path =
          absolute.hasPrefix(folder + "/") ? String(absolute.dropFirst(folder.count + 1)) : word
        let meant = Self.suggestion(for: path, among: known)
        let words = isThere ? "‘\(word)’ is no essay" : "there is no essay ‘\(word)’"
        log.add(
          Diagnostic(
            .misuse, at: nil,
            words + (isThere || meant.isEmpty ? ": an essay is a .md file under content/" : meant)))
      }
    }
    return Diagnosed(found, log)
  }

  /// Which essay was probably meant: folder and ending are what people leave out, and what all have in common says nothing.
  private static func suggestion(for path: String, among essays: Set<String>) -> String {
    func stem(_ path: String) -> String {
      let inContent =
        path.hasPrefix(contentFolder + "/") ? path.dropFirst(contentFolder.count + 1) : path[...]
      return String(inContent.hasSuffix(".md") ? inContent.dropLast(3) : inContent)
    }
    let stems = Dictionary(essays.map { (stem($0), $0) }, uniquingKeysWith: { first, _ in first })
    let meant = nearest(to: stem(path), among: stems.keys).flatMap { stems[$0] }
    return meant.map { ": did you mean ‘\($0)’?" } ?? ""
  }
}
