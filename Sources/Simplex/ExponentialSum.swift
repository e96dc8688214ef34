// Σ wᵢ exp(xᵢ) for weights of any sign, to 88 bits of whatever the cancellation leaves.

import RealModule

/// A sum of weighted exponentials, and its sign, however much of it cancels.
///
/// The terms are added in fixed point, first with 192 bits behind the largest, then with twice as many,
/// until the sum is 2⁸⁸ times as large as its error. That ends: exponentials of different rational numbers are
/// linearly independent over the rational ones (Lindemann and Weierstrass), so a sum is 0 only if the weights of each
/// x add up to 0, and that is looked at first, exactly.
///
/// - Source: Lindemann–Weierstrass, in Baker (1975), Transcendental Number Theory, theorem 1.4; Ziv (1991),
///   doi:10.1145/114697.116813, for trying with more digits.
struct ExponentialSum<T: Real & BinaryFloatingPoint> {
  /// (isNegative ? −1 : 1)·mantissa·2^power·exp(shift), the mantissa from 1 to 2.
  private(set) var isNegative = false
  private(set) var mantissa = Doubled<T>(high: 1)
  private(set) var power = 0
  let shift: T

  /// exp(high + low)·weight, where high + low is x − shift.
  private struct Term {
    var weight: BinaryNumber
    var high: BinaryNumber
    var low: BinaryNumber
    /// The integer next below (high + low)/log 2; sometimes the one beside it.
    var power: Int
    /// The weighted exponential lies between 2^size and 2^(size + 3).
    var size: Int { power + weight.exponent + 63 }
  }

  /// - Parameters:
  ///   - x: finite, or −∞ for what counts nothing.
  ///   - weights: finite, as many.
  ///   - shift: what the exponents are taken relative to; `nil` for the largest that counts.
  /// - Returns: `nil` if the sum is exactly 0.
  init?(_ x: [T], weights: [T], shift: T? = nil) {
    let counting = Self.indicesThatCount(x, weights)
    guard let largest = counting.map({ x[$0] }).max() else { return nil }
    self.shift = shift ?? largest
    let terms = counting.compactMap { Self.term(x[$0], weight: weights[$0], self.shift) }
    guard let size = terms.map(\.size).max() else { return nil }
    // What is cut off as a term is added is below 2²⁰ units, unless there are thousands of words.
    let uncertain = 20 + (Int.bitWidth - terms.count.leadingZeroBitCount)
    var words = 3
    while true {
      let sum = Self.sum(terms, inUnitsOf: size, words: words)
      let highest = sum.magnitude.highestBit
      if highest >= uncertain + 88 {
        isNegative = sum.isNegative
        power = highest - 64 * words + size
        mantissa = Self.leading(sum.magnitude, from: highest)
        return
      }
      words *= 2
    }
  }

  /// log|Σ|, with about 100 bits unless it is near 0.
  var logarithm: Doubled<T> {
    Doubled(high: shift) + (Doubled.log2(timesInteger: T(power)) + mantissa.logarithm)
  }

  /// log(1 + Σ) of a sum relative to shift 0, rounded once. For Σ > −½.
  var logarithmOfOnePlus: T {
    let signed = isNegative ? -mantissa : mantissa
    // Below, log(1 + Σ) is Σ, which may be subnormal.
    guard power > -2 * T.significandBitCount - 20 else { return signed.rounded(timesTwoTo: power) }
    return signed.times(powerOfTwo: T(sign: .plus, exponent: T.Exponent(power), significand: 1))
      .logarithmOfOnePlus.value
  }

