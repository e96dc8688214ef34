// Prepare: from the project's files to essays of which everything is known that can be known before a program runs.
// The last step before pages are written that reads essays or asks what files there are.

import Diagnostics
import Markup
import Reading
import Running

/// The pages of a project as they were read, and what they have in common.
package struct Pages: Sendable {
  /// In the order of reading.
  package var parts: [PageParts]
  package var labels: LabelIndex
  package var bibliography: Bibliography
  /// The old addresses of the essays.
  package var redirects: [Redirect] = []
  /// Each as it was taken apart, in the same order.
  package var read: [Diagnosed<PageParts>] = []
  /// What was found while they were taken apart, of links and the like nothing.
  var readingLog: Log

  /// No essay at all.
  package static var none: Pages {
    Pages(parts: [], labels: LabelIndex(), bibliography: Bibliography(), readingLog: Log())
  }

  /// Reads the Markdown of all essays, and finds what is wrong with links, labels, citations and the order of reading.
  ///
  /// - Parameter known: essays that were read before, by path; nil for one that was not, or that has another text since.
  package static func of(
    _ project: Project,
    knowing known: @escaping @Sendable (_ path: String, _ text: String) -> Diagnosed<PageParts>? = {
      _, _ in
      nil
    }
  ) async -> Diagnosed<Pages> {
    var log = Log()
    let wanted = Set(project.essays.map(\.path))
    // Essays that are not asked for are read for their labels only.
    let read = await concurrently(project.essays + project.others) { essay in
      if let known = known(essay.path, essay.text) { return known }
      var document = parse(essay.text, path: essay.path)
      document.value.notation = project.language(of: document.value).notation
      let parts = PageParts.of(document.value)
      return Diagnosed(
        parts.value, Log(document.log.diagnostics + parts.log.diagnostics))
    }
    let all = ReadingOrder.sort(read, by: project.configuration) { $0.value.document }
    let labels = LabelIndex.of(all.map(\.value))
    let own = all.filter { wanted.contains($0.value.document.path) }
    let parts = own.map { log.taking($0) }
    let readingLog = log
    let documents = parts.map(\.document)
    for diagnostic in labels.log.diagnostics where wanted.contains(diagnostic.span?.path ?? "") {
      log.add(diagnostic)
    }
    log.add(contentsOf: project.languageLog(documents))
    log.add(contentsOf: LinkCheck.broken(in: documents, labels.value, project))
    let bibliography = project.references.map { log.taking(Bibliography.read($0)) }
    let areAll =
      project.others.isEmpty && (project.draftUse != .leftOut || project.drafts.isEmpty)
    log.add(contentsOf: CitationCheck.log(documents, bibliography, areAll: areAll))
    log.add(contentsOf: ReadingOrder.mistakes(in: project))
    if project.draftUse == .verified {
      Project.problem(withHomeIn: documents).map { log.add($0) }
    }
    let redirects = log.taking(Redirect.all(of: documents, project))
    var pages = Pages(
      parts: parts, labels: labels.value, bibliography: bibliography ?? Bibliography(),
      redirects: redirects, readingLog: readingLog)
    pages.read = own
    return Diagnosed(pages, log)
  }
}

/// An essay that is ready to be run and to be set.
package struct PreparedEssay: Sendable {
  package var draft: Draft
  /// The files that the essay declares and that are not there.
  package var missingData: Set<String>
}

extension Session {
  /// Takes essays apart: the Swift of all is read by one run of the parser, and their claimed formulas are set at once,
  /// to see what they show.
  package func prepare(_ pages: [PageParts]) async throws -> Diagnosed<[PreparedEssay]> {
    var log = Log()
    return Diagnosed(try await prepareEach(pages).map { log.taking($0) }, log)
  }

  /// The same, with what was found of each on its own.
  package func prepareEach(_ pages: [PageParts]) async throws -> [Diagnosed<PreparedEssay>] {
    async let shown = ShownFormulas.all(of: pages, by: typesetter)
    let readings = try await SwiftParsing.read(
      pages: pages.map { SwiftParsing.Page(path: $0.document.path, texts: $0.swift.map(\.text)) },
      in: shop)
    let material = zip(zip(pages, readings), try await shown).map { ($0.0, $0.1, $1) }
    let macros = typesetter.macros
    let drafts = await concurrently(material) { page, readings, formulas in
      Draft.of(page, readings, formulas: formulas, macros: macros)
    }
    return drafts.map { draft in
      Diagnosed(
        PreparedEssay(draft: draft.value, missingData: missingData(of: draft.value.document)),
        draft.log)
    }
  }

  package func missingData(of document: Document) -> Set<String> {
    Set(
      document.frontMatter.data.map(\.name).filter { name in
        files.statusOfTarget(shop.content + "/" + name).map { $0.kind == .folder } ?? true
      })
  }
}
