// ShortNumber: a number as it stands under a slider's thumb: three digits that count, or all before the point.

import Diagnostics
import Foundation
import Markup

enum ShortNumber {
  /// `0.35`, `−2`, `1.23 × 10⁻⁵`. Whole numbers below a million keep all their digits.
  static func text(_ value: Double, _ notation: NumberNotation) -> String {
    text(value).replacing(".", with: notation.decimal.rawValue)
  }

  /// The same with separators, from five digits before the point: `48,570`.
  static func grouped(_ value: Double, _ notation: NumberNotation) -> String {
    let isWhole = value == value.rounded() && abs(value) < 1e9
    let written = isWhole ? signed(String(Int(abs(value))), value) : text(value, notation)
    let digits = written.drop { !$0.isNumber }.prefix { $0.isNumber }
    guard digits.count > 4 else { return written }
    let mark = notation.groupsByOtherMark ? notation.decimal.other.rawValue : "\u{202f}"
    var groups: [Substring] = []
    var rest = digits
    while !rest.isEmpty {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return written[..<digits.startIndex] + groups.joined(separator: mark)
      + written[digits.endIndex...]
  }

  static func text(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e6 {
      return signed(String(Int(abs(value))), value)
    }
    // C's own rounding to two decimals of a power of ten: "3.50e-01".
    let parts = String(format: "%.2e", abs(value)).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return signed("\(abs(value))", value)
    }
    let digits = Array(parts[0].filter { $0 != "." })
    guard (-4..<6).contains(exponent) else {
      let power = Superscript.write(String(exponent))
      return signed("\(decimal(digits, point: 1)) × 10\(power)", value)
    }
    // Three digits and zeros would look like another whole number.
    if exponent > 2 { return signed(String(format: "%.0f", abs(value)), value) }
    if exponent < 0 {
      let zeros = Array(repeating: Character("0"), count: -exponent)
      return signed(decimal(zeros + digits, point: 1), value)
    }
    return signed(decimal(digits, point: exponent + 1), value)
  }

  /// Digits with a point behind so many of them, and no zeros at the end of a fraction.
  private static func decimal(_ digits: [Character], point: Int) -> String {
    let whole = String(digits[..<point])
    var fraction = digits[point...]
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? whole : whole + "." + String(fraction)
  }

  private static func signed(_ text: String, _ value: Double) -> String {
    value < 0 ? "−" + text : text
  }
}
