// The logistic function of Double, rounded once. Here as plain Swift; C compiles it for processors with
// fused multiply-add, and for wider registers.

import CSimplexKernels

/// The logistic function of one number or of many.
struct LogisticKernel {
  /// The instruction set: see `SoftmaxKernel.bestLevel`.
  var level: Int32 = SoftmaxKernel.bestLevel

  @inline(__always)
  func value(_ x: Double) -> Double {
    level > 0 ? simplex_logistic(level, x) : plainValue(x, PowersTable())
  }

  /// Writes the logistic function of each x; the two may be the same memory.
  func write(_ x: UnsafeBufferPointer<Double>, to result: UnsafeMutableBufferPointer<Double>) {
    if level > 0, let start = x.baseAddress, let output = result.baseAddress {
      simplex_logistics(level, start, x.count, output)
      return
    }
    let table = PowersTable()
    for i in x.indices { result[i] = plainValue(x[i], table) }
  }

  /// 1/(1 + e) or e/(1 + e) with e = exp(−|x|) as high + low: 1 + e is exact but for 2⁻¹⁰⁰, its
  /// reciprocal is corrected by its remainder, and only the last sum rounds.
  private func plainValue(_ x: Double, _ table: PowersTable) -> Double {
    guard !x.isNaN else { return x }
    let size = x < 0 ? x : -x
    if size < -600 && x < 0 {
      // 1 + e is 1 here, and e may be subnormal.
      let (mantissa, power) = fastExponential(max(size, -800), 0, table)
      return mantissa.rounded(timesTwoTo: power)
    }
    let (mantissa, power) = fastExponential(max(size, -600), 0, table)
    let smaller = mantissa.times(
      powerOfTwo: Double(sign: .plus, exponent: power, significand: 1))
    var sum = Doubled(larger: 1, plus: smaller.high)
    sum.low += smaller.low
    sum = sum.renormalized
    let inverse = 1 / sum.high
    let remainder = 1.0.addingProduct(-inverse, sum.high).addingProduct(-inverse, sum.low)
    let top = x < 0 ? smaller : Doubled(high: 1)
    var product = Doubled(top.high, times: inverse)
    product.low = product.low.addingProduct(top.low, inverse)
    return product.high + product.low.addingProduct(top.high, inverse * remainder)
  }
}
