// ReadingOrder: which essay follows which: first those that galley.yml lists, then by the `order` in
// their front matter, then by path. The home page comes before all.

import Diagnostics
import Foundation
import Markup

enum ReadingOrder {
  static func sort(_ documents: [Document], by configuration: Configuration) -> [Document] {
    var places: [String: Int] = [:]
    for (place, name) in configuration.essays.enumerated() {
      let path = Project.contentFolder + "/" + (name.hasSuffix(".md") ? name : name + ".md")
      places[path] = place
    }
    return documents.sorted { left, right in key(left, places) < key(right, places) }
  }

  /// Essays that galley.yml lists and that do not exist.
  static func unknown(in project: Project) -> Log {
    var log = Log()
    for name in project.configuration.essays {
      let path = Project.contentFolder + "/" + (name.hasSuffix(".md") ? name : name + ".md")
      guard !FileManager.default.fileExists(atPath: project.folder + "/" + path) else { continue }
      log.add(
        Diagnostic(
          .configuration, at: SourceSpan(Configuration.fileName, 0..<0),
          "‘essays’ lists ‘\(name)’, but there is no \(path)"))
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
