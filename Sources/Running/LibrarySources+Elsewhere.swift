// What of a library leads to files or settings that nobody can watch. Such a library is asked of SwiftPM at each check, and
// nothing that is made with it is kept.

import Files
import Foundation

extension LibrarySources {
  /// Whether a target is made by a plugin, which may read anything; is headers of the system's; or includes what stands
  /// beside it; whether a manifest links libraries from elsewhere or looks at more than its own words.
  ///
  /// - Parameter targets: those of the project that the library is made of.
  func leadElsewhere(
    _ targets: [PackageDescription.Target], _ files: FileSystem
  ) throws -> Bool {
    if targets.contains(where: { ["PluginTarget", "SystemLibraryTarget"].contains($0.kind) }) {
      return true
    }
    let own = Set(targets.map { project + "/" + $0.path })
    let packages = folders.filter { !own.contains($0) }
    let everywhere: Set = [
      "Context", "Foundation", "unsafeFlags", "linkedLibrary", "linkedFramework",
    ]
    // Of packages beside the project nobody says which of their targets are in use.
    let beside = everywhere.union(["plugin", "plugins", "systemLibrary"])
    func says(_ words: Set<String>, _ folder: String) -> Bool {
      files.list(folder).filter(Self.isManifest).contains { name in
        files.text(folder + "/" + name).split { !$0.isLetter }.contains {
          words.contains(String($0))
        }
      }
    }
    if says(everywhere, project) || packages.contains(where: { says(beside, $0) }) { return true }
    let paths = try folders.flatMap { try Self.paths(in: $0, files) }
    let watched = Set(paths + others)
    return paths.filter { path in Self.headers.contains { path.hasSuffix($0) } }
      .contains { path in
        let text = files.text(path)
        return text.contains("__has_include")
          || Self.included(in: text, at: path).contains { !watched.contains($0) }
      }
  }

  /// The files beside its folder that a header names: `#include "../other.h"`, `header "../other.h"`.
  private static func included(in text: String, at path: String) -> [String] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    return text.split(whereSeparator: \.isNewline).filter { $0.contains("../") }.map { line in
      let words = line.split { "\"<>".contains($0) }
      let name = words.first { $0.contains("../") }.map(String.init) ?? ""
      return folder.appendingPathComponent(name).standardizedFileURL.path
    }
  }

  private static let headers = [".h", ".hh", ".hpp", ".hxx", ".inc", ".def", ".modulemap"]
}
