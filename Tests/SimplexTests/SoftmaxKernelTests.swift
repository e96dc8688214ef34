// The fast way of softmax against its plain Swift form, bit by bit, and against the definition.

import Testing

@testable import Simplex

@Suite struct SoftmaxKernelTests {
  /// Vectors of every length up to three registers and more, near, far, tied, masked, subnormal.
  static func vectors() -> [(z: [Double], scale: Double)] {
    var draws = Draws()
    var vectors: [(z: [Double], scale: Double)] = []
    for count in 1...35 {
      for width in [1e-9, 1, 30, 900] {
        for scale in [1, -1, 0.37, 1e10, -1e-10] {
          var z = draws.vector(count, in: -width...width)
          if count % 3 == 0 { z[count / 2] = scale > 0 ? -.infinity : .infinity }
          if count % 4 == 0 { z[count - 1] = z[0] }
          vectors.append((z, scale))
        }
      }
    }
    return vectors
  }

  private func shares(
    _ z: [Double], _ scale: Double, keepsRest: Bool, level: Int32
  ) -> [Double]? {
    z.withUnsafeBufferPointer { z in
      guard let kernel = SoftmaxKernel(z, scale: scale, keepsRest: keepsRest, level: level)
      else { return nil }
      var shares = [Double](repeating: .nan, count: z.count)
      shares.withUnsafeMutableBufferPointer { kernel.writeShares(z, to: $0) }
      return shares + [kernel.rest.high, kernel.rest.low, kernel.total.high, kernel.total.low]
    }
  }

  @Test(arguments: 0...2) func agreesWithPlainSwiftInEveryBit(level: Int) throws {
    guard level <= SoftmaxKernel.bestLevel else { return }
    for (z, scale) in Self.vectors() {
      for keepsRest in [false, true] {
        let plain = try #require(shares(z, scale, keepsRest: keepsRest, level: 0))
        let wide = try #require(shares(z, scale, keepsRest: keepsRest, level: Int32(level)))
        #expect(plain.map(\.bitPattern) == wide.map(\.bitPattern), "\(z), \(scale)")
      }
    }
  }

  /// The quick sum looks at its numbers a few thousand at a time: what lies beyond its range, and where.
  @Test(arguments: [-300.1, 300.1, .infinity, -.infinity, .nan, 300, -300])
  func oneNumberDecidesWhichWayIsTaken(_ odd: Double) throws {
    var draws = Draws()
    let many = draws.vector(9000, in: -10...10)
    for count in [17, 4096, 4111, 8200] {
      for place in [0, count - 1] {
        var z = Array(many.prefix(count))
        z[place] = odd
        let plain = shares(z, 1, keepsRest: false, level: 0)
        for level in 1..<SoftmaxKernel.bestLevel + 1 {
          let wide = shares(z, 1, keepsRest: false, level: level)
          #expect(plain?.map(\.bitPattern) == wide?.map(\.bitPattern), "\(count), \(place)")
        }
        // The definition, for the same number: where it has no limit, this way must find none.
        let shape = z.withUnsafeBufferPointer { limitShape($0, scale: 1) }.0
        #expect((plain == nil) == (shape != .regular))
      }
    }
  }

  @Test func staysNextToTheDefinition() {
    for (z, scale) in Self.vectors() {
      let exact = ShiftedExponentials(z, scale: Doubled(high: scale))
      #expect(exact.shape == .regular)
      for (i, share) in softmax(z, scale: scale).enumerated() {
        let scaled = exact.scaledShare(i)
        guard scaled.value >= .leastNormalMagnitude else {
          #expect((share - scaled.value).magnitude <= .leastNonzeroMagnitude)
          continue
        }
        // The same in units of 2^power, where the low part still says where the exact value is.
        let factor = Double(sign: .plus, exponent: -scaled.power / 2, significand: 1)
        let other = Double(
          sign: .plus, exponent: -scaled.power - (-scaled.power / 2), significand: 1)
        let error = (share * factor * other - scaled.mantissa.high) - scaled.mantissa.low
        #expect(error.magnitude <= 0.505 * scaled.mantissa.value.ulp, "\(z), \(scale)")
      }
    }
  }

  @Test func aMillionSharesStayWithinTheBound() {
    var draws = Draws()
    // The exact total, to 100 bits, of 1,000 numbers that come 1,000 times each.
    let few = draws.vector(1000, in: -20...20)
    let z = (0..<1_000_000).map { few[$0 % 1000] }
    let top = few.max() ?? 0
    let terms = few.map { Doubled($0, minus: top).scaledExponential.doubledValue }
    let total = terms.reduce(Doubled(high: 0)) { $0 + $1 } * 1000
    let shares = softmax(z)
    for i in 0..<1000 {
      let exact = terms[i] / total
      #expect(((shares[i] - exact.high) - exact.low).magnitude <= 0.51 * exact.value.ulp)
    }
  }

  @Test func fastExponentialHas62Bits() {
    var draws = Draws()
    let third = (Doubled(high: 1) / Doubled(high: 3)).renormalized
    let table = PowersTable()
    for x in draws.vector(20_000, in: -745...0) + draws.vector(2000, in: -1...1) {
      for (factor, table) in [(Doubled(high: 1), table), (third, table.times(third))] {
        let fast = fastExponential(x, 0, table)
        let exact = Doubled(high: x).scaledExponential
        let shift = Double(sign: .plus, exponent: exact.power - fast.power, significand: 1)
        let mantissa = exact.mantissa.times(powerOfTwo: shift) * factor
        let error = (fast.mantissa - mantissa).value / mantissa.value
        #expect(error.magnitude <= 0x1p-62)
      }
    }
  }

  @Test func tableHoldsThePowersOfTwo() {
    let table = PowersTable()
    for j in 0..<16 {
      let exact = (Doubled<Double>.log2(timesInteger: Double(j)).times(powerOfTwo: 0x1p-4))
        .scaledExponential.doubledValue.renormalized
      #expect(table.highs[j] == exact.high)
      #expect((table.rests[j] - exact.low / exact.high).magnitude <= 0x1p-100)
    }
  }
}
