// CMarkTree: libcmark-gfm's tree behind one owner. No C pointer leaves this folder; what leaves it is
// `RawNode`, plain values that say what libcmark found but are not yet placed by the byte.

import CCMarkGFM
import Synchronization

/// A Markdown text as libcmark-gfm parsed it. Freed with its owner.
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer
  private let math: OpaquePointer

  /// libcmark-gfm keeps the list of special inline characters, ours among them, in a global table
  /// that it changes at the beginning and end of every parse. Essays are parsed in parallel, so one
  /// parse waits for another here; they take about a millisecond each. Whoever else calls libcmark in
  /// the same process, such as a test, must wait here too.
  static let oneAtATime = Mutex(())

  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses GitHub Flavored Markdown with footnotes and math. Nil only when there is no memory.
  init?(parsing bytes: [UInt8]) {
    _ = Self.registration
    guard let math = makeMathExtension() else { return nil }
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else {
      cmark_syntax_extension_free(cmark_get_default_mem_allocator(), math)
      return nil
    }
    defer { cmark_parser_free(parser) }
    // Ours comes first: a `$$` line ends a table, where the table extension would take it as a row.
    cmark_parser_attach_syntax_extension(parser, math)
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let known = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, known)
    }
    let root = Self.oneAtATime.withLock { _ in
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          cmark_parser_feed(parser, $0.baseAddress, $0.count)
        }
      }
      return cmark_parser_finish(parser).map(UInt.init(bitPattern:))
    }
    guard let root = root.flatMap(OpaquePointer.init(bitPattern:)) else {
      cmark_syntax_extension_free(cmark_get_default_mem_allocator(), math)
      return nil
    }
    self.root = root
    self.math = math
  }

  deinit {
    cmark_node_free(root)
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), math)
  }

  /// The line of the block in which more nodes than `limit` stand one in another; nil where none do.
  /// Found without recursion.
  func firstLine(deeperThan limit: Int) -> Int? {
    var depth = 0
    var line = 1
    guard let walk = cmark_iter_new(root) else { return nil }
    defer { cmark_iter_free(walk) }
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(walk) else { return nil }
      // Leaves are entered and never left.
      let isLeaf = cmark_node_first_child(node) == nil
      if event == CMARK_EVENT_ENTER {
        // Lines of inlines cannot be trusted, and libcmark forgets some blocks'.
        let isInline = cmark_node_get_type(node).rawValue & 0x4000 != 0
        let start = Int(cmark_node_get_start_line(node))
        if !isInline, start > 0 { line = start }
        if depth + 1 > limit { return line }
        if !isLeaf { depth += 1 }
      } else if !isLeaf {
        depth -= 1
      }
    }
  }

  /// The whole tree as values.
  func rawDocument() -> RawNode { raw(root) }

  /// What an entity such as `&amp;` or `&#35;` stands for; nil when libcmark leaves it alone.
  static func decoding(entity: [UInt8]) -> [UInt8]? {
    guard let tree = CMarkTree(parsing: entity), let block = tree.rawDocument().children.first,
      block.children.count == 1, block.children[0].kind == .text
    else { return nil }
    let decoded = block.children[0].literal
    return decoded == entity ? nil : decoded
  }

  private func raw(_ node: OpaquePointer) -> RawNode {
    var result = RawNode(
      kind: kind(node), line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node)), endLine: Int(cmark_node_get_end_line(node)))
    if let literal = cmark_node_get_literal(node) { result.literal = bytes(literal) }
    switch result.kind {
    case .paragraph, .heading, .tableCell:
      // Where no inlines were read the buffer may never have been written, not even its final zero.
      guard cmark_node_first_child(node) != nil else { break }
      if let content = cmark_node_get_string_content(node) { result.content = bytes(content) }
    default: break
    }
    var child = cmark_node_first_child(node)
    while let next = child {
      result.children.append(raw(next))
      child = cmark_node_next(next)
    }
    return result
  }

  private func kind(_ node: OpaquePointer) -> RawNode.Kind {
    let isMath = cmark_node_get_syntax_extension(node) == math
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM:
      return .item(isTask: string(cmark_node_get_type_string(node)) == "tasklist")
    case CMARK_NODE_CODE_BLOCK:
      if isMath { return .mathBlock(isClosed: isMarkedClosed(node)) }
      return .codeBlock(
        info: string(cmark_node_get_fence_info(node)), isFenced: isFenced(node))
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return isMath ? .math : .code
    case CMARK_NODE_HTML_INLINE: return .html
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: return extensionKind(node)
    }
  }

  private func isFenced(_ block: OpaquePointer) -> Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(block, &length, &offset, &character) != 0
  }

  /// Node types of libcmark's own extensions are numbered at run time; their names are stable.
  private func extensionKind(_ node: OpaquePointer) -> RawNode.Kind {
    switch string(cmark_node_get_type_string(node)) {
    case "table": return .table(alignments(node))
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    case "strikethrough": return .strikethrough
    default: return .unknown
    }
  }

  private func alignments(_ table: OpaquePointer) -> [Node.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<count).map { index in
      switch letters[index] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private func bytes(_ pointer: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = pointer
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes
  }
}
