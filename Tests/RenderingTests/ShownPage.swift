// What becomes of a document: its page's words, the numbers that its claims are about, and what is said of both.

import Markup
import Reading

@testable import Rendering

struct ShownPage {
  /// Title, summary and body without white space; formulas as their TeX.
  private(set) var words: String
  /// What each claim beside a number is about, as it was read; what was refused is said.
  private(set) var numbers: [String] = []
  /// The messages of Galley.
  private(set) var said: [String]
  /// Lines of code that do not stand where the document says: errors of the compiler would land elsewhere.
  private(set) var misplaced: [String] = []

  init(of source: String) {
    let parsed = parse(source, path: "random.md")
    let document = parsed.value
    let head = document.frontMatter.titleWords + document.frontMatter.summaryWords
    let page = ShownHTML(renderBody(document).html, isEssay: true)
    words = (Self.words(head) + page.words).filter { !$0.isWhitespace }
    said = parsed.log.diagnostics.map(\.message)
    for part in PartCollector(document).parts {
      guard case .prose(let comment) = part else { continue }
      let read = ProseClaims.read(comment, in: document, formulas: [:])
      said += read.log.diagnostics.map(\.message)
      if let claim = read.value { numbers.append(claim.claim.wrote) }
    }
    collectMisplaced(document.blocks, source)
  }

  private static func words(_ nodes: [Node]) -> String {
    nodes.map { node in
      switch node.kind {
      case .text(let text): text
      case .math(let tex, _): tex.text
      default: words(node.children)
      }
    }.joined()
  }

  private mutating func collectMisplaced(_ nodes: [Node], _ source: String) {
    let bytes = Array(source.utf8)
    for node in nodes {
      collectMisplaced(node.children, source)
      guard case .codeBlock(_, let code) = node.kind else { continue }
      var start = 0
      for line in code.text.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      {
        let end = start + line.count
        let indent = line.prefix { $0 == 32 || $0 == 9 }.count
        let range = code.sourceRange(of: start + indent..<end)
        if indent < line.count, Array(bytes[range]) != Array(line.dropFirst(indent)) {
          misplaced.append(String(decoding: line, as: UTF8.self))
        }
        start = end + 1
      }
    }
  }
}
