// Softmax and its relatives: references, the extended reals, and properties.

import Simplex
import Testing

@Suite struct SoftmaxTests {
  static let references: [(z: [Double], scale: Double, p: [Double])] = [
    ([1, 2, 3], 1, [0.090030573170380457998, 0.24472847105479765247, 0.66524095577482188953]),
    ([1 + 0x1p-52, 1], 1e16, [0.90207060641601986872, 0.097929393583980131281]),
    ([1e308, 1e308], 10, [0.5, 0.5]),  // 10·1e308 overflows
    ([1e308, -1e308], 1e-308, [0.88079707797788242732, 0.11920292202211757268]),  // so does z₁ − z₂
    ([0, -708.4], 1, [1, Double(bitPattern: 0xF_F15B_469E_DF89)]),
    ([0, -740], 1, [1, Double(bitPattern: 0x55)]),
    ([1000, 999, -1000], 1, [0.73105857863000487925, 0.26894142136999512075, 0]),
    (
      [0.1, 0.2, 0.3], -7, [0.57366347656833724114, 0.28487285178572387162, 0.14146367164593888724]
    ),
    ([1_000_000.25, 1_000_000], 3.3, [0.69529666934756537393, 0.30470333065243462607]),
    ([0.3, -0.1], 1e-300, [0.5, 0.5]),
  ]

  @Test(arguments: references)
  func matchesReference(_ z: [Double], _ scale: Double, _ p: [Double]) {
    #expect(isNear(softmax(z, scale: scale), p, ulps: 2.5))
  }

  static let logarithms: [(z: [Double], logs: [Double])] = [
    ([0, -50], [-1.928749847963917783e-22, -50]),
    ([1, 2, 3], [-2.4076059644443803045, -1.4076059644443803045, -0.40760596444438030448]),
    ([0, -800], [0, -800]),
    ([5, 5, 5], [-1.0986122886681096914, -1.0986122886681096914, -1.0986122886681096914]),
    ([-.infinity, 0], [-.infinity, 0]),
    ([.infinity, 0], [0, -.infinity]),
    ([.infinity, .infinity], [.nan, .nan]),
  ]

  @Test(arguments: logarithms)
  func logarithmMatchesReference(_ z: [Double], _ logs: [Double]) {
    #expect(isNear(logSoftmax(z), logs, ulps: 2))
  }

  static let sums: [(x: [Double], sum: Double)] = [
    ([1000, 1000], 1000.6931471805599453),  // naive overflows
    ([0, -40], 4.2483542552915889863e-18),  // naive gives 0
    ([-1000, -1001], -999.68673831248177717),
    ([1, 2, 3], 3.4076059644443803045),
    ([1e308, 1e308], 1e308),
    ([], -.infinity),
    ([-.infinity, -.infinity], -.infinity),
    ([-.infinity, 3], 3),
    ([.infinity, .infinity, 0], .infinity),
    ([.infinity, .nan], .nan),
  ]

  @Test(arguments: sums)
  func logSumExpMatchesReference(_ x: [Double], _ sum: Double) {
    #expect(isNear(logSumExp(x), sum, ulps: 2))
  }

  static let extremes: [(z: [Double], scale: Double, p: [Double])] = [
    ([], 1, []),
    ([7], 1, [1]),
    ([-.infinity], 1, [1]),
    ([-.infinity, 1, 1], 1, [0, 0.5, 0.5]),
    ([-.infinity, -.infinity], 1, [.nan, .nan]),
    ([.infinity, 5, -.infinity], 1, [1, 0, 0]),
    ([.infinity, .infinity, 0], 1, [.nan, .nan, .nan]),
    ([.infinity, 0], -1, [0, 1]),
    ([-.infinity, 0], -1, [1, 0]),
    ([3, -8], 0, [0.5, 0.5]),
    ([.infinity, 0], 0, [.nan, .nan]),
    ([1, 2], .infinity, [0, 1]),
    ([2, 2], .infinity, [.nan, .nan]),
    ([1, .nan], 1, [.nan, .nan]),
    ([1, 2], .nan, [.nan, .nan]),
  ]

  @Test(arguments: extremes)
  func valueIsTheLimitOrNaN(_ z: [Double], _ scale: Double, _ p: [Double]) {
    #expect(isNear(softmax(z, scale: scale), p, ulps: 0))
  }

  @Test func baseFormPutsTheBaseFirst() {
    #expect(softmax(relativeToBase: [1.0, 2.0], scale: 3) == softmax([0, 1, 2], scale: 3))
    #expect(softmax(relativeToBase: [Double]()) == [1])
    #expect(softmax(relativeToBase: [-.infinity, -.infinity]) == [1.0, 0, 0])
  }

  @Test func shiftByARepresentableConstantChangesNothing() {
    var draws = Draws()
    for _ in 0..<100 {
      let z = draws.vector(5, in: 0...8).map { ($0 * 64).rounded() / 64 }
      #expect(softmax(z) == softmax(z.map { $0 + 1024 }))
    }
  }

  @Test func inverseGivesTheSharesBack() {
    var draws = Draws()
    for _ in 0..<100 {
      let p = softmax(draws.vector(6, in: -10...10))
      // An error of u in a rate z moves the shares by λ|z|u: a few ulp for |λz| up to 20.
      #expect(isNear(softmax(inverseSoftmax(p, scale: 0.7), scale: 0.7), p, ulps: 40))
    }
    #expect(inverseSoftmax([0.25, 0.5, 0]) == [0, 0.6931471805599453, -.infinity])
    #expect(inverseSoftmax([0.0, 1]) == [0, .infinity])
    #expect(inverseSoftmax([-0.5, 0.5]).allSatisfy { $0.isNaN })
    #expect(inverseSoftmax([Double]()) == [])
  }

  @Test func jacobianKeepsSmallDiagonals() {
    let saturated = softmaxJacobian([40.0, 0])
    #expect(isNear(saturated[0], [4.2483542552915889592e-18, -4.2483542552915889592e-18], ulps: 2))
    let scaled = softmaxJacobian([1, 2, 3], scale: 2.0)
    let diagonal = [0.031248369961352809708, 0.20709738269886533492, 0.23089595864457530551]
    #expect(isNear(scaled.indices.map { scaled[$0][$0] }, diagonal, ulps: 4))
    #expect(isNear(scaled[0][1], -3.7248970078214195607e-3, ulps: 4))
  }

  @Test func worksInSinglePrecision() {
    let p: [Float] = softmax([1, 2, 3])
    let exact: [Float] = [0.090030573, 0.24472847, 0.66524096]
    #expect(zip(p, exact).allSatisfy { ($0 - $1).magnitude <= 2 * $1.ulp })
  }
}
