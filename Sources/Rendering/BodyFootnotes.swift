// BodyFootnotes: footnotes numbered as they are met. Where a block may stand, one stands beside its first reference; all are
// listed at the end, some for paper alone.

import Markup

/// The footnotes of one page.
struct BodyFootnotes {
  private let definitions: [String: Node]
  private let ids: BodyIDs
  private let language: Language
  private(set) var labels: [String] = []
  private var references: [String: Int] = [:]
  /// The texts of those that stand beside their first references.
  private(set) var placed: [String: String] = [:]

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

  /// A number for a footnote that stands beside its first reference; nil where it was referred to before.
  mutating func place(_ label: String) -> Int? {
    guard definitions[label] != nil, !labels.contains(label) else { return nil }
    labels.append(label)
    references[label] = 1
    return number(label)
  }

  /// Remembers the text of one that stands beside its reference, for paper.
  mutating func keep(_ body: String, of label: String) { placed[label] = body }

  private func number(_ label: String) -> Int { (labels.firstIndex(of: label) ?? 0) + 1 }

  func definitionID(_ number: Int) -> String { ids.free("fn-\(number)") }

  func referenceID(_ number: Int, _ count: Int = 1) -> String {
    ids.free(count == 1 ? "fnref-\(number)" : "fnref-\(number)-\(count)")
  }

  func opening(_ label: String) -> String {
    let number = number(label)
    return "<li id=\"\(definitionID(number))\" value=\"\(number)\">\n"
  }

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
  /// A reference. With the first of a footnote comes the footnote itself, where a block may stand: in the margin of a wide
  /// screen, behind its number on a narrow one. It is listed at the end too, for paper.
  mutating func writeFootnote(_ label: String) {
    guard mayHoldNote, !isPlain, let number = footnotes.place(label) else {
      html += footnotes.reference(to: label)
      hasPreviews = true
      return
    }
    let name = escaped(language[.footnote, number])
    html +=
      "<details class=\"note\" data-number=\"\(number)\"><summary id=\"\(footnotes.referenceID(number))\""
    html += " aria-label=\"\(name)\">\(number)</summary>"
    html += "<div class=\"note-text\" id=\"\(footnotes.definitionID(number))\""
    html += " data-number=\"\(number)\">\n"
    let start = html.text.utf8.count
    isInNote = true
    mayHoldNote = false
    write(footnotes.definition(label)?.children ?? [])
    isInNote = false
    mayHoldNote = true
    let body = html.takeSuffix(after: start)
    footnotes.keep(body, of: label)
    html += body + "</div></details>"
    joined = nil
    notes += 1
  }

  /// All footnotes that were referred to, those that a footnote refers to included.
  mutating func writeFootnotes() {
    guard !footnotes.labels.isEmpty else { return }
    isInNote = true
    var items: [(label: String, body: String)] = []
    while items.count < footnotes.labels.count {
      let label = footnotes.labels[items.count]
      if let body = footnotes.placed[label] {
        items.append((label, InertHTML.text(body)))
        continue
      }
      let start = html.text.utf8.count
      write(footnotes.definition(label)?.children ?? [])
      items.append((label, html.takeSuffix(after: start)))
    }
    isInNote = false
    html.freshLine()
    let isPaper = items.allSatisfy { footnotes.placed[$0.label] != nil }
    html += "<section class=\"footnotes\(isPaper ? " paper" : "")\""
    html += " aria-label=\"\(escaped(language[.footnotes]))\">\n<ol>\n"
    for (index, (label, body)) in items.enumerated() {
      if footnotes.placed[label] != nil {
        html += "<li class=\"paper\" value=\"\(index + 1)\">\n\(body)</li>\n"
        continue
      }
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
