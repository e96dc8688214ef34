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

  private(set) var glyphs: [Glyph] = []
  /// Where the comment stands among the glyphs; behind all of them until it is met.
  private(set) var comment = 0
  /// Where the claim before it stands, or the text begins.
  private(set) var start = 0
  /// Where the comments of all claims stand, this one's among them.
  private(set) var claims: [Int] = []
  private var isCommentMet = false

  /// - Parameter formulas: what is shown of each formula, by its first byte; one that is missing is
  /// opaque.
  init(around claim: ProseComment, in source: SourceText, formulas: [Int: ShownFormula]) {
    for node in claim.block { add(node, claim, source, formulas) }
    if !isCommentMet { comment = glyphs.count }
  }

  private mutating func add(
    _ node: Node, _ claim: ProseComment, _ source: SourceText, _ formulas: [Int: ShownFormula]
  ) {
    switch node.kind {
    case .text, .code:
      glyphs += node.shownScalars(in: source).map { Glyph(scalar: $0.scalar, bytes: $0.bytes) }
    case .softBreak: add(" ")
    case .lineBreak: add("\n")
    case .math, .mathBlock:
      let place = node.range.lowerBound
      guard let formula = formulas[place] else { return add(Self.opaque, formula: place) }
      glyphs += formula.glyphs.map { Glyph(scalar: $0.scalar, face: $0.face, formula: place) }
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

  private mutating func add(_ scalar: Unicode.Scalar, formula: Int? = nil) {
    glyphs.append(Glyph(scalar: scalar, face: formula == nil ? .plain : .sign, formula: formula))
  }

  // MARK: - Numbers

  /// The same with another number in the place of these glyphs.
  func replacing(_ range: Range<Int>, with text: String) -> ShownText {
    var copy = self
    let old = glyphs[range.lowerBound]
    let new = text.unicodeScalars.map {
      Glyph(scalar: $0, face: old.formula == nil ? .plain : .sign, formula: old.formula)
    }
    copy.glyphs.replaceSubrange(range, with: new)
    let growth = new.count - range.count
    copy.comment += growth
    copy.claims = claims.map { $0 > range.lowerBound ? $0 + growth : $0 }
    return copy
  }

  /// The characters of some glyphs.
  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(glyphs[range].map(\.scalar)))
  }

  subscript(_ index: Int) -> Glyph? { glyphs.indices.contains(index) ? glyphs[index] : nil }

  /// The number of the claim before this one, where it stands right before its comment.
  var numberBefore: NumberLiteral? {
    guard let claim = claims.last(where: { $0 <= start && $0 < comment }) else { return nil }
    var copy = self
    copy.comment = claim
    copy.start = claims.last { $0 < claim } ?? 0
    return copy.lastNumber().flatMap { $0.glyphs.upperBound == claim ? $0.literal : nil }
  }

  /// Whether a number begins here, at whose end the comment of a claim stands.
  func beginsClaim(_ index: Int) -> Bool {
    guard beginsNumber(index), let claim = claims.first(where: { $0 > index }) else { return false }
    var copy = self
    copy.comment = claim
    copy.start = index
    return copy.lastNumber()?.glyphs == index..<claim
  }

  /// Where the number ends that begins here, and whether it is in percent.
  func endOfNumber(at index: Int) -> (index: Int, isInPercent: Bool)? {
    guard index < glyphs.count, glyphs[index].scalar.isDigit else { return nil }
    let rest = text(index..<glyphs.count)
    var cursor = TextCursor(rest)
    guard let literal = NumberLiteral.read(&cursor, in: .prose) else { return nil }
    let length = rest.unicodeScalars.distance(from: rest.startIndex, to: cursor.index)
    return (index + length, literal.percent != nil)
  }

  /// Whether a number has a percent sign.
  func isInPercent(_ number: Range<Int>) -> Bool { glyphs[number].contains { $0.scalar == "%" } }

  /// The last number that begins before the comment, and behind the claim before it; `behind` counts
  /// the numbers of a remark behind it, as in `x = 5 \quad (y > 0)`.
  func lastNumber() -> (literal: NumberLiteral, glyphs: Range<Int>, behind: Int)? {
    var text = ""
    text.unicodeScalars.append(contentsOf: glyphs.map(\.scalar))
    let places = Array(text.unicodeScalars.indices)
    var found: (literal: NumberLiteral, glyphs: Range<Int>, behind: Int)?
    var index = 0
    var remark = 0..<0
    while index < comment {
      let glyph = glyphs[index]
      if glyph.scalar == Self.wideSpace, let number = found?.glyphs.lowerBound,
        glyphs[number].formula == glyph.formula, let end = remarkEnd(from: index)
      {
        remark = index..<end
      }
      if beginsNumber(index) {
        var cursor = TextCursor(text, at: places[index])
        if let literal = NumberLiteral.read(&cursor, in: .prose) {
          let end = places[index...].firstIndex(of: cursor.index) ?? glyphs.count
          if remark.contains(index) {
            found?.behind += 1
          } else {
            found = (literal, index..<end, 0)
          }
          index = end
          continue
        }
      }
      index += 1
      // The 2 in H2O is no number. Scripts without spaces have no such words, and variables are one
      // letter.
      guard glyph.isLetter, glyph.face != .variable else { continue }
      while let next = self[index], next.isWordPart, next.face == glyph.face,
        next.formula == glyph.formula
      {
        index += 1
      }
    }
    return found.flatMap { $0.glyphs.lowerBound >= start ? $0 : nil }
  }

  /// Where a remark in brackets ends, when it is the last of its formula.
  private func remarkEnd(from start: Int) -> Int? {
    let rest = glyphs[start...].prefix { $0.formula == glyphs[start].formula }
    guard let open = rest.firstIndex(where: { !$0.isSpace }), rest[open].scalar == "(" else {
      return nil
    }
    var depth = 0
    for index in open..<rest.endIndex {
      if rest[index].scalar == "(" { depth += 1 }
      if rest[index].scalar == ")" { depth -= 1 }
      if depth == 0 {
        let isLast = rest[(index + 1)...].allSatisfy {
          $0.isSpace || ".,;".unicodeScalars.contains($0.scalar)
        }
        return isLast ? index + 1 : nil
      }
    }
    return nil
  }

  /// A digit, or a sign that is no hyphen or minus between two operands.
  private func beginsNumber(_ index: Int) -> Bool {
    let scalar = glyphs[index].scalar
    if scalar.isDigit { return true }
    guard ["-", "−", "+"].contains(scalar), self[index + 1]?.scalar.isDigit == true else {
      return false
    }
    guard let before = self[index - 1] else { return true }
    return
      !(before.isWordPart && !before.scalar.properties.isIdeographic
      || [")", "]", "}", "%", "–", Self.opaque].contains(before.scalar))
  }

  /// A digit or a sign as an exponent.
  static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let raised = Superscript.write(String(scalar)).unicodeScalars.first
    return raised == scalar ? nil : raised
  }
}

extension ShownText.Glyph {
  /// A letter of a script that has words with spaces between them.
  var isLetter: Bool { scalar.isWordStart && !scalar.properties.isIdeographic }

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
