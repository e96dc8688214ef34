// Softmax of long vectors of Double: the same mathematics as ShiftedExponentials, in two or three
// passes that store nothing but the result. Here as plain Swift; C compiles it for wider registers.

import CSimplexKernels

/// The weights exp(λ(zᵢ − z_top)) of a vector, and their sum, not stored but made again when needed.
///
/// Exponential and sum carry about 62 bits, so a share is within 0.502 ulp: its one rounding
/// and a little. Made again, a weight costs less than the memory to keep it in high + low.
struct SoftmaxKernel {
  /// What the entries are taken relative to: the one with the largest exponent, or 0.
  let top: Double
  /// No entry is farther from `top`.
  private let far: Double
  let scale: Double
  /// The sum of weights as high + low, and without one of those that are exactly 1.
  let total: Doubled<Double>
  let rest: Doubled<Double>
  private let level: Int32

  /// The instruction set that is used unless a test asks for another.
  static var bestLevel: Int32 { simplex_level() }

  /// - Parameter keepsRest: whether `rest` is needed, so that the top's weight must be 1. If not, and
  ///   all entries are within ±300, their exponentials are taken as they are.
  /// - Returns: `nil` if the vector is empty, has no limit that this way finds, or is out of the
  ///   range where no step overflows: the definition must do it.
  init?(
    _ z: UnsafeBufferPointer<Double>, scale: Double, keepsRest: Bool = false,
    level: Int32 = Self.bestLevel
  ) {
    guard let start = z.baseAddress, z.count > 0, scale.magnitude >= 0x1p-900, scale.isFinite
    else { return nil }
    self.scale = scale
    self.level = level
    if !keepsRest, scale == 1, let partials = Self.plainSums(z, level: level) {
      // One pass less, for the largest entry need not be known before the sum.
      (top, far) = (0, -300)
      total = partials.sum.renormalized
      rest = total
      return
    }
    var (largest, smallest, nan) = (-Double.infinity, Double.infinity, Int32(0))
    if level > 0 {
      simplex_range(level, start, z.count, &largest, &smallest, &nan)
    } else {
      for x in z {
        largest = x > largest ? x : largest
        smallest = x < smallest ? x : smallest
        if x.isNaN { nan = 1 }
      }
    }
    (top, far) = scale > 0 ? (largest, smallest) : (smallest, largest)
    guard nan == 0, top.magnitude <= 0x1p1022 else { return nil }

    let partials = Self.sums(z, top: top, far: far, scale: scale, level: level)
    let sum = partials.sum
    rest = (Doubled(high: partials.ones - 1) + sum).renormalized
    total = (Doubled(high: partials.ones) + sum).renormalized
  }

  /// Writes weight/total of each entry of z; the two may be the same memory.
  func writeShares(_ z: UnsafeBufferPointer<Double>, to result: UnsafeMutableBufferPointer<Double>)
  {
    let inverse = total.reciprocal
    if level > 0, let start = z.baseAddress, let output = result.baseAddress {
      simplex_shares(level, start, z.count, top, far, scale, inverse.high, inverse.low, output)
      return
    }
    let table = PowersTable().times(inverse)
    for i in z.indices {
      let exponent = Self.exponent(z[i], top: top, scale: scale)
      guard exponent.high > -800 else {
        result[i] = 0
        continue
      }
      let (share, power) = fastExponential(exponent.high, exponent.low, table)
      result[i] = share.rounded(timesTwoTo: power)
    }
  }

  /// λ(z − z_top) as high + low; the low part means nothing where the high part is infinite.
  @inline(__always)
  private static func exponent(_ z: Double, top: Double, scale: Double) -> Doubled<Double> {
    let difference = Doubled(z, minus: top)
    var product = Doubled(scale, times: difference.high)
    product.low += scale * difference.low
    return product
  }

  /// Sixteen sums in high and low parts, and a count: in memory 33 numbers, one after the other.
  ///
  /// Element i goes to sum i mod 16, in both ways of computing: so they agree.
  private struct PartialSums {
    var highs = SIMD16<Double>()
    var lows = SIMD16<Double>()
    /// How many terms are exactly 1, if they are counted, not added, so that a tiny rest survives.
    var ones = 0.0

    /// Without the ones. In pairs, for few steps wait for one another so.
    var sum: Doubled<Double> {
      let eight = Self.sum(highs.lowHalf, highs.highHalf, lows.lowHalf + lows.highHalf)
      let four = Self.sum(eight.0.lowHalf, eight.0.highHalf, eight.1.lowHalf + eight.1.highHalf)
      let two = Self.sum(four.0.lowHalf, four.0.highHalf, four.1.lowHalf + four.1.highHalf)
      return Doubled(high: two.0[0], low: two.1[0]) + Doubled(high: two.0[1], low: two.1[1])
    }

    /// The two-sum in every lane, its error added to `lows`.
    @inline(__always)
    private static func sum<V: SIMD>(_ a: V, _ b: V, _ lows: V) -> (V, V)
    where V.Scalar == Double {
      let sum = a + b
      let added = sum - a
      return (sum, ((a - (sum - added)) + (b - added)) + lows)
    }

    @inline(__always)
    mutating func add(_ i: Int, _ parts: Doubled<Double>, power: Int) {
      let factor = Double(sign: .plus, exponent: power, significand: 1)
      let term = parts.renormalized.times(powerOfTwo: factor)
      let sum = Doubled(highs[i % 16], plus: term.high)
      highs[i % 16] = sum.high
      lows[i % 16] += sum.low + term.low
    }

    /// Calls with where the highs, the lows and the count are.
    @inline(__always)
    mutating func withLanes<R>(_ body: (UnsafeMutablePointer<Double>) -> R) -> R {
      withUnsafeMutablePointer(to: &self) {
        body(UnsafeMutableRawPointer($0).assumingMemoryBound(to: Double.self))
      }
    }
  }

  /// Σ exp(z), if all of z are within ±300.
  private static func plainSums(
    _ z: UnsafeBufferPointer<Double>, level: Int32
  ) -> PartialSums? {
    var sums = PartialSums()
    if level > 0, let start = z.baseAddress {
      let isPlain = sums.withLanes { simplex_plain_sums(level, start, z.count, $0, $0 + 16) }
      return isPlain != 0 ? sums : nil
    }
    guard z.allSatisfy({ $0.magnitude <= 300 }) else { return nil }
    let table = PowersTable()
    for i in z.indices {
      let (parts, power) = fastExponential(z[i], 0, table)
      sums.add(i, parts, power: power)
    }
    return sums
  }

  private static func sums(
    _ z: UnsafeBufferPointer<Double>, top: Double, far: Double, scale: Double, level: Int32
  ) -> PartialSums {
    var sums = PartialSums()
    if level > 0, let start = z.baseAddress {
      sums.withLanes {
        simplex_sums(level, start, z.count, top, far, scale, $0, $0 + 16, $0 + 32)
      }
      return sums
    }
    let table = PowersTable()
    for i in z.indices {
      let exponent = exponent(z[i], top: top, scale: scale)
      if exponent.high == 0 { sums.ones += 1 }
      guard exponent.high > -708 && exponent.high != 0 else { continue }
      let (parts, power) = fastExponential(exponent.high, exponent.low, table)
      sums.add(i, parts, power: power)
    }
    return sums
  }
}
