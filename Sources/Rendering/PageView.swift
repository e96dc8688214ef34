// PageView: a page as templates see it. The names of these properties are the names in the
// templates, so they are part of what an author may rely on.

import Diagnostics
import Markup
import Typesetting

/// Everything that a template can name.
struct PageView {
  let language: String
  /// What the page says itself, in its language.
  let words: WordsView
  let siteTitle: String
  /// Who wrote the page, or else the site.
  let author: String?
  /// Those who wrote the page, where it names them.
  let authors: [String]
  let tags: [String]
  let hasTags: Bool
  /// What the essay's front matter has under `extra`.
  let extra: [String: Any]
  /// Whether it is not for readers yet.
  let isDraft: Bool
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
    let words = page.language ?? site.languages[site.language]
    language = words.tag
    self.words = WordsView(words)
    siteTitle = site.title
    authors = page.authors
    author = authors.isEmpty ? site.author : authors.joined(separator: ", ")
    tags = page.tags
    hasTags = !tags.isEmpty
    extra = page.extra.mapValues(\.forTemplates)
    isDraft = page.isDraft
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
    date = page.date.map { DateView($0, words) }
    badge = BadgeView(page.claims, ledger: page.ledgerAnchor, words)
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
    groups = site.groups.map { GroupView($0, from: page.path, words) }
    essays = site.essays.map { EssayView($0, from: page.path, words) }
    let group = site.group(of: page.path)
    section = group?.page?.path == page.path ? nil : group?.heading(from: page.path)
    let (previous, next) = site.neighbours(of: page.path)
    neighbours =
      previous == nil && next == nil
      ? nil
      : NeighboursView(
        previous: previous.map { EssayView($0, from: page.path, words) },
        next: next.map { EssayView($0, from: page.path, words) })
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
  /// Where it is another one than the site's.
  let language: String?

  init(_ entry: SiteMap.Entry, from page: String, _ words: Language) {
    link = SiteMap.link(from: page, to: entry.path)
    title = entry.title
    titleHTML = entry.shown.title.html
    summary = entry.summary
    summaryHTML = entry.shown.summary?.html
    date = entry.date.map { DateView($0, words) }
    badge = BadgeView(entry.claims, ledger: nil, words)
    language = entry.language
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

  init(_ group: SiteMap.Group, from page: String, _ words: Language) {
    heading = group.heading(from: page)
    isAside = group.isAside
    essays = group.essays.dropFirst(group.page == nil ? 0 : 1)
      .map { EssayView($0, from: page, words) }
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
  /// All of it in words.
  let text: String
  /// `held` when all of them hold, else `refuted`: the classes that single claims have too.
  let verdict: String
  let ledger: String?

  /// Nil for a page that claims nothing.
  init?(_ tally: ClaimTally, ledger: String?, _ words: Language) {
    guard tally.total > 0 else { return nil }
    held = tally.held
    total = tally.total
    let word: Word =
      tally.total == 1 ? .claimHolds : tally.held == 1 ? .claimsOneHolds : .claimsHold
    text = words[word, held, total]
    verdict = tally.held == tally.total ? "held" : "refuted"
    self.ledger = ledger
  }
}

/// A day, for machines and for people.
struct DateView {
  let iso: String
  let text: String

  init(_ date: String, _ words: Language) {
    iso = date
    text = words.said(day: date)
  }
}

/// What templates say themselves, in the language of the page.
struct WordsView {
  let skip, essays, contents, previous, next, neighbours, draft: String
  /// A sentence with a tick in it, as HTML.
  let colophon: String

  init(_ language: Language) {
    skip = language[.skip]
    essays = language[.essays]
    contents = language[.contents]
    previous = language[.previous]
    next = language[.next]
    neighbours = language[.neighbours]
    draft = language[.draft]
    let tick =
      "<span class=\"claim held\"><span class=\"tick\" aria-hidden=\"true\">✓</span>"
      + "<span class=\"visually-hidden\">\(escaped(language[.tick]))</span></span>"
    colophon = filled(escaped(language[.colophon])) { _ in tick }
  }
}

extension FrontMatter.ExtraValue {
  /// As Mustache knows it.
  fileprivate var forTemplates: Any {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag
    case .list(let items): items.map(\.forTemplates)
    case .mapping(let values): values.mapValues(\.forTemplates)
    }
  }
}
