// The HTML of pages against libcmark's own, on documents without anything that only Galley knows.

import Foundation
import Testing

@testable import Markup
@testable import Rendering

@Suite struct EssayHTMLTests {
  /// Anchors, permalinks, boxes around tables and names for those who listen are Galley's own, and
  /// `ShownHTML` leaves them out; comments are for those who read the Markdown.
  @Test func isThatOfLibcmark() {
    var documents = RandomDocuments(seed: 12, hasExtensions: false)
    var failures = 0
    for _ in 0..<RandomDocuments.count(byDay: 1_500, all: 5_000) where failures < 5 {
      let source = documents.next().source
      let parsed = parse(source, path: "random.md")
      let ours = ShownHTML(renderBody(parsed.value).html, isEssay: true)
      let theirs = ShownHTML(
        CMarkTree.oneAtATime.withLock { _ in DifferentialTests.libcmark(source) }, isEssay: false)
      if ours.pieces != theirs.pieces {
        failures += 1
        let place = zip(ours.pieces, theirs.pieces).prefix { $0 == $1 }.count
        Issue.record(
          "\(source.debugDescription): \(ours.pieces.dropFirst(place).prefix(3)), libcmark \(theirs.pieces.dropFirst(place).prefix(3))"
        )
      }
    }
  }
}
