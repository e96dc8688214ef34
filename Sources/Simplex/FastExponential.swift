// The exponential behind fast softmax and logistic: high + low, for Double, without a branch.

import CSimplexKernels

/// 2^(j/16) for j from 0 to 15, perhaps all of them times a number: what is multiplied into the table
/// need not be multiplied into each result.
struct PowersTable {
  private(set) var highs = SIMD16<Double>()
  /// By which part of itself the exact entry differs from the high one.
  private(set) var rests = SIMD16<Double>()

  /// The powers themselves; the C kernel has their digits.
  init() {
    let powers = UnsafeBufferPointer(start: simplex_powers(), count: 32)
    for j in 0..<16 { (highs[j], rests[j]) = (powers[j], powers[16 + j]) }
  }

  func times(_ factor: Doubled<Double>) -> PowersTable {
    var table = self
    for j in 0..<16 {
      var product = Doubled(highs[j], times: factor.high)
      product.low = product.low.addingProduct(highs[j], factor.low)
      product.low = product.low.addingProduct(product.high, rests[j])
      let sum = product.high + product.low
      table.highs[j] = sum
      table.rests[j] = (product.low - (sum - product.high)) / sum
    }
    return table
  }
}

/// exp(high + low)·f = mantissa·2^power, f being what was multiplied into the table.
///
/// With n the integer next to 16x/log 2 and r = x − n·(log 2)/16, |r| ≤ 0.0217 and
/// exp(x) = 2^⌊n/16⌋·2^(j/16)·exp(r), where j = n mod 16. The rounded (log 2)/16 times n taken from x
/// is exact; `rest` has what is missing of it, of the table's entry and of x. Then
/// exp(r + rest) = 1 + r + (rest + x²·q(x)) with x = r + rest, and the part in brackets is below 2⁻¹²,
/// so that its roundings are below 2⁻⁶⁴. The polynomial q is the minimax one for
/// (exp(x) − 1 − x)/x²; x²·q is within 2⁻⁶⁴ of it.
///
/// Every line has its like in exponential.inc, which does sixteen at a time and must agree in all bits.
///
/// - Parameters: `high` between −800 and 800; |`low`| below 2⁻⁴⁰.
/// - Returns: the mantissa's high part is not rounded from the whole: its low part may be 2⁻¹¹ of it.
/// - Accuracy: within 2⁻⁶² of the exact value.
/// - Source: Tang (1989), doi:10.1145/63522.214389, for the table; Remez's minimax.
@inline(__always)
func fastExponential(
  _ high: Double, _ low: Double, _ table: PowersTable
) -> (mantissa: Doubled<Double>, power: Int) {
  // Adding 1.5·2⁵² rounds to an integer.
  let n = 0x1.8p52.addingProduct(high, 0x1.71547652b82fep+4) - 0x1.8p52
  let r = high.addingProduct(-n, 0x1.62e42fefa39efp-5)
  let j = Int(n) & 15
  let leading = table.highs[j]
  let rest = (table.rests[j] + low).addingProduct(-n, 0x1.abc9e3b39803fp-60)

  let x = r + rest
  let square = x * x
  // Nearly 1/2!, 1/3!, … in pairs, so that less waits for less (Estrin's scheme).
  let p0 = 0x1.0000000000001p-1.addingProduct(x, 0x1.5555555555556p-3)
  let p1 = 0x1.55555554e90f2p-5.addingProduct(x, 0x1.11111110e0f1ep-7)
  let p2 = 0x1.6c17ed998e52bp-10.addingProduct(x, 0x1.a01b0c731c4a3p-13)
  let q = p0.addingProduct(square, p1.addingProduct(square, p2))
  let tail = rest.addingProduct(square, q)

  let linear = Doubled(leading, times: r)
  let sum = Doubled(larger: leading, plus: linear.high)
  return (
    Doubled(high: sum.high, low: sum.low.addingProduct(leading, tail) + linear.low), Int(n) >> 4
  )
}
