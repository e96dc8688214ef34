// Callout: a quotation that begins with `[!NOTE]` and is no quotation, as on GitHub.

/// The kinds of callouts.
package enum Callout: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution

  /// What stands above a callout of this kind.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Node {
  /// A quotation as a callout, if its first line is the name of a kind and nothing else; letters may be of
  /// either case. The name is no longer among the texts, where it would stand before a claimed number.
  var asCallout: Node? {
    guard kind == .blockQuote, var first = children.first, first.kind == .paragraph else {
      return nil
    }
    // Markdown cuts a text at its brackets.
    let line = first.children.prefix {
      if case .text = $0.kind { return true }
      return false
    }
    let words = line.map { if case .text(let text) = $0.kind { text } else { "" } }.joined()
    // Where a backslash stands before a bracket, the text is shorter than its bytes.
    guard words.hasPrefix("[!"), words.hasSuffix("]"),
      line.reduce(0, { $0 + $1.range.count }) == words.utf8.count,
      let callout = Callout(rawValue: words.dropFirst(2).dropLast().lowercased())
    else { return nil }
    first.children.removeFirst(line.count)
    switch first.children.first?.kind {
    case nil: return Node(.callout(callout), range, Array(children.dropFirst()))
    case .softBreak, .lineBreak:
      first.children.removeFirst()
      if let start = first.children.first {
        first.range = start.range.lowerBound..<first.range.upperBound
      }
      return Node(.callout(callout), range, [first] + children.dropFirst())
    default: return nil
    }
  }
}
