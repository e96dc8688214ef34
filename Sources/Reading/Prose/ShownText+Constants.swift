// Numbers put together by signs, as in `5! = 120` or `5✓ × 8✓ = 40✓`: what stands on the other side of an equality
// and names nothing is computed here. What this cannot compute is refused.

import Claims
import Diagnostics
import Foundation

extension ShownText {
  /// The value of what stands in a range, when that is numbers only.
  func constant(_ range: Range<Int>) -> Double? {
    var reader = ConstantReader(shown: self, index: range.lowerBound, end: range.upperBound)
    guard let value = reader.sum(), reader.isAtEnd, value.isFinite else { return nil }
    return value
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
    return hasOperator ? constant(range) : nil
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
  fileprivate static let operations = ["plus": "+", "minus": "−", "times": "×"]
}

extension NumberLiteral {
  /// What is written, a percentage as its share.
  var amount: Double { double ?? .nan }

  /// How far the value may be from what is written: half a unit of the last digit, and nothing for a whole number.
  var margin: Double {
    isInteger ? 0 : (Double("1e\(unitExponent)") ?? .nan) / 2
  }

  fileprivate var double: Double? {
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

/// Reads sums of products of numbers.
private struct ConstantReader {
  let shown: ShownText
  var index: Int
  let end: Int

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index >= end
    }
  }

  mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("−-–") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while true {
      if take("×·⋅*") {
        guard let next = power() else { return nil }
        value *= next
      } else if take("/÷:") {
        guard let next = power() else { return nil }
        value /= next
      } else if index < end, "([π".unicodeScalars.contains(shown.glyphs[index].scalar) {
        // `2(3 + 1)`, `2π`
        guard let next = power() else { return nil }
        value *= next
      } else {
        return value
      }
    }
  }

  /// A sign is not raised with its number: -3² is -9.
  private mutating func power() -> Double? {
    if take("−-") { return power().map { -$0 } }
    _ = take("+")
    guard var value = operand() else { return nil }
    while index < end {
      if shown.glyphs[index].scalar == "!" {
        guard value >= 0, value <= 170, value == value.rounded() else { return nil }
        value = value < 2 ? 1 : (2...Int(value)).reduce(1.0) { $0 * Double($1) }
        index += 1
      } else if let exponent = exponent() {
        value = pow(value, exponent)
      } else {
        return value
      }
    }
    return value
  }

  /// All raised digits together: 2¹⁰ is no square of anything.
  private mutating func exponent() -> Double? {
    var text = shown.glyphs[index].scalar == "⁻" ? "-" : ""
    var next = index + text.count
    while next < end, let digit = Self.lowered(shown.glyphs[next].scalar) {
      text += "\(digit)"
      next += 1
    }
    guard let value = Double(text) else { return nil }
    index = next
    return value
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Int? {
    (0...9).first { ShownText.raised(Unicode.Scalar(UInt8(48 + $0))) == scalar }
  }

  private mutating func operand() -> Double? {
    skipSpace()
    guard index < end else { return nil }
    if take("([") {
      guard let value = sum(), take(")]") else { return nil }
      return value
    }
    if take("π") { return .pi }
    if let value = shown.glyphs[index].value {
      index += 1
      return value
    }
    var cursor = TextCursor(shown.text(index..<end))
    guard shown.glyphs[index].scalar.isDigit,
      let literal = NumberLiteral.read(&cursor, in: shown.reading), literal.fault == nil,
      literal.ellipsis == nil
    else { return nil }
    let rest = shown.text(index..<end)
    index += rest.unicodeScalars.distance(from: rest.startIndex, to: cursor.index)
    return literal.double
  }

  private mutating func take(_ signs: String) -> Bool {
    skipSpace()
    guard index < end else { return false }
    if signs.unicodeScalars.contains(shown.glyphs[index].scalar) {
      index += 1
      return true
    }
    let word = shown.text(index..<end).prefix { $0.isLetter }
    guard let sign = ShownText.operations[String(word)], signs.contains(sign) else { return false }
    index += word.count
    return true
  }

  private mutating func skipSpace() {
    while index < end, shown.glyphs[index].isSpace || shown.glyphs[index].isCurrency { index += 1 }
  }
}
