// The HTML of inlines.

import Markup

extension BodyWriter {
  /// Writes what may hold words alone, and no block.
  private mutating func withoutNotes(_ write: (inout BodyWriter) -> Void) {
    let outer = mayHoldNote
    mayHoldNote = false
    write(&self)
    mayHoldNote = outer
  }

  mutating func write(inlines nodes: [Node]) {
    for (index, node) in nodes.enumerated() {
      write(
        node, before: index + 1 < nodes.count ? nodes[index + 1] : nil,
        after: index > 0 ? nodes[index - 1] : nil)
    }
  }

  private mutating func write(_ node: Node, before next: Node?, after previous: Node?) {
    switch node.kind {
    case .text(let text): write(text, of: node, before: next)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .code(let text): html += "<code>\(escaped(text))</code>"
    case .html(let text): writeRawInline(node, text, after: previous)
    case .math(let text, let isDisplay):
      if isDisplay {
        html += display(node, text, in: "span")
      } else {
        add(piece: "<span \(inlineAttributes(text.text))>\(formula(node, text))</span>")
      }
    case .emphasis: write(node, in: "em")
    case .strong: write(node, in: "strong")
    case .strikethrough: write(node, in: "del")
    case .link(let destination, let title):
      let outer = waitingControls
      waitingControls = []
      withoutNotes { $0.writeLink(node, destination, title) }
      let controls = (waitingControls ?? []).joined()
      waitingControls = outer
      add(control: controls)
    case .image(let destination, let title):
      html += "<img src=\"\(address(destination))\" alt=\"\(escaped(plainText(node.children)))\""
      html += "\(attribute(title)) />"
    case .footnoteReference(let label): writeFootnote(label)
    default: write(inlines: node.children)
    }
  }

  /// Only a long formula may be broken into lines: one as short as `f = P` is read at one glance.
  private func inlineAttributes(_ tex: String) -> String {
    tex.count <= 16 ? "class=\"math\"" : "class=\"math long\""
  }

  private mutating func writeLink(_ node: Node, _ destination: String, _ title: String) {
    guard destination.hasPrefix("#"), let link = material.labelled(String(destination.dropFirst()))
    else {
      // The script finds links to sections of the page by themselves.
      if destination.hasPrefix("#") { hasPreviews = true }
      html += "<a href=\"\(address(destination))\"\(attribute(title))>"
      write(inlines: node.children)
      html += "</a>"
      return
    }
    hasPreviews = true
    html += "<a \(link.attributes)\(attribute(title))>"
    write(inlines: node.children)
    if node.children.isEmpty { html += escaped(link.name) }
    if node.children.count == 1, case .text(let word) = node.children[0].kind,
      link.words.contains(word)
    {
      html += "\u{A0}" + escaped(link.number)
    }
    html += "</a>"
  }

  private mutating func write(_ node: Node, in name: String) {
    html += "<\(name)>"
    withoutNotes { $0.write(inlines: node.children) }
    html += "</\(name)>"
  }

  private func address(_ destination: String) -> String {
    escapedDestination(material.resolve(destination) ?? destination)
  }

