// Node: the Markdown tree as plain values. Shapes follow GitHub Flavored Markdown.

/// One block or inline of an essay.
package struct Node: Hashable, Sendable {
  package var kind: Kind
  /// The bytes of the essay that this node was read from, its markers included.
  package var range: Range<Int>
  package var children: [Node]

  package enum Kind: Hashable, Sendable {
    // Blocks
    case paragraph
    /// `anchor` is unique in the document and made as GitHub makes it.
    case heading(level: Int, anchor: String)
    case blockQuote
    /// A quotation that names its kind on its first line, which is no text; its children are the rest.
    case callout(Callout)
    case list(start: Int?, isTight: Bool)  // `start` is nil for a bulleted list
    case item(isChecked: Bool?)  // nil when the item is no task
    case codeBlock(info: String, Verbatim)
    /// A block of its own between `$$` and `$$`, or a fence marked `math`.
    case mathBlock(Verbatim)
    case htmlBlock(Verbatim)
    case thematicBreak
    case table([Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case footnoteDefinition(label: String)

    // Inlines
    /// Text after escapes and entities were resolved.
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(Verbatim)
    case math(Verbatim, isDisplay: Bool)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    case footnoteReference(label: String)
  }

  package enum Alignment: Hashable, Sendable { case none, left, center, right }

  package init(_ kind: Kind, _ range: Range<Int>, _ children: [Node] = []) {
    self.kind = kind
    self.range = range
    self.children = children
  }
}
