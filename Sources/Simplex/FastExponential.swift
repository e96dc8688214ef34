// The exponential behind fast softmax: high + low, for Double, without a table or a branch.

/// exp(high + low) = mantissa·2^power.
///
/// With k the integer next to x/log 2 and r = x − k·log 2 (two pieces of log 2; the first one's product
/// with k is exact), |r| ≤ 0.3466 and exp(r) is Taylor's series to r¹⁵/15!; what is left is below 2⁻⁶⁸.
/// 1, r, r²/2 and r³/6 are summed as high + low; the others are below 2⁻¹⁰, so that their roundings
/// are below 2⁻⁶². A table of powers would save a few terms and cost a gather.
///
/// Every line has its like in kernels.inc, which does sixteen at a time and must agree in all bits.
///
/// - Parameters: `high` between −800 and 800; |`low`| below 2⁻⁴⁰.
/// - Returns: the mantissa's high part is not rounded from the whole: its low part may be 2⁻¹⁰ of it.
/// - Accuracy: within 2⁻⁶¹ of the exact value.
@inline(__always)
func fastExponential(_ high: Double, _ low: Double) -> (mantissa: Doubled<Double>, power: Int) {
  // Adding 1.5·2⁵² rounds to an integer, which then stands in the low bits.
  let k = 0x1.8p52.addingProduct(high, 0x1.71547652b82fep+0) - 0x1.8p52
  let a = high.addingProduct(-k, 0x1.62e42fefa3800p-1)
  let r = a.addingProduct(-k, 0x1.ef35793c76000p-45)
  let rest = (a - r).addingProduct(-k, 0x1.ef35793c76000p-45) + low

  let square = Doubled(r, times: r)
  var cube = Doubled(square.high, times: r)
  cube.low = cube.low.addingProduct(square.low, r)
  var sixth = Doubled(cube.high, times: 0x1.5555555555555p-3)
  sixth.low = sixth.low.addingProduct(cube.low, 0x1.5555555555555p-3)
  sixth.low = sixth.low.addingProduct(cube.high, 0x1.5555555555555p-57)

  // (1/4! + r/5!) + r²(1/6! + r/7!) + … in pairs, so that less waits for less (Estrin's scheme).
  let fourth = square.high * square.high
  let p0 = 0x1.5555555555555p-5.addingProduct(r, 0x1.1111111111111p-7)  // 1/4!, 1/5!
  let p1 = 0x1.6c16c16c16c17p-10.addingProduct(r, 0x1.a01a01a01a01ap-13)  // 1/6!, 1/7!
  let p2 = 0x1.a01a01a01a01ap-16.addingProduct(r, 0x1.71de3a556c734p-19)  // 1/8!, 1/9!
  let p3 = 0x1.27e4fb7789f5cp-22.addingProduct(r, 0x1.ae64567f544e4p-26)  // 1/10!, 1/11!
  let p4 = 0x1.1eed8eff8d898p-29.addingProduct(r, 0x1.6124613a86d09p-33)  // 1/12!, 1/13!
  let p5 = 0x1.93974a8c07c9dp-37.addingProduct(r, 0x1.ae7f3e733b81fp-41)  // 1/14!, 1/15!
  let q0 = p0.addingProduct(square.high, p1)
  let q1 = p2.addingProduct(square.high, p3)
  let q2 = p4.addingProduct(square.high, p5)
  let tail = fourth * q0.addingProduct(fourth, q1.addingProduct(fourth, q2))

  let linear = Doubled(larger: 1, plus: r)
  let sum = linear.high.addingProduct(0.5, square.high)
  let quadratic = Doubled(
    high: sum, low: (linear.high - sum).addingProduct(0.5, square.high))
  let cubic = Doubled(larger: quadratic.high, plus: sixth.high)
  var lows =
    ((linear.low + quadratic.low) + (cubic.low + tail))
    + sixth.low.addingProduct(0.5, square.low)
  lows = lows.addingProduct(rest, cubic.high + lows)
  return (Doubled(high: cubic.high, low: lows), Int(k))
}
