// Example: a Swift fence, shown or hidden, as a part of a program.

import Diagnostics
import Markup

/// One example of an essay.
struct Example: Sendable {
  var words: FenceWords
  var code: Verbatim
  /// The bytes of the whole fence.
  var range: Range<Int>
  /// Whether it stands in a comment, where a reader does not see it.
  var isHidden: Bool
}

/// What a program is made of, in the order of the page.
enum ProgramPart: Sendable {
  case example(Example)
  case prose(ProseComment)
}

/// A comment in prose that begins with `=`, and the leaves of text that stand before it.
struct ProseComment: Sendable {
  /// The bytes of the whole comment.
  var comment: Range<Int>
  /// The text of the comment, as it stands in the essay.
  var text: Verbatim
  /// The leaves before the comment in its block, up to the comment before it, in order.
  var leaves: [Leaf]

  struct Leaf: Sendable {
    var range: Range<Int>
    var isMath: Bool
  }
}

/// The examples and prose comments of a document.
struct PartCollector {
  private let document: Document
  private(set) var parts: [ProgramPart] = []
  private(set) var log = Log()

  init(_ document: Document) {
    self.document = document
    visit(document.blocks)
  }

  private mutating func visit(_ nodes: [Node]) {
    for (index, node) in nodes.enumerated() {
      visit(node, after: index > 0 ? nodes[index - 1] : nil)
    }
  }

  private mutating func visit(_ node: Node, after previous: Node?) {
    switch node.kind {
    case .codeBlock(let info, let code):
      add(code, info: info, range: node.range, infoStart: infoStart(of: info, in: node.range))
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
      case .math: leaves.append(.init(range: node.range, isMath: true))
      case .html(let html):
        if let inside = Self.commentInside(html.text), Self.isProseClaim(inside) {
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
    guard let inside = Self.commentInside(html.text) else { return }
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
    guard
      let lineEnd = html.text.utf8.firstIndex(of: UInt8(ascii: "\n"))
    else { return }
    let head = html.text.utf8.distance(from: html.text.startIndex, to: lineEnd) + 1
    let info = String(inside.prefix { $0 != "\n" && $0 != "\r\n" })
    guard FenceWords.read(info) != nil, let end = html.text.range(ofLast: "-->") else { return }
    let tail = String(decoding: html.text.utf8.dropFirst(head), as: UTF8.self)
    let length = html.text.utf8.distance(from: html.text.startIndex, to: end) - head
    let code = Verbatim(
      text: String(decoding: tail.utf8.prefix(max(0, length)), as: UTF8.self),
      lineStarts: Array(html.lineStarts.dropFirst()))
    add(code, info: info, range: range, infoStart: html.sourceOffset(of: 4), isHidden: true)
  }

  private mutating func add(
    _ code: Verbatim, info: String, range: Range<Int>, infoStart: Int, isHidden: Bool = false
  ) {
    guard let (words, problems) = FenceWords.read(info) else { return }
    for problem in problems {
      let place = infoStart + problem.range.lowerBound..<infoStart + problem.range.upperBound
      log.add(Diagnostic(.fenceWord, at: SourceSpan(document.path, place), problem.message))
    }
    parts.append(.example(Example(words: words, code: code, range: range, isHidden: isHidden)))
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

  /// The text between `<!--` and `-->`; nil for other HTML.
  static func commentInside(_ html: String) -> String? {
    guard html.hasPrefix("<!--"), let end = html.range(ofLast: "-->") else { return nil }
    let start = html.index(html.startIndex, offsetBy: 4)
    return start <= end ? String(html[start..<end]) : nil
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
