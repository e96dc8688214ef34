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
  let styleSheet: String
  let mathStyle: String?
  /// The fonts that are loaded before a style sheet asks for them.
  let mathFonts: [String]
  /// Whether readers may choose between light and dark.
  let switchesTheme: Bool
  /// What every page has, and what gives this one its sliders and previews.
  let scripts: [String]

  /// What it tells machines; nil for a site without an address.
  let machines: MachineView?
  /// How to cite an essay.
  let citation: CitationView?

  let contents: ContentsView?
  /// On the home page all essays; elsewhere those of the navigation.
  let essays: [EssayView]
  /// The same essays by sections, and what stands in none between them.
  let groups: [GroupView]
  /// What the head of every page offers: all of a small site, of a large one the sections and what stands near.
  let navigation: NavigationView
  /// Where the search is, and the page that lists all pages.
  let find: FindView
  /// The section that the page stands in; nil for none, and for the page that speaks for it.
  let section: HeadingView?
  /// Nil for a page with no essay before or after it.
  let neighbours: NeighboursView?

  /// - Parameter switchesTheme: whether the style sheet lets readers choose between light and dark.
  init(_ page: PageContent, in site: SiteMap, switchesTheme: Bool) {
    self.switchesTheme = switchesTheme
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
    badge = BadgeView(page.claims, ledger: page.ledger, words)
    body = page.bodyHTML
    showsTitle = !page.headings.contains { $0.level == 1 }
    let around = site.navigation(on: page.path)
    let (previous, next) = site.neighbours(of: page.path)
    // The navigation and the ways onward show titles, the home page all of them with their summaries.
    let hasMath =
      page.hasMath || page.shown.hasMath
      || (isHome
        ? site.essays.contains { $0.shown.hasMath }
        : (around.flatMap(\.essays) + [previous, next].compactMap { $0 })
          .contains { $0.shown.title.hasMath })
    styleSheet = site.asset(Templates.styleSheetName)
    mathStyle = hasMath ? site.asset(Assets.styleSheet) : nil
    mathFonts = (page.preloads ?? (hasMath ? Assets.mainFaces : [])).map(site.asset)
    scripts = ([.reading] + page.scripts).map { site.asset($0.rawValue) }
    machines = MachineView(page, in: site, words)
    citation = site.place(of: page.path).map { _ in
      CitationView(
        PageCitation(
          title: page.title, authors: page.authors, siteAuthor: site.author, siteTitle: site.title,
          date: page.date, address: site.address(of: page.path), path: page.path, language: words))
    }
    contents = ContentsView(page.headings)
    navigation = NavigationView(
      groups: around.map {
        GroupView($0, from: page.path, words, isListed: !site.navigationIsWhole)
      },
      isWhole: site.navigationIsWhole)
    find = FindView(from: page.path, in: site)
    groups =
      isHome ? site.groups.map { GroupView($0, from: page.path, words) } : navigation.groups
    essays = (isHome ? site.essays : around.flatMap(\.essays)).map {
      EssayView($0, from: page.path, words)
    }
    let group = site.group(of: page.path)
    section =
      group?.page?.path == page.path
      ? nil : group?.heading(from: page.path, isListed: !site.navigationIsWhole)
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

struct CitationView {
  let sentence: String
  let bibTeX: String

  init(_ citation: PageCitation) {
    sentence = citation.sentence
    bibTeX = citation.bibTeX
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
  /// The way to the page with all claims.
  let ledger: String?

  /// Nil for a page that claims nothing.
  init?(_ tally: ClaimTally, ledger: String?, _ words: Language) {
    guard tally.total > 0 else { return nil }
    held = tally.held
    total = tally.total
    text = tally.words(in: words)
    verdict = tally.held == tally.total ? "held" : "refuted"
    self.ledger = ledger
  }
}

extension ClaimTally {
  /// “41 of 41 claims hold”.
  package func words(in language: Language) -> String {
    let word: Word = total == 1 ? .claimHolds : held == 1 ? .claimsOneHolds : .claimsHold
    return language[word, held, total]
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
