// LibraryState: whether the library that programs were made with is still the one that stands there.

import Files
import Running

struct LibraryState {
  /// Another number for another library.
  private(set) var number = 0
  /// What it is built from, as far as it is known.
  private var sources: LibrarySources?
  private var fingerprint: String?

  /// Whether it changed since somebody asked. What was not known before has not changed.
  mutating func hasChanged(_ shop: Workshop, _ files: FileSystem) -> Bool {
    guard !shop.products.isEmpty else { return false }
    if sources == nil {
      sources =
        LibraryBuild.sources(in: shop)
        ?? LibrarySources(project: shop.project, folders: [shop.project + "/Sources"])
    }
    let now = current(shop, files)
    defer { fingerprint = now }
    guard let fingerprint, fingerprint != now else { return false }
    number += 1
    return true
  }

  /// It was built: what it is built from is known by now.
  mutating func settle(_ shop: Workshop, _ files: FileSystem) {
    guard let new = LibraryBuild.sources(in: shop) else { return }
    // Where something changed while it was built, the next question says so.
    let isSame = fingerprint == current(shop, files)
    sources = new
    fingerprint = isSame ? current(shop, files) : ""
  }

  /// The folders and files that it is made of.
  func places(_ shop: Workshop) -> [String] {
    if shop.products.isEmpty { return [] }
    return sources.map { $0.folders + $0.others } ?? []
  }

  private func current(_ shop: Workshop, _ files: FileSystem) -> String {
    sources.flatMap { try? $0.fingerprint(with: shop.toolchain, files) } ?? ""
  }
}
