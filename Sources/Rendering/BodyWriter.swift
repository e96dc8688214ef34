// BodyWriter: the HTML of an essay's body, block by block, in one walk over the document.

import Diagnostics
import Markup

/// The HTML of a document's blocks, footnotes and proofs at the end. Needs no JavaScript.
package func renderBody(
  _ document: Document, with material: BodyMaterial = BodyMaterial()
) -> Fragment {
  var writer = BodyWriter(document, material)
  writer.writeBody()
  var body = Fragment(
    html: writer.html.text, hasMath: writer.hasMath, hasPreviews: writer.hasPreviews)
  body.files = writer.files
  body.hasProofs = writer.claims.hasShown
  body.shownClaims = writer.claims.shownNames
  return body
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
  var tableCount = 0
  var displayCount = 0
  var figureCount = 0
  /// The formula or control that was written last, with what may not be parted from it: bytes of `html`.
  var joined: JoinedPiece?
  let ids: BodyIDs
  /// Whether a footnote may stand where this is written, a block among words; and whether this is one itself.
  var mayHoldNote = false
  var isInNote = false
  /// How many footnotes stand beside their references so far.
  var notes = 0
  /// What the cell claims that is being written.
  var claimedInCell: Range<Int>?
  var hasMath = false
  var hasPreviews = false
  var files: [FramesFile] = []

  init(_ document: Document, _ material: BodyMaterial) {
    source = document.source
    blocks = document.blocks
    self.material = material
    ids = BodyIDs(anchorsIn: document.blocks, names: material.marks.compactMap(\.anchor))
    claims = BodyClaims(
      material.style == .essay ? material.marks : [], ids, material.language, material.commons)
    remarks = BodyRemarks(
      material.style == .essay ? material.notes : nil, material.language)
    footnotes = BodyFootnotes(definitionsIn: document.blocks, ids, material.language)
    citations = BodyCitations(material.publications, material.language)
  }

  var language: Language { material.language }

  var isPlain: Bool { material.style == .plain }

  mutating func writeBody() {
    write(blocks)
    writeFootnotes()
    html.freshLine()
    html += remarks.blocks(before: .max, claims)
    html += citations.list()
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
      guard case .codeBlock(let info, let code) = block.kind else {
        write(block, isTight: isTight)
        writeRemarks(behind: block)
        continue
      }
      if let table = material.tables[block.range.lowerBound] {
        let head = index < blocks.count && blocks[index].isHeadAlone ? blocks[index] : nil
        if head != nil { index += 1 }
        writeTable(table, for: block, info, code, head: head)
        writeRemarks(behind: head ?? block)
        continue
      }
      guard let figure = material.figures[block.range.lowerBound] else {
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
      claims.add(proofsOfLines: replacement.proofs)
      take(replacement)
      return
    }
    switch block.kind {
    case .paragraph: writeParagraph(block, isTight: isTight)
    case .heading(let level, let anchor): writeHeading(block, level, anchor)
    case .blockQuote:
      html.freshLine()
      html += !isPlain && block.hasBoxTitle ? "<blockquote class=\"box\">\n" : "<blockquote>\n"
      write(block.children)
      html.freshLine()
      html += "</blockquote>\n"
    case .callout(let callout): write(block, callout)
    case .list(let start, let isTight): writeList(block, start, isTight: isTight)
    case .codeBlock(let info, let text): writeCode(block, info, text)
    case .mathBlock(let text):
      html.freshLine()
      html += display(block, text, in: "div") + "\n"
    case .htmlBlock(let text): writeRaw(block, text)
    case .thematicBreak:
      html.freshLine()
      html += "<hr />\n"
    case .table(let alignments): writeTable(block, alignments)
    case .footnoteDefinition: break  // stands at the end of the body
    default: write(inlines: [block])
    }
  }

  private mutating func writeParagraph(_ block: Node, isTight: Bool) {
    mayHoldNote = !isInNote
    defer { mayHoldNote = false }
    if isTight {
      write(inlines: block.children)
      return
    }
    let start = html.text.utf8.count
    let before = notes
    write(inlines: block.children)
    let content = html.takeSuffix(after: start)
    // A paragraph of nothing but comments leaves no empty paragraph behind.
    if !isPlain, content.utf8.allSatisfy(isSpace) { return }
    html.freshLine()
    // A note among the words is a block, which no <p> holds.
    html += notes > before ? "<div class=\"p\">\(content)</div>\n" : "<p>\(content)</p>\n"
  }

  private mutating func writeHeading(_ block: Node, _ level: Int, _ anchor: String) {
    html.freshLine()
    html += isPlain ? "<h\(level)>" : "<h\(level) id=\"\(escaped(anchor))\">"
    let start = html.text.utf8.count
    write(inlines: block.children)
    if !isPlain {
      html += withoutSpace(html.takeSuffix(after: start))
      html += " " + permalink(to: anchor, called: plainTitle(block.children))
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
}

extension Node {
  /// Whether it begins with a paragraph of nothing but strong words: a box with a title, and nobody's words.
  fileprivate var hasBoxTitle: Bool {
    guard let first = children.first, case .paragraph = first.kind, first.children.count == 1,
      case .strong = first.children[0].kind
    else { return false }
    return children.count > 1
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
