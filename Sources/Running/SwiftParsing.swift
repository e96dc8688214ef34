// SwiftParsing: has texts read by the parser program, many in one go: it takes longer to start it than to read. What
// it said before is kept, and then it is not started.

import Foundation
import SwiftText

package enum SwiftParsing {
  /// The Swift of one page.
  package struct Page: Sendable {
    package var path: String
    package var texts: [String]

    package init(path: String, texts: [String]) {
      self.path = path
      self.texts = texts
    }
  }

  /// How the texts of pages read, in their order.
  ///
  /// - Throws: `MissingTool` when the parser cannot be built or started here.
  package static func read(
    pages: [Page], in shop: Workshop
  ) async throws -> [[SwiftReading]] {
    guard !pages.allSatisfy(\.texts.isEmpty) else { return pages.map { _ in [] } }
    if let readings = shop.readings?.readings(of: pages) { return readings }
    let readings = try await readByParser(pages, in: shop)
    shop.readings?.readings(of: pages, are: readings.answers)
    return readings.values
  }

  private static func readByParser(
    _ pages: [Page], in shop: Workshop
  ) async throws -> (values: [[SwiftReading]], answers: [[String]]) {
    try await withParser(in: shop) { parser in
      let kept = KeptReadings(by: parser.folder, in: shop)
      let known = await concurrently(pages) { page in
        let old = kept.page(page.path)
        return (page: page, old: old, answers: old.answers(to: page.texts))
      }
      let open = known.flatMap { page, _, answers in
        zip(page.texts, answers).filter { $1 == nil }.map(\.0)
      }
      var new = try await parser.answers(to: open)[...]
      if !open.isEmpty { kept.tidy() }
      let whole = known.map { page, old, answers in
        (page: page, old: old, answers: answers.map { $0 ?? new.removeFirst() })
      }
      let readings = await concurrently(whole) { page, old, answers in
        kept.keep(answers, to: page.texts, of: page.path, where: old)
        return Result { try Exchange.readings(of: page.texts, from: answers) }
      }
      return (try readings.map { try $0.get() }, whole.map(\.answers))
    }
  }

  /// The parser's own answers to texts: nothing that was kept is used.
  package static func answers(to texts: [String], in shop: Workshop) async throws -> [String] {
    try await withParser(in: shop) { try await $0.answers(to: texts) }
  }

  /// How texts read, by the parser's own word.
  package static func read(_ texts: [String], in shop: Workshop) async throws -> [SwiftReading] {
    try Exchange.readings(of: texts, from: try await answers(to: texts, in: shop))
  }

  private static func withParser<Value>(
    in shop: Workshop, _ work: (ParserProgram) async throws -> Value
  ) async throws -> Value {
    try await DiskSpace.watching(shop.folder) {
      let stay = try await shop.stay()
      let built = try await ModuleBuild.modules([.parser], in: shop)
      defer { withExtendedLifetime((stay, built)) {} }
      return try await work(ParserProgram(folder: try built.folder(of: .parser), shop: shop))
    }
  }
}

/// The program that reads Swift.
private struct ParserProgram {
  /// Named after its sources and its compiler.
  let folder: String
  let shop: Workshop

  func answers(to texts: [String]) async throws -> [String] {
    guard !texts.isEmpty else { return [] }
    let work = try shop.makeRunFolder()
    defer { withExtendedLifetime(work) {} }
    return try await answers(to: texts[...], in: work.path)
  }

  /// A text that ends the parser is not to hide what it says of the others: each half is read by itself.
  private func answers(to texts: ArraySlice<String>, in work: String) async throws -> [String] {
    let list = Array(texts)
    let request = work + "/request"
    try shop.files.write(Data(Exchange.request(for: list)), request)
    let command = Command(
      executable: folder + "/GalleyParser", directory: work, input: request,
      output: work + "/answer", errors: work + "/errors", limit: .seconds(60))
    let outcome = try await command.run()
    if outcome.isSuccess {
      let answer = shop.files.contents(work + "/answer") ?? Data()
      do {
        return try Exchange.answers(to: list, from: answer)
      } catch {
        if DiskSpace.isShort(in: work) { throw DiskSpace.failure(in: work) }
        throw MissingTool(
          "the program that reads Swift gave no answer that this Galley understands (\(error)): "
            + "build Galley again")
      }
    }
    if DiskSpace.isShort(in: work, below: 1 << 20) { throw DiskSpace.failure(in: work) }
    // What is known of a text that the parser cannot follow: as of one that is nested too deeply.
    guard texts.count > 1 else { return list.map { _ in Exchange.tooDeep } }
    let middle = texts.startIndex + texts.count / 2
    return try await answers(to: texts[..<middle], in: work)
      + answers(to: texts[middle...], in: work)
  }
}
