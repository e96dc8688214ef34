// BodyWriter: the HTML of an essay's body, block by block, in one walk over the document.

import Diagnostics
import Markup

/// The HTML of a document's blocks, footnotes and proofs at the end. Needs no JavaScript.
package func renderBody(
  _ document: Document, with material: BodyMaterial = BodyMaterial()
) -> Fragment {
  var writer = BodyWriter(document, material)
  writer.writeBody()
  return Fragment(
    html: writer.html.text, hasMath: writer.hasMath, hasPreviews: writer.hasPreviews)
}

struct BodyWriter {
  let source: SourceText
  let material: BodyMaterial
  let blocks: [Node]
  var html = HTMLText()
  var claims: BodyClaims
  var remarks: BodyRemarks
  var footnotes: BodyFootnotes
  var citations: BodyCitations
  /// Inside a link nothing else may be pressed; controls wait until it ends.
  var waitingControls: [String]?
  private var tableCount = 0
  private var displayCount = 0
  var figureCount = 0
  /// The formula or control that was written last, with what may not be parted from it: bytes of `html`.
  var joined: JoinedPiece?
  let ids: BodyIDs
  var hasMath = false
  var hasPreviews = false

  init(_ document: Document, _ material: BodyMaterial) {
    source = document.source
    blocks = document.blocks
    self.material = material
    ids = BodyIDs(anchorsIn: document.blocks)
    claims = BodyClaims(material.style == .essay ? material.marks : [], ids)
    remarks = BodyRemarks(material.style == .essay ? material.notes : nil)
    footnotes = BodyFootnotes(definitionsIn: document.blocks, ids)
    citations = BodyCitations(material.publications)
  }

  var isPlain: Bool { material.style == .plain }

  mutating func writeBody() {
    write(blocks)
    writeFootnotes()
    html.freshLine()
    html += remarks.blocks(before: .max, claims)
    html += citations.list()
    if material.hasLedger {
      html += claims.ledger(id: ids.free("claims"), tableID: BodyMaterial.ledgerAnchor)
    }
    html += claims.proofs()
    for preview in material.previews {
      html += "<template id=\"\(escaped(preview.id))\">\(preview.html)</template>\n"
      hasMath = hasMath || preview.hasMath
    }
    // Only now it is known what stands where.
    html.insert(remarks.banner(claims, pending: claims.pendingCount))
  }

