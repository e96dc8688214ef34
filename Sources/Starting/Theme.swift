// Theme: what pages look like. A project without templates has the first; another is a few files in place of its own.

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
    let common = Embedded.files(in: Self.folder)
    let own = self == .book ? common : Embedded.files(in: "themes/\(rawValue)")
    guard all else { return own }
    let names = Set(own.map(\.path))
    return (own + common.filter { !names.contains($0.path) }).sorted { $0.path < $1.path }
  }
}
