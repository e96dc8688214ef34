// BodyPhrase: inlines as HTML that may stand inside a link: no links, ids or buttons of its own.

import Markup

/// A heading's words for the contents of a page, without the space before a comment at its end.
package func renderTitle(_ nodes: [Node], math: [Int: String]) -> String {
  withoutSpace(renderPhrase(nodes, math: math))
}

func withoutSpace(_ words: String) -> String {
  String(words.reversed().drop { $0 == " " }.reversed())
}

/// Inlines as HTML that may stand inside a link.
///
/// - Parameter math: typeset formulas by the lower bounds of their nodes.
package func renderPhrase(_ nodes: [Node], math: [Int: String]) -> String {
  nodes.map { node in
    let inside = renderPhrase(node.children, math: math)
    return switch node.kind {
    case .text(let text): escaped(text)
    case .softBreak, .lineBreak: " "
    case .code(let text): "<code>\(escaped(text))</code>"
    case .math(let tex, _):
      math[node.range.lowerBound].map(unlinkedFormula) ?? escaped(tex.text)
    case .emphasis: "<em>\(inside)</em>"
    case .strong: "<strong>\(inside)</strong>"
    case .strikethrough: "<del>\(inside)</del>"
    case .image: escaped(plainText(node.children))
    case .html, .footnoteReference: ""
    default: inside
    }
  }.joined()
}
