// The dump: tree and spans as text, one node a line, for golden tests and for people who debug.

import Diagnostics

extension Document {
  /// Each node with its kind, `line:column-line:column` (the end exclusive) and its text.
  package func dump() -> String {
    var lines: [String] = []
    if !frontMatter.range.isEmpty {
      lines.append("frontMatter \(place(frontMatter.range))" + frontMatterFields())
    }
    for block in blocks { append(block, depth: 0, to: &lines) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func frontMatterFields() -> String {
    let fields: [(String, String?)] = [
      ("title", frontMatter.title), ("summary", frontMatter.summary), ("date", frontMatter.date),
      ("order", frontMatter.order.map(String.init)),
      (
        "data",
        frontMatter.data.isEmpty ? nil : frontMatter.data.map(\.name).joined(separator: ", ")
      ),
      ("draft", frontMatter.isDraft ? "true" : nil),
      ("author", list(frontMatter.authors)), ("tags", list(frontMatter.tags)),
      ("aliases", list(frontMatter.aliases.map(\.text))), ("language", frontMatter.language?.text),
      ("extra", list(frontMatter.extra.map { "\($0.key): \($0.value)" }.sorted())),
    ]
    return fields.compactMap { name, value in value.map { " \(name)=\(quoted($0))" } }.joined()
  }

  private func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: ", ")
  }

  private func append(_ node: Node, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    let (name, detail) = describe(node.kind)
    lines.append("\(indent)\(name) \(place(node.range))\(detail.isEmpty ? "" : " " + detail)")
    for child in node.children { append(child, depth: depth + 1, to: &lines) }
  }

  private func place(_ range: Range<Int>) -> String {
    let start = source.position(of: range.lowerBound)
    let end = source.position(of: range.upperBound)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private func describe(_ kind: Node.Kind) -> (name: String, detail: String) {
    switch kind {
    case .paragraph: ("paragraph", "")
    case .heading(let level, let anchor): ("heading", "\(level) #\(anchor)")
    case .blockQuote: ("blockQuote", "")
    case .callout(let callout): ("callout", callout.rawValue)
    case .list(let start, let isTight):
      ("list", "\(start.map(String.init) ?? "bulleted") \(isTight ? "tight" : "loose")")
    case .item(let isChecked): ("item", isChecked.map { $0 ? "checked" : "unchecked" } ?? "")
    case .codeBlock(let info, let text): ("codeBlock", "\(quoted(info)) \(describe(text))")
    case .mathBlock(let text): ("mathBlock", describe(text))
    case .htmlBlock(let text): ("htmlBlock", describe(text))
    case .thematicBreak: ("thematicBreak", "")
    case .table(let alignments): ("table", alignments.map { "\($0)" }.joined(separator: " "))
    case .tableRow(let isHeader): ("tableRow", isHeader ? "header" : "")
    case .tableCell: ("tableCell", "")
    case .footnoteDefinition(let label): ("footnoteDefinition", quoted(label))
    case .text(let text): ("text", quoted(text))
    case .softBreak: ("softBreak", "")
    case .lineBreak: ("lineBreak", "")
    case .code(let text): ("code", quoted(text))
    case .html(let text): ("html", describe(text))
    case .math(let text, let isDisplay): ("math", "\(isDisplay ? "display " : "")\(describe(text))")
    case .emphasis: ("emphasis", "")
    case .strong: ("strong", "")
    case .strikethrough: ("strikethrough", "")
    case .link(let destination, let title): ("link", "\(quoted(destination)) \(quoted(title))")
    case .image(let destination, let title): ("image", "\(quoted(destination)) \(quoted(title))")
    case .footnoteReference(let label): ("footnoteReference", quoted(label))
    }
  }

  /// A verbatim text and where each of its lines stands.
  private func describe(_ text: Verbatim) -> String {
    let starts = text.lineStarts.map { offset in
      let position = source.position(of: offset)
      return "\(position.line):\(position.column)"
    }
    return "\(quoted(text.text)) @\(starts.joined(separator: ","))"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
