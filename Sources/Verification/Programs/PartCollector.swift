// PartCollector: finds the examples and the claims of an essay in its Markdown, and refuses what only
// looks like one.

import Diagnostics
import Foundation
import Markup

/// The examples and prose comments of a document.
struct PartCollector {
  private let document: Document
  private(set) var parts: [ProgramPart] = []
  private(set) var log = Log()

  init(_ document: Document) {
    self.document = document
    refuseClaimsInFrontMatter()
    visit(document.blocks)
  }

  private mutating func visit(_ nodes: [Node]) {
    for (index, node) in nodes.enumerated() {
      visit(
        node, after: index > 0 ? nodes[index - 1] : nil,
        before: index + 1 < nodes.count ? nodes[index + 1] : nil)
    }
  }

  private mutating func visit(_ node: Node, after previous: Node?, before next: Node?) {
    switch node.kind {
    case .codeBlock(let info, let code):
      checkLanguage(info, at: node.range)
      if info.allSatisfy(\.isWhitespace) {
        refuse(
          linesLikeClaims: code,
          "is not run, for ‘swift’ does not stand behind the ``` above it; "
            + "write ‘swift’ there, or ‘text’ when it is none, and indent a fence by less than four"
        )
      }
      add(
        code, info: info, range: node.range, infoStart: infoStart(of: info, in: node.range),
        caption: next.flatMap { $0.isCaption ? $0.range : nil })
    case .htmlBlock(let html): visitHidden(html, node.range, after: previous)
    case .paragraph, .heading, .tableCell:
      var leaves: [ProseComment.Leaf] = []
      visitInlines(node.children, &leaves)
    default: visit(node.children)
    }
  }

  private mutating func visitInlines(_ nodes: [Node], _ leaves: inout [ProseComment.Leaf]) {
    for node in nodes {
      switch node.kind {
      case .text, .code: leaves.append(.init(range: node.range, isMath: false))
      case .math(let tex, _):
        leaves.append(.init(range: node.range, isMath: true))
        refuse(claimsIn: tex.text, at: node.range, "in a formula; put the comment behind it")
      case .html(let html):
        if let inside = HTMLComment.inside(html.text), Self.beginsLikeSwift(inside) {
          refuse(node.range, .fenceWord, Self.ownLines)
        }
        if let inside = HTMLComment.inside(html.text), NearMiss.isProse(inside) {
          refuse(node.range, .claimUnreadable, Self.noEquals)
        }
        if let inside = HTMLComment.inside(html.text), Self.isProseClaim(inside) {
          parts.append(.prose(ProseComment(comment: node.range, text: html, leaves: leaves)))
          leaves = []
        }
      default: visitInlines(node.children, &leaves)
      }
    }
  }

  /// A comment whose first line is `<!-- swift` with its words.
  private mutating func visitHidden(
    _ html: Verbatim, _ range: Range<Int>, after previous: Node?
  ) {
    let comments = HTMLComment.all(in: html.text)
    guard comments.count == 1, let inside = HTMLComment.inside(html.text) else {
      refuse(claimsIn: html.text, at: range, "in HTML; leave an empty line before the sentence")
      refuse(linesLikeClaims: html, "is not run within HTML; leave an empty line before its fence")
      return
    }
    if NearMiss.isProse(inside) { refuse(range, .claimUnreadable, Self.noEquals) }
    if Self.isProseClaim(inside) {
      // A comment right behind a displayed formula speaks of it; otherwise there is no sentence
      // before it, and whoever reads the parts says so.
      var leaves: [ProseComment.Leaf] = []
      if case .mathBlock? = previous?.kind, let formula = previous?.range,
        document.source.position(of: formula.upperBound).line
          == document.source.position(of: range.lowerBound).line
      {
        leaves = [.init(range: formula, isMath: true)]
      }
      parts.append(.prose(ProseComment(comment: range, text: html, leaves: leaves)))
      return
    }
    guard Self.beginsLikeSwift(inside) else { return }
    let isOneLine = !inside.contains { $0.isNewline }
    guard !isOneLine, let lineEnd = html.text.utf8.firstIndex(of: UInt8(ascii: "\n")) else {
      refuse(range, .fenceWord, Self.ownLines)
      return
    }
    let head = html.text.utf8.distance(from: html.text.startIndex, to: lineEnd) + 1
    let info = String(inside.prefix { $0 != "\n" && $0 != "\r\n" })
    checkLanguage(info, at: range)
    guard FenceWords.read(info) != nil, let end = html.text.range(ofLast: "-->") else { return }
    let tail = String(decoding: html.text.utf8.dropFirst(head), as: UTF8.self)
    let length = html.text.utf8.distance(from: html.text.startIndex, to: end) - head
    let code = Verbatim(
      text: String(decoding: tail.utf8.prefix(max(0, length)), as: UTF8.self),
      lineStarts: Array(html.lineStarts.dropFirst()))
    add(code, info: info, range: range, infoStart: html.sourceOffset(of: 4), isHidden: true)
  }

