// The numbers in what a reader sees, and which of them a claim is about.

import Claims
import Diagnostics

extension ShownText {
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

  /// The same as the page shows them.
  func shown(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(glyphs[range].map(\.shown)))
  }

  subscript(_ index: Int) -> Glyph? { glyphs.indices.contains(index) ? glyphs[index] : nil }

  /// The number of the claim before this one, and where it ends.
  var numberBefore: (literal: NumberLiteral, end: Int)? {
    let earlier = claims.filter { $0 <= start && $0 < comment }
    // What brackets hold, or `±` has before it, says something of the number before that.
    let claim = earlier.last { claim in
      guard let number = number(ofClaimAt: claim)?.glyphs else { return true }
      let sign = glyphs[..<number.lowerBound].last { !$0.isSpace }
      return sign?.scalar != "±" && !isRemarked(number.lowerBound, before: comment)
    }
    return claim.flatMap(number(ofClaimAt:)).map { ($0.literal, $0.glyphs.upperBound) }
  }

  /// The number of another claim.
  func number(ofClaimAt claim: Int) -> (literal: NumberLiteral, glyphs: Range<Int>)? {
    before(claimAt: claim).lastNumber().map { ($0.literal, $0.glyphs) }
  }

  /// The same text, around another claim.
  func before(claimAt claim: Int) -> ShownText {
    var copy = self
    copy.comment = claim
    copy.start = claims.last { $0 < claim } ?? 0
    return copy
  }

  /// Whether a number begins here, perhaps behind a currency, at whose end the comment of a claim stands; or behind its unit.
  func beginsClaim(_ start: Int, orUnit: Bool = false) -> Bool {
    let index = self[start]?.isCurrency == true ? start + 1 : start
    guard index < glyphs.count, beginsNumber(index), let claim = claims.first(where: { $0 > index })
    else { return false }
    var copy = self
    copy.comment = claim
    copy.start = index
    guard let number = copy.lastNumber()?.glyphs, number.lowerBound == index else { return false }
    return number.upperBound == claim || orUnit
  }

  /// Where the number ends that begins here, and whether it is in percent.
  func endOfNumber(at index: Int) -> (index: Int, isInPercent: Bool)? {
    guard index < glyphs.count, glyphs[index].scalar.isDigit else { return nil }
    let rest = text(index..<glyphs.count)
    var cursor = TextCursor(rest)
    guard let literal = NumberLiteral.read(&cursor, in: reading) else { return nil }
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
        if let literal = NumberLiteral.read(&cursor, in: reading) {
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
