// Whether a page says what its source says: its words against those that the document was made of.

import Foundation
import Testing

@testable import Markup
@testable import Rendering

@Suite struct MeaningTests {
  /// Without anything strange in it, a document is shown word for word, and nothing is said about it.
  @Test(arguments: [false, true])
  func documentsAreShownWordForWord(_ hasExtensions: Bool) {
    var documents = RandomDocuments(seed: 7, hasExtensions: hasExtensions)
    var failures = 0
    for _ in 0..<RandomDocuments.count(byDay: 600, all: 5_000) where failures < 5 {
      let (source, shown) = documents.next()
      let (page, said) = page(source)
      if page != shown || !said.isEmpty {
        failures += 1
        Issue.record("\(difference(source, page, shown)), said \(said)")
      }
    }
  }

  /// With pieces in it that mean something elsewhere, a page says what its author meant, or Galley says that
  /// it does not.
  @Test func noMixtureSaysSomethingElseInSilence() {
    var documents = RandomDocuments(seed: 200, hasExtensions: true, hasStrangers: true)
    var failures = 0
    var counts = (same: 0, told: 0)
    for _ in 0..<RandomDocuments.count(byDay: 200, all: 3_000) where failures < 5 {
      let (source, shown) = documents.next()
      let (page, said) = page(source)
      if page == shown {
        counts.same += 1
      } else if !said.isEmpty {
        counts.told += 1
      } else {
        failures += 1
        Issue.record("\(difference(source, page, shown))")
      }
    }
    // A test of which every document is told, or none, would hold nothing.
    #expect(counts.same > 20 && counts.told > 20, "\(counts)")
  }

  private func page(_ source: String) -> (words: String, said: [String]) {
    let parsed = parse(source, path: "random.md")
    let page = ShownHTML(renderBody(parsed.value).html, isEssay: true)
    return (page.words, parsed.log.diagnostics.map(\.message))
  }

  private func difference(_ source: String, _ page: String, _ shown: String) -> String {
    let place = zip(page, shown).prefix { $0 == $1 }.count
    return "\(source.debugDescription): page ‘\(page.dropFirst(place).prefix(40))’, "
      + "source ‘\(shown.dropFirst(place).prefix(40))’"
  }
}
