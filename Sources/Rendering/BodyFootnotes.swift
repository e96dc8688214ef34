// BodyFootnotes: footnotes numbered as they are met, listed at the end, each with its ways back.

import Markup

/// The footnotes of one page.
struct BodyFootnotes {
  private let definitions: [String: Node]
  private let ids: BodyIDs
  private let language: Language
  private(set) var labels: [String] = []
  private var references: [String: Int] = [:]

  init(definitionsIn blocks: [Node], _ ids: BodyIDs, _ language: Language) {
    self.language = language
    var definitions: [String: Node] = [:]
    func collect(_ nodes: [Node]) {
      for node in nodes {
        if case .footnoteDefinition(let label) = node.kind, definitions[label] == nil {
          definitions[label] = node
        }
        collect(node.children)
      }
    }
    collect(blocks)
    self.definitions = definitions
    self.ids = ids
  }

  func definition(_ label: String) -> Node? { definitions[label] }

  /// A reference, which gives the footnote its number when it is the first.
  mutating func reference(to label: String) -> String {
    if !labels.contains(label) { labels.append(label) }
    let count = (references[label] ?? 0) + 1
    references[label] = count
    let number = number(label)
    return "<sup class=\"footnote-ref\"><a href=\"#\(definitionID(number))\""
      + " id=\"\(referenceID(number, count))\" aria-label=\"\(escaped(language[.footnote, number]))\">\(number)</a></sup>"
  }

  private func number(_ label: String) -> Int { (labels.firstIndex(of: label) ?? 0) + 1 }

  private func definitionID(_ number: Int) -> String { ids.free("fn-\(number)") }

  private func referenceID(_ number: Int, _ count: Int) -> String {
    ids.free(count == 1 ? "fnref-\(number)" : "fnref-\(number)-\(count)")
  }

  func opening(_ label: String) -> String { "<li id=\"\(definitionID(number(label)))\">\n" }

  func backLinks(_ label: String) -> String {
    let number = number(label)
    let count = references[label] ?? 0
    return (1...max(count, 1)).map { index in
      let words =
        count > 1
        ? language[.backToReferencePlace, number, index] : language[.backToReference, number]
      return "<a class=\"footnote-back\" href=\"#\(referenceID(number, index))\""
        + " aria-label=\"\(escaped(words))\">↩</a>"
    }.joined(separator: " ")
  }
}

extension BodyWriter {
  /// All footnotes that were referred to, those that a footnote refers to included.
  mutating func writeFootnotes() {
    guard !footnotes.labels.isEmpty else { return }
    var items: [(label: String, body: String)] = []
    while items.count < footnotes.labels.count {
      let label = footnotes.labels[items.count]
      let start = html.text.utf8.count
      write(footnotes.definition(label)?.children ?? [])
      items.append((label, html.takeSuffix(after: start)))
    }
    html.freshLine()
    html += "<section class=\"footnotes\" aria-label=\"\(escaped(language[.footnotes]))\">\n<ol>\n"
    for (label, body) in items {
      // The ways back are known only now that every reference was met.
      let back = footnotes.backLinks(label)
      html += footnotes.opening(label)
      let end = "</p>\n"
      if body.hasSuffix(end) {
        html += "\(body.dropLast(end.count)) \(back)\(end)"
      } else {
        html += "\(body)<p>\(back)</p>\n"
      }
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }
}