  private mutating func add(
    _ code: Verbatim, info: String, range: Range<Int>, infoStart: Int, caption: Range<Int>? = nil,
    isHidden: Bool = false
  ) {
    guard let (words, problems) = FenceWords.read(info) else { return }
    for problem in problems {
      let place = infoStart + problem.range.lowerBound..<infoStart + problem.range.upperBound
      log.add(Diagnostic(.fenceWord, at: SourceSpan(document.path, place), problem.message))
    }
    let example = Example(
      words: words, code: code, range: range, isHidden: isHidden, infoStart: infoStart,
      caption: caption)
    parts.append(.example(example))
  }

  /// Where the info string begins: behind the backticks or tildes and the spaces after them.
  private func infoStart(of info: String, in range: Range<Int>) -> Int {
    let fence = document.source[range]
    let marks = fence.utf8.prefix { " `~\t".utf8.contains($0) }.count
    return range.lowerBound + marks
  }

  private static func isProseClaim(_ inside: String) -> Bool {
    inside.utf8.first { !" \n\t\r".utf8.contains($0) } == UInt8(ascii: "=")
  }

  // MARK: - What is nearly an example or a claim

  private static let noEquals =
    "this comment looks like a claim and would not be checked: write <!-- = value -->"

  private static let ownLines =
    "a hidden example is a comment of its own: an empty line above, ‘<!-- swift’ alone on its first "
    + "line, the Swift below"

  /// Whether a comment's first word is `swift`, however it is written.
  private static func beginsLikeSwift(_ inside: String) -> Bool {
    let first = inside.split(whereSeparator: \.isWhitespace).first ?? ""
    return first.lowercased() == "swift"
  }

  /// `Swift`, `swift,fresh` and `{.swift}` look like examples and would be none.
  private mutating func checkLanguage(_ info: String, at range: Range<Int>) {
    let first = info.split(whereSeparator: \.isWhitespace).first ?? ""
    let letters = first.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
    guard letters == "swift", first != "swift" else { return }
    let message = "‘\(first)’ is no example: write ‘swift’, and its words behind it with spaces"
    refuse(range, .fenceWord, message)
  }

  /// Claims where no claim can be read must not pass for checked ones.
  private mutating func refuse(claimsIn text: String, at range: Range<Int>, _ advice: String) {
    for comment in HTMLComment.all(in: text) {
      if Self.isProseClaim(comment) {
        refuse(range, .claimUnattached, "a claim cannot be read \(advice)")
      } else if Self.beginsLikeSwift(comment) {
        refuse(range, .fenceWord, Self.ownLines)
      }
    }
  }

  /// Lines with claims in what is no example.
  private mutating func refuse(linesLikeClaims text: Verbatim, _ reason: String) {
    var offset = 0
    for line in text.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if NearMiss.isClaim(line: line) {
        let start = text.sourceOffset(
          of: offset + line.utf8.prefix { " \t".utf8.contains($0) }.count)
        let end = text.sourceOffset(of: offset + line.utf8.count)
        let place = SourceSpan(document.path, start..<max(start, end))
        log.add(Diagnostic(.claimUnattached, at: place, "this looks like a claim and \(reason)"))
        return
      }
      offset += line.utf8.count + 1
    }
  }

  private mutating func refuseClaimsInFrontMatter() {
    let start = document.frontMatter.range.lowerBound
    let text = document.source[document.frontMatter.range]
    for comment in HTMLComment.all(in: text) where Self.isProseClaim(comment) {
      guard let found = text.firstRange(of: "<!--" + comment) else { continue }
      let offset = start + text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      refuse(
        offset..<offset + comment.utf8.count + 7, .claimUnattached,
        "a claim cannot be read in front matter; make it in the text")
    }
  }

  private mutating func refuse(_ range: Range<Int>, _ id: Identifier, _ message: String) {
    let line = document.source.lineRange(document.source.position(of: range.lowerBound).line)
    let place = range.clamped(to: range.lowerBound..<max(range.lowerBound, line.upperBound))
    log.add(Diagnostic(id, at: SourceSpan(document.path, place), message))
  }
}

/// Comments in HTML.
enum HTMLComment {
  /// The text between `<!--` and `-->`; nil for other HTML.
  static func inside(_ html: String) -> String? {
    guard html.hasPrefix("<!--"), let end = html.range(ofLast: "-->") else { return nil }
    let start = html.index(html.startIndex, offsetBy: 4)
    return start <= end ? String(html[start..<end]) : nil
  }

  /// The insides of all comments of a text.
  static func all(in html: String) -> [String] {
    html.components(separatedBy: "<!--").dropFirst().compactMap {
      $0.components(separatedBy: "-->").first
    }
  }
}

extension String {
  /// Where the last occurrence of `mark` begins.
  func range(ofLast mark: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(mark) { return index }
    }
    return nil
  }
}
