// Installation: where KaTeX and highlight.js are on this machine. They are never part of Galley:
// a package manager put them somewhere, and this file knows the usual places.

import Files
import Foundation

/// The folders and files of the installed parts.
package struct Installation: Sendable {
  package var environment: [String: String]
  package var files: FileSystem

  /// - Parameter environment: `GALLEY_KATEX` and `GALLEY_HIGHLIGHT` in it name the one folder to
  ///   look in, instead of the usual ones.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    _ files: FileSystem = .disk
  ) {
    self.environment = environment
    self.files = files
  }

  /// The folders in which global npm packages are kept on macOS and Linux.
  private static let nodeModules = [
    "/opt/homebrew/lib/node_modules", "/usr/local/lib/node_modules", "/usr/lib/node_modules",
  ]

  var katexFolders: [String] {
    if let chosen = environment["GALLEY_KATEX"] { return [chosen] }
    return ["/usr/share/javascript/katex"] + Self.nodeModules.map { $0 + "/katex/dist" }
  }

  var highlighterFolders: [String] {
    if let chosen = environment["GALLEY_HIGHLIGHT"] { return [chosen] }
    return ["/usr/share/javascript/highlight.js"]
      + Self.nodeModules.map { $0 + "/@highlightjs/cdn-assets" }
  }

  /// KaTeX, and its extension for chemistry where that is installed beside it.
  func katexScripts() throws -> [String] {
    let folder = try folder(of: "katex.min.js", among: katexFolders, part: .katex)
    let chemistry = ["contrib/mhchem.min.js", "contrib/mhchem.js"].map { folder + "/" + $0 }
      .first(where: files.isRegular)
    return [folder + "/katex.min.js"] + (chemistry.map { [$0] } ?? [])
  }

  /// The bytes of some scripts: what is set by the same ones is the same.
  func bytes(of scripts: [String]) throws -> Data {
    try scripts.reduce(into: Data()) { $0 += try files.read($1) }
  }

  func text(of script: String) throws -> String {
    String(decoding: try files.read(script), as: UTF8.self)
  }

  func highlighterScript() throws -> String {
    let name = "highlight.min.js"
    return try folder(of: name, among: highlighterFolders, part: .highlighter) + "/" + name
  }

  /// The folder that holds `katex.min.css`.
  package func katexStyleFolder() throws -> String {
    try folder(of: "katex.min.css", among: katexFolders, part: .katex)
  }

  private func folder(
    of name: String, among folders: [String], part: MissingPart.Part
  ) throws -> String {
    for folder in folders where files.isRegular(folder + "/" + name) {
      return folder
    }
    throw MissingPart(part, places: folders.map { $0 + "/" + name })
  }
}
