// The words of inlines without any markup, for names and alternative texts.

package func plainText(_ nodes: [Node]) -> String {
  nodes.map { node in
    switch node.kind {
    case .text(let text), .code(let text): text
    case .math(let text, _): text.text
    case .html(let text): text.text.hasPrefix("<!--") ? "" : text.text
    case .softBreak, .lineBreak: " "
    case .footnoteReference: ""
    default: plainText(node.children)
    }
  }.joined()
}

/// A heading's words, without the space before a comment at its end.
package func plainTitle(_ nodes: [Node]) -> String {
  String(plainText(nodes).reversed().drop { $0 == " " }.reversed())
}
