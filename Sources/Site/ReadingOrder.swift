// ReadingOrder: which essay follows which: first those that galley.yml lists, then by the `order` in
// their front matter, then by path. The home page comes before all.

import Diagnostics
import Markup

enum ReadingOrder {
  /// - Parameter document: what of an item is put in order.
  static func sort<Item>(
    _ items: [Item], by configuration: Configuration, _ document: (Item) -> Document
  ) -> [Item] {
    var places: [String: Int] = [:]
    for (place, listed) in configuration.essays.enumerated() { places[listed.path] = place }
    return items.sorted { key(document($0), places) < key(document($1), places) }
  }

  /// Essays that galley.yml lists and that do not exist, or that it lists twice.
  static func mistakes(in project: Project) -> Log {
    var log = Log()
    let known = Set(project.names.map { Project.contentFolder + "/" + $0 })
    var seen: Set<String> = []
    for listed in project.configuration.essays {
      let place = SourceSpan(
        Configuration.fileName, listed.place..<listed.place + listed.name.utf8.count)
      if !seen.insert(listed.path).inserted {
        log.add(Diagnostic(.configuration, at: place, "‘essays’ lists ‘\(listed.name)’ twice"))
      } else if !known.contains(listed.path) {
        log.add(
          Diagnostic(
            .configuration, at: place,
            "‘essays’ lists ‘\(listed.name)’, but there is no \(listed.path)"))
      }
    }
    return log
  }

  private static func key(
    _ document: Document, _ places: [String: Int]
  ) -> (Int, Int, Int, String) {
    (
      document.path == Project.homePath ? 0 : 1,
      places[document.path] ?? Int.max,
      document.frontMatter.order ?? Int.max,
      document.path
    )
  }
}
