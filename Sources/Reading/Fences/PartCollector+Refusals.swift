// What is nearly an example or a claim, and stands where none can be read: nothing that looks checked
// may pass for it.

import Diagnostics
import Markup

extension PartCollector {
  static let ownLines =
    "a hidden example is a comment of its own: an empty line above, ‘<!-- swift’ alone on its first "
    + "line, the Swift below"

  /// `Swift`, `swift,fresh` and `{.swift}` look like examples and would be none.
  mutating func refuseLanguage(_ info: String, at range: Range<Int>) {
    let words = info.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let message = "‘\(words)’ is no example: write ‘swift’, and its words behind it with spaces"
    refuse(range, .fenceWord, message)
  }

  static let inFigure =
    "in a figure's Swift, whose texts are shown as they stand; make it in the caption"

  /// `<?= v ?>` and `<!= v>`.
  mutating func refuse(declaration html: String, at range: Range<Int>) {
    guard html.hasPrefix("<?=") || html.hasPrefix("<!=") else { return }
    refuse(range, .claimUnreadable, "this is no comment: write <!-- = value -->")
  }

  /// `6<!-- v = 6 -->`: a remark, perhaps, and perhaps a claim.
  mutating func warn(ofEqualsIn inside: String, at range: Range<Int>) {
    guard !Self.isClaim(inside), inside.contains("="),
      let before = document.source[max(0, range.lowerBound - 1)..<range.lowerBound].unicodeScalars
        .last,
      before.isDigit || "%$*`".unicodeScalars.contains(before)
    else { return }
    log.add(
      Diagnostic(
        .claimUnreadable, .warning, at: SourceSpan(document.path, openingLine(of: range)),
        "this comment may be meant as a claim, which begins with ‘=’: write <!-- = value -->, or say it in other "
          + "words"))
  }

  /// Claims in comments where no claim can be read.
  mutating func refuse(claimsIn text: Verbatim, _ advice: String) {
    for comment in HTMLComment.all(in: text.text) {
      let length = "<!---->".utf8.count + comment.inside.utf8.count
      let end = min(text.text.utf8.count, comment.start + length)
      let place = text.sourceRange(of: comment.start..<end)
      if FenceLanguage.isSwift(firstWordOf: comment.inside) {
        refuse(place, .fenceWord, Self.ownLines)
      } else if Self.isClaim(comment.inside) {
        refuse(place, .claimUnattached, "a claim cannot be read \(advice)")
      }
    }
  }

  /// Lines with claims in what is no example.
  mutating func refuse(linesLikeClaims text: Verbatim, _ reason: String) {
    var offset = 0
    let bytes = text.text.utf8
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { offset += line.count + 1 }
      let words = String(decoding: line, as: UTF8.self)
      guard NearMiss.isClaim(line: words) || NearMiss.beginsExample(line: words) else { continue }
      let space = words.utf8.prefix { " \t".utf8.contains($0) }.count
      let place = text.sourceRange(of: offset + space..<offset + max(space, line.count))
      report(place, .claimUnattached, "this looks like a claim and \(reason)")
      return
    }
  }

  /// Claims in words, where a fence or a comment was meant.
  mutating func refuse(claimsInSentence text: String, at range: Range<Int>) {
    if let broken = NearMiss.brokenComment(in: text) {
      // Escapes and entities shift the bytes of a text; the place is then that of all of it.
      let isPlain = document.source[range].utf8.elementsEqual(text.utf8)
      let place = isPlain ? range.lowerBound + broken.lowerBound..<range.upperBound : range
      refuse(place, .claimUnreadable, "this is no comment: write <!-- = value -->")
    }
    if NearMiss.isClaim(sentence: text) {
      refuse(
        range, .claimUnattached,
        "this looks like a claim and stands in no example: write ``` and ‘swift’ above it, or "
          + "backticks around it when it is none")
    }
  }

  mutating func refuseClaimsInFrontMatter() {
    let range = document.frontMatter.range
    refuse(
      claimsIn: Verbatim(document.source[range], at: range.lowerBound),
      "in front matter; make it in the text")
  }

  /// What Markdown has no place for in its tree: titles and definitions of links, cells too many,
  /// footnotes that nothing refers to. A claim in there would be read by nobody.
  mutating func refuseClaimsBesideTheTree() {
    let start = document.frontMatter.range.upperBound
    let seen = leaves.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for comment in HTMLComment.all(in: document.source[start..<document.source.count]) {
      let place = start + comment.start
      while next < seen.count, seen[next].upperBound <= place { next += 1 }
      if next < seen.count, seen[next].contains(place) { continue }
      let isSwift = FenceLanguage.isSwift(firstWordOf: comment.inside)
      guard isSwift || Self.isClaim(comment.inside) else { continue }
      refuse(
        place..<place + "<!---->".utf8.count + comment.inside.utf8.count, .claimUnattached,
        "a claim cannot be read in a link's title or definition, nor in a footnote or a cell that "
          + "Markdown leaves out; put it into a sentence")
    }
  }

  private static func isClaim(_ inside: String) -> Bool {
    CommentHead(inside).beginsWithEquals || NearMiss.finding(inProse: inside) != nil
  }

  // MARK: - Diagnostics

  /// The part of a range on its first line.
  func openingLine(of range: Range<Int>) -> Range<Int> {
    document.openingLine(of: range)
  }

  mutating func refuse(_ range: Range<Int>, _ id: Identifier, _ message: String) {
    report(openingLine(of: range), id, message)
  }

  mutating func report(_ place: Range<Int>, _ id: Identifier, _ message: String) {
    log.add(Diagnostic(id, at: SourceSpan(document.path, place), message))
  }
}
