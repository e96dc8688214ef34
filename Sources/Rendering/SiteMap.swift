// SiteMap: the essays of a site in their order, and the ways between them. Knows paths, titles and
// how many claims hold; nothing of what the essays say.

/// All pages of a site as seen from each of them.
package struct SiteMap: Hashable, Sendable {
  package var title: String
  /// What the site is, in a sentence or two; shown on its home page.
  package var summary: String?
  package var author: String?
  /// A BCP 47 tag, the `lang` of every page.
  package var language: String
  /// The words of all languages that pages may be in.
  package var languages = Languages.own
  /// The address of the site, with a `/` at its end; nil when nobody knows it yet.
  package var address: String?
  /// The names that files in `assets/` have, by their plain ones; a file that is not here has its plain name.
  package var assetNames: [String: String] = [:]
  /// In the order in which they are meant to be read.
  package let groups: [Group]
  /// The same by paths, so that nobody looks through all essays for each.
  private let ways: Ways

  package var essays: [Entry] { groups.flatMap(\.essays) }

  package init(
    title: String, summary: String? = nil, author: String? = nil, language: String = "en",
    address: String? = nil, groups: [Group]
  ) {
    self.title = title
    self.summary = summary
    self.author = author
    self.language = language
    self.address = address
    self.groups = Self.anchored(groups)
    ways = Ways(groups)
  }

  private static func anchored(_ groups: [Group]) -> [Group] {
    groups.enumerated().map { number, group in
      var group = group
      group.anchor = group.title == nil ? nil : "section.\(number + 1)"
      return group
    }
  }

  /// A site without sections.
  package init(
    title: String, summary: String? = nil, author: String? = nil, language: String = "en",
    address: String? = nil, essays: [Entry]
  ) {
    self.init(
      title: title, summary: summary, author: author, language: language, address: address,
      groups: [Group(essays: essays)])
  }

  /// Essays that stand together: a section, or a stretch of what stands in none.
  package struct Group: Hashable, Sendable {
    /// Nil for what stands in no section.
    package var title: String?
    /// Whether previous and next lead neither into the section nor out of it.
    package var isAside: Bool
    package var essays: [Entry]

    /// Its place on the page that lists all pages, where it has a title.
    fileprivate(set) var anchor: String?

    package init(title: String? = nil, isAside: Bool = false, essays: [Entry]) {
      self.title = title
      self.isAside = isAside
      self.essays = essays
    }

    /// The page that speaks for the section: a folder's own, where that stands first.
    var page: Entry? {
      title == nil ? nil : essays.first.flatMap { $0.path.hasSuffix("/index.html") ? $0 : nil }
    }
  }

  package struct Entry: Hashable, Sendable {
    /// Relative to the site's root, with `/` between the parts: `softmax.html`.
    package var path: String
    package var title: String
    package var summary: String?
    /// `YYYY-MM-DD`.
    package var date: String?
    package var claims: ClaimTally
    /// What lists show of title and summary, with formulas set.
    package var shown: ShownTitle
    /// Its language, where that is another one than the site's.
    package var language: String?

    package init(
      path: String, title: String, summary: String? = nil, date: String? = nil,
      claims: ClaimTally = ClaimTally(), shown: ShownTitle? = nil
    ) {
      self.path = path
      self.title = title
      self.summary = summary
      self.date = date
      self.claims = claims
      self.shown = shown ?? ShownTitle(title: title, summary: summary)
    }
  }

  package static let homePath = "index.html"
  /// The page that lists all pages.
  package static let indexPath = "find.html"

  /// The essays before and after a page; none for a page that is no essay. A section aside is a line of its own.
  package func neighbours(of path: String) -> (previous: Entry?, next: Entry?) {
    guard let place = ways.places[path] else { return (nil, nil) }
    let line = ways.lines[place.line]
    let index = place.index
    return (index > 0 ? line[index - 1] : nil, index + 1 < line.count ? line[index + 1] : nil)
  }

  /// The group that a page stands in; nil for a page that is no essay.
  func group(of path: String) -> Group? { ways.places[path].map { groups[$0.group] } }

  /// The number of that group, and the page's number in it.
  func place(of path: String) -> (group: Int, index: Int)? {
    ways.places[path].map { ($0.group, $0.indexInGroup) }
  }

  /// A page's address on the web; the home page's is that of the site.
  func address(of path: String) -> String? {
    address.map { $0 + (path == Self.homePath ? "" : Self.encoded(path)) }
  }

  /// “41 of 41 claims hold”, in the language of a page; nil for one that claims nothing.
  package func badge(of page: PageContent) -> String? {
    BadgeView(page.claims, ledger: nil, page.language ?? languages[language])?.text
  }

  /// The name of a file in `assets/`.
  func asset(_ name: String) -> String { assetNames[name] ?? name }

  /// The addresses of all pages, as search engines ask for them (sitemaps.org, version 0.9); nil without an address.
  package var sitemap: String? {
    guard address != nil else { return nil }
    let home = (path: Self.homePath, date: String?.none)
    let pages = [home] + essays.map { (path: $0.path, date: $0.date) }
    let entries = pages.compactMap { page in
      address(of: page.path).map { address in
        "<url><loc>\(address.replacing("&", with: "&amp;"))</loc>"
          + (page.date.map { "<lastmod>\($0)</lastmod>" } ?? "") + "</url>\n"
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(entries.joined())</urlset>\n"
  }

  /// The way up from a page to the site's root: empty, or `../` once for each folder.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.filter { $0 == UInt8(ascii: "/") }.count)
  }

  /// A link that works from any folder of any host and from a disk.
  static func link(from page: String, to path: String) -> String {
    root(from: page) + encoded(path)
  }

  /// A path as it stands in an address (RFC 3986, section 3.3), whatever its names hold.
  package static func encoded(_ path: String) -> String { path.utf8.map(encoded).joined() }

  /// Bytes that mean nothing in a URL's path stand for themselves, all others as `%` and two digits.
  /// Not Foundation's, which encodes other bytes on macOS than on Linux.
  private static func encoded(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      String(UnicodeScalar(byte))
    default:
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}

/// How many of some claims hold.
package struct ClaimTally: Hashable, Sendable {
  package var held: Int
  package var total: Int

  package init(held: Int = 0, total: Int = 0) {
    self.held = held
    self.total = total
  }

  package static func + (left: ClaimTally, right: ClaimTally) -> ClaimTally {
    ClaimTally(held: left.held + right.held, total: left.total + right.total)
  }
}

/// Where each essay stands.
private struct Ways: Hashable, Sendable {
  /// What is read one after another: all that stands aside of nothing, and each section aside.
  var lines: [[SiteMap.Entry]] = [[]]
  var places: [String: Place] = [:]

  struct Place: Hashable, Sendable {
    var group: Int
    var indexInGroup: Int
    var line: Int
    var index: Int
  }

  init(_ groups: [SiteMap.Group]) {
    for (number, group) in groups.enumerated() {
      if group.isAside { lines.append([]) }
      let line = group.isAside ? lines.count - 1 : 0
      for (index, essay) in group.essays.enumerated() {
        if places[essay.path] == nil {
          places[essay.path] = Place(
            group: number, indexInGroup: index, line: line, index: lines[line].count)
        }
        lines[line].append(essay)
      }
    }
  }
}