  /// Those of weights ≠ 0 and x > −∞ whose x has weights that do not add up to exactly 0.
  private static func indicesThatCount(_ x: [T], _ weights: [T]) -> [Int] {
    let indices = x.indices.filter { weights[$0] != 0 && x[$0] > -.infinity }
    guard indices.contains(where: { weights[$0] < 0 }) else { return indices }
    let sorted = indices.sorted { x[$0] < x[$1] }
    var result: [Int] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, x[sorted[end]] == x[sorted[start]] { end += 1 }
      let group = sorted[start..<end]
      if group.count == 1 || !cancels(group.map { BinaryNumber(weights[$0]) }) { result += group }
      start = end
    }
    return result
  }

  /// Whether numbers ≠ 0 add up to exactly 0.
  private static func cancels(_ numbers: [BinaryNumber]) -> Bool {
    let exponents = numbers.map(\.exponent)
    guard let least = exponents.min(), let most = exponents.max() else { return true }
    // The lowest bit is that of the smallest number; above the largest there is room for 2⁶³ of them.
    var sum = FixedPoint(whole: (most - least) / 64 + 4, fraction: 0)
    for var number in numbers {
      number.exponent -= least
      sum.add(number)
    }
    return sum.isZero
  }

  /// `nil` for what is far below any number that a weight can lift.
  private static func term(_ x: T, weight: T, _ shift: T) -> Term? {
    let difference = Doubled(x, minus: shift)
    guard difference.high.magnitude < 0x1p40 else { return nil }
    let power = (difference.high / T.log(2)).rounded(.down)
    return Term(
      weight: BinaryNumber(weight), high: BinaryNumber(difference.high),
      low: BinaryNumber(difference.low), power: Int(power))
  }

  /// The sum in units of 2^(size − 64·words).
  private static func sum(
    _ terms: [Term], inUnitsOf size: Int, words: Int
  ) -> (magnitude: FixedPoint, isNegative: Bool) {
    // A word more: neither the squarings nor a multiple of log 2 then reach the sum's last bits.
    var exponential = FixedPointExponential(fraction: words + 1)
    var sum = FixedPoint(whole: 2, fraction: words)
    for term in terms where term.size - size > -64 * words - 8 {
      let (mantissa, power) = exponential.callAsFunction(term.high, term.low, power: term.power)
      sum.add(
        mantissa, times: term.weight.significand, power: power + term.weight.exponent - size,
        negative: term.weight.isNegative)
    }
    let isNegative = sum.isNegative
    if isNegative { sum.negate() }
    return (sum, isNegative)
  }

  /// The 128 bits from the highest on, as a number from 1 to 2.
  private static func leading(_ sum: FixedPoint, from highest: Int) -> Doubled<T> {
    var result = Doubled<T>(high: 0)
    for place in stride(from: -127, through: -31, by: 32) {
      let half = T(sum.bits(from: highest + place) & 0xFFFF_FFFF)
      let factor = T(sign: .plus, exponent: T.Exponent(place), significand: 1)
      result = Doubled(high: half * factor) + result
    }
    return result
  }
}

/// exp(high + low) in fixed point: the arguments' ln 2 and the room for products are made once.
private struct FixedPointExponential {
  private let logTwo: FixedPoint
  private var room: [UInt64]

  init(fraction: Int) {
    // log 2 = 2 artanh(1/3) = 2 Σ 1/((2j + 1) 3^(2j + 1)).
    var (sum, odd) = (FixedPoint(fraction: fraction), FixedPoint.one(fraction: fraction))
    odd += odd
    odd /= 3
    var n: UInt64 = 1
    while !odd.isZero {
      var term = odd
      term /= n
      sum += term
      odd /= 9
      n += 2
    }
    logTwo = sum
    room = [UInt64](repeating: 0, count: 2 * fraction + 2)
  }

  /// mantissa·2^power with the mantissa between 1 and 4.
  ///
  /// r = high + low − power·log 2, from 0 to 0.7, is divided by 2⁸, so that Taylor's series is short, and its sum
  /// squared eight times.
  mutating func callAsFunction(
    _ high: BinaryNumber, _ low: BinaryNumber, power: Int
  ) -> (mantissa: FixedPoint, power: Int) {
    var (rest, power) = (FixedPoint(fraction: logTwo.fraction), power)
    rest.add(high)
    rest.add(low)
    rest.add(logTwo, times: UInt64(power.magnitude), power: 0, negative: power > 0)
    while rest.isNegative {
      rest += logTwo
      power -= 1
    }
    rest /= 256
    var (sum, term) = (FixedPoint.one(fraction: logTwo.fraction), rest)
    var n: UInt64 = 1
    while !term.isZero {
      sum += term
      n += 1
      term.multiply(by: rest, room: &room)
      term /= n
    }
    for _ in 0..<8 { sum.multiply(by: sum, room: &room) }
    return (sum, power)
  }
}
