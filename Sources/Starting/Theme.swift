// Theme: what pages look like. A project without templates has the first; another is a style sheet of its own behind
// Galley's, so that what Galley's learns later comes to it too.

import Embedded

package enum Theme: String, CaseIterable, Sendable {
  /// Galley's own: a page of a book.
  case book
  /// One column, the reader's own sans serif, no ornaments.
  case plain

  /// Where a project keeps its templates.
  static let folder = "templates"

  /// - Parameter all: whether also those come that are the same in every theme.
  func files(all: Bool) -> [(path: String, text: String)] {
    let own = Embedded.files(in: "themes/\(rawValue)")
    return (own + (all ? Embedded.files(in: Self.folder) : [])).sorted { $0.path < $1.path }
  }
}
