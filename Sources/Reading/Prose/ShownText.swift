// ShownText: what a reader sees around a claim in prose, as one line of characters, formulas among
// them, each with the bytes that it stands for. Numbers are found in it and judged by their
// neighbours.

import Claims
import Diagnostics
import Markup

package struct ShownText: Sendable {
  package struct Glyph: Sendable {
    var scalar: Unicode.Scalar
    var face = ShownFormula.Face.plain
    /// The bytes of the essay that show it; nil where nobody can say, and in a formula.
    var bytes: Range<Int>?
    /// The first byte of the formula that it is a part of.
    var formula: Int?
    /// Whether it is quoted from a program: its signs are none of the sentence's.
    var isCode = false
    /// What a fraction or a root of numbers is; nil where it is not known.
    var value: Double?
    /// Whether the page shows the other one of comma and point here.
    var isSwapped = false

    /// As the page shows it.
    var shown: Unicode.Scalar { isSwapped ? (scalar == "." ? "," : ".") : scalar }
  }

  /// Something that is no line of characters: a fraction, a picture, a tag of HTML.
  static let opaque: Unicode.Scalar = "\u{FFFC}"
  /// Something of a formula that may lie over what stands beside it, or is not known.
  static let overlay: Unicode.Scalar = "\u{FFF9}"
  /// An index below the line, whatever it says.
  static let index: Unicode.Scalar = "ₓ"
  /// A space of a formula, as wide as it may be.
  static let space: Unicode.Scalar = "\u{2005}"
  /// A space of at least a quad, which ends what is said before it.
  static let wideSpace: Unicode.Scalar = "\u{2003}"
  /// The space before a cell of a table.
  static let cell: Unicode.Scalar = "\u{2006}"
  /// A footnote's sign.
  static let footnote: Unicode.Scalar = "\u{FFFB}"

  var glyphs: [Glyph] = []
  /// Where the comment stands among the glyphs; behind all of them until it is met.
  var comment = 0
  /// Where the claim before it stands, or the text begins.
  var start = 0
  /// Where the comments of all claims stand, this one's among them.
  var claims: [Int] = []
  private var isCommentMet = false
  /// How the page writes numbers. The glyphs have them as English does, point and comma swapped between digits where the page
  /// has them the other way, so that one grammar reads all pages.
  let notation: NumberNotation

  /// How the numbers among the glyphs are read.
  var reading: NumberLiteral.Context {
    .text(NumberNotation(decimal: .point, groupsByOtherMark: notation.groupsByOtherMark))
  }

  /// - Parameter formulas: what is shown of each formula, by its first byte; one that is missing is
  /// opaque.
  init(around claim: ProseComment, in document: Document, formulas: [Int: ShownFormula]) {
    notation = document.notation
    for node in claim.block { add(node, claim, document.source, formulas) }
    if !isCommentMet { comment = glyphs.count }
    if notation.decimal == .comma { swapMarks() }
  }

  private mutating func swapMarks() {
    for index in glyphs.indices.dropFirst().dropLast()
    where [",", "."].contains(glyphs[index].scalar) && !glyphs[index].isCode
      && glyphs[index - 1].scalar.isDigit && glyphs[index + 1].scalar.isDigit
    {
      glyphs[index].scalar = glyphs[index].scalar == "," ? "." : ","
      glyphs[index].isSwapped = true
    }
  }

  private mutating func add(
    _ node: Node, _ claim: ProseComment, _ source: SourceText, _ formulas: [Int: ShownFormula]
  ) {
    switch node.kind {
    case .text, .code:
      var isCode = false
      if case .code = node.kind { isCode = true }
      glyphs += node.shownScalars(in: source).map {
        Glyph(scalar: $0.scalar, bytes: $0.bytes, isCode: isCode)
      }
    case .softBreak: add(" ")
    case .lineBreak: add("\n")
    case .math, .mathBlock:
      let place = node.range.lowerBound
      guard let formula = formulas[place] else { return add(Self.opaque, formula: place) }
      glyphs += formula.glyphs.map {
        Glyph(scalar: $0.scalar, face: $0.face, formula: place, value: $0.value)
      }
    case .html(let html), .htmlBlock(let html): add(html.text, at: node.range, claim)
    case .footnoteReference: add(Self.footnote)
    case .image: add(Self.opaque)
    default:
      // What is struck out is not said, and a label's number stands behind the words that lead to
      // it.
      let isStruck = node.kind == .strikethrough
      if isStruck { add(Self.opaque) }
      for child in node.children { add(child, claim, source, formulas) }
      if isStruck || node.kind.leadsToLabel { add(Self.opaque) }
    }
  }

  private mutating func add(_ html: String, at range: Range<Int>, _ claim: ProseComment) {
    guard let inside = HTMLComment.inside(html) else {
      let isBreak = ["<br>", "<br/>", "<br />"].contains(html)
      return add(isBreak ? "\n" : Self.opaque)
    }
    if inside.first(where: { !$0.isWhitespace }) == "=" { claims.append(glyphs.count) }
    if range == claim.comment {
      comment = glyphs.count
      start = claims.dropLast().last ?? 0
      isCommentMet = true
    }
    let rest = html.utf8.dropFirst(inside.utf8.count + 7)
    if rest.contains(where: { !" \t\r\n".utf8.contains($0) }) { add(Self.opaque) }
  }

  /// From where the claim may begin; nothing where that is behind `end`, as for a unit that another claim's number stands at.
  func since(_ end: Int) -> Range<Int> { start..<max(start, end) }

  private mutating func add(_ scalar: Unicode.Scalar, formula: Int? = nil) {
    glyphs.append(Glyph(scalar: scalar, face: formula == nil ? .plain : .sign, formula: formula))
  }
}

extension ShownText.Glyph {
  /// A letter of a script that has words with spaces between them.
  var isLetter: Bool { scalar.isWordStart && (scalar.isASCII || !scalar.properties.isIdeographic) }

  /// Unicode counts a point in the middle among the letters; here it multiplies.
  var isWordPart: Bool { scalar.isWordPart && scalar != "·" && scalar != "\u{387}" }
}

extension Node.Kind {
  /// Links to a label show its number behind their words.
  fileprivate var leadsToLabel: Bool {
    guard case .link(let destination, _) = self else { return false }
    return destination.hasPrefix("#") && destination.contains(":")
  }
}
