// Assets: what KaTeX's HTML needs beside it on a site. Copied by a build from where the package
// manager put it, never part of the repository.

import Files
import Foundation

/// KaTeX's style sheet and fonts, as files of a site.
package struct Assets: Hashable, Sendable {
  /// In the order of their paths.
  package var files: [File]

  package struct File: Hashable, Sendable {
    /// Relative to the folder of the assets, with `/` between the parts.
    package var path: String
    package var contents: Data

    package init(path: String, contents: Data) {
      self.path = path
      self.contents = contents
    }
  }

  /// The faces that nearly every formula is set in: worth loading before the style sheet asks.
  package static let mainFaces = [
    "fonts/KaTeX_Main-Regular.woff2", "fonts/KaTeX_Math-Italic.woff2",
  ]

  package static let styleSheet = "katex.min.css"

  /// Reads the style sheet and every font it names.
  ///
  /// - Throws: `MissingPart` when the style sheet or a font is not installed.
  package static func load(from installation: Installation = Installation()) throws -> Assets {
    let read = installation.files.read
    let folder = try installation.katexStyleFolder()
    let installed = try read(folder + "/" + styleSheet)
    let style = onlyWOFF2(String(decoding: installed, as: UTF8.self))
    var files = [File(path: styleSheet, contents: Data(style.utf8))]
    for font in Set(fonts(in: style)).sorted() {
      guard let contents = try? read(folder + "/" + font) else {
        throw MissingPart(.katexFonts, places: [folder + "/" + font])
      }
      files.append(File(path: font, contents: contents))
    }
    return Assets(files: files.sorted { $0.path < $1.path })
  }

  /// The style sheet with one source for each face: every browser that shows these pages reads
  /// woff2, and a second source would be a file that is not there.
  static func onlyWOFF2(_ style: String) -> String {
    var result = ""
    var rest = style[...]
    while let source = rest.firstRange(of: "src:") {
      result += rest[..<source.upperBound]
      let end = rest[source.upperBound...].firstIndex { $0 == ";" || $0 == "}" } ?? rest.endIndex
      let sources = rest[source.upperBound..<end].split(separator: ",")
      result += sources.first { $0.contains(".woff2") } ?? rest[source.upperBound..<end]
      rest = rest[end...]
    }
    return result + rest
  }

  /// The paths between `url(` and `)`.
  static func fonts(in style: String) -> [String] {
    style.split(separator: "url(").dropFirst().compactMap { part in
      part.firstIndex(of: ")").map { end in
        part[..<end].filter { $0 != "\"" && $0 != "'" }
      }
    }
  }
}
