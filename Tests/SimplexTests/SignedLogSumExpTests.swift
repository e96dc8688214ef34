// log-sum-exp with weights of any sign: its edges, exact zeros, and what it has in common with the form
// without weights. The references of AccuracyTests hold its digits.

import Testing

@testable import Simplex

@Suite struct SignedLogSumExpTests {
  static let (inf, nan, huge) = (Double.infinity, Double.nan, Double.greatestFiniteMagnitude)
  static let least = Double.leastNonzeroMagnitude

  private func gives(
    _ x: [Double], _ weights: [Double], _ logarithm: Double, _ sign: Double,
    _ place: SourceLocation = #_sourceLocation
  ) {
    let got = logSumExp(x, weights: weights)
    let isSame =
      logarithm.isNaN
      ? got.logarithm.isNaN && got.sign.isNaN : got.logarithm == logarithm && got.sign == sign
    #expect(isSame, "\(x), \(weights): \(got)", sourceLocation: place)
  }

  @Test func nothingIsZero() {
    gives([], [], -Self.inf, 0)
    gives([1, 2], [0, -0.0], -Self.inf, 0)
    gives([-Self.inf, -Self.inf], [1, -2], -Self.inf, 0)
  }

  @Test func whatCancelsExactlyIsZero() {
    gives([3, 3], [1, -1], -Self.inf, 0)
    gives([3, 3, 3, 3], [0.1, 0.2, -0.1, -0.2], -Self.inf, 0)
    gives([5, -7, 5, -7, 5], [1e300, 2, -1e300, -2, 0], -Self.inf, 0)
    gives([1e308, -1e308, 1e308, -1e308], [Self.huge, 1, -Self.huge, -1], -Self.inf, 0)
    gives([0, 0, 0], [Self.huge, Self.huge, -Self.huge], 709.782712893384, 1)
    // Beside what cancels, the rest is as if it were alone.
    gives([900, 900, -700], [1, -1, -1], -700, -1)
    gives([0, 0, 0], [Self.huge, Self.least, -Self.huge], -744.4400719213812, 1)
    // Sums of exactly ±1.
    gives([0, 2, 2], [1, 3, -3], 0, 1)
    gives([0, 0], [-0.25, -0.75], 0, -1)
  }

  /// 0.1 + 0.2, rounded, exceeds the sum of its terms by 2⁻⁵⁵.
  @Test func whatNearlyCancelsIsNotZero() {
    let got = logSumExp([3, 3, 3], weights: [0.1, 0.2, -(0.1 + 0.2)])
    #expect((got.logarithm - (3 - 55 * 0.6931471805599453)).magnitude < 1e-14 && got.sign == -1)
  }

  @Test func infinities() {
    let (inf, nan) = (Self.inf, Self.nan)
    gives([inf, 0], [1, -5], inf, 1)
    gives([inf, 0], [-1e-300, 5], inf, -1)
    gives([inf, inf], [1, 2], inf, 1)
    gives([inf, inf], [1, -1], nan, nan)
    gives([inf, 0], [0, -1], 0, -1)
    gives([inf, inf, 1], [0, -2, 9], inf, -1)
    gives([0, 0], [inf, -7], inf, 1)
    gives([-900, 900], [-inf, 1], inf, -1)
    gives([0, 0], [inf, -inf], nan, nan)
    gives([inf, 0], [inf, inf], inf, 1)
    gives([inf, 0], [1, -inf], nan, nan)
    gives([-inf, 0], [inf, 1], nan, nan)
    gives([-inf, 0], [3, 2], 0.6931471805599453, 1)
    gives([-inf, inf], [-3, 2], inf, 1)
  }

  @Test func whatIsNoNumberOrNoPair() {
    gives([Self.nan, 0], [1, 1], Self.nan, Self.nan)
    gives([0, Self.nan], [1, 0], Self.nan, Self.nan)
    gives([0, 0], [1, Self.nan], Self.nan, Self.nan)
    gives([Self.inf, 0], [1, Self.nan], Self.nan, Self.nan)
    gives([1, 2], [1], Self.nan, Self.nan)
    gives([], [1], Self.nan, Self.nan)
  }

  @Test func oneTermIsItsOwnLogarithm() {
    for x in [0, 1e-300, -3, 700, 1e308, -1e308, Self.least] {
      gives([x], [1], x, 1)
      gives([x], [-1], x, -1)
    }
    #expect(logSumExp([0], weights: [Self.least]).logarithm == -744.4400719213812)
  }

  @Test func weightsOfOneAreNone() {
    var draws = Draws()
    for width in [0.01, 1, 40, 600, 1e5] {
      for count in [1, 2, 7, 30] {
        let x = draws.vector(count, in: -width...width)
        let ones = x.map { _ in 1.0 }
        // Each is within 0.51 ulp: nearly always the same number, and never but its neighbour.
        let (got, plain) = (logSumExp(x, weights: ones), logSumExp(x))
        #expect((got.logarithm - plain).magnitude <= plain.ulp && got.sign == 1)
        let minus = logSumExp(x, weights: ones.map { -$0 })
        #expect(minus.logarithm == got.logarithm && minus.sign == -1)
      }
    }
  }

  @Test func narrowAndWideTypes() {
    let narrow = logSumExp([1, 2] as [Float], weights: [3, -1])
    let wide = logSumExp([1, 2] as [Double], weights: [3, -1])
    #expect(narrow.logarithm == Float(wide.logarithm) && narrow.sign == 1)
    #if arch(x86_64) && !os(Windows)
      let widest = logSumExp([1, 2] as [Float80], weights: [3, -1])
      #expect(Double(widest.logarithm) == wide.logarithm && widest.sign == 1)
      let shares = [Float80(0.25), 0.75].map { Float80.log($0) }
      #expect(logSumExp(shares).magnitude < 0x1p-64)
    #endif
  }

  /// 1 − Σ of 2⁻¹, …, 2⁻ⁿ is 2⁻ⁿ; the exponents are no logarithms, so no bit of it is hidden in them.
  @Test func anyCancellationKeepsItsDigits() {
    for n in stride(from: 10, through: 1000, by: 90) {
      let weights = [1] + (1...n).map { -Double(sign: .plus, exponent: -$0, significand: 1) }
      let got = logSumExp([Double](repeating: 2, count: n + 1), weights: weights)
      let expected = 2 - Double(n) * 0.6931471805599453
      #expect((got.logarithm - expected).magnitude <= 2 * expected.ulp && got.sign == 1)
    }
    // exp(x) − exp(y) of neighbours: their distance, nearly.
    for x in [1e-300, 1, 30, -600, 1e9] {
      let got = logSumExp([x.nextUp, x], weights: [1, -1])
      #expect((got.logarithm - (x + Double(x.ulp.exponent) * 0.6931471805599453)).magnitude < 1e-6)
    }
  }
}
