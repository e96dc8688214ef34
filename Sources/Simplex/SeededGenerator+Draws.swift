// Numbers drawn from a seeded generator. Each draw is a fixed recipe of IEEE operations, so that its
// stream is part of the type's promise: to change a recipe is to break it.

extension SeededGenerator {
  /// A multiple of 2⁻⁵³ in [0, 1), each equally likely: the upper 53 of the next 64 bits.
  ///
  /// - Shape and units: one number, without unit.
  /// - Edge cases: 0 may come, 1 never.
  /// - Source: Blackman & Vigna (2021), doi:10.1145/3460772, for the bits; the recipe is this library's.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// a + (b − a)·u for a uniform u, in [a, b); drawn again if rounding gives b.
  ///
  /// - Shape: one number.
  /// - Units: the range's.
  /// - Edge cases: a may come, b never; of a wide range not every double can come, for u has 2⁵³ values.
  /// - Source: Blackman & Vigna (2021), doi:10.1145/3460772, for the bits; the recipe is this library's.
  /// - Precondition: the range is not empty, and b − a is finite; the program stops otherwise.
  public mutating func uniform(in range: Range<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(width > 0 && width.isFinite, "no number to draw from \(range)")
    while true {
      let draw = range.lowerBound + width * uniform()
      if draw < range.upperBound { return draw }
    }
  }

  /// An integer of the range, each equally likely.
  ///
  /// A 64-bit draw times the range's width falls into one of `width` blocks; draws from the
  /// incomplete part of a block are thrown away.
  ///
  /// - Shape and units: one integer, in the range's unit.
  /// - Edge cases: any range that is not empty, `Int.min..<Int.max` too; of one integer, that one.
  /// - Precondition: the range is not empty; the program stops otherwise.
  /// - Source: Lemire (2019), ACM Trans. Model. Comput. Simul. 29(1), 3, doi:10.1145/3230636.
  public mutating func integer(in range: Range<Int>) -> Int {
    precondition(!range.isEmpty, "no integer to draw from \(range)")
    let width = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound))
    let threshold = (0 &- width) % width
    while true {
      let (block, position) = next().multipliedFullWidth(by: width)
      if position >= threshold {
        return Int(Int64(range.lowerBound) &+ Int64(bitPattern: block))
      }
    }
  }

  /// A draw from the exponential distribution of mean 1: −ln u, u being an odd multiple of 2⁻⁵³.
  ///
  /// - Shape and units: one number, without unit.
  /// - Edge cases: positive, never 0, and at most 53 ln 2 ≈ 36.7.
  /// - Source: Devroye, Non-Uniform Random Variate Generation (1986), chapter II, section 2, for the inversion.
  public mutating func exponential() -> Double {
    -portableLogarithm((Double(next() >> 12) + 0.5) * 0x1p-52)
  }

  /// A draw from the normal distribution.
  ///
  /// The polar method: (x, y) uniform in the square [−1, 1)² until 0 < s = x² + y² < 1, then
  /// mean + deviation·x·√(−2 ln s / s). The method's second draw, from y, is not kept, so the
  /// generator has no state but its bits.
  ///
  /// - Parameters:
  ///   - mean: the distribution's mean.
  ///   - deviation: its standard deviation; 0 gives the mean, a negative one mirrors.
  /// - Shape: one number.
  /// - Units: those of `mean` and `deviation`.
  /// - Edge cases: never farther from the mean than 12.1 deviations. NaN as either gives NaN; an infinite mean
  ///   gives itself, an infinite deviation ±∞ (NaN where x is 0), both together ±∞ or NaN.
  /// - Source: Marsaglia & Bray (1964), doi:10.1137/1006063.
  public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let s = x * x + y * y
      if s > 0 && s < 1 {
        return mean + deviation * (x * (-2 * portableLogarithm(s) / s).squareRoot())
      }
    }
  }

  /// The index of an item, drawn with probabilities proportional to `weights`.
  ///
  /// The first item at which the running sum exceeds uniform·total: never one of weight 0.
  ///
  /// - Shape: n ≥ 1 weights; the result is in 0..<n. Takes time proportional to n.
  /// - Units: weights in any one unit; the result is a position.
  /// - Edge cases: a single positive weight is always drawn; nothing is drawn from the stream if an error is thrown.
  /// - Source: Devroye, Non-Uniform Random Variate Generation (1986), chapter III, section 2, for the
  ///   sequential search.
  /// - Throws: `InvalidInput` naming the first weight that is not finite and at least 0; or if
  ///   their sum is 0 (or there is none), or overflows.
  public mutating func categorical(_ weights: [Double]) throws(InvalidInput) -> Int {
    try InvalidInput.check("weights", weights, "is not finite and at least 0") {
      $0 >= 0 && $0.isFinite
    }
    let total = weights.reduce(0, +)
    guard total > 0, total.isFinite else { throw InvalidInput("weights", "sum to \(total)") }
    return index(in: weights, total: total)
  }

  /// The index of an item, drawn with the given probabilities; never one of probability 0.
  ///
  /// - Shape: n ≥ 1 probabilities; the result is in 0..<n. Takes time proportional to n.
  /// - Units: shares of 1; the result is a position.
  /// - Edge cases: probabilities whose sum is not exactly 1 count by their ratios. Where a tolerance of 1 or more let
  ///   all be 0, the result is 0; where it let the sum overflow, the last positive one's position.
  /// - Source: that of `categorical(_:)` of weights.
  public mutating func categorical(_ probabilities: ProbabilityVector) -> Int {
    index(in: probabilities.values, total: probabilities.reduce(0, +))
  }

  /// A point drawn uniformly from the open simplex: n exponential draws divided by their sum.
  ///
  /// This is the Dirichlet distribution with all parameters 1.
  ///
  /// - Shape: n numbers that sum to 1 within rounding.
  /// - Units: shares of 1.
  /// - Edge cases: all are positive; none for n = 0, [1] for n = 1.
  /// - Precondition: n ≥ 0; the program stops otherwise.
  /// - Source: Devroye, Non-Uniform Random Variate Generation (1986), chapter V, section 2.
  public mutating func simplex(_ count: Int) -> [Double] {
    var draws: [Double] = []
    for _ in 0..<count { draws.append(exponential()) }
    let total = draws.reduce(0, +)
    return draws.map { $0 / total }
  }

  private mutating func index(in weights: [Double], total: Double) -> Int {
    let target = uniform() * total
    var sum = 0.0
    var last = 0
    for (i, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      if target < sum { return i }
      last = i
    }
    // Only reached if `total` is subnormal and target was rounded up to it.
    return last
  }
}

/// ln x for a positive normal x, by operations that every platform rounds alike; within 2 ulp.
///
/// x = m·2ᵉ with m between √½ and √2; with t = (m − 1)/(m + 1), ln m = 2 Σ t²ᵏ⁺¹/(2k + 1).
/// |t| < 0.172, so that twelve terms leave less than 10⁻¹⁹.
func portableLogarithm(_ x: Double) -> Double {
  var m = x.significand
  var e = Double(x.exponent)
  if m > 1.4142135623730951 {
    m /= 2
    e += 1
  }
  let t = (m - 1) / (m + 1)
  let square = t * t
  var series = 0.0
  for k in (1...11).reversed() { series = (series + 1 / Double(2 * k + 1)) * square }
  // ln 2 in two parts, of which the first has 21 zeros at its end: e times it is exact.
  let tail = 2 * t * series + e * 1.9082149292705877e-10
  return e * 0.693147180369123816490 + (2 * t + tail)
}
