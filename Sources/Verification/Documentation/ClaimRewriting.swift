// ClaimRewriting: a comment that holds, in Galley's own words: behind an arrow, or as `Prints "…"`. Only what says nothing
// besides, and would hold in those words too; the rest stays as it is written.

import Claims
import Diagnostics
import GalleyRecordFormat
import Markup
import Reading

enum ClaimRewriting {
  /// The edit of a value that stands alone in its comment.
  ///
  /// - Parameter values: those by which the claim would be judged.
  static func edit(
    _ text: WildText, _ claim: Claim, _ values: [RecordedValue], in document: Document
  ) -> Edit? {
    guard text.isAll, text.lines.count == 1, !text.isInAnyOrder, !claim.wrote.contains("\n"),
      let expectation = try? Expectation.read(text.text),
      Judgement.of(values, by: expectation).verdict == .held
    else { return nil }
    return edit(claim.comment, "→ " + text.text, in: document)
  }

  /// The edits of lines that are printed.
  static func edits(
    _ text: WildText, _ lines: [Range<Int>], output: String, in document: Document
  ) -> [Edit] {
    var got = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if got.last == "" { got.removeLast() }
    guard text.isAll, got.count == lines.count else { return [] }
    return zip(lines, got).compactMap { range, line in
      let words = "Prints " + SwiftString.quoted(line)
      return document.source[range] == words ? nil : edit(range, words, in: document)
    }
  }

  private static func edit(_ range: Range<Int>, _ words: String, in document: Document) -> Edit {
    Edit(
      SourceSpan(document.path, range), original: document.source[range], replacement: words)
  }
}