  mutating func write(_ blocks: [Node], isTight: Bool = false) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      guard case .codeBlock(let info, let code) = block.kind,
        let figure = material.figures[block.range.lowerBound]
      else {
        write(block, isTight: isTight)
        writeRemarks(behind: block)
        continue
      }
      // The paragraph below is the figure's caption and does not stand on its own.
      let caption = index < blocks.count && blocks[index].isCaption ? blocks[index] : nil
      if caption != nil { index += 1 }
      writeFigure(figure, for: block, info, code, caption: caption)
      writeRemarks(behind: caption ?? block)
    }
  }

  /// What is wrong with a block and was not shown in it.
  private mutating func writeRemarks(behind block: Node) {
    guard !remarks.isEmpty else { return }
    let words = remarks.blocks(before: block.range.upperBound, claims)
    if words.isEmpty { return }
    html.freshLine()
    html += words
  }

  private mutating func write(_ block: Node, isTight: Bool) {
    joined = nil
    if let replacement = material.replaced[block.range.lowerBound], block.kind.isVerbatim {
      html.freshLine()
      html += replacement.html
      html.freshLine()
      take(replacement)
      return
    }
    switch block.kind {
    case .paragraph: writeParagraph(block, isTight: isTight)
    case .heading(let level, let anchor): writeHeading(block, level, anchor)
    case .blockQuote:
      html.freshLine()
      html += "<blockquote>\n"
      write(block.children)
      html.freshLine()
      html += "</blockquote>\n"
    case .callout(let callout): write(block, callout)
    case .list(let start, let isTight): writeList(block, start, isTight: isTight)
    case .codeBlock(let info, let text): writeCode(block, info, text)
    case .mathBlock(let text):
      html.freshLine()
      html += "<div \(displayAttributes(block))>\(formula(block, text))</div>\n"
    case .htmlBlock(let text): writeRaw(block, text)
    case .thematicBreak:
      html.freshLine()
      html += "<hr />\n"
    case .table(let alignments): writeTable(block, alignments)
    case .footnoteDefinition: break  // stands at the end of the body
    default: write(inlines: [block])
    }
  }

  /// A display formula has a box of its own that a keyboard reaches, so that what is too wide for a
  /// phone can be scrolled.
  mutating func displayAttributes(_ node: Node) -> String {
    if isPlain { return "class=\"math display\"" }
    displayCount += 1
    let box = "class=\"math display\" tabindex=\"0\" role=\"group\""
    if let formula = material.numbered[node.range.lowerBound] {
      let id = formula.id.map { "id=\"\(escaped($0))\" " } ?? ""
      let name = formula.id == nil ? "Equations" : "Equation"
      return "\(id)\(box) aria-label=\"\(name) \(escaped(formula.number))\""
    }
    return "\(box) aria-label=\"Formula \(displayCount)\""
  }

  private mutating func writeParagraph(_ block: Node, isTight: Bool) {
    if isTight {
      write(inlines: block.children)
      return
    }
    let start = html.text.utf8.count
    write(inlines: block.children)
    let content = html.takeSuffix(after: start)
    // A paragraph of nothing but comments leaves no empty paragraph behind.
    if !isPlain, content.utf8.allSatisfy(isSpace) { return }
    html.freshLine()
    html += "<p>\(content)</p>\n"
  }

  private mutating func writeHeading(_ block: Node, _ level: Int, _ anchor: String) {
    html.freshLine()
    html += isPlain ? "<h\(level)>" : "<h\(level) id=\"\(escaped(anchor))\">"
    let start = html.text.utf8.count
    write(inlines: block.children)
    if !isPlain {
      html += withoutSpace(html.takeSuffix(after: start))
      let words = escaped(plainTitle(block.children))
      html += " <a class=\"permalink\" href=\"#\(escapedDestination(anchor))\""
      html += " aria-label=\"Link to “\(words)”\">#</a>"
    }
    html += "</h\(level)>\n"
  }

  private mutating func writeList(_ block: Node, _ start: Int?, isTight: Bool) {
    let name = start == nil ? "ul" : "ol"
    html.freshLine()
    html += start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n"
    for item in block.children {
      html.freshLine()
      if case .item(let isChecked?) = item.kind {
        html += checkbox(item, isChecked: isChecked)
      } else {
        html += "<li>"
      }
      write(item.children, isTight: isTight)
      html += "</li>\n"
    }
    html += "</\(name)>\n"
  }

  private func checkbox(_ item: Node, isChecked: Bool) -> String {
    let checked = isChecked ? "checked=\"\" " : ""
    if isPlain { return "<li><input \(checked)disabled=\"\" type=\"checkbox\"> " }
    let words = item.children.first.map { plainText($0.children) } ?? ""
    return "<li class=\"task\"><input type=\"checkbox\" \(checked)disabled=\"\""
      + " aria-label=\"\(escaped(words))\"> "
  }

  private mutating func writeRaw(_ block: Node, _ text: Verbatim) {
    html.freshLine()
    html += isPlain ? text.text : withoutComments(resolved(text.text))
    html.freshLine()
    // A comment right after a math block may claim something of its last number.
    if let control = claims.control(forComment: block.range) {
      html += "<p class=\"after-math\">\(control)</p>\n"
    }
  }

  // MARK: Tables

  private mutating func writeTable(_ block: Node, _ alignments: [Node.Alignment]) {
    html.freshLine()
    if !isPlain {
      tableCount += 1
      html += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\""
      html += " aria-label=\"Table \(tableCount)\">\n"
    }
    html += "<table>\n"
    let head = block.children.filter { $0.kind == .tableRow(isHeader: true) }
    let rest = block.children.filter { $0.kind == .tableRow(isHeader: false) }
    for (name, rows) in [("thead", head), ("tbody", rest)] where !rows.isEmpty {
      html += "<\(name)>\n"
      for row in rows { write(row, alignments, cellName: name == "thead" ? "th" : "td") }
      html += "</\(name)>\n"
    }
    html += isPlain ? "</table>\n" : "</table>\n</div>\n"
  }

  private mutating func write(_ row: Node, _ alignments: [Node.Alignment], cellName: String) {
    html += "<tr>\n"
    for (index, cell) in row.children.enumerated() {
      let alignment = index < alignments.count ? alignments[index] : .none
      let scope = cellName == "th" && !isPlain ? " scope=\"col\"" : ""
      html += "<\(cellName)\(scope)\(attribute(alignment))>"
      write(inlines: cell.children)
      html += "</\(cellName)>\n"
    }
    html += "</tr>\n"
  }

  private func attribute(_ alignment: Node.Alignment) -> String {
    guard alignment != .none else { return "" }
    return isPlain ? " align=\"\(alignment)\"" : " style=\"text-align: \(alignment)\""
  }
}

extension Node.Kind {
  /// Blocks that something else may stand for.
  fileprivate var isVerbatim: Bool {
    switch self {
    case .codeBlock, .mathBlock, .htmlBlock: true
    default: false
    }
  }
}

func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }

/// Raw HTML as a page shows it: comments are for those who read the Markdown.
func withoutComments(_ text: String) -> String {
  var result = ""
  var rest = text[...]
  while let start = rest.firstRange(of: "<!--") {
    result += rest[..<start.lowerBound]
    guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
    rest = rest[end.upperBound...]
  }
  result += rest
  return result.utf8.allSatisfy(isSpace) ? "" : result
}
