// SiteFiles: every file of a site, in memory: pages, style sheets, fonts and attachments.

import Files
import Foundation
import Reading
import Rendering
import Typesetting
import Verification

extension Session {
  /// The whole site of a project in which nothing is wrong.
  func render(
    _ found: Examined, _ project: Project, _ templates: Templates, _ assets: Assets,
    draft: DraftFindings? = nil
  ) throws -> [SiteFile] {
    let references = SiteReferences(
      found.pages.labels, found.essays, found.typeset, attachments: project.attachments,
      language: project.language)
    return try SiteFiles.of(
      found.essays, found.typeset, references, found.pages.bibliography, project, templates,
      assets, files, draft: draft)
      + SiteFiles.redirects(found.pages.redirects, found.essays, project)
  }
}

package enum SiteFiles {
  /// - Parameter typeset: one for each essay, in the same order.
  static func of(
    _ essays: [VerifiedEssay], _ typeset: [TypesetEssay], _ references: SiteReferences,
    _ bibliography: Bibliography, _ project: Project, _ templates: Templates, _ assets: Assets,
    _ files: FileSystem = .disk, draft: DraftFindings? = nil
  ) throws -> [SiteFile] {
    let pages = zip(essays, typeset).map { essay, typeset in
      PageContent(
        essay, typeset, references, bibliography, project.language(of: essay.document),
        draft: draft)
    }
    let map = map(of: essays, pages.map(\.shown), project)
    var site = pages.map { page in
      SiteFile(path: page.path, contents: Data(templates.render(page, in: map).utf8))
    }
    site.append(
      SiteFile(
        path: "assets/" + Templates.styleSheetName, contents: Data(templates.styleSheet.utf8)))
    if draft != nil {
      site.append(
        SiteFile(
          path: "assets/" + Templates.draftStyleName, contents: Data(templates.draftStyle.utf8)))
    }
    for script in Templates.Script.allCases
    where pages.contains(where: { $0.scripts.contains(script) }) {
      guard let text = templates.scripts[script] else { continue }
      site.append(SiteFile(path: "assets/" + script.rawValue, contents: Data(text.utf8)))
    }
    // An author who brings a list of pages wants that one.
    if let sitemap = map.sitemap, !project.attachments.contains("sitemap.xml") {
      site.append(SiteFile(path: "sitemap.xml", contents: Data(sitemap.utf8)))
    }
    site += assets.files.map { SiteFile(path: "assets/" + $0.path, contents: $0.contents) }
    for name in project.attachments {
      let path = project.folder + "/" + Project.contentFolder + "/" + name
      guard let contents = files.contents(path) else {
        throw Refusal.missing("content/\(name) cannot be read")
      }
      site.append(SiteFile(path: name, contents: contents))
    }
    return site
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
    return pages(of: project).union(project.attachments).union(beside.map { "assets/" + $0 })
      .union(project.configuration.baseURL == nil ? [] : ["sitemap.xml"])
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

  private static func entry(
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

}
