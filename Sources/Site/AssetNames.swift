// AssetNames: files in `assets/` under names that say what is in them, `style-1f2e3d4c.css`: a browser may keep them for ever, and one that has an
// old one never shows a new page with it.

import Files
import Foundation

struct AssetNames {
  /// The files with their new names, in style sheets too.
  private(set) var files: [SiteFile] = []
  /// By their plain names, without `assets/`.
  private(set) var names: [String: String] = [:]

  /// - Parameters:
  ///   - files: with their plain names, `assets/fonts/x.woff2`. Fonts come before the style sheets that name them.
  ///   - plain: names that templates give themselves, which must be there as well.
  init(_ files: [SiteFile], plain: Set<String>) {
    let sheets = files.filter { $0.path.hasSuffix(".css") }
    for file in files where !file.path.hasSuffix(".css") { add(file, plain) }
    for sheet in sheets {
      var text = String(decoding: sheet.contents, as: UTF8.self)
      for (old, new) in names.sorted(by: { $0.key < $1.key }) where old.hasPrefix("fonts/") {
        text = text.replacing("url(\(old))", with: "url(\(new))")
      }
      add(SiteFile(path: sheet.path, contents: Data(text.utf8)), plain)
    }
  }

  private mutating func add(_ file: SiteFile, _ plain: Set<String>) {
    let name = String(file.path.dropFirst(Self.folder.count))
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let new = name[..<dot] + "-" + Digest.of(file.contents).prefix(8) + name[dot...]
    names[name] = String(new)
    files.append(SiteFile(path: Self.folder + new, contents: file.contents))
    if plain.contains(file.path) { files.append(file) }
  }

  static let folder = "assets/"
}
