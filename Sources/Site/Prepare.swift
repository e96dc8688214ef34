// Prepare: from the project's files to essays of which everything is known that can be known before a program runs.
// The last step before pages are written that reads essays or asks what files there are.

import Diagnostics
import Markup
import Reading
import Running

/// The pages of a project as they were read, and what they have in common.
struct Pages: Sendable {
  /// In the order of reading.
  var documents: [Document]
  var labels: LabelIndex
  var bibliography: Bibliography

  /// Reads the Markdown of all essays, and finds what is wrong with links, labels, citations and the order of reading.
  static func of(_ project: Project) -> Diagnosed<Pages> {
    var log = Log()
    let documents = ReadingOrder.sort(
      project.essays.map { log.taking(parse($0.text, path: $0.path)) }, by: project.configuration)
    // Essays that are not asked for are read for their labels only.
    let others = project.others.map { parse($0.text, path: $0.path).value }
    let labels = LabelIndex.of(ReadingOrder.sort(documents + others, by: project.configuration))
    let wanted = Set(documents.map(\.path))
    for diagnostic in labels.log.diagnostics where wanted.contains(diagnostic.span?.path ?? "") {
      log.add(diagnostic)
    }
    log.add(contentsOf: LinkCheck.broken(in: documents, labels.value, project))
    let bibliography = project.references.map { log.taking(Bibliography.read($0)) }
    log.add(
      contentsOf: CitationCheck.log(documents, bibliography, areAll: project.others.isEmpty))
    log.add(contentsOf: ReadingOrder.mistakes(in: project))
    let pages = Pages(
      documents: documents, labels: labels.value, bibliography: bibliography ?? Bibliography())
    return Diagnosed(pages, log)
  }
}

/// An essay that is ready to be run and to be set.
struct PreparedEssay: Sendable {
  var draft: Draft
  /// The files that the essay declares and that are not there.
  var missingData: Set<String>
}

extension Session {
  /// Takes essays apart: the Swift of all is read by one run of the parser, and their claimed formulas are set at once,
  /// to see what they show.
  func prepare(_ documents: [Document]) async throws -> Diagnosed<[PreparedEssay]> {
    var log = Log()
    let pages = documents.map { log.taking(PageParts.of($0)) }
    async let shown = ShownFormulas.all(of: pages, by: typesetter)
    let readings = try await SwiftParsing.read(
      pages: pages.map { SwiftParsing.Page(path: $0.document.path, texts: $0.swift.map(\.text)) },
      in: shop)
    let essays = zip(zip(pages, readings), try await shown).map { material, formulas in
      let (page, readings) = material
      let draft = log.taking(
        Draft.of(page, readings, formulas: formulas, macros: typesetter.macros))
      return PreparedEssay(draft: draft, missingData: missingData(of: page.document))
    }
    return Diagnosed(essays, log)
  }

  private func missingData(of document: Document) -> Set<String> {
    Set(
      document.frontMatter.data.map(\.name).filter { name in
        files.statusOfTarget(shop.content + "/" + name).map { $0.kind == .folder } ?? true
      })
  }
}
