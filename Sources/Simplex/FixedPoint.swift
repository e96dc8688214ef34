// Numbers in fixed point, with as many words as are asked for: what 100 bits cannot tell from 0 is computed
// with them. All of it is arithmetic of integers, so that every platform gets the same bits.
// Knows nothing of what is added up.

/// ±significand·2^exponent, the significand's highest bit being set, or 0.
struct BinaryNumber {
  var isNegative = false
  var significand: UInt64 = 0
  var exponent = 0

  /// A finite number of any type with at most 64 digits.
  init<T: BinaryFloatingPoint>(_ x: T) {
    guard x != 0 else { return }
    isNegative = x < 0
    // 1…2 in 2⁻⁶³: exact, for no type here has more digits.
    significand = UInt64(x.significand * T(sign: .plus, exponent: 63, significand: 1))
    exponent = Int(x.exponent) - 63
  }
}

/// A signed number in two's complement: words from the lowest on, the first `fraction` of them behind
/// the point.
struct FixedPoint {
  private(set) var words: [UInt64]
  let fraction: Int

  init(whole: Int = 1, fraction: Int) {
    words = [UInt64](repeating: 0, count: whole + fraction)
    self.fraction = fraction
  }

  static func one(fraction: Int) -> FixedPoint {
    var one = FixedPoint(fraction: fraction)
    one.words[fraction] = 1
    return one
  }

  var isNegative: Bool { words[words.count - 1] >> 63 == 1 }
  var isZero: Bool { words.allSatisfy { $0 == 0 } }

  /// The position of the highest bit that is set, from the lowest bit; −1 for 0. Of a number ≥ 0.
  var highestBit: Int {
    guard let word = words.lastIndex(where: { $0 != 0 }) else { return -1 }
    return 64 * word + 63 - words[word].leadingZeroBitCount
  }

  /// The 64 bits from a position on, which may lie below the lowest.
  func bits(from position: Int) -> UInt64 {
    let word = position >> 6
    let shift = UInt64(position & 63)
    let low = words.indices.contains(word) ? words[word] >> shift : 0
    guard shift > 0, words.indices.contains(word + 1) else { return low }
    return low | words[word + 1] << (64 - shift)
  }

  mutating func negate() {
    var carry = true
    for i in words.indices {
      (words[i], carry) = (~words[i]).addingReportingOverflow(carry ? 1 : 0)
    }
  }

  /// Adds number·2^(−64·fraction)·2^position, or takes it away; bits below the lowest are cut off.
  mutating func add(word: UInt64, at position: Int, negative: Bool) {
    guard position > -64 else { return }
    let index = position >> 6
    let shift = UInt64(position & 63)
    let pair = (word << shift, shift == 0 ? 0 : word >> (64 - shift))
    if index < 0 {
      add(pair.1, toWord: 0, negative)
    } else {
      add(pair.0, toWord: index, negative)
      add(pair.1, toWord: index + 1, negative)
    }
  }

  private mutating func add(_ word: UInt64, toWord index: Int, _ negative: Bool) {
    var (carry, i) = (word, index)
    while carry != 0, i < words.count {
      let (sum, overflow) =
        negative
        ? words[i].subtractingReportingOverflow(carry) : words[i].addingReportingOverflow(carry)
      (words[i], carry, i) = (sum, overflow ? 1 : 0, i + 1)
    }
  }

  /// Adds a number, cut off behind the last bit.
  mutating func add(_ x: BinaryNumber) {
    add(word: x.significand, at: x.exponent + 64 * fraction, negative: x.isNegative)
  }

  /// Adds other·factor·2^power, or takes it away; `other` ≥ 0.
  mutating func add(_ other: FixedPoint, times factor: UInt64, power: Int, negative: Bool) {
    let offset = 64 * (fraction - other.fraction) + power
    for i in other.words.indices {
      let product = other.words[i].multipliedFullWidth(by: factor)
      add(word: product.low, at: offset + 64 * i, negative: negative)
      add(word: product.high, at: offset + 64 * (i + 1), negative: negative)
    }
  }

  /// Of the same words.
  static func += (a: inout FixedPoint, b: FixedPoint) {
    var carry: UInt64 = 0
    for i in a.words.indices {
      let (first, one) = a.words[i].addingReportingOverflow(b.words[i])
      let (second, two) = first.addingReportingOverflow(carry)
      (a.words[i], carry) = (second, one || two ? 1 : 0)
    }
  }

  /// Of a number ≥ 0, cut off behind the last bit.
  static func /= (a: inout FixedPoint, divisor: UInt64) {
    var remainder: UInt64 = 0
    for i in a.words.indices.reversed() {
      (a.words[i], remainder) = divisor.dividingFullWidth((remainder, a.words[i]))
    }
  }

  /// The product of numbers ≥ 0 of the same words, cut off behind the last bit; `room` is of twice as many.
  mutating func multiply(by other: FixedPoint, room: inout [UInt64]) {
    for i in room.indices { room[i] = 0 }
    for i in words.indices where words[i] != 0 {
      var carry: UInt64 = 0
      for j in other.words.indices {
        let product = words[i].multipliedFullWidth(by: other.words[j])
        let (first, one) = room[i + j].addingReportingOverflow(product.low)
        let (second, two) = first.addingReportingOverflow(carry)
        room[i + j] = second
        carry = product.high &+ (one ? 1 : 0) &+ (two ? 1 : 0)
      }
      room[i + words.count] = carry
    }
    for i in words.indices { words[i] = room[i + fraction] }
  }
}
