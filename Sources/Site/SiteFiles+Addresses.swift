// Addresses: what a link of an essay becomes on its page, wherever the page is served from.

import Reading
import Rendering

extension SiteFiles {
  /// Where a link of an essay leads on the site; nil when it leads elsewhere or to nothing, and stays as it is.
  ///
  /// What stands behind the file's name stays as it was written: what it means is the file's own matter.
  static func address(
    _ destination: String, on path: String, _ references: SiteReferences
  ) -> String? {
    guard let link = SiteLink(destination, from: path) else { return nil }
    if link.isHere, link.query.isEmpty, let name = link.fragment,
      let label = references.link(to: name, from: path)
    {
      return label.address
    }
    guard let target = references.file(for: link.path) else { return nil }
    let fragment = link.writtenFragment.map { "#" + references.fragment($0, link, in: target) }
    let behind = link.query + (fragment ?? "")
    return link.isHere
      ? behind : relative(sitePath(target), from: pagePath(path)) + behind
  }

  /// `content/data/x.csv` becomes `data/x.csv`, and `content/kl.md` becomes `kl.html`.
  static func sitePath(_ path: String) -> String {
    path.utf8.reversed().starts(with: ".md".utf8.reversed())
      ? pagePath(path) : String(path.dropFirst(Project.contentFolder.count + 1))
  }

  /// The way from one page to another that works from any folder of any host and from a disk, as the value of
  /// `href`: what means something in an address, and stands in a name, is percent-encoded.
  static func relative(_ target: String, from page: String) -> String {
    var to = SiteLink.parts(target)[...]
    var from = SiteLink.parts(page).dropLast()[...]
    while let first = from.first, to.count > 1, first == to.first {
      from.removeFirst()
      to.removeFirst()
    }
    return String(repeating: "../", count: from.count)
      + SiteMap.encoded(to.joined(separator: "/"))
  }
}
