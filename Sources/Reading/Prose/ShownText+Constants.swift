// Numbers put together by signs, as in `5! = 120` or `5✓ × 8✓ = 40✓`: what stands on the other side of an equality
// and names nothing is computed here. What this cannot compute is refused.

import Claims
import Diagnostics
import Foundation

extension ShownText {
  /// The value of what stands in a range, when that is numbers only.
  func constant(_ range: Range<Int>, base: Double = M_E) -> Double? {
    var reader = ConstantReader(
      shown: self, index: range.lowerBound, end: range.upperBound, base: base)
    guard let value = reader.sum(), reader.isAtEnd, value.isFinite else { return nil }
    return value
  }

  /// The same, for each base that a logarithm without one may have.
  func constants(_ range: Range<Int>) -> [Double] {
    [M_E, 10, 2].compactMap { constant(range, base: $0) }
  }

  /// The value of the claimed numbers, joined by operators, that stand before a relation; nil where there is one only.
  func claimedSum(before relation: Int) -> Double? {
    var start = relation
    while start > 0 {
      if glyphs[start - 1].isSpace || isPartOfSum(glyphs[start - 1]) {
        start -= 1
      } else if let word = operation(endingAt: start) {
        start = word
      } else {
        break
      }
    }
    while start < relation,
      glyphs[start].isSpace || ".,:".unicodeScalars.contains(glyphs[start].scalar)
    { start += 1 }
    return sum(start..<relation)
  }

  /// The same of those that stand behind a relation, the first of which begins at `start`.
  func claimedSum(from start: Int) -> Double? {
    var end = start
    while let glyph = self[end] {
      if glyph.isSpace || isPartOfSum(glyph) {
        end += 1
      } else if let word = operation(startingAt: end) {
        end = word
      } else {
        break
      }
    }
    while end > start,
      glyphs[end - 1].isSpace || ".,:(".unicodeScalars.contains(glyphs[end - 1].scalar)
    { end -= 1 }
    return sum(start..<end)
  }

  private func sum(_ range: Range<Int>) -> Double? {
    let hasOperator = range.dropFirst().contains {
      glyphs[$0].isOperator || glyphs[$0].isSign || glyphs[$0].scalar == ":"
        || operation(startingAt: $0) != nil
    }
    // `3–8` is no difference.
    let isRange = range.contains { glyphs[$0].scalar == "–" && self[$0 + 1]?.isSpace != true }
    return hasOperator && !isRange ? constant(range) : nil
  }

  private func isPartOfSum(_ glyph: Glyph) -> Bool {
    glyph.scalar.isDigit || glyph.isSign || glyph.isCurrency
      || ".,:%()×·⋅*/÷".unicodeScalars.contains(glyph.scalar)
  }

  /// Whether an operator at `index` stands directly between two numbers with a claim each, which are then each their own
  /// value.
  func joinsClaims(_ index: Int) -> Bool {
    guard self[index].map({ "×·⋅*/÷+−-±–".unicodeScalars.contains($0.scalar) }) == true,
      let last = glyphs[..<index].lastIndex(where: { !$0.isSpace }), claims.contains(last + 1),
      let number = number(ofClaimAt: last + 1), number.glyphs.upperBound == last + 1,
      let next = glyphs[(index + 1)...].firstIndex(where: { !$0.isSpace })
    else { return false }
    return beginsClaim(next)
  }

  /// `5✓ plus 3✓`: the same, said by a word.
  func joinsClaims(wordEndingAt end: Int) -> Bool {
    guard let start = operation(endingAt: end),
      let last = glyphs[..<start].lastIndex(where: { !$0.isSpace }), claims.contains(last + 1),
      let next = glyphs[end...].firstIndex(where: { !$0.isSpace })
    else { return false }
    return number(ofClaimAt: last + 1)?.glyphs.upperBound == last + 1 && beginsClaim(next)
  }

  /// Where a word begins that joins two numbers as a sign does.
  private func operation(endingAt end: Int) -> Int? {
    var start = end
    while let glyph = self[start - 1], glyph.isPlainLetter { start -= 1 }
    return Self.operations[text(start..<end)] == nil ? nil : start
  }

  private func operation(startingAt start: Int) -> Int? {
    guard self[start - 1]?.isPlainLetter != true else { return nil }
    var end = start
    while let glyph = self[end], glyph.isPlainLetter { end += 1 }
    return Self.operations[text(start..<end)] == nil ? nil : end
  }

  /// Words, with the sign that each stands for.
  static let operations = ["plus": "+", "minus": "−", "times": "×"]
}

extension NumberLiteral {
  /// What is written, a percentage as its share.
  var amount: Double { double ?? .nan }

  /// How far the value may be from what is written: half a unit of the last digit, and nothing for a whole number.
  var margin: Double {
    isInteger ? 0 : (Double("1e\(unitExponent)") ?? .nan) / 2
  }

  var double: Double? {
    Double("\(isNegative ? "-" : "")\(integerDigits)\(fractionDigits)e\(unitExponent)")
  }

  /// Whether a value is this number, to the digits that it is written with.
  func agrees(with value: Double) -> Bool {
    guard let written = double, let unit = Double("1e\(unitExponent)") else { return false }
    // A whole number is said to be all of the value: 7.5 is no 8.
    return isInteger
      ? (written - value).magnitude <= 1e-12 * written.magnitude
      : (written - value).magnitude <= unit * 0.5000001
  }
}
