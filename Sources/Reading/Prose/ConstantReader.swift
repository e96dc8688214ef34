// ConstantReader: what numbers put together by signs and by well-known functions come to.

import Claims
import Diagnostics
import Foundation

/// Reads sums of products of numbers.
struct ConstantReader {
  let shown: ShownText
  var index: Int
  let end: Int
  /// What a logarithm without a base is to: e, 10 or 2.
  var base = M_E

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
      } else if index < end,
        "([π".unicodeScalars.contains(shown.glyphs[index].scalar) || isAtFunction
      {
        // `2(3 + 1)`, `2π`
        guard let next = power() else { return nil }
        value *= next
      } else {
        return value
      }
    }
  }

  /// `2 ln 9`
  private var isAtFunction: Bool {
    let letters = shown.glyphs[index..<end].prefix { $0.isLetter && $0.scalar != ShownText.index }
    return Functions.isKnown(String(String.UnicodeScalarView(letters.map(\.scalar))))
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
      } else if shown.glyphs[index].scalar == "°" {
        value *= .pi / 180
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
    if shown.glyphs[index].scalar == "^" {
      index += 1
      let isNegative = take("−-")
      return operand().map { isNegative ? -$0 : $0 }
    }
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
    // `e⁹`; what is called e alone is an essay's own.
    if shown.glyphs[index].scalar == "e", let next = shown[index + 1], index + 1 < end,
      next.scalar == "^" || next.isNumeric && !next.scalar.isDigit && next.scalar != ShownText.index
    {
      index += 1
      return M_E
    }
    if take("√") { return operand().map { $0.squareRoot() } }
    for (open, close) in [("|∣", "|∣"), ("⌊", "⌋"), ("⌈", "⌉")] where take(open) {
      guard let value = sum(), take(close) else { return nil }
      return open == "⌊" ? value.rounded(.down) : open == "⌈" ? value.rounded(.up) : value.magnitude
    }
    if let value = shown.glyphs[index].value ?? shown.glyphs[index].fraction {
      index += 1
      return value
    }
    if shown.glyphs[index].isLetter { return function() }
    var cursor = TextCursor(shown.text(index..<end))
    guard shown.glyphs[index].scalar.isDigit,
      let literal = NumberLiteral.read(&cursor, in: shown.reading), literal.fault == nil,
      literal.ellipsis == nil
    else { return nil }
    let rest = shown.text(index..<end)
    index += rest.unicodeScalars.distance(from: rest.startIndex, to: cursor.index)
    return literal.double
  }

  /// `max(3, 5)`, `log₂ 512`, `√9`, `Γ(5)`: a function that everybody knows, of numbers.
  private mutating func function() -> Double? {
    var end = index
    while end < self.end, shown.glyphs[end].isLetter, shown.glyphs[end].scalar != ShownText.index {
      end += 1
    }
    let name = shown.text(index..<end)
    guard Functions.isKnown(name) else { return nil }
    index = end
    guard let own = indexOfLogarithm(name) else { return nil }
    skipSpace()
    var arguments: [Double] = []
    if take("([{") {
      _ = take("[{")
      repeat {
        guard let value = sum() else { return nil }
        arguments.append(value)
      } while take(",;")
      _ = take("]}")
      guard take(")") || shown[index - 1].map({ "]}".unicodeScalars.contains($0.scalar) }) == true
      else { return nil }
    } else {
      guard let value = power() else { return nil }
      arguments = [value]
    }
    return Functions.value(name, own > 0 ? own : base, arguments)
  }

  /// The index of a logarithm, `log₂`, `log2`; 0 where there is none, nil where it cannot be read.
  private mutating func indexOfLogarithm(_ name: String) -> Double? {
    while index < end, shown.glyphs[index].scalar == "\u{2061}" { index += 1 }
    guard index < end else { return 0 }
    let glyph = shown.glyphs[index]
    if glyph.scalar == ShownText.index {
      index += 1
      return glyph.value
    }
    var text = ""
    while name == "log", index < end,
      let digit = shown.glyphs[index].scalar.properties.numericValue,
      shown.glyphs[index].scalar.isDigit || ("₀"..."₉").contains(shown.glyphs[index].scalar)
    {
      text += "\(Int(digit))"
      index += 1
    }
    return Double(text) ?? 0
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
    while index < end,
      shown.glyphs[index].isSpace || shown.glyphs[index].isCurrency
        || shown.glyphs[index].scalar == "\u{2061}"
    { index += 1 }
  }
}

extension ShownText.Glyph {
  /// `⅛`
  fileprivate var fraction: Double? {
    guard scalar.properties.generalCategory == .otherNumber,
      let value = scalar.properties.numericValue,
      value != value.rounded()
    else { return nil }
    return value
  }
}
