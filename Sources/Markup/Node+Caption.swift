// Node+Caption: what stands below a fence and belongs to it: the paragraph that is a figure's caption, with its words, and
// the head of a table whose rows a program makes.

extension Node {
  private static let captionMark = "Figure:"

  /// Whether this is a paragraph that begins with `Figure:` and says something behind it.
  package var isCaption: Bool {
    guard case .paragraph = kind, case .text(let text)? = children.first?.kind,
      text.hasPrefix(Self.captionMark)
    else { return false }
    return children.count > 1
      || text.dropFirst(Self.captionMark.count).contains { !$0.isWhitespace }
  }

  /// Whether this is a table that has a head and no rows.
  package var isHeadAlone: Bool {
    guard case .table = kind else { return false }
    return children.allSatisfy { $0.kind == .tableRow(isHeader: true) }
  }

  /// A caption's inlines without the `Figure:` at its head. Bytes keep their places.
  package var captionInlines: [Node] {
    guard isCaption, let first = children.first, case .text(let text) = first.kind else {
      return children
    }
    let rest = text.dropFirst(Self.captionMark.count).drop(while: \.isWhitespace)
    let cut = text.utf8.count - rest.utf8.count
    var inlines = Array(children.dropFirst())
    if rest.isEmpty {
      if case .softBreak? = inlines.first?.kind { inlines.removeFirst() }
      return inlines
    }
    let start = min(first.range.lowerBound + cut, first.range.upperBound)
    inlines.insert(Node(.text(String(rest)), start..<first.range.upperBound), at: 0)
    return inlines
  }
}
