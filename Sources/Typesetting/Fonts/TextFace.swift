// TextFace: the face that the site's text is set in, where it is installed: TeX Gyre Schola, whose letters have the forms and the weight of
// KaTeX's. Never part of Galley; a build takes from it the signs that the site shows.

import Files

package struct TextFace: Sendable {
  /// The regular and the italic cut. Bold words are few, and a browser makes them bold itself: another cut would cost each page
  /// 9 KiB.
  package let cuts: [(face: Face, path: String)]

  /// The name that style sheets have for it.
  package static let family = "Galley Text"

  private static let names = [
    (Face(family), "regular"), (Face(family, isItalic: true), "italic"),
  ]

  /// Nil where a cut is missing.
  package init?(_ installation: Installation) {
    let folders =
      installation.environment["GALLEY_TEXT_FACE"].map { [$0] }
      ?? [
        "/usr/share/texmf/fonts/opentype/public/tex-gyre",
        "/usr/share/fonts/opentype/tex-gyre",
      ]
    let folder = folders.first { folder in
      Self.names.allSatisfy { name in
        installation.files.isRegular("\(folder)/texgyreschola-\(name.1).otf")
      }
    }
    guard let folder else { return nil }
    cuts = Self.names.map { ($0.0, "\(folder)/texgyreschola-\($0.1).otf") }
  }
}
