// MathMLElement: the MathML that KaTeX writes, as a tree.

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One element; `text` is what stands in a token.
struct MathMLElement {
  var name: String
  var attributes: [String: String] = [:]
  var children: [MathMLElement] = []
  var text = ""

  subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// Whether a letter stands in it.
  var holdsName: Bool {
    name == "mi" && text.unicodeScalars.contains(where: \.properties.isAlphabetic)
      || children.contains(where: \.holdsName)
  }

  /// Whether one of these signs stands in it.
  func holds(anyOf signs: String) -> Bool {
    text.contains(where: signs.contains) || children.contains { $0.holds(anyOf: signs) }
  }

  var hasColour: Bool { self["mathcolor"] != nil || self["mathbackground"] != nil }
}

extension MathMLElement {
  /// Nil where it is no XML.
  init?(parsing text: Substring) {
    let reader = MathMLReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    guard parser.parse(), let root = reader.root else { return nil }
    self = root
  }
}

private final class MathMLReader: NSObject, XMLParserDelegate {
  private var open: [MathMLElement] = []
  private(set) var root: MathMLElement?

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(MathMLElement(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }
}
