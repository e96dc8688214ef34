// NavigationView: the ways to other pages as templates see them. A small site shows all of its pages on each; a large one its
// sections and what stands near, so that pages do not grow with the site.

/// A section with its essays, or what stands in none.
struct GroupView {
  let heading: HeadingView?
  /// Whether previous and next lead neither into the section nor out of it.
  let isAside: Bool
  /// Without the page that speaks for the section, to which its heading leads.
  let essays: [EssayView]
  let hasEssays: Bool

  /// - Parameter isListed: whether the heading of a section without a page leads to the list of all pages.
  init(
    _ group: SiteMap.Group, from page: String, _ words: Language, isListed: Bool = false
  ) {
    heading = group.heading(from: page, isListed: isListed)
    isAside = group.isAside
    essays = group.essays.dropFirst(group.page == nil ? 0 : 1)
      .map { EssayView($0, from: page, words) }
    hasEssays = !essays.isEmpty
  }
}

/// The title of a section, and the way to the page that speaks for it, or to its place on the page of all pages.
struct HeadingView {
  let html: String
  let link: String?
  let isCurrent: Bool
}

extension SiteMap.Group {
  func heading(from path: String, isListed: Bool = false) -> HeadingView? {
    guard let title else { return nil }
    let isOwn = page?.title == title
    let list =
      isListed ? anchor.map { SiteMap.link(from: path, to: SiteMap.indexPath) + "#" + $0 } : nil
    return HeadingView(
      html: isOwn ? page?.shown.title.html ?? "" : escaped(title),
      link: page.map { SiteMap.link(from: path, to: $0.path) } ?? list,
      isCurrent: page?.path == path)
  }
}

struct NavigationView {
  let groups: [GroupView]
  /// Whether nothing was left out: then nobody needs the way to all pages.
  let isWhole: Bool
}

/// Where the search is.
struct FindView {
  /// The page that lists all pages, for whom no script runs.
  let link: String
  /// The script, and the folder of what it reads.
  let script: String
  let index: String

  init(from page: String, in site: SiteMap) {
    link = SiteMap.link(from: page, to: SiteMap.indexPath)
    script = SiteMap.link(from: page, to: "assets/" + site.asset(Templates.Script.search.rawValue))
    index = SiteMap.link(from: page, to: SearchIndex.folder)
  }
}
