// PartCollector: finds the examples and the claims of an essay in its Markdown. What only looks like one
// is refused in the other file.

import Diagnostics
import Markup

/// The fences and prose comments of a document.
package struct PartCollector {
  let document: Document
  package internal(set) var parts: [ProgramPart] = []
  package internal(set) var log = Log()
  /// What was looked at: the bytes of every leaf of the tree.
  private(set) var leaves: [Range<Int>] = []
  /// The tags of HTML around what is looked at.
  var tags = OpenTags()
  /// What stands around the cell of a table that is looked at.
  var cells = NeighbouringCells()
  /// The table that a comment here would stand below.
  var tableAbove: TableAbove?

  package init(_ document: Document) {
    self.document = document
    refuseClaimsInFrontMatter()
    visit(document.blocks)
    refuseClaimsBesideTheTree()
  }

  private mutating func visit(_ nodes: [Node]) {
    for (index, node) in nodes.enumerated() {
      if !node.isComment { tableAbove = nil }
      visit(
        node, after: index > 0 ? nodes[index - 1] : nil,
        before: index + 1 < nodes.count ? nodes[index + 1] : nil)
    }
    tableAbove = nil
  }

  private mutating func visit(_ node: Node, after previous: Node?, before next: Node?) {
    switch node.kind {
    case .codeBlock(_, let code):
      leaves.append(node.range)
      visitCode(
        code, node.range, caption: next.flatMap { $0.isCaption ? $0.range : nil },
        head: next.flatMap { $0.isHeadAlone ? $0.range : nil })
    case .mathBlock(let tex):
      leaves.append(node.range)
      refuse(claimsIn: tex, "in a formula; put the comment behind it")
    case .htmlBlock(let html):
      leaves.append(node.range)
      visitHTML(html, node.range, after: previous)
      tags.read(html.text)
    case .paragraph, .heading: visitInlines(node.children, of: node.children)
    case .table: visitTable(node)
    default: visit(node.children)
    }
  }

  // MARK: - Sentences

  mutating func visitInlines(_ nodes: [Node], of block: [Node]) {
    for node in nodes {
      switch node.kind {
      case .text(let text):
        leaves.append(node.range)
        refuse(claimsInSentence: text, at: node.range)
      case .code:
        leaves.append(node.range)
      case .math(let tex, _):
        leaves.append(node.range)
        refuse(claimsIn: tex, "in a formula; put the comment behind it")
      case .html(let html):
        leaves.append(node.range)
        guard let inside = HTMLComment.inside(html.text) else {
          refuse(declaration: html.text, at: node.range)
          tags.read(html.text)
          continue
        }
        warn(ofEqualsIn: inside, at: node.range)
        if FenceLanguage.isSwift(firstWordOf: inside) {
          refuse(node.range, .fenceWord, Self.ownLines)
        } else {
          _ = add(html, inside, node.range, in: block)
        }
      case .image: visitAlternative(node.children)
      default: visitInlines(node.children, of: block)
      }
    }
  }

  /// The text that stands for an image is no sentence: a number in it is seen by few, a comment by none.
  private mutating func visitAlternative(_ nodes: [Node]) {
    for node in nodes {
      if case .html(let html) = node.kind {
        leaves.append(node.range)
        refuse(claimsIn: html, "in the text that stands for an image; put it behind the image")
      } else if node.children.isEmpty {
        leaves.append(node.range)
      }
      visitAlternative(node.children)
    }
  }

  /// Adds a comment that is a claim, or refuses one that looks like it; false for a remark.
  private mutating func add(
    _ html: Verbatim, _ inside: String, _ range: Range<Int>, in block: [Node]
  ) -> Bool {
    if let miss = NearMiss.finding(inProse: inside) {
      refuse(range, .claimUnreadable, miss.message)
      return false
    }
    guard CommentHead(inside).beginsWithEquals else {
      if let warning = UnmarkedClaim.warning(on: inside, range, in: document) { log.add(warning) }
      return false
    }
    guard TableClaims.expression(in: html) == nil else {
      refuse(range, .claimUnattached, Self.belowTable)
      return false
    }
    parts.append(
      .prose(
        ProseComment(
          comment: range, text: html, block: block, cells: cells, enclosing: tags.changing)))
    return true
  }

  // MARK: - Hidden examples

  /// A comment whose first line is `<!-- swift` with its words, or that is a claim on its own lines.
  private mutating func visitHTML(_ html: Verbatim, _ range: Range<Int>, after previous: Node?) {
    guard HTMLComment.all(in: html.text).count == 1, let inside = HTMLComment.inside(html.text)
    else {
      let known = log.diagnostics.count
      refuse(claimsIn: html, "in HTML; leave an empty line before the sentence")
      guard log.diagnostics.count == known else { return }
      refuse(linesLikeClaims: html, "is not run within HTML; leave an empty line before its fence")
      return
    }
    // A comment right behind a displayed formula speaks of it; otherwise there is no sentence before it,
    // and whoever reads the parts says so.
    var block = [Node(.htmlBlock(html), range)]
    if let previous, case .mathBlock = previous.kind,
      document.source.position(of: previous.range.upperBound).line
        == document.source.position(of: range.lowerBound).line
    {
      block.insert(previous, at: 0)
    }
    if addTable(html, inside, range) || add(html, inside, range, in: block) { return }
    guard FenceLanguage.isSwift(firstWordOf: inside) else { return }
    let bytes = html.text.utf8
    let isOneLine = !inside.unicodeScalars.contains { $0 == "\n" }
    guard !isOneLine, let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let end = html.text.range(ofLast: "-->")
    else {
      refuse(range, .fenceWord, Self.ownLines)
      return
    }
    let info = String(inside.utf8.prefix { $0 != UInt8(ascii: "\n") }) ?? ""
    guard FenceLanguage(info) == .swift else {
      refuseLanguage(info, at: range)
      return
    }
    let head = bytes.distance(from: bytes.startIndex, to: lineEnd) + 1
    let code = html.slice(head..<max(head, bytes.distance(from: bytes.startIndex, to: end)))
    add(code, info: info, at: html.sourceOffset(of: 4), range, isHidden: true)
  }

  // MARK: - Fences

  private mutating func visitCode(
    _ code: Verbatim, _ range: Range<Int>, caption: Range<Int>?, head: Range<Int>?
  ) {
    // Code that is indented begins with its text, a fence with its marks.
    let isFenced = code.sourceOffset(of: 0) > range.lowerBound
    let line = document.source[openingLine(of: range)]
    let marks = isFenced ? line.utf8.prefix { "`~ \t".utf8.contains($0) }.count : 0
    let info = isFenced ? String(decoding: line.utf8.dropFirst(marks), as: UTF8.self) : ""
    switch FenceLanguage(info) {
    case .swift:
      add(code, info: info, at: range.lowerBound + marks, range, caption: caption, head: head)
    case .nearlySwift: refuseLanguage(info, at: range)
    case .plain: break
    case .other where info.allSatisfy(\.isWhitespace):
      refuse(
        linesLikeClaims: code,
        "is not run, for ‘swift’ does not stand behind the ``` above it; "
          + "write ‘swift’ there, or ‘text’ when it is none, and indent a fence by less than four")
    case .other:
      let name = info.split(whereSeparator: \.isWhitespace).first ?? ""
      refuse(
        linesLikeClaims: code,
        "is not run, for only Swift is; write ‘text’ for ‘\(name)’, or say it without an arrow")
    }
  }

  private mutating func add(
    _ code: Verbatim, info: String, at start: Int, _ range: Range<Int>, caption: Range<Int>? = nil,
    head: Range<Int>? = nil, isHidden: Bool = false
  ) {
    let reader = FenceReader(info, at: start)
    for problem in reader.problems { report(problem.range, .fenceWord, problem.message) }
    let space = " \t\r".utf8
    let first = info.utf8.prefix { space.contains($0) }.count
    let last = info.utf8.count - info.utf8.reversed().prefix { space.contains($0) }.count
    var fence = Fence(
      code: code, range: range, words: start + first..<start + max(first, last),
      failureWords: reader.failureWords, isHidden: isHidden, placement: reader.placement,
      kind: reader.kind)
    if isHidden, fence.picture != nil || fence.rows != nil {
      let name = fence.rows == nil ? "figure" : "table"
      refuse(
        range, .fenceWord,
        "a \(name) stands in a fence of its own, where its readers can see the Swift")
      fence.kind = .unreadable
    }
    switch fence.kind {
    case .figure(var picture, let terms):
      picture.caption = caption
      refuse(claimsIn: code, Self.inFigure)
      fence.kind = .figure(picture, terms)
    case .sweep(let sweep, var picture, let terms):
      picture.caption = caption
      refuse(claimsIn: code, Self.inFigure)
      fence.kind = .sweep(sweep, picture, terms)
    case .table(var rows, let terms):
      rows.head = head
      fence.kind = .table(rows, terms)
    case .example, .derivation, .unreadable: break
    }
    parts.append(.fence(fence))
  }
}
