// DocumentationFiles: the files whose code is checked besides the essays: Markdown that `check` of galley.yml names, and the
// Swift below the folders that `sources` names.

import Diagnostics
import Files
import Foundation
import Reading

/// What `galley.yml` says of them.
package struct DocumentationSettings: Hashable, Sendable {
  /// Paths and patterns, relative to the project: `README.md`, `Guides/*.md`, `Sources/**/*.docc/**`.
  package var check: [Pattern] = []
  /// Folders, or files.
  package var sources: [Pattern] = []
  /// Whether only Galley's own forms of claims are read in them.
  package var isStrict = false

  package struct Pattern: Hashable, Sendable {
    package var text: String
    /// The byte of `galley.yml` that it stands at.
    package var place: Int

    package init(_ text: String, at place: Int = 0) {
      self.text = text
      self.place = place
    }
  }

  package init() {}

  package var isEmpty: Bool { check.isEmpty && sources.isEmpty }
}

package struct DocumentationFiles: Sendable {
  /// By path relative to the project.
  package var markdown: [(path: String, text: String)] = []
  package var swift: [(path: String, text: String)] = []

  package init() {}

  package var count: Int { markdown.count + swift.count }

  package var isEmpty: Bool { markdown.isEmpty && swift.isEmpty }

  /// Which of the paths that are asked for lead to documentation, and those that do not.
  func choose(_ words: [String], in folder: String) -> (chosen: Set<String>, others: [String]) {
    let all = markdown.map(\.path) + swift.map(\.path)
    var chosen: Set<String> = []
    var others: [String] = []
    for word in words {
      let absolute = URL(fileURLWithPath: word).standardizedFileURL.path
      let names = all.filter { path in
        path == word || absolute == folder + "/" + path
          || word.contains { "*?[".contains($0) } && Glob.matches(word, path)
      }
      if names.isEmpty { others.append(word) }
      chosen.formUnion(names)
    }
    return (chosen, others)
  }

  func only(_ paths: Set<String>) -> DocumentationFiles {
    var files = self
    files.markdown.removeAll { !paths.contains($0.path) }
    files.swift.removeAll { !paths.contains($0.path) }
    return files
  }

  package static func read(
    _ settings: DocumentationSettings, in folder: String, _ files: FileSystem
  ) -> Diagnosed<DocumentationFiles> {
    var log = Log()
    guard !settings.isEmpty else { return Diagnosed(DocumentationFiles(), log) }
    let all = names(in: folder, files)
    var found = DocumentationFiles()
    func take(_ patterns: [DocumentationSettings.Pattern], _ key: String, ending end: String) -> [(
      path: String, text: String
    )] {
      var paths: [String] = []
      for pattern in patterns {
        let matching = all.filter { $0.hasSuffix(end) && Glob.matches(pattern.text, $0) }
        if matching.isEmpty {
          log.add(
            Diagnostic(
              .configuration,
              at: SourceSpan(Configuration.fileName, pattern.place..<pattern.place),
              "‘\(pattern.text)’ of ‘\(key)’ leads to no file that ends in \(end)"))
        }
        paths += matching
      }
      return Set(paths).sorted().compactMap { path in
        guard let bytes = files.contents(folder + "/" + path),
          let text = String(validating: bytes, as: UTF8.self)
        else {
          log.add(
            Diagnostic(
              .fileUnreadable, at: SourceSpan(path, 0..<0),
              "this file cannot be read, or is not plain UTF-8 text: save it as UTF-8"))
          return nil
        }
        return (path, text)
      }
    }
    found.markdown = take(settings.check, "check", ending: ".md")
    found.swift = take(settings.sources, "sources", ending: ".swift")
    return Diagnosed(found, log)
  }

  /// All files of the project, but for what is hidden and what is built.
  package static func names(in folder: String, _ files: FileSystem) -> [String] {
    files.list(folder).filter { !$0.hasPrefix(".") && $0 != "site" && $0 != "draft" }
      .flatMap { name -> [String] in
        let path = folder + "/" + name
        guard files.status(path)?.kind == .folder else { return [name] }
        return files.listAll(path).map { name + "/" + $0 }
      }
      .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
  }
}

/// Patterns of paths: `*` stands for anything within a part, `**` for parts, and a folder for all that is below it.
enum Glob {
  static func matches(_ pattern: String, _ path: String) -> Bool {
    let parts = pattern.split(separator: "/").map(String.init).filter { $0 != "." }
    return matches(parts[...], path.split(separator: "/").map(String.init)[...])
  }

  private static func matches(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return true }
    guard let name = path.first else { return pattern.allSatisfy { $0 == "**" } }
    if first == "**" {
      return matches(pattern.dropFirst(), path) || matches(pattern, path.dropFirst())
    }
    return fnmatch(first, name, 0) == 0 && matches(pattern.dropFirst(), path.dropFirst())
  }
}
