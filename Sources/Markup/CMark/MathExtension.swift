// MathExtension: `$…$` and `$$…$$` as a syntax extension of libcmark-gfm, so that Markdown's own
// rules never see what is inside. The callbacks are C functions without state: what they must
// remember about a block is kept on the block itself.

import CCMarkGFM
import Foundation

/// A new extension, owned by the caller. It is not registered: each parse attaches its own.
func makeMathExtension() -> OpaquePointer? {
  guard let math = cmark_syntax_extension_new("math") else { return nil }
  cmark_syntax_extension_set_open_block_func(math, openMathBlock)
  cmark_syntax_extension_set_match_block_func(math, continueMathBlock)
  cmark_syntax_extension_set_match_inline_func(math, matchInlineMath)
  let dollar = UnsafeMutableRawPointer(bitPattern: UInt(UInt8(ascii: "$")))
  cmark_syntax_extension_set_special_inline_chars(
    math, cmark_llist_append(cmark_get_default_mem_allocator(), nil, dollar))
  return math
}

/// Whether the block came to its closing `$$`.
func isMarkedClosed(_ block: OpaquePointer) -> Bool { cmark_node_get_user_data(block) != nil }

private func markClosed(_ block: OpaquePointer) {
  // Any pointer but null will do; it is compared and never followed.
  _ = cmark_node_set_user_data(block, UnsafeMutableRawPointer(bitPattern: 1))
}

// The block is one of code as far as libcmark is concerned: lines are taken as they are, and as the
// block belongs to this extension, libcmark asks `continueMathBlock` before it takes another.
private let openMathBlock: cmark_open_block_func = {
  math, isIndented, parser, container, input, length in
  guard let math, let parser, let container, let input, isIndented == 0 else { return nil }
  let line = UnsafeBufferPointer(start: input, count: Int(length))
  let start = Int(cmark_parser_get_first_nonspace(parser))
  let opening = MathSyntax.openingLine(line[start...])
  guard opening != .no else { return nil }
  guard
    let block = cmark_parser_add_child(
      parser, container, CMARK_NODE_CODE_BLOCK, Int32(start + 1))
  else { return nil }
  _ = cmark_node_set_syntax_extension(block, math)
  if opening == .closed { markClosed(block) }
  return block
}

private let continueMathBlock: cmark_match_block_func = { _, parser, input, length, block in
  guard let parser, let input, let block, !isMarkedClosed(block) else { return 0 }
  let line = UnsafeBufferPointer(start: input, count: Int(length))
  let start = min(Int(cmark_parser_get_offset(parser)), line.count)
  if MathSyntax.displayEnd(in: line[start...]) != nil { markClosed(block) }
  return 1
}

// A code node rather than a custom one: libcmark's table cells let code in and custom nodes not.
private let matchInlineMath: cmark_match_inline_func = { math, parser, parent, character, inlines in
  guard let math, let parent, let inlines, character == UInt8(ascii: "$"),
    let content = cmark_node_get_string_content(parent)
  else { return nil }
  let start = Int(cmark_inline_parser_get_offset(inlines))
  // libcmark ends the text of a block with a zero, and lets no other zero in.
  let rest = UnsafeRawBufferPointer(start: content + start, count: strlen(content + start))
  let (length, type): (Int, cmark_node_type)
  if let span = MathSyntax.inlineLength(rest) {
    (length, type) = (span, CMARK_NODE_CODE)
  } else {
    // All dollars of a run are text together, or the second of `$$x$` would open a formula.
    (length, type) = (rest.prefix { $0 == UInt8(ascii: "$") }.count, CMARK_NODE_TEXT)
  }
  guard let node = cmark_node_new(type) else { return nil }
  let literal = rest.prefix(length).map { CChar(bitPattern: $0) } + [0]
  _ = cmark_node_set_literal(node, literal)
  if type == CMARK_NODE_CODE { _ = cmark_node_set_syntax_extension(node, math) }
  cmark_inline_parser_set_offset(inlines, Int32(start + length))
  return node
}
