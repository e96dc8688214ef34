// Softmax of long vectors of Double: the same mathematics as ShiftedExponentials, in three passes
// that store nothing but the result. Here as plain Swift; C compiles it for wider registers.

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
  static let bestLevel = simplex_level()

  /// - Parameter keepsRest: whether `rest` is needed, so that the top's weight must be 1. If not, and
  ///   all entries are within ±300, their exponentials are taken as they are.
  /// - Returns: `nil` if the vector is empty, has no limit that this way finds, or is out of the
  ///   range where no step overflows: the definition must do it.
  init?(
    _ z: UnsafeBufferPointer<Double>, scale: Double, keepsRest: Bool = false,
    level: Int32 = Self.bestLevel
  ) {
    guard let start = z.baseAddress, scale.magnitude >= 0x1p-900, scale.isFinite else { return nil }
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
    if !keepsRest && scale == 1 && nan == 0 && max(largest, -smallest) <= 300 {
      (top, far) = (0, -300)
    } else {
      (top, far) = scale > 0 ? (largest, smallest) : (smallest, largest)
    }
    guard nan == 0, top.magnitude <= 0x1p1022 else { return nil }
    self.scale = scale
    self.level = level

    // Element i goes to partial sum i mod 16, in both ways of computing: so they agree.
    let counting = keepsRest || scale != 1 || top != 0 || far != -300
    let partials = Self.partialSums(
      z, top: top, far: far, scale: scale, counting: counting, level: level)
    var (rest, total) = (Doubled(high: partials.ones - 1), Doubled(high: partials.ones))
    for lane in 0..<16 {
      rest.add(partials.highs[lane])
      rest.low += partials.lows[lane]
      total.add(partials.highs[lane])
      total.low += partials.lows[lane]
    }
    (self.rest, self.total) = (rest.renormalized, total.renormalized)
  }

  /// Writes weight/total of each entry of z; the two may be the same memory.
  func writeShares(_ z: UnsafeBufferPointer<Double>, to result: UnsafeMutableBufferPointer<Double>)
  {
    let inverse = total.reciprocal
    if level > 0, let start = z.baseAddress, let output = result.baseAddress {
      simplex_shares(level, start, z.count, top, far, scale, inverse.high, inverse.low, output)
      return
    }
    for i in z.indices {
      let exponent = Self.exponent(z[i], top: top, scale: scale)
      guard exponent.high > -800 else {
        result[i] = 0
        continue
      }
      let (mantissa, power) = fastExponential(exponent.high, exponent.low)
      var share = Doubled(mantissa.high, times: inverse.high)
      share.low += mantissa.high * inverse.low + mantissa.low * inverse.high
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
  private struct PartialSums {
    var highs = SIMD16<Double>(repeating: 0)
    var lows = SIMD16<Double>(repeating: 0)
    /// How many terms are exactly 1, if they are counted, not added, so that a tiny rest survives.
    var ones = 0.0
  }

  private static func partialSums(
    _ z: UnsafeBufferPointer<Double>, top: Double, far: Double, scale: Double, counting: Bool,
    level: Int32
  ) -> PartialSums {
    var sums = PartialSums()
    if level > 0, let start = z.baseAddress {
      withUnsafeMutablePointer(to: &sums) { sums in
        let lanes = UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Double.self)
        simplex_sums(
          level, start, z.count, top, far, scale, lanes, lanes + 16, counting ? lanes + 32 : nil)
      }
      return sums
    }
    for i in z.indices {
      let exponent = exponent(z[i], top: top, scale: scale)
      let isCounted = counting && exponent.high == 0
      if isCounted { sums.ones += 1 }
      guard exponent.high > -708 && !isCounted else { continue }
      let (parts, power) = fastExponential(exponent.high, exponent.low)
      let mantissa = Doubled(larger: parts.high, plus: parts.low)
      let factor = Double(sign: .plus, exponent: power, significand: 1)
      let sum = Doubled(sums.highs[i % 16], plus: mantissa.high * factor)
      sums.highs[i % 16] = sum.high
      sums.lows[i % 16] += sum.low + mantissa.low * factor
    }
    return sums
  }
}
