// Parse: the stage from Markdown to a document. Never fails; what is wrong goes to the log.

import Diagnostics

/// Reads an essay. Safe to call from many tasks at once.
///
/// - Parameter path: relative to the project, for diagnostics only; nothing is opened.
package func parse(_ source: String, path: String) -> Diagnosed<Document> {
  var log = Log()
  let text = SourceText(source)
  let bytes = Array(source.utf8)
  let frontMatter = log.taking(readFrontMatter(bytes, path: path))
  var body = BodyText(bytes, from: frontMatter.range.upperBound)
  var (blocks, placement) = placedBlocks(of: body, path)
  // A formula that a block broke turns what follows inside out: it is told, and the rest read anew.
  for _ in 0..<mostReadings {
    let broken = BrokenMath.next(placement)
    if broken.isEmpty { break }
    for formula in broken {
      log.add(formula.diagnostic)
      body.mask(formula.range, quotes: formula.quotes)
    }
    (blocks, placement) = placedBlocks(of: body, path)
  }
  // Nothing proves these; where they are formulas, both of their signs are shown.
  for formula in BrokenMath.certain(among: placement.parted) {
    var warning = formula.diagnostic
    warning.severity = .warning
    log.add(warning)
  }
  log.add(contentsOf: placement.log)
  log.add(contentsOf: ForeignMarkup.log(of: blocks, in: text, path: path))
  return Diagnosed(
    Document(path: path, source: text, frontMatter: frontMatter, blocks: blocks), log)
}

private func placedBlocks(of body: BodyText, _ path: String) -> ([Node], BlockPlacement) {
  var placement = BlockPlacement(body, path: path)
  guard let tree = CMarkTree(parsing: body.bytes) else {
    preconditionFailure("no memory for a Markdown tree")
  }
  if let line = tree.firstLine(deeperThan: deepestNesting) {
    placement.add(
      Diagnostic(
        .markdownDropped, at: SourceSpan(path, body.fileRange(body.line(line))),
        "Markdown is nested deeper than \(deepestNesting) levels here, and Galley reads none of it: "
          + "take some of the brackets, marks, quotations or lists away"))
    return ([], placement)
  }
  let blocks = placement.blocks(of: tree.rawDocument())
  placement.reportUnusedFootnotes(blocks)
  return (blocks, placement)
}

/// Each finds the broken formulas up to the next `$$`; who has more of these mends the first ones first.
private let mostReadings = 10

/// Every stage walks the tree by recursion; deeper ones than this would overflow a thread's stack.
private let deepestNesting = 200
