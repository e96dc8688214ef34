// OracleNumber: decimal numbers in schoolbook arithmetic, digit by digit. The oracle decides with it, and with
// nothing that Galley itself computes with.

import Foundation

/// A number with 140 decimals and 60 digits before the point. Each Double between 2⁻⁴⁰ and 2⁶⁰ is one exactly.
struct OracleNumber {
  static let decimals = 140
  static let width = 200

  var isNegative = false
  /// The last decimal first.
  private var digits = [Int](repeating: 0, count: width)

  /// `text` is a plain decimal; the number is that times ten to `exponent`.
  init(_ text: String, exponent: Int = 0) {
    isNegative = text.hasPrefix("-")
    let plain = text.drop { $0 == "-" || $0 == "+" }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let all = (String(parts[0]) + fraction).compactMap(\.wholeNumberValue)
    var place = Self.decimals - fraction.count + exponent
    for digit in all.reversed() {
      if digit != 0 { digits[place] = digit }
      place += 1
    }
  }

  /// By the C library, which prints a binary number exactly.
  init(_ value: Double) { self.init(String(format: "%.\(Self.decimals)f", value)) }

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  var magnitude: OracleNumber {
    var copy = self
    copy.isNegative = false
    return copy
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.isZero && right.isZero { return false }
    guard left.isNegative == right.isNegative else { return left.isNegative }
    for (mine, other) in zip(left.digits.reversed(), right.digits.reversed()) where mine != other {
      return (mine < other) != left.isNegative
    }
    return false
  }

  static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

  static func <= (left: Self, right: Self) -> Bool { !(right < left) }

  static func - (left: Self, right: Self) -> Self {
    var opposite = right
    opposite.isNegative.toggle()
    return left + opposite
  }

  static func + (left: Self, right: Self) -> Self {
    if left.isNegative != right.isNegative {
      let (large, small) =
        left.magnitude < right.magnitude ? (right, left) : (left, right)
      var result = large
      var borrow = 0
      for place in 0..<width {
        let digit = large.digits[place] - small.digits[place] - borrow
        borrow = digit < 0 ? 1 : 0
        result.digits[place] = digit + 10 * borrow
      }
      return result
    }
    var result = left
    var carry = 0
    for place in 0..<width {
      let digit = left.digits[place] + right.digits[place] + carry
      carry = digit / 10
      result.digits[place] = digit % 10
    }
    return result
  }

  /// Only for products that have no more decimals than a number has.
  static func * (left: Self, right: Self) -> Self {
    var places = [Int](repeating: 0, count: 2 * width)
    for (place, digit) in left.digits.enumerated() where digit != 0 {
      for (other, factor) in right.digits.enumerated() where factor != 0 {
        places[place + other] += digit * factor
      }
    }
    var result = left
    result.isNegative = left.isNegative != right.isNegative
    var carry = 0
    for place in places.indices {
      let sum = places[place] + carry
      carry = sum / 10
      let target = place - decimals
      if result.digits.indices.contains(target) { result.digits[target] = sum % 10 }
    }
    return result
  }
}

/// A small generator whose every number can be had again.
struct OracleDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ options: [Element]) -> Element {
    options[number(0...options.count - 1)]
  }
}
