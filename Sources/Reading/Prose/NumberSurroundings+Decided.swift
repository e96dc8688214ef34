// Relations of the claimed number further off in its sentence, decided by what is written on both sides.

import Claims
import Diagnostics

extension NumberSurroundings {
  func relationText(_ sign: Int) -> (text: String, next: Int)? {
    var end = sign
    while let glyph = shown[end], glyph.isRelation || end == sign { end += 1 }
    var next = end
    while let glyph = shown[next], glyph.isSpace || glyph.isOpening || glyph.isCurrency {
      next += 1
    }
    return shown[next] == nil ? nil : (shown.text(sign..<end), next)
  }

  func numeral(at start: Int) -> (literal: NumberLiteral, end: Int)? {
    guard let end = shown.endOfNumber(at: start)?.index,
      let literal = NumberLiteral(shown.text(start..<end), in: shown.reading)
    else { return nil }
    return (literal, end)
  }

  /// Whether what is written beside the claim is so; nil where it cannot be compared.
  func isSo(_ sign: Int) throws(UnclearNumber) -> Bool? {
    if let value = constant(behind: sign), let literal, let (text, _) = relationText(sign),
      Self.isNear(text)
    {
      return literal.agrees(with: value)
    }
    guard !isPutTogether(before: number.lowerBound), let literal,
      let (text, next) = relationText(sign),
      let other = numeral(at: next),
      (literal.percent == nil) == (other.literal.percent == nil)
    else { return nil }
    var index = other.end
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    let theirs = unit(from: &index)
    while let glyph = shown[index], glyph.isSpace { index += 1 }
    guard shown[index].map({ ")].,;:!?\n".unicodeScalars.contains($0.scalar) }) ?? true else {
      return nil
    }
    var start = number.upperBound
    while let glyph = shown[start], glyph.isSpace { start += 1 }
    let ours = unit(from: &start)
    if theirs == "" || ours == theirs || ours + "s" == theirs || ours == theirs + "s" {
      return Self.decide(text, literal, 1, other.literal, 1)
    }
    guard let one = Units.named(ours), let two = Units.named(theirs), one.dimension == two.dimension
    else {
      return nil
    }
    return Self.decide(text, literal, one.size, other.literal, two.size)
  }

  /// `(= 2³)`: what several numbers in a bracket come to; nil for one number.
  private func constant(behind sign: Int) -> Double? {
    guard let (_, next) = relationText(sign),
      let close = shown.glyphs[next...].firstIndex(where: {
        ")]".unicodeScalars.contains($0.scalar)
      }),
      numeral(at: next)?.end != close, hasUnit("")
    else { return nil }
    return shown.constant(next..<close)
  }

  /// The unit, or the first word, that stands here.
  private func unit(from index: inout Int) -> String {
    let start = index
    while let glyph = shown[index],
      glyph.isLetter || glyph.isCurrency || "°/·²³⁻¹".unicodeScalars.contains(glyph.scalar)
    { index += 1 }
    return shown.text(start..<index)
  }

  /// Nil where the digits that are written do not decide it.
  static func decide(
    _ sign: String, _ left: NumberLiteral, _ leftSize: Double, _ right: NumberLiteral,
    _ rightSize: Double
  ) -> Bool? {
    let (a, b) = (left.amount * leftSize, right.amount * rightSize)
    let margin = left.margin * leftSize + right.margin * rightSize
    let isApart = (a - b).magnitude > margin + 1e-12 * max(a.magnitude, b.magnitude)
    switch relations[sign] {
    case .less:
      return a + left.margin * leftSize < b ? true : a - left.margin * leftSize >= b ? false : nil
    case .greater:
      return a - left.margin * leftSize > b ? true : a + left.margin * leftSize <= b ? false : nil
    case .lessOrEqual:
      return a + left.margin * leftSize <= b ? true : a - left.margin * leftSize > b ? false : nil
    case .greaterOrEqual:
      return a - left.margin * leftSize >= b ? true : a + left.margin * leftSize < b ? false : nil
    case .unequal: return isApart ? true : left.isInteger && right.isInteger ? false : nil
    case nil:
      guard isNear(sign) else { return nil }
      if !isApart { return true }
      guard sign.unicodeScalars.contains(where: { "≈≃≅~∼".unicodeScalars.contains($0) }) else {
        return false
      }
      return (a - b).magnitude <= 0.05 * max(a.magnitude, b.magnitude) ? nil : false
    }
  }

  /// `8✓ of 40 = 20%`, `8✓ folds × 5 repeats = 40 runs`, `40✓ mod 7 = 5`: two numbers that come to the third.
  func isArithmetic(from start: Int?, to sign: Int) -> Bool {
    guard let (text, next) = relationText(sign), Self.isNear(text), let right = numeral(at: next)
    else {
      return false
    }
    var begin = start ?? sign
    if start == nil {
      while begin > number.upperBound, !shown.isBoundary(begin - 1) { begin -= 1 }
    }
    var numbers: [Double] = []
    var between = ""
    var index = begin
    while index < sign {
      if shown.glyphs[index].scalar.isDigit, let numeral = numeral(at: index) {
        numbers.append(numeral.literal.amount)
        index = numeral.end
      } else {
        if numbers.count == 1 { between.unicodeScalars.append(shown.glyphs[index].scalar) }
        index += 1
      }
    }
    guard numbers.count == 2 else { return false }
    let (a, b) = (numbers[0], numbers[1])
    let words = Set(between.split { !$0.isLetter }.map(String.init))
    var values: [Double] = []
    if between.contains("+") || words.contains("and") {
      values = [a + b]
    } else if between.contains(where: { "−–".contains($0) }) {
      values = [a - b]
    } else if between.contains(where: { "×·*".contains($0) }) {
      values = [a * b]
    } else if between.contains(where: { "/÷".contains($0) }) {
      values = [a / b]
    } else if words.contains("mod") {
      values = [a.truncatingRemainder(dividingBy: b)]
    } else if !words.isDisjoint(with: ["of", "in"]) {
      values = [a / b, a * b]
    } else if !words.isDisjoint(with: ["at", "à", "with", "by"]) {
      values = [a * b]
    }
    return values.contains { right.literal.agrees(with: $0) }
  }
}
