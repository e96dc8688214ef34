// SiteFiles: every file of a site, in memory: pages, style sheets, fonts and attachments.

import Diagnostics
import Foundation
import Markup
import Reading
import Rendering
import Typesetting
import Verification

enum SiteFiles {
  /// - Parameter typeset: one for each essay, in the same order.
  static func of(
    _ essays: [VerifiedEssay], _ typeset: [TypesetEssay], _ references: SiteReferences,
    _ bibliography: Bibliography, _ project: Project, _ templates: Templates, _ assets: Assets
  ) throws -> [SiteFile] {
    let map = map(of: essays, project)
    let pages = zip(essays, typeset).map { essay, typeset in
      page(of: essay, typeset, references, bibliography)
    }
    var files = pages.map { page in
      SiteFile(path: page.path, contents: Data(templates.render(page, in: map).utf8))
    }
    files.append(
      SiteFile(
        path: "assets/" + Templates.styleSheetName, contents: Data(templates.styleSheet.utf8)))
    for script in Templates.Script.allCases
    where pages.contains(where: { $0.scripts.contains(script) }) {
      guard let text = templates.scripts[script] else { continue }
      files.append(SiteFile(path: "assets/" + script.rawValue, contents: Data(text.utf8)))
    }
    // An author who brings a list of pages wants that one.
    if let sitemap = map.sitemap, !project.attachments.contains("sitemap.xml") {
      files.append(SiteFile(path: "sitemap.xml", contents: Data(sitemap.utf8)))
    }
    files += assets.files.map { SiteFile(path: "assets/" + $0.path, contents: $0.contents) }
    for name in project.attachments {
      let path = project.folder + "/" + Project.contentFolder + "/" + name
      guard let contents = FileManager.default.contents(atPath: path) else {
        throw Refusal.missing("content/\(name) cannot be read")
      }
      files.append(SiteFile(path: name, contents: contents))
    }
    return files
  }

  private static func map(of essays: [VerifiedEssay], _ project: Project) -> SiteMap {
    let home = essays.first { $0.document.path == Project.homePath }
    return SiteMap(
      title: project.configuration.title,
      summary: project.configuration.summary ?? home?.document.frontMatter.summary,
      author: project.configuration.author, language: project.configuration.language,
      address: project.configuration.baseURL,
      essays: essays.filter { $0.document.path != Project.homePath }.map { essay in
        SiteMap.Entry(
          path: pagePath(essay.document.path), title: title(of: essay.document),
          summary: essay.document.frontMatter.summary, date: essay.document.frontMatter.date,
          claims: tally(essay))
      })
  }

  private static func page(
    of essay: VerifiedEssay, _ typeset: TypesetEssay, _ references: SiteReferences,
    _ bibliography: Bibliography
  ) -> PageContent {
    let document = essay.document
    let path = document.path
    let derivations = references.derivations(of: essay, typeset)
    var material = BodyMaterial(
      marks: marks(of: essay, derivations), math: typeset.math, code: typeset.code,
      replaced: derivations.mapValues(renderDerivation),
      figures: essay.figureMaterial(references.labels.figureNumbers[path] ?? [:]),
      resolve: { destination in
        guard let link = SiteLink(destination, from: path), link.path.hasSuffix(".md") else {
          return nil
        }
        let fragment = link.fragment.map { "#" + (references.labels[$0]?.anchor ?? $0) }
        return link.path == path
          ? fragment
          : relative(pagePath(link.path), from: pagePath(path)) + (fragment ?? "")
      })
    material.numbered = references.numberedFormulas(of: path)
    material.labelled = { references.link(to: $0, from: path) }
    material.previews = references.previews(for: path)
    material.citations = CitationReader(document).citations
    material.publications = bibliography.publications
    material.hasLedger = !essay.claims.isEmpty
    let body = renderBody(document, with: material)
    var content = PageContent(
      path: pagePath(path), title: title(of: document), summary: document.frontMatter.summary,
      date: document.frontMatter.date, bodyHTML: body,
      headings: headings(of: document, typeset), claims: tally(essay),
      ledgerAnchor: material.hasLedger ? BodyMaterial.ledgerAnchor : nil,
      hasMath: body.contains("class=\"katex"), hasSweep: essay.hasSweep)
    content.hasPreviews = hasPreviews(body)
    return content
  }

  /// What the page shows of each claim. A line of a derivation is named and not repeated in TeX.
  private static func marks(
    of essay: VerifiedEssay, _ derivations: [Int: DerivationView]
  ) -> [Mark] {
    var marks = essay.claims.enumerated().map { index, judged in
      var mark = mark(judged, in: essay.document)
      if mark.kind != .derivation { mark.anchor = "claim.\(index + 1)" }
      return mark
    }
    // The author's TeX is no words; a hidden derivation has no place to lead to.
    for index in marks.indices where marks[index].kind == .derivation {
      marks[index].wrote = "a line of a hidden derivation"
    }
    for view in derivations.values {
      for (number, row) in view.rows.enumerated() {
        guard let claim = row.claim else { continue }
        marks[claim].wrote = "line \(number + 1) of derivation \(view.number)"
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
      case .output: .output
      case .derivation: .derivation
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

  private static func tally(_ essay: VerifiedEssay) -> ClaimTally {
    ClaimTally(
      held: essay.claims.count { $0.verdict == .held }, total: essay.claims.count)
  }

  private static func headings(
    of document: Document, _ typeset: TypesetEssay
  ) -> [PageContent.Heading] {
    document.blocks.compactMap { block in
      guard case .heading(let level, let anchor) = block.kind else { return nil }
      return PageContent.Heading(
        level: level, anchor: anchor, html: renderTitle(block.children, math: typeset.math))
    }
  }

  /// The front matter's title, else the first heading, else the file's name.
  private static func title(of document: Document) -> String {
    if let title = document.frontMatter.title { return title }
    for case let block in document.blocks {
      if case .heading = block.kind { return plainTitle(block.children) }
    }
    return String(document.path.split(separator: "/").last?.dropLast(3) ?? "")
  }

  /// `content/kl.md` becomes `kl.html`.
  static func pagePath(_ path: String) -> String {
    String(path.dropFirst(Project.contentFolder.count + 1).dropLast(3)) + ".html"
  }

  /// The way from one page to another that works from any folder of any host and from a disk.
  static func relative(_ target: String, from page: String) -> String {
    var to = target.split(separator: "/")[...]
    var from = page.split(separator: "/").dropLast()[...]
    while let first = from.first, to.count > 1, first == to.first {
      from.removeFirst()
      to.removeFirst()
    }
    return String(repeating: "../", count: from.count) + to.joined(separator: "/")
  }
}
