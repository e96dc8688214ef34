// TemplateLinks: links in templates must lead somewhere on every page that shows them, as those of essays must.

import Diagnostics
import Rendering

package enum TemplateLinks {
  /// Links to what is no file of the site, and to folders without an index.
  ///
  /// - Parameters:
  ///   - paths: all files of the site.
  ///   - pages: those of them that templates make.
  package static func dead(in templates: Templates, _ paths: Set<String>, pages: Set<String>) -> Log
  {
    Log(
      templates.links.compactMap { link in
        problem(with: link, paths, pages).map { Diagnostic(.linkBroken, at: link.span, $0) }
      })
  }

  private static func problem(
    with link: TemplateLink, _ paths: Set<String>, _ pages: Set<String>
  ) -> String? {
    // From the root itself every page sees the same.
    let shown = pages.filter { $0 == SiteMap.homePath ? link.isOnHome : link.isOnEssays }.sorted()
    let origins = link.isFromRoot ? [SiteMap.homePath] : shown
    let destination = link.isFromRoot && link.destination.isEmpty ? "./" : link.destination
    for origin in origins {
      guard let target = SiteLink(destination, from: origin)?.path else { continue }
      let index = target.isEmpty ? SiteMap.homePath : target + "/" + SiteMap.homePath
      if let found = paths.firstIndex(of: target) ?? paths.firstIndex(of: index) {
        // Servers compare names by bytes.
        let isSpelled = [target, index].contains { $0.utf8.elementsEqual(paths[found].utf8) }
        if isSpelled { continue }
        return "the file that this link leads to has another way of writing an accent in its name: "
          + "write \(SiteMap.encoded(paths[found]))"
      }
      if paths.contains(where: { $0.hasPrefix(target + "/") }) {
        return "this link leads to the folder \(target), which has no \(index)"
      }
      let isThere =
        !link.isFromRoot
        && SiteLink(destination, from: SiteMap.homePath)
          .map { paths.contains($0.path) } ?? false
      return isThere
        ? "on \(origin) this link leads to \(target), which does not exist: write {{root}} before it"
        : "this link leads to \(target), which the site does not have"
    }
    return nil
  }
}
