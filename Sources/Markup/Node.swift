// Node: the Markdown tree as plain values. Shapes follow GitHub Flavored Markdown.

/// One block or inline of an essay.
public struct Node: Hashable, Sendable {
  public var kind: Kind
  /// The bytes of the essay that this node was read from, its markers included.
  public var range: Range<Int>
  public var children: [Node]

  public enum Kind: Hashable, Sendable {
    // Blocks
    case paragraph
    /// `anchor` is unique in the document and made as GitHub makes it.
    case heading(level: Int, anchor: String)
    case blockQuote
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

  public enum Alignment: Hashable, Sendable { case none, left, center, right }

  public init(_ kind: Kind, _ range: Range<Int>, _ children: [Node] = []) {
    self.kind = kind
    self.range = range
    self.children = children
  }
}

/// Text that Markdown left alone, and where each of its lines stands in the essay.
///
/// The lines of a fence in a list or a quotation lose their container's prefix, so the text alone
/// does not tell the place of a byte; `lineStarts` does.
public struct Verbatim: Hashable, Sendable {
  public var text: String
  /// For each line of `text`, the offset in the essay of that line's first byte; one more for the
  /// empty line after a final line break. Never empty.
  ///
  /// Three things keep a byte's column from being its column in the essay: a tab shared with a list
  /// item stands in `text` as spaces (only bytes after them are then exact), in a table's cell `\|` has
  /// become `|` (bytes after it are one off for each), and a zero byte has become U+FFFD (two off).
  public var lineStarts: [Int]

  public init(text: String, lineStarts: [Int]) {
    self.text = text
    self.lineStarts = lineStarts
  }

  /// The offset in the essay of the byte at `offset` in the UTF-8 view of `text`.
  public func sourceOffset(of offset: Int) -> Int {
    var line = 0
    var lineStart = 0
    for (index, byte) in text.utf8.prefix(offset).enumerated() where byte == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return lineStarts[min(line, lineStarts.count - 1)] + offset - lineStart
  }

  /// The same without white space at either end.
  func trimmed() -> Verbatim {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !isMarkdownSpace($0) } ?? bytes.count
    let end = (bytes.lastIndex { !isMarkdownSpace($0) } ?? start - 1) + 1
    let first = bytes[..<start].count { $0 == UInt8(ascii: "\n") }
    let last = first + bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
    return Verbatim(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      lineStarts: [sourceOffset(of: start)] + lineStarts[(first + 1)..<(last + 1)])
  }
}
