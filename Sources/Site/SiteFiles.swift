// SiteFiles: every file of a site, in memory: pages, style sheets, fonts and attachments.

import Files
import Foundation
import Markup
import Reading
import Rendering
import Running
import Typesetting
import Verification

extension Session {
  /// The whole site of a project in which nothing is wrong.
  func render(
    _ found: Examined, _ project: Project, _ templates: Templates, _ assets: Assets,
    judges: Judges? = nil, draft: DraftFindings? = nil
  ) async throws -> [SiteFile] {
    let references = SiteReferences(
      found.pages.labels, found.essays, found.typeset, attachments: project.attachments,
      repository: project.configuration.repository, language: project.language)
    let essays = found.essays
    let marks = zip(essays, found.typeset).map { references.marks(of: $0, $1, draft) }
    var pages = zip(zip(essays, found.typeset), marks).map { essay, marks in
      PageContent(
        essay.0, essay.1, references, found.pages.bibliography,
        project.language(of: essay.0.document), marks: marks, judges: judges, draft: draft)
    }
    let ledgers = zip(essays, zip(pages, marks)).filter { !$1.1.isEmpty }.map { essay, page in
      Ledger(
        of: essay, page.1, on: page.0, project.language(of: essay.document), judges: judges)
    }
    var map = SiteFiles.map(of: essays, pages.map(\.shown), project)
    let cards = await addCards(to: &pages, essays, map)
    if let index = SiteFiles.indexPage(map, pages, project) { pages.append(index) }
    pages += ledgers.map(\.content)
    let fonts = await fonts(of: pages, words: SiteFiles.words(of: essays, project), assets)
    if let note = fonts.note { shop.announce(note) }
    let named = AssetNames(
      SiteFiles.assets(of: pages, templates, fonts, isDraft: draft != nil),
      plain: templates.linkedAssets.union([AssetNames.folder + Templates.draftStyleName]))
    map.assetNames = named.names
    for index in pages.indices { pages[index].preloads = fonts.preloads[index] }
    var site = pages.map { page in
      SiteFile(path: page.path, contents: Data(templates.render(page, in: map).utf8))
    }
    site += named.files + cards + SiteFiles.search(in: essays)
    // Their names say already what is in them, and pages ask for them by these.
    site += pages.flatMap(\.files).map { SiteFile(path: $0.path, contents: Data($0.text.utf8)) }
    site += try ledgers.flatMap { try $0.files } + SiteFiles.badge(of: essays, project)
    site += try SiteFiles.others(of: project, map, files)
    return site + SiteFiles.redirects(found.pages.redirects, essays, project)
  }
}

