// PageHeadings: a document's headings for the list of contents, where their text stands inside links.

import Markup

/// The headings in the order of the text, those in lists and quotations included.
///
/// - Parameter math: typeset formulas by the first byte of their node; a missing one is shown as TeX.
public func pageHeadings(
  of document: Document, math: [Int: String] = [:]
) -> [PageContent.Heading] {
  var headings: [PageContent.Heading] = []
  func collect(_ nodes: [Node]) {
    for node in nodes {
      if case .heading(let level, let anchor) = node.kind {
        let html = linkable(node.children, math)
        headings.append(PageContent.Heading(level: level, anchor: anchor, html: html))
      } else {
        collect(node.children)
      }
    }
  }
  collect(document.blocks)
  return headings
}

/// Inlines without what may not stand in a link or twice on a page: links, images, footnotes, claims
/// and raw HTML.
private func linkable(_ nodes: [Node], _ math: [Int: String]) -> String {
  nodes.map { node in
    switch node.kind {
    case .text(let text): escaped(text)
    case .code(let text): "<code>\(escaped(text))</code>"
    case .math(let text, _): math[node.range.lowerBound] ?? "<code>\(escaped(text.text))</code>"
    case .softBreak, .lineBreak: " "
    case .html, .footnoteReference: ""
    case .emphasis: "<em>\(linkable(node.children, math))</em>"
    case .strong: "<strong>\(linkable(node.children, math))</strong>"
    case .image: escaped(plainText(node.children))
    default: linkable(node.children, math)
    }
  }.joined()
}
