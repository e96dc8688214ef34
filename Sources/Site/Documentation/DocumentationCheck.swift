// DocumentationCheck: from documentation as it is written to verdicts. Listings that go on with one another are one program
// where the compiler takes them together, and are tried by themselves otherwise, before anything is said.

import Diagnostics
import Files
import Reading
import Running
import SwiftText
import Verification

/// What was found in all documentation of a project.
package struct CheckedDocumentation: Sendable {
  package var pages: [VerifiedDocumentation]

  package init(pages: [VerifiedDocumentation] = []) { self.pages = pages }

  package var listings: Int { pages.reduce(0) { $0 + $1.listings.count } }
  package var unread: Int { pages.reduce(0) { $0 + $1.unread.count } }

  package func count(_ matches: (ListingOutcome) -> Bool) -> Int {
    pages.reduce(0) { $0 + $1.listings.count { matches($0.outcome) } }
  }
}

extension Session {
  /// - Parameter modules: the modules of the library, each with the folder of its sources.
  package func checkDocumentation(
    _ files: DocumentationFiles, _ settings: DocumentationSettings, _ library: OfferedModules,
    progress: @escaping ProgressReport = { _, _ in }
  ) async throws -> Diagnosed<CheckedDocumentation> {
    var log = Log()
    let imports = shop.imports
    let pages = await timing("reading documentation") {
      await concurrently(files.markdown) { file in
        [
          DocumentationPage.of(
            markdown: file.text, path: file.path,
            imports: imports.isEmpty ? library.imports(ofFile: nil) : imports)
        ].compactMap { $0 }
      }
        + concurrently(files.swift) { file in
          DocumentationPage.all(
            inSwift: file.text, path: file.path,
            imports: imports.isEmpty ? library.imports(ofFile: file.path) : imports)
        }
    }.flatMap { $0 }
    let readings: [[SwiftReading]] = try await timing("reading Swift of documentation") {
      try await parse(pages)
    }
    let drafts = await concurrently(Array(zip(pages, readings))) { page, readings in
      Draft.of(page, readings, isStrict: settings.isStrict)
    }
    let opened = try await timing("building the library") {
      try await openBench(for: [])
    }
    guard var bench = log.taking(opened) else {
      return Diagnosed(CheckedDocumentation(), log)
    }
    bench.keepsEndless = true
    defer { bench.clear() }
    let checked = try await timing("running listings") { [bench] in
      try await verify(
        zip(pages, drafts).map { (draft: log.taking($1), imports: $0.imports) },
        imports.isEmpty ? library.umbrellas : nil, on: bench,
        progress: progress)
    }
    return Diagnosed(
      CheckedDocumentation(pages: checked.map { log.taking($0) }), log)
  }

  /// What the parser says, asked of a whole file at once: that of a comment alone would be kept by the thousand.
  private func parse(_ pages: [DocumentationPage]) async throws -> [[SwiftReading]] {
    var files: [SwiftParsing.Page] = []
    for page in pages {
      let path = page.parts.document.path
      if files.last?.path != path { files.append(SwiftParsing.Page(path: path, texts: [])) }
      files[files.count - 1].texts += page.parts.swift.map { $0.text }
    }
    let all: [[SwiftReading]] = try await SwiftParsing.read(pages: files, in: shop)
    var rest = all.flatMap { $0 }[...]
    return pages.map { page in
      let count = page.parts.swift.count
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }

  private func verify(
    _ drafts: [(draft: Draft, imports: [String])], _ umbrellas: [String]?, on bench: Bench,
    progress: @escaping ProgressReport
  ) async throws -> [Diagnosed<VerifiedDocumentation>] {
    var results = [Diagnosed<VerifiedDocumentation>?](repeating: nil, count: drafts.count)
    var queue = drafts.indices[...]
    // People count files, not comments.
    var open: [String: Int] = [:]
    for (draft, _) in drafts { open[draft.document.path, default: 0] += 1 }
    let files = open.count
    try await withThrowingTaskGroup(of: (Int, Diagnosed<VerifiedDocumentation>).self) { group in
      func startNext() {
        guard let index = queue.popFirst() else { return }
        let (draft, imports) = drafts[index]
        group.addTask {
          let trial = ListingTrial(
            draft: draft, imports: imports, fewerImports: umbrellas, bench: bench)
          let (settled, programs) = try await trial.settle()
          let found = judgeDocumentation(settled, programs)
          guard found.value.essay.claims.contains(where: { $0.verdict == .refuted }) else {
            return (index, found)
          }
          // Of what is another value at each run nothing is refuted.
          let again = try await trial.repeated(programs)
          return (index, judgeDocumentation(settled, programs, again: again))
        }
      }
      for _ in 0..<bench.shop.jobs { startNext() }
      while let (index, result) = try await group.next() {
        results[index] = result
        startNext()
        let path = drafts[index].draft.document.path
        open[path, default: 1] -= 1
        if open[path] == 0 { open[path] = nil }
        progress(queue.first.map { [drafts[$0].draft.document.path] } ?? [], files - open.count)
      }
    }
    return results.compactMap { $0 }
  }
}
