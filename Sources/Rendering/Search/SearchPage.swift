// SearchPage: a page as the search knows it: its sections, each with all that it says, formulas as TeX.

import Markup

package struct SearchPage: Hashable, Sendable {
  /// Relative to the site's root.
  package var path: String
  package var title: String
  /// The first has no heading: what stands before all of them, and the summary.
  package var sections: [Section]

  package struct Section: Hashable, Sendable {
    package var anchor = ""
    package var heading = ""
    /// In one line; formulas stand between dollar signs.
    package var text = ""
  }

  /// - Parameter document: the essay. Comments are for those who read the Markdown.
  package init(path: String, title: String, summary: String?, _ document: Document) {
    self.path = path
    self.title = title
    sections = [Section(text: summary ?? "")]
    for block in document.blocks { add(block) }
    for index in sections.indices { sections[index].text = Self.oneLine(sections[index].text) }
  }

  private mutating func add(_ block: Node) {
    switch block.kind {
    case .heading(let level, let anchor):
      // A heading of level 1 is the page's title.
      if level == 1, sections.count == 1 { return }
      sections.append(Section(anchor: anchor, heading: Self.oneLine(Self.words(block.children))))
    case .codeBlock(_, let text): append(text.text)
    case .mathBlock(let text): append("$\(text.text)$")
    case .htmlBlock, .thematicBreak: break
    case .blockQuote, .callout, .list, .item, .footnoteDefinition, .table, .tableRow:
      for child in block.children { add(child) }
    default: append(Self.words([block]))
    }
  }

  private mutating func append(_ text: String) {
    sections[sections.count - 1].text += " " + text
  }

  private static func words(_ nodes: [Node]) -> String {
    nodes.map { node in
      switch node.kind {
      case .text(let text): withoutCitations(text)
      case .code(let text): text
      case .math(let text, _): "$\(text.text)$"
      case .softBreak, .lineBreak: " "
      case .html, .footnoteReference: ""
      default: words(node.children)
      }
    }.joined()
  }

  /// `[@shannon1948]` is a number on the page.
  private static func withoutCitations(_ text: String) -> String {
    guard text.contains("[@") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "[@") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "]") else { break }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
