// The logistic function of Double, rounded once. Here as plain Swift; C compiles it for processors with
// fused multiply-add, and for wider registers.

import CSimplexKernels

/// The logistic function of one number or of many.
struct LogisticKernel {
  /// The instruction set: see `SoftmaxKernel.bestLevel`.
  var level: Int32 = SoftmaxKernel.bestLevel

  @inline(__always)
  func value(_ x: Double) -> Double {
    level > 0 ? simplex_logistic(x) : valueAlone(x)
  }

  /// Apart, so that whoever needs no table keeps no room for one.
  @inline(never)
  private func valueAlone(_ x: Double) -> Double { plainValue(x, PowersTable()) }

  /// Writes the logistic function of each x; the two may be the same memory.
  func write(_ x: UnsafeBufferPointer<Double>, to result: UnsafeMutableBufferPointer<Double>) {
    if level > 0, let start = x.baseAddress, let output = result.baseAddress {
      simplex_logistics(level, start, x.count, output)
      return
    }
    let table = PowersTable()
    for i in x.indices { result[i] = plainValue(x[i], table) }
  }

  /// 1/(1 + e) with e = exp(−x) as high + low: 1 + e is exact but for 2⁻¹⁰⁰, and only the last step rounds,
  /// which corrects the reciprocal by its remainder.
  ///
  /// The sign of x makes no difference: within ±600 no e overflows, and a large one costs no digit. So there
  /// is nothing to branch on, and no share to multiply the reciprocal by.
  private func plainValue(_ x: Double, _ table: PowersTable) -> Double {
    guard !x.isNaN else { return x }
    if x < -600 {
      // 1/(1 + 1/y) is y here, and may be subnormal.
      let (mantissa, power) = fastExponential(max(x, -800), 0, table)
      return mantissa.rounded(timesTwoTo: power)
    }
    let (mantissa, power) = fastExponential(max(-x, -600), 0, table)
    let odds = mantissa.times(powerOfTwo: Double(sign: .plus, exponent: power, significand: 1))
    // The low part may be 2⁻¹² of the sum. What the remainder then loses is 2⁻⁶⁶ of the result.
    var sum = Doubled(1, plus: odds.high)
    sum.low += odds.low
    let inverse = 1 / (sum.high + sum.low)
    let remainder = 1.0.addingProduct(-inverse, sum.high).addingProduct(-inverse, sum.low)
    return inverse.addingProduct(inverse, remainder)
  }
}
