// DraftPages: the pages of a draft, each made when somebody asks for it.

import Diagnostics
import Foundation
import Reading
import Rendering
import Synchronization
import Verification

package struct DraftPages: Sendable {
  private let essays: [String: (essay: VerifiedEssay, typeset: TypesetEssay)]
  private let ordered: [(essay: VerifiedEssay, typeset: TypesetEssay)]
  private let search = SearchFiles()
  private let language: Language
  private let references: SiteReferences
  private let bibliography: Bibliography
  private let templates: Templates
  private let findings: DraftFindings
  private let map: SiteMap
  /// By the paths of essays.
  private let languages: [String: Language]

  /// - Parameters:
  ///   - essays: in the order of reading.
  ///   - typeset: one for each essay, in the same order.
  package init(
    _ essays: [VerifiedEssay], _ typeset: [TypesetEssay], _ labels: LabelIndex,
    _ bibliography: Bibliography, _ project: Project, _ templates: Templates,
    _ findings: DraftFindings
  ) {
    references = SiteReferences(
      labels, essays, typeset, attachments: project.attachments,
      repository: project.configuration.repository, language: project.language)
    self.bibliography = bibliography
    self.templates = templates
    self.findings = findings
    map = SiteFiles.map(
      of: essays, zip(essays, typeset).map { ShownTitle($0.document, $1) }, project)
    language = project.siteLanguage
    ordered = Array(zip(essays, typeset))
    languages = Dictionary(
      essays.map { ($0.document.path, project.language(of: $0.document)) },
      uniquingKeysWith: { first, _ in first })
    self.essays = Dictionary(
      zip(essays, typeset).map { (SiteFiles.pagePath($0.document.path), ($0, $1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The paths of all pages, relative to the site: `edges/kl.html`.
  package var paths: [String] { essays.keys.sorted() }

  /// What the search reads, as a script; nil for a path that is none of its.
  private func searchFile(_ path: String) -> Data? {
    guard path.hasPrefix(SearchIndex.folder) else { return nil }
    let files = search.files { SiteFiles.searchFiles(of: ordered.map(\.essay.document)) }
    return files[path].map { Data($0.utf8) }
  }

  /// A page's HTML; nil where there is no such page.
  package func page(_ path: String) -> String? {
    if let ledger = ledger(path, named: LedgerPage.name) {
      return templates.render(ledger.content, in: map)
    }
    if path == SiteMap.indexPath, essays[path] == nil {
      let headings = ordered.map { essay, typeset in
        (
          SiteFiles.pagePath(essay.document.path),
          PageContent.headings(of: essay.document, typeset)
        )
      }
      return templates.render(
        PageContent(
          indexOf: map, Dictionary(headings, uniquingKeysWith: { first, _ in first }), language),
        in: map)
    }
    return essays[path].map { templates.render(content($0, $1), in: map) }
  }

  private func content(_ essay: VerifiedEssay, _ typeset: TypesetEssay) -> PageContent {
    PageContent(
      essay, typeset, references, bibliography, languages[essay.document.path] ?? .english,
      draft: findings)
  }

  /// What stands beside a page and is none itself; nil where there is no such file.
  package func file(_ path: String) -> Data? {
    searchFile(path) ?? ledger(path, named: LedgerPage.dataName).flatMap { try? $0.data() }
      ?? ledger(path, named: LedgerPage.badgeName)?.badge
  }

  private func ledger(_ path: String, named name: String) -> Ledger? {
    guard path.hasSuffix("/" + name),
      let (essay, typeset) = essays[path.dropLast(name.count + 1) + ".html"],
      !essay.claims.isEmpty
    else { return nil }
    return Ledger(
      of: essay, references.marks(of: essay, typeset, findings), on: content(essay, typeset),
      languages[essay.document.path] ?? .english, judges: nil)
  }
}

/// What the search reads, made when somebody asks for it.
private final class SearchFiles: Sendable {
  private let files = Mutex<[String: String]?>(nil)

  func files(_ make: () -> [(path: String, contents: String)]) -> [String: String] {
    files.withLock { known in
      if let known { return known }
      let made = Dictionary(
        make().map { ($0.path, $0.contents) }, uniquingKeysWith: { first, _ in first })
      known = made
      return made
    }
  }
}
