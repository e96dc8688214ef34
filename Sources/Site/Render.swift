// Render: one verified and typeset essay as what its page shows.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Running
import Verification

extension PageContent {
  /// - Parameters:
  ///   - references: the labels of the site, and what they belong to.
  ///   - bibliography: the sources that essays cite.
  ///   - marks: of the essay's claims, where they are known already.
  ///   - judges: by what they were judged.
  ///   - draft: what is wrong or not known yet, where the page is shown all the same.
  package init(
    _ essay: VerifiedEssay, _ typeset: TypesetEssay, _ references: SiteReferences,
    _ bibliography: Bibliography, _ language: Language = .english, marks: [Mark]? = nil,
    judges: Judges? = nil, draft: DraftFindings? = nil
  ) {
    let document = essay.document
    let path = document.path
    let page = SiteFiles.pagePath(path)
    let ledger =
      essay.claims.isEmpty
      ? nil
      : SiteFiles.relative(LedgerPage.folder(of: page) + "/" + LedgerPage.name, from: page)
    let commons = ProofCommons(ledger: ledger, judges: judges?.words)
    let derivations = references.derivations(of: essay, typeset).mapValues { view in
      var view = view
      view.commons = commons
      return view
    }
    var material = BodyMaterial(
      marks: marks ?? references.marks(of: essay, typeset, draft), math: typeset.math,
      code: typeset.code,
      replaced: derivations.mapValues(renderDerivation),
      figures: essay.figureMaterial(references.labels.figureNumbers[path] ?? [:]),
      resolve: { SiteFiles.address($0, on: path, references) })
    material.language = language
    material.tables = essay.madeTables
    if draft == nil { material.framesFolder = SiteFiles.framesFolder(of: path) }
    material.numbered = references.numberedFormulas(of: path)
    material.labelled = { references.link(to: $0, from: path) }
    material.previews = references.previews(for: path)
    material.citations = CitationReader(document).citations
    material.publications = bibliography.publications
    material.notes = draft?.notes(for: document, in: language)
    material.commons = commons
    let body = renderBody(document, with: material)
    self.init(
      path: page, title: document.title,
      summary: document.summary, date: document.frontMatter.date, bodyHTML: body.html,
      headings: Self.headings(of: document, typeset), claims: ClaimTally(essay),
      ledger: ledger, hasMath: body.hasMath, hasSweep: essay.hasSweep,
      shown: ShownTitle(document, typeset))
    hasPreviews = body.hasPreviews
    files = body.files
    hasProofs = body.hasProofs
    shownClaims = body.shownClaims
    self.language = language
    let matter = document.frontMatter
    isDraft = matter.isDraft
    authors = matter.authors
    tags = matter.tags
    extra = matter.extra
  }

  static func headings(
    of document: Document, _ typeset: TypesetEssay
  ) -> [PageContent.Heading] {
    document.blocks.compactMap { block in
      guard case .heading(let level, let anchor) = block.kind else { return nil }
      return PageContent.Heading(
        level: level, anchor: anchor, html: renderTitle(block.children, math: typeset.math).html)
    }
  }
}

extension ClaimTally {
  init(_ essay: VerifiedEssay) {
    self.init(
      held: essay.claims.count { $0.verdict == .held }, total: essay.claims.count)
  }
}

extension Document {
  /// The front matter's title, else the first heading, else the file's name.
  var title: String {
    if frontMatter.title != nil { return plainText(frontMatter.titleWords) }
    return firstHeading.map { plainTitle($0.children) }
      ?? String(path.split(separator: "/").last?.dropLast(3) ?? "")
  }

  var summary: String? { frontMatter.summary.map { _ in plainText(frontMatter.summaryWords) } }

  fileprivate var firstHeading: Node? {
    blocks.first { if case .heading = $0.kind { true } else { false } }
  }
}

extension ShownTitle {
  init(_ document: Document, _ typeset: TypesetEssay) {
    let matter = document.frontMatter
    let title =
      matter.title == nil
      ? document.firstHeading.map { renderTitle($0.children, math: typeset.math) }
      : renderPhrase(matter.titleWords, math: typeset.math)
    let plain = ShownTitle(title: document.title, summary: nil)
    self.init(
      title: title ?? plain.title,
      summary: matter.summary.map { _ in renderPhrase(matter.summaryWords, math: typeset.math) })
  }
}
