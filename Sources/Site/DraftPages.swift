// DraftPages: the pages of a draft, each made when somebody asks for it.

import Diagnostics
import Reading
import Rendering
import Verification

package struct DraftPages: Sendable {
  private let essays: [String: (essay: VerifiedEssay, typeset: TypesetEssay)]
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
      labels, essays, typeset, attachments: project.attachments, language: project.language)
    self.bibliography = bibliography
    self.templates = templates
    self.findings = findings
    map = SiteFiles.map(
      of: essays, zip(essays, typeset).map { ShownTitle($0.document, $1) }, project)
    languages = Dictionary(
      essays.map { ($0.document.path, project.language(of: $0.document)) },
      uniquingKeysWith: { first, _ in first })
    self.essays = Dictionary(
      zip(essays, typeset).map { (SiteFiles.pagePath($0.document.path), ($0, $1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The paths of all pages, relative to the site: `edges/kl.html`.
  package var paths: [String] { essays.keys.sorted() }

  /// A page's HTML; nil where there is no such page.
  package func page(_ path: String) -> String? {
    essays[path].map { essay, typeset in
      templates.render(
        PageContent(
          essay, typeset, references, bibliography, languages[essay.document.path] ?? .english,
          draft: findings), in: map)
    }
  }
}
