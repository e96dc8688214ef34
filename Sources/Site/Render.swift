// Render: one verified and typeset essay as what its page shows.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Verification

extension PageContent {
  /// - Parameters:
  ///   - references: the labels of the site, and what they belong to.
  ///   - bibliography: the sources that essays cite.
  ///   - draft: what is wrong or not known yet, where the page is shown all the same.
  package init(
    _ essay: VerifiedEssay, _ typeset: TypesetEssay, _ references: SiteReferences,
    _ bibliography: Bibliography, _ language: Language = .english, draft: DraftFindings? = nil
  ) {
    let document = essay.document
    let path = document.path
    let derivations = references.derivations(of: essay, typeset)
    var material = BodyMaterial(
      marks: Self.marks(of: essay, derivations, language, draft), math: typeset.math,
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
    material.hasLedger = !essay.claims.isEmpty
    let body = renderBody(document, with: material)
    self.init(
      path: SiteFiles.pagePath(path), title: document.title,
      summary: document.summary, date: document.frontMatter.date, bodyHTML: body.html,
      headings: Self.headings(of: document, typeset), claims: ClaimTally(essay),
      ledgerAnchor: material.hasLedger ? BodyMaterial.ledgerAnchor : nil, hasMath: body.hasMath,
      hasSweep: essay.hasSweep, shown: ShownTitle(document, typeset))
    hasPreviews = body.hasPreviews
    files = body.files
    self.language = language
    let matter = document.frontMatter
    isDraft = matter.isDraft
    authors = matter.authors
    tags = matter.tags
    extra = matter.extra
  }

  /// What the page shows of each claim. A line of a derivation is named and not repeated in TeX.
  private static func marks(
    of essay: VerifiedEssay, _ derivations: [Int: DerivationView], _ language: Language,
    _ draft: DraftFindings?
  ) -> [Mark] {
    var marks = essay.claims.enumerated().map { index, judged in
      var mark = mark(judged, in: essay.document)
      mark.correction = draft?.correction(of: judged, in: essay.document.path)
      if draft?.isPending(judged, in: essay.document.path) == true { mark.verdict = .pending }
      if mark.kind != .derivation { mark.anchor = "claim.\(index + 1)" }
      return mark
    }
    // The author's TeX is no words; a hidden derivation has no place to lead to.
    for index in marks.indices where marks[index].kind == .derivation {
      marks[index].wrote = language[.derivationHidden]
    }
    for view in derivations.values {
      for (number, row) in view.rows.enumerated() {
        guard let claim = row.claim else { continue }
        marks[claim].wrote = language[.derivationLineInWords, number + 1, view.number]
        marks[claim].anchor = view.anchor(number)
      }
    }
    return marks
  }

  private static func mark(_ judged: JudgedClaim, in document: Document) -> Mark {
    let claim = judged.claim
    let kind: Mark.Kind =
      switch claim.kind {
      case .example: .example
      case .prose: .prose
      case .table: .table
      case .output: .output
      case .derivation: .derivation
      case .failure: .failure
      }
    return Mark(
      kind: kind, range: claim.range, comment: claim.comment, wrote: oneLine(claim.wrote),
      computed: judged.computed ?? "", rule: judged.rule, expression: claim.expression,
      line: document.source.position(of: claim.range.lowerBound).line,
      verdict: Mark.Verdict(judged.verdict))
  }

  /// A claim over several comment lines without the slashes that its later lines begin with.
  private static func oneLine(_ wrote: String) -> String {
    wrote.split(separator: "\n").enumerated().map { index, line in
      let text = index == 0 ? line : line.drop { " \t/".contains($0) }
      return text.trimmingCharacters(in: .whitespaces)
    }.joined(separator: " ")
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
