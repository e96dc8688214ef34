// Callout: a quotation that begins with `[!NOTE]` and is no quotation, as on GitHub.

/// What of a quotation makes it a callout, and what it holds.
package struct Callout {
  package var kind: Kind
  /// The quotation's blocks without the line that names the kind.
  package var blocks: [Node]

  package enum Kind: String, CaseIterable, Sendable {
    case note, tip, important, warning, caution

    /// What stands above a callout of this kind.
    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  /// Nil for what is a quotation. The kind stands alone on the first line, in letters of either case.
  package init?(_ quotation: Node) {
    guard quotation.kind == .blockQuote, var first = quotation.children.first,
      first.kind == .paragraph
    else { return nil }
    // Markdown cuts a text at its brackets.
    let line = first.children.prefix {
      if case .text = $0.kind { return true }
      return false
    }
    let words = line.map { if case .text(let text) = $0.kind { text } else { "" } }.joined()
    guard words.hasPrefix("[!"), words.hasSuffix("]"),
      let kind = Kind(rawValue: words.dropFirst(2).dropLast().lowercased())
    else { return nil }
    first.children.removeFirst(line.count)
    switch first.children.first?.kind {
    case nil: blocks = Array(quotation.children.dropFirst())
    case .softBreak, .lineBreak:
      first.children.removeFirst()
      blocks = [first] + quotation.children.dropFirst()
    default: return nil
    }
    self.kind = kind
  }
}
