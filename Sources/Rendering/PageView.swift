// PageView: a page as templates see it. The names of these properties are the names in the
// templates, so they are part of what an author may rely on.

import Typesetting

/// Everything that a template can name.
struct PageView {
  let language: String
  let siteTitle: String
  let author: String?
  /// The way to the site's root, and from there to the assets: `{{root}}assets/style.css`.
  let root: String
  let home: String
  /// The page's address on the web; nil when `galley.yml` does not give the site's.
  let address: String?
  let isHome: Bool

  /// Plain words, and the same with formulas set.
  let title: String
  let titleHTML: String
  /// For the browser's tab: the page's title, then the site's.
  let documentTitle: String
  let summary: String?
  let summaryHTML: String?
  let date: DateView?
  let badge: BadgeView?
  let body: String
  /// False when the text brings a heading of level 1 itself.
  let showsTitle: Bool
  let mathStyle: String?
  let mathFonts: [String]
  /// What gives the page its sliders and previews; none on a page without any.
  let scripts: [String]

  let contents: ContentsView?
  let essays: [EssayView]
  /// The same essays by sections, and what stands in none between them.
  let groups: [GroupView]
  /// The section that the page stands in; nil for none, and for the page that speaks for it.
  let section: HeadingView?
  /// Nil for a page with no essay before or after it.
  let neighbours: NeighboursView?

  init(_ page: PageContent, in site: SiteMap) {
    let isHome = page.path == SiteMap.homePath
    language = site.language
    siteTitle = site.title
    author = site.author
    root = SiteMap.root(from: page.path)
    home = SiteMap.link(from: page.path, to: SiteMap.homePath)
    address = site.address(of: page.path)
    self.isHome = isHome
    title = page.title
    titleHTML = page.shown.title.html
    documentTitle =
      isHome || page.title == site.title ? page.title : "\(page.title) · \(site.title)"
    summary = page.summary
    summaryHTML = page.shown.summary?.html
    date = page.date.map { DateView($0, language: site.language) }
    badge = BadgeView(page.claims, ledger: page.ledgerAnchor)
    body = page.bodyHTML
    showsTitle = !page.headings.contains { $0.level == 1 }
    // All titles stand in the list of essays at the head of every page, the summaries on the home page.
    let hasMath =
      page.hasMath || page.shown.hasMath
      || site.essays.contains { isHome ? $0.shown.hasMath : $0.shown.title.hasMath }
    mathStyle = hasMath ? Assets.styleSheet : nil
    mathFonts = hasMath ? Assets.mainFaces : []
    scripts = page.scripts.map(\.rawValue)
    contents = ContentsView(page.headings)
    groups = site.groups.map { GroupView($0, from: page.path, language: site.language) }
    essays = site.essays.map { EssayView($0, from: page.path, language: site.language) }
    let group = site.group(of: page.path)
    section = group?.page?.path == page.path ? nil : group?.heading(from: page.path)
    let (previous, next) = site.neighbours(of: page.path)
    neighbours =
      previous == nil && next == nil
      ? nil
      : NeighboursView(
        previous: previous.map { EssayView($0, from: page.path, language: site.language) },
        next: next.map { EssayView($0, from: page.path, language: site.language) })
  }
}

struct EssayView {
  let link: String
  let title: String
  let titleHTML: String
  let summary: String?
  let summaryHTML: String?
  let date: DateView?
  let badge: BadgeView?
  let isCurrent: Bool

  init(_ entry: SiteMap.Entry, from page: String, language: String) {
    link = SiteMap.link(from: page, to: entry.path)
    title = entry.title
    titleHTML = entry.shown.title.html
    summary = entry.summary
    summaryHTML = entry.shown.summary?.html
    date = entry.date.map { DateView($0, language: language) }
    badge = BadgeView(entry.claims, ledger: nil)
    isCurrent = entry.path == page
  }
}

/// A section with its essays, or what stands in none.
struct GroupView {
  let heading: HeadingView?
  /// Whether previous and next lead neither into the section nor out of it.
  let isAside: Bool
  /// Without the page that speaks for the section, to which its heading leads.
  let essays: [EssayView]

  init(_ group: SiteMap.Group, from page: String, language: String) {
    heading = group.heading(from: page)
    isAside = group.isAside
    essays = group.essays.dropFirst(group.page == nil ? 0 : 1)
      .map { EssayView($0, from: page, language: language) }
  }
}

/// The title of a section, and the way to the page that speaks for it.
struct HeadingView {
  let html: String
  let link: String?
  let isCurrent: Bool
}

extension SiteMap.Group {
  func heading(from path: String) -> HeadingView? {
    guard let title else { return nil }
    let isOwn = page?.title == title
    return HeadingView(
      html: isOwn ? page?.shown.title.html ?? "" : escaped(title),
      link: page.map { SiteMap.link(from: path, to: $0.path) }, isCurrent: page?.path == path)
  }
}

struct NeighboursView {
  let previous: EssayView?
  let next: EssayView?
}

/// The sections of a page and the sections within them; deeper ones are left out.
struct ContentsView {
  let sections: [SectionView]

  struct SectionView {
    let anchor: String
    let html: String
    var children: [SectionView]
    var hasChildren: Bool
  }

  /// Nil when there are not two places to choose from.
  init?(_ headings: [PageContent.Heading]) {
    var sections: [SectionView] = []
    for heading in headings where heading.level == 2 || heading.level == 3 {
      let section = SectionView(
        anchor: heading.anchor, html: heading.html, children: [], hasChildren: false)
      if heading.level == 2 || sections.isEmpty {
        sections.append(section)
      } else {
        sections[sections.count - 1].children.append(section)
        sections[sections.count - 1].hasChildren = true
      }
    }
    guard sections.reduce(0, { $0 + 1 + $1.children.count }) > 1 else { return nil }
    self.sections = sections
  }
}

/// "41 of 41 claims hold".
struct BadgeView {
  let held: Int
  let total: Int
  /// `claim` or `claims`, as the total wants it.
  let noun: String
  /// `holds` or `hold`.
  let verb: String
  /// `held` when all of them hold, else `refuted`: the classes that single claims have too.
  let verdict: String
  let ledger: String?

  /// Nil for a page that claims nothing.
  init?(_ tally: ClaimTally, ledger: String?) {
    guard tally.total > 0 else { return nil }
    held = tally.held
    total = tally.total
    noun = tally.total == 1 ? "claim" : "claims"
    verb = tally.held == 1 ? "holds" : "hold"
    verdict = tally.held == tally.total ? "held" : "refuted"
    self.ledger = ledger
  }
}

/// A day, for machines and for people.
struct DateView {
  let iso: String
  let text: String

  init(_ date: String, language: String) {
    iso = date
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    if language.hasPrefix("en"), parts.count == 3, Self.months.indices.contains(parts[1] - 1) {
      text = "\(parts[2]) \(Self.months[parts[1] - 1]) \(parts[0])"
    } else {
      text = date
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
