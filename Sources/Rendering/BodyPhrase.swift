// BodyPhrase: inlines as HTML that may stand inside a link: no links, ids or buttons of its own.

import Markup

/// A heading's words for the contents of a page, without the space before a comment at its end.
package func renderTitle(_ nodes: [Node], math: [Int: String]) -> Fragment {
  var title = renderPhrase(nodes, math: math)
  title.html = withoutSpace(title.html)
  return title
}

func withoutSpace(_ words: String) -> String {
  String(words.reversed().drop { $0 == " " }.reversed())
}

/// Inlines as HTML that may stand inside a link.
///
/// - Parameter math: typeset formulas by the lower bounds of their nodes.
package func renderPhrase(_ nodes: [Node], math: [Int: String]) -> Fragment {
  var hasMath = false
  let html = nodes.map { node in
    let inside = renderPhrase(node.children, math: math)
    switch node.kind {
    case .text(let text): return escaped(text)
    case .softBreak, .lineBreak: return " "
    case .code(let text): return "<code>\(escaped(text))</code>"
    case .math(let tex, _):
      guard let formula = math[node.range.lowerBound] else { return escaped(tex.text) }
      hasMath = true
      return unlinkedFormula(formula)
    case .image: return escaped(plainText(node.children))
    case .html, .footnoteReference: return ""
    default:
      hasMath = hasMath || inside.hasMath
      let name = node.kind.phraseElement
      return name.map { "<\($0)>\(inside.html)</\($0)>" } ?? inside.html
    }
  }.joined()
  return Fragment(html: html, hasMath: hasMath)
}

extension Node.Kind {
  /// The element that emphasises words in a phrase.
  fileprivate var phraseElement: String? {
    switch self {
    case .emphasis: "em"
    case .strong: "strong"
    case .strikethrough: "del"
    default: nil
    }
  }
}
