// ShownFormula: what a reader sees of a formula, as a line of characters. It is read from the
// MathML that KaTeX writes, so that macros, comments and braces have been dealt with by what sets
// the page.

/// A formula's characters in the order of reading. What is no line of characters, a fraction for
/// instance, is one `ShownText.opaque`, with the face of a variable where a name stands in it.
package struct ShownFormula: Sendable {
  package enum Face: Sendable {
    /// In a sentence, or in `\text`.
    case plain
    /// A digit or a sign of a formula.
    case sign
    case variable
    /// Letters of a unit or of a function's name.
    case upright
  }

  package struct Glyph: Sendable {
    package var scalar: Unicode.Scalar
    package var face: Face
    /// What a fraction or a root of numbers comes to.
    package var value: Double?
  }

  package private(set) var glyphs: [Glyph] = []
  /// Every digit that is shown anywhere in it, in fractions and exponents too.
  package private(set) var digits: [Unicode.Scalar] = []

  /// - Parameter html: what KaTeX made of the formula, with its MathML; nil where that cannot be
  /// read.
  package init?(katex html: String) {
    guard let start = html.firstRange(of: "<math"), let end = html.firstRange(of: "</math>"),
      start.lowerBound < end.lowerBound
    else { return nil }
    guard let root = MathMLElement(parsing: html[start.lowerBound..<end.upperBound]) else {
      return nil
    }
    show(root)
  }

  private mutating func show(_ element: MathMLElement) {
    var children = element.children
    if element.name.hasPrefix("msu") {
      // KaTeX adds a sign behind a function's name that is an index by itself: `x_{\max}`.
      children = children.prefix(1) + children.dropFirst().filter { $0.text != "\u{2061}" }
    }
    switch element.name {
    // Beside the formula stands its TeX.
    case "math", "semantics": show(children.prefix(1))
    case "mrow", "mtd": show(children[...])
    case "mi", "mn", "mo", "mtext":
      if children.isEmpty { showToken(element) } else { show(children[...]) }
    case "mstyle":
      // A colour may be the page's own, and then nothing is seen.
      guard element.hasColour else { return show(children[...]) }
      countDigits(in: element)
      add(ShownText.overlay)
    case "menclose" where element["notation"] == "box" && !element.hasColour:
      show(children[...])
    case "mspace":
      let width = element["width"] ?? ""
      let isWide = width.hasSuffix("em") && Double(width.dropLast(2)).map { $0 >= 1 } ?? false
      let isSpace = !element.hasColour && !width.hasPrefix("-")
      add(isSpace ? isWide ? ShownText.wideSpace : ShownText.space : ShownText.overlay)
    case "mphantom": add(ShownText.space)
    case "msub" where children.count == 2:
      show(children[0])
      countDigits(in: children[1])
      add(ShownText.index, value: children[1].constant)
    case "msup" where children.count == 2:
      show(children[0])
      raise(children[1])
    case "msubsup" where children.count == 3:
      show(children[0])
      countDigits(in: children[1])
      add(ShownText.index)
      raise(children[2])
    case "mtable": showTable(element)
    case "mfrac", "msqrt", "mroot":
      countDigits(in: element)
      add(ShownText.opaque, element.holdsName ? .variable : .sign, value: element.constant)
    case "mover", "munder", "munderover":
      countDigits(in: element)
      add(
        covers(element) ? ShownText.overlay : ShownText.opaque,
        element.holdsName ? .variable : .sign)
    default:
      countDigits(in: element)
      add(ShownText.overlay)
    }
  }

  /// An accent or a brace stays above what it belongs to, unless something in there may not.
  private func covers(_ element: MathMLElement) -> Bool {
    var inner = self
    inner.glyphs = []
    for child in element.children { inner.show(child) }
    var base = self
    base.glyphs = []
    base.show(element.children.prefix(1))
    return inner.glyphs.contains { $0.scalar == ShownText.overlay }
      || base.glyphs.allSatisfy { $0.scalar.properties.isWhitespace }
  }

  private mutating func countDigits(in element: MathMLElement) {
    guard element.name != "mphantom" else { return }
    digits += element.text.unicodeScalars.filter(\.isDigit)
    for child in element.children { countDigits(in: child) }
  }

  private mutating func show(_ elements: ArraySlice<MathMLElement>) {
    for element in elements { show(element) }
  }

  private mutating func showTable(_ table: MathMLElement) {
    // A \tag stands at the margin of a table that KaTeX builds around the formula.
    if table["width"] == "100%", let row = table.children.first, row.children.count > 1 {
      show(row.children[1])
      // A reader takes a sign there for a unit.
      let hasSign = row.children.dropFirst(2).contains { $0.holds(anyOf: "%‰×·<>=≤≥≠±−") }
      return hasSign ? add(ShownText.overlay) : ()
    }
    let lines = [table["rowlines"], table["columnlines"], table["frame"]].compactMap { $0 }
    guard lines.allSatisfy({ $0.split(separator: " ").allSatisfy { $0 == "none" } }) else {
      countDigits(in: table)
      return add(ShownText.opaque, table.holdsName ? .variable : .sign)
    }
    for row in table.children {
      add("\n")
      for cell in row.children {
        add(ShownText.cell)
        show(cell)
      }
    }
  }

  private mutating func showToken(_ token: MathMLElement) {
    digits += token.text.unicodeScalars.filter(\.isDigit)
    var face = Face.plain
    if token.name == "mi" {
      let isUpright =
        token["mathvariant"] == "normal"
        || token["mathvariant"] == nil && token.text.unicodeScalars.count > 1
      face = isUpright ? .upright : .variable
    } else if token.name != "mtext" {
      face = .sign
    }
    // KaTeX writes ≠ as `=` and a stroke.
    for scalar in token.text.precomposedStringWithCanonicalMapping.unicodeScalars {
      // The operators of TeX, as people type them in a sentence.
      let typed: [Unicode.Scalar: Unicode.Scalar] = ["⋅": "·", "∗": "*"]
      add(face == .sign ? typed[scalar] ?? scalar : scalar, face)
    }
    // `1,5` is shown with a space, `1{,}5` without.
    if token["separator"] == "true", token["rspace"] != "0em" { add("\u{2009}") }
  }

  /// `10³` and `20°` are read as a line; other exponents are not.
  private mutating func raise(_ exponent: MathMLElement) {
    var inner = self
    inner.glyphs = []
    inner.show(exponent)
    digits = inner.digits
    let text = inner.glyphs.map(\.scalar)
    let raised = text.map { scalar -> Unicode.Scalar? in
      switch scalar {
      case "∘": "°"
      case "−": "⁻"
      default: ShownText.raised(scalar)
      }
    }
    if raised.isEmpty || raised.contains(nil) {
      return add(ShownText.opaque, exponent.holdsName ? .variable : .sign)
    }
    for scalar in raised { add(scalar ?? ShownText.opaque) }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar, _ face: Face = .sign, value: Double? = nil
  ) {
    glyphs.append(Glyph(scalar: scalar, face: face, value: value))
  }
}
