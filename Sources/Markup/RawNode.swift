// RawNode: what libcmark-gfm found, as values. Its lines are kept where they can be trusted; its
// columns for inlines cannot be, and are left behind (see InlinePlacement).

/// One node of libcmark's tree.
struct RawNode {
  var kind: Kind
  /// The line that the block begins on, from 1; 0 where libcmark forgot to say.
  var line: Int
  /// The byte column of the block's first byte in that line, from 1.
  var column: Int
  var endLine: Int
  var literal: [UInt8] = []
  /// The text that a block's inlines were read from: its lines without their containers' prefixes.
  var content: [UInt8] = []
  var children: [RawNode] = []

  enum Kind: Equatable {
    case document, paragraph, blockQuote, htmlBlock, thematicBreak, footnoteDefinition
    case heading(level: Int)
    case list(start: Int?, isTight: Bool)
    case item(isTask: Bool)
    case codeBlock(info: String, isFenced: Bool)
    case mathBlock(isClosed: Bool)
    case table([Node.Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text, softBreak, lineBreak, code, html, math, emphasis, strong, strikethrough
    case footnoteReference
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    case unknown
  }
}
