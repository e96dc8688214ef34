// Redirect: an address that a page had before, which leads on to the page. Two things at one address are an error: one of
// them would be lost.

import Diagnostics
import Markup

package struct Redirect: Hashable, Sendable {
  /// The file at the old address, relative to the site's root.
  var path: String
  /// The essay whose page it leads to, relative to the project.
  var essay: String

  /// The old addresses that essays declare. What cannot be one, or is taken, is an error where it is declared.
  static func all(of documents: [Document], _ project: Project) -> Diagnosed<[Redirect]> {
    var log = Log()
    var redirects: [Redirect] = []
    var taken = Taken(project)
    for document in documents {
      for alias in document.frontMatter.aliases {
        let place = SourceSpan(document.path, alias.range)
        do {
          let path = try file(at: alias.text)
          if let other = taken.holder(of: path) {
            let isOwn = other == SiteFiles.pagePath(document.path)
            log.add(
              Diagnostic(
                .fileCollision, at: place,
                isOwn
                  ? "this is the page’s own address: take it out of aliases"
                  : "the address ‘\(path)’ is taken by ‘\(other)’: take it out of aliases"))
          } else {
            taken.add(path, holder: "aliases of \(document.path)")
            redirects.append(Redirect(path: path, essay: document.path))
          }
        } catch {
          log.add(Diagnostic(.frontMatter, at: place, error.reason))
        }
      }
    }
    return Diagnosed(redirects, log)
  }

  private struct Unusable: Error { var reason: String }

  /// The file that answers an address: `old/`, `old` and `/old` mean `old/index.html`, as servers do.
  private static func file(at address: String) throws(Unusable) -> String {
    if SiteLink.scheme(of: address) != nil || address.hasPrefix("//") {
      throw Unusable(
        reason:
          "an alias is an address on this site, ‘old/name.html’ for instance: leave the host away")
    }
    if let sign = address.first(where: { "?#\\%".contains($0) || $0.isNewline }) {
      throw Unusable(
        reason: "an alias is the path of a page, and ‘\(sign)’ stands in none: write its plain name"
      )
    }
    var parts = SiteLink.parts(address)
    if parts.isEmpty || parts.contains(where: { [".", ".."].contains($0) }) {
      throw Unusable(
        reason: "an alias is a path from the site’s root, ‘old/name.html’ for instance")
    }
    let isFolder = address.hasSuffix("/")
    if isFolder || !parts[parts.count - 1].lowercased().hasSuffix(".html") {
      parts.append("index.html")
    }
    return parts.joined(separator: "/")
  }

  /// The files of a site and the folders that they stand in, as file systems see them that tell no capitals.
  private struct Taken {
    private var files: [String: String] = [:]
    private var folders: [String: String] = [:]

    init(_ project: Project) {
      for essay in project.essays + project.others {
        let page = SiteFiles.pagePath(essay.path)
        add(page, holder: page)
        for path in SiteFiles.paths(besidePage: page) { add(path, holder: path) }
      }
      for name in project.attachments { add(name, holder: "content/" + name) }
      if project.configuration.baseURL != nil { add("sitemap.xml", holder: "sitemap.xml") }
      folders[Self.key("assets")] = "assets/"
      files[Self.key(SiteWriter.marker)] = SiteWriter.marker
    }

    mutating func add(_ path: String, holder: String) {
      files[Self.key(path)] = holder
      for folder in Self.folders(of: path) where folders[Self.key(folder)] == nil {
        folders[Self.key(folder)] = holder
      }
    }

    /// What stands at an address, at a folder of it, or below it; nil where nothing does.
    func holder(of path: String) -> String? {
      if let holder = files[Self.key(path)] ?? folders[Self.key(path)] { return holder }
      let above = Self.folders(of: path)
      if above.first.map(Self.key) == Self.key("assets") { return "assets/" }
      return above.lazy.compactMap { files[Self.key($0)] }.first
    }

    private static func folders(of path: String) -> [String] {
      let parts = SiteLink.parts(path).dropLast()
      return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    private static func key(_ name: String) -> String { name.uppercased().lowercased() }
  }
}
