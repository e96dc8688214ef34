// Parse: the stage from Markdown to a document. Never fails; what is wrong goes to the log.

import Diagnostics

/// Reads an essay. Safe to call from many tasks at once.
///
/// - Parameter path: relative to the project, for diagnostics only; nothing is opened.
public func parse(_ source: String, path: String) -> Diagnosed<Document> {
  let (result, _) = parseCountingMismatches(source, path: path)
  return result
}

/// Every stage walks the tree by recursion; deeper ones than this would overflow a thread's stack.
private let deepestNesting = 200

/// Also says how often the placement of inlines and blocks met bytes that it did not expect, so that
/// tests can ask for none.
func parseCountingMismatches(
  _ source: String, path: String
) -> (result: Diagnosed<Document>, mismatches: Int) {
  var log = Log()
  let text = SourceText(source)
  let bytes = Array(source.utf8)
  let frontMatter = log.taking(readFrontMatter(bytes, path: path))
  let body = BodyText(bytes, from: frontMatter.range.upperBound)
  var placement = BlockPlacement(body, path: path)
  guard let tree = CMarkTree(parsing: body.bytes) else {
    preconditionFailure("no memory for a Markdown tree")
  }
  var blocks: [Node] = []
  if tree.depth <= deepestNesting {
    blocks = placement.blocks(of: tree.rawDocument())
    placement.reportUnusedFootnotes(blocks)
  } else {
    let span = SourceSpan(path, body.fileRange(0..<0))
    log.add(
      Diagnostic(
        .markdownDropped, at: span, "Markdown is nested deeper than \(deepestNesting) levels here"))
  }
  log.add(contentsOf: placement.log)
  let document = Document(path: path, source: text, frontMatter: frontMatter, blocks: blocks)
  return (Diagnosed(document, log), placement.mismatches)
}
