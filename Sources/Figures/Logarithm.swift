// Logarithm: log₁₀ and 10ˣ from +, −, ×, ÷ alone, so that pictures are the same on every platform.

private let ln2 = 0.693147180559945309417
private let ln10 = 2.30258509299404568402

/// log₁₀ x for finite x > 0, to a few ulp, and exact at the powers of ten.
func log10(_ x: Double) -> Double {
  var m = x.significand
  var e = Double(x.exponent)
  if m > 1.4142135623730951 {
    m /= 2
    e += 1
  }
  // ln m = 2 artanh s, with |s| < 0.172: eleven more terms are below half an ulp.
  let s = (m - 1) / (m + 1)
  var sum = 0.0
  for k in stride(from: 25.0, through: 1, by: -2) { sum = sum * (s * s) + 1 / k }
  let log = (e * ln2 + 2 * s * sum) / ln10
  let nearest = log.rounded()
  return (log - nearest).magnitude < 1e-9 && powerOfTen(Int(nearest)) == x ? nearest : log
}

/// 10ⁿ, correctly rounded.
func powerOfTen(_ n: Int) -> Double {
  // The standard library reads decimals with correct rounding; "1e-400" is 0 and "1e400" is infinite.
  Double("1e\(n)") ?? (n < 0 ? 0 : .infinity)
}

/// 10ˣ for finite x, to a few ulp of the result's own size.
func tenTo(_ x: Double) -> Double {
  let whole = x.rounded(.down)
  // e^(y/8), |y/8| < 0.29, and three squarings.
  let y = (x - whole) * ln10 / 8
  var sum = 1.0
  for k in stride(from: 16.0, through: 1, by: -1) { sum = 1 + sum * y / k }
  for _ in 0..<3 { sum *= sum }
  return whole == x ? powerOfTen(Int(whole)) : sum * powerOfTen(Int(whole))
}