  /// Raw HTML in which every address leads where a link of Markdown with that address leads.
  func resolved(_ text: String) -> String {
    let addresses = HTMLAddress.all(in: text)
    if addresses.isEmpty { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var done = 0
    for address in addresses {
      guard let new = material.resolve(address.destination) else { continue }
      result += bytes[done..<address.range.lowerBound] + destination(new, at: address.place).utf8
      done = address.range.upperBound
    }
    return String(decoding: result + bytes[done...], as: UTF8.self)
  }

  /// A destination in the language that it stands in: in a style quotation marks and parentheses would end it.
  private func destination(_ destination: String, at place: HTMLAddress.Place) -> String {
    let text = escapedDestination(destination)
    guard place != .attribute else { return text }
    let inStyle = text.replacing("&#x27;", with: "%27").replacing("(", with: "%28")
      .replacing(")", with: "%29")
    return place == .style ? inStyle : inStyle.replacing("&amp;", with: "&")
  }

  private func attribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escaped(title))\""
  }

  mutating func formula(_ node: Node, _ text: Verbatim) -> String {
    guard let html = material.math[node.range.lowerBound] else {
      return "<code>\(escaped(text.text))</code>"
    }
    // A link cannot stand inside another.
    let fragment =
      waitingControls != nil
      ? Fragment(html: unlinkedFormula(html), hasMath: true)
      : linkedFormula(html, tex: text.text, link: material.labelled)
    take(fragment)
    return fragment.html
  }

  /// Notes what the page needs because of a piece of it.
  mutating func take(_ fragment: Fragment) {
    hasMath = hasMath || fragment.hasMath
    hasPreviews = hasPreviews || fragment.hasPreviews
  }

  // MARK: Claims in prose

  /// A cell of a table. The tick of one that is claimed stands behind its number, or behind all that is in it.
  mutating func write(cell: Node) {
    claimedInCell = claims.claimed(inCell: cell.range)
    write(inlines: cell.children)
    if let range = claimedInCell, let control = claims.control(forCell: range) {
      add(control: control)
    }
    claimedInCell = nil
  }

  /// The bytes of a text that are a claimed number, for which there is a control.
  private func number(in node: Node, before next: Node?) -> (range: Range<Int>, comment: Node?)? {
    guard waitingControls == nil else { return nil }
    if let next, case .html = next.kind,
      let range = claims.number(in: node.range, beforeComment: next.range)
    {
      return (range, next)
    }
    guard let range = claimedInCell, !range.isEmpty, node.range.lowerBound <= range.lowerBound,
      range.upperBound <= node.range.upperBound, material.citations[node.range.upperBound] == nil
    else { return nil }
    return (range, nil)
  }

  /// A text; the number in it that is claimed becomes a control.
  private mutating func write(_ text: String, of node: Node, before next: Node?) {
    guard let (number, comment) = number(in: node, before: next) else {
      write(bytes: Array(text.utf8)[...], of: node, text.utf8.count)
      return
    }
    // Counted from the end, where no escape can have shifted the bytes unless it is in the number
    // or after it.
    let bytes = Array(text.utf8)
    let end = bytes.count - (node.range.upperBound - number.upperBound)
    let start = end - number.count
    guard start >= 0, String(decoding: bytes[start..<end], as: UTF8.self) == source[number],
      let control = control(of: number, in: comment)
    else {
      write(bytes: bytes[...], of: node, bytes.count)
      return
    }
    write(bytes: bytes[..<start], of: node, bytes.count)
    add(piece: control)
    write(bytes: bytes[end...], of: node, bytes.count)
  }

  private mutating func control(of number: Range<Int>, in comment: Node?) -> String? {
    let words = source[number]
    guard let comment else { return claims.control(forCell: number, around: words) }
    return claims.control(forComment: comment.range, around: words)
  }

  /// A part of a text, with the citations in it as links.
  private mutating func write(bytes: ArraySlice<UInt8>, of node: Node, _ textEnd: Int) {
    var index = bytes.startIndex + join(before: bytes)
    for citation in material.citations[node.range.upperBound] ?? [] {
      let start = textEnd - citation.beforeEnd
      guard start >= index, start + citation.count <= bytes.endIndex else { continue }
      html += escaped(String(decoding: bytes[index..<start], as: UTF8.self))
      html += citations.references(to: citation.keys)
      hasPreviews = hasPreviews || !citations.keys.isEmpty
      index = start + citation.count
    }
    html += escaped(String(decoding: bytes[index...], as: UTF8.self))
  }

  private mutating func writeRawInline(_ node: Node, _ text: Verbatim, after previous: Node?) {
    if let control = claims.control(forComment: node.range) { add(control: control) }
    if isPlain {
      html += text.text
    } else if !text.text.hasPrefix("<!--") {
      html += resolved(text.text)
    }
  }

  private mutating func add(control: String) {
    if waitingControls == nil { add(piece: control) } else { waitingControls?.append(control) }
  }
}
