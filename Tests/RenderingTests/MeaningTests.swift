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
      let document = documents.next()
      let page = ShownPage(of: document.source)
      if page.words != document.shown || !page.said.isEmpty || !page.misplaced.isEmpty {
        failures += 1
        Issue.record("\(difference(document.source, page, document.shown)), said \(page.said)")
      }
    }
  }

  /// With pieces in it that mean something elsewhere, a page says what its author meant, or Galley says that
  /// it does not.
  ///
  /// Where each document has one such piece, nothing that is told hides another's silence.
  @Test(arguments: [1, 2, 1_000])
  func noMixtureSaysSomethingElseInSilence(_ mostStrangers: Int) {
    var documents = RandomDocuments(
      seed: 200, hasExtensions: true, mostStrangers: mostStrangers)
    var failures = 0
    var counts = (same: 0, told: 0)
    for _ in 0..<RandomDocuments.count(byDay: 400, all: 6_000) where failures < 5 {
      let (source, shown, numbers) = documents.next()
      let page = ShownPage(of: source)
      #expect(page.misplaced.isEmpty, "\(source.debugDescription): \(page.misplaced)")
      if !page.said.isEmpty {
        counts.told += 1
      } else if page.words == shown, page.numbers == numbers {
        counts.same += 1
      } else {
        failures += 1
        Issue.record("\(difference(source, page, shown)), claims \(page.numbers) of \(numbers)")
      }
    }
    // A test of which every document is told, or none, would hold nothing.
    #expect(counts.same > 40 && counts.told > 40, "\(counts)")
  }

  private func difference(_ source: String, _ page: ShownPage, _ shown: String) -> String {
    let place = zip(page.words, shown).prefix { $0 == $1 }.count
    return "\(source.debugDescription): page ‘\(page.words.dropFirst(place).prefix(40))’, "
      + "source ‘\(shown.dropFirst(place).prefix(40))’, misplaced \(page.misplaced)"
  }
}