package enum SiteFiles {
  /// Style sheets, scripts and fonts, by their plain names.
  fileprivate static func assets(
    of pages: [PageContent], _ templates: Templates, _ fonts: SiteFonts, isDraft: Bool
  ) -> [SiteFile] {
    func file(_ name: String, _ text: String) -> SiteFile {
      SiteFile(path: AssetNames.folder + name, contents: Data(text.utf8))
    }
    var site = fonts.assets.files.map {
      SiteFile(path: AssetNames.folder + $0.path, contents: $0.contents)
    }
    site.append(
      file(Templates.styleSheetName, fonts.textRules + compactCSS(templates.styleSheet)))
    if isDraft { site.append(file(Templates.draftStyleName, templates.draftStyle)) }
    for script in Templates.Script.allCases
    where script.isOnEveryPage || pages.contains(where: { $0.scripts.contains(script) }) {
      if let text = templates.scripts[script] {
        site.append(file(script.rawValue, compactScript(text)))
      }
    }
    return site
  }

  /// One badge for all. Who brings one along wants that one.
  fileprivate static func badge(of essays: [VerifiedEssay], _ project: Project) -> [SiteFile] {
    let tally = essays.map { ClaimTally($0) }.reduce(ClaimTally(), +)
    guard tally.total > 0, !project.attachments.contains(LedgerPage.badgeName) else { return [] }
    let language = project.languages[project.configuration.language]
    return [SiteFile(path: LedgerPage.badgeName, contents: Badge.data(tally, language))]
  }

  /// What an author brings along, and what is made for machines.
  fileprivate static func others(
    of project: Project, _ map: SiteMap, _ files: FileSystem
  ) throws -> [SiteFile] {
    var site: [SiteFile] = []
    let made = [
      "sitemap.xml": map.sitemap, "robots.txt": map.robots, SiteMap.feedPath: map.feed,
      "404.html": map.notFoundPage(project.siteLanguage),
    ]
    // An author who brings one of these wants that one.
    let own = Self.pages(of: project).union(project.attachments)
    for (path, text) in made.sorted(by: { $0.key < $1.key }) where !own.contains(path) {
      if let text { site.append(SiteFile(path: path, contents: Data(text.utf8))) }
    }
    for name in project.attachments {
      let path = project.folder + "/" + Project.contentFolder + "/" + name
      guard let contents = files.contents(path) else {
        throw Refusal.missing("content/\(name) cannot be read")
      }
      site.append(SiteFile(path: name, contents: contents))
    }
    return site
  }

  /// All that pages say themselves.
  fileprivate static func words(of essays: [VerifiedEssay], _ project: Project) -> [String] {
    let languages = Set(essays.map { project.language(of: $0.document) }).union([
      project.siteLanguage
    ])
    return languages.flatMap(\.allWords) + [
      project.configuration.title, project.configuration.author ?? "",
    ]
  }

  /// The page that lists all pages; nil where an author brings such a page.
  fileprivate static func indexPage(
    _ map: SiteMap, _ pages: [PageContent], _ project: Project
  ) -> PageContent? {
    if Self.pages(of: project).contains(SiteMap.indexPath) { return nil }
    return PageContent(
      indexOf: map,
      Dictionary(pages.map { ($0.path, $0.headings) }, uniquingKeysWith: { first, _ in first }),
      project.siteLanguage)
  }

  /// What the search reads.
  fileprivate static func search(in essays: [VerifiedEssay]) -> [SiteFile] {
    searchFiles(of: essays.map(\.document)).map {
      SiteFile(path: $0.path, contents: Data($0.contents.utf8))
    }
  }

  static func searchFiles(of documents: [Document]) -> [(path: String, contents: String)] {
    SearchIndex(
      documents.map { document in
        SearchPage(
          path: pagePath(document.path), title: document.title, summary: document.summary, document)
      }
    ).files
  }

  /// The pages at old addresses.
  package static func redirects(
    _ redirects: [Redirect], _ essays: [VerifiedEssay], _ project: Project
  ) -> [SiteFile] {
    redirects.compactMap { redirect in
      guard let document = essays.first(where: { $0.document.path == redirect.essay })?.document
      else { return nil }
      let page = pagePath(document.path)
      let way = relative(page, from: redirect.path)
      let html = redirectPage(
        title: document.title, to: way,
        canonical: project.configuration.baseURL.map { $0 + SiteMap.encoded(page) } ?? way,
        project.language(of: document))
      return SiteFile(path: redirect.path, contents: Data(html.utf8))
    }
  }

  /// The paths of all that a project's site may consist of.
  package static func paths(of project: Project, _ assets: Assets) -> Set<String> {
    let scripts = Templates.Script.allCases.map(\.rawValue)
    let beside = [Templates.styleSheetName] + scripts + assets.files.map(\.path)
    let pages = pages(of: project)
    return pages.union(project.attachments).union(beside.map { "assets/" + $0 })
      .union([SiteMap.indexPath, LedgerPage.badgeName]).union(pages.flatMap(paths(besidePage:)))
      .union(
        project.configuration.baseURL == nil
          ? [] : ["sitemap.xml", "robots.txt", SiteMap.feedPath, "404.html"])
  }

  package static func pages(of project: Project) -> Set<String> {
    Set(project.essays.map { pagePath($0.path) })
  }

  static func map(
    of essays: [VerifiedEssay], _ shown: [ShownTitle], _ project: Project
  ) -> SiteMap {
    let home = essays.first { $0.document.path == Project.homePath }
    let groups = ReadingOrder.groups(
      of: Array(zip(essays, shown)), by: project.configuration
    ) { $0.0.document }
    var map = SiteMap(
      title: project.configuration.title,
      summary: project.configuration.summary ?? home?.document.summary,
      author: project.configuration.author, language: project.configuration.language,
      address: project.configuration.baseURL,
      groups: groups.map { group in
        SiteMap.Group(
          title: group.title, isAside: group.isAside,
          essays: group.items.map { entry(of: $0.0, $0.1, project) })
      })
    map.languages = project.languages
    return map
  }

  fileprivate static func entry(
    of essay: VerifiedEssay, _ shown: ShownTitle, _ project: Project
  ) -> SiteMap.Entry {
    var entry = SiteMap.Entry(
      path: pagePath(essay.document.path), title: essay.document.title,
      summary: essay.document.summary, date: essay.document.frontMatter.date,
      claims: ClaimTally(essay), shown: shown)
    let language = essay.document.frontMatter.language?.text
    entry.language = language == project.configuration.language ? nil : language
    return entry
  }

  /// `content/kl.md` becomes `kl.html`.
  package static func pagePath(_ path: String) -> String {
    String(path.dropFirst(Project.contentFolder.count + 1).dropLast(3)) + ".html"
  }

  /// Where the pictures of an essay's sweeps are, which a page loads when somebody touches a slider.
  static func framesFolder(of path: String) -> FramesFolder {
    let page = String(pagePath(path).dropLast(5))
    let folder = "assets/frames/"
    let up = String(repeating: "../", count: page.count { $0 == "/" })
    return FramesFolder(
      path: folder, address: up + folder, page: page.replacing("/", with: "."))
  }

}
