// Entropy and divergences: references, nearly equal arguments, zeros.

import Simplex
import Testing

@Suite struct InformationTests {
  static let divergences: [(p: [Double], q: [Double], kl: Double, js: Double)] = [
    (
      [0.25, 0.75], [0.25 + 0x1p-40, 0.75 - 0x1p-40],
      2.2058149668045072627e-24, 5.5145374170134972424e-25
    ),
    ([0.5, 0.5], [0.25, 0.75], 0.14384103622589046372, 0.03382207556860523),
    ([1, 0], [0.5, 0.5], 0.69314718055994530942, 0.21576155433883569558),
    (
      [0.5, 0.25, 0.25], [0.5 + 0x1p-20, 0.25 - 0x1p-20, 0.25],
      2.7284875747806259563e-12, 6.8212167685317102328e-13
    ),
    ([1, 0], [1 - 0x1p-50, 0x1p-50], 8.8817841970012562677e-16, 3.0781918372466489385e-16),
    ([0.125, 0.875], [0.875, 0.125], 1.4594326117914849788, 0.31637701930350852313),
    ([1, 0], [0, 1], .infinity, 0.69314718055994530942),
    ([0.5, 0.5], [0.5, 0.5], 0, 0),
    ([], [], 0, 0),
    ([1], [0.5, 0.5], .nan, .nan),
    ([1.5, -0.5], [0.5, 0.5], .nan, .nan),
    ([.nan, 1], [0.5, 0.5], .nan, .nan),
  ]

  @Test(arguments: divergences)
  func divergenceMatchesReference(_ p: [Double], _ q: [Double], _ kl: Double, _ js: Double) {
    #expect(isNear(klDivergence(p, q), kl, ulps: 4))
    #expect(isNear(jensenShannonDivergence(p, q), js, ulps: 4))
    #expect(isNear(jensenShannonDivergence(q, p), js, ulps: 4))
  }

  static let entropies: [(p: [Double], entropy: Double)] = [
    ([0.5, 0.5], 0.69314718055994530942), ([0.25, 0.75], 0.56233514461880835029),
    ([1 - 0x1p-50, 0x1p-50], 3.1670096792166604362e-14), ([1, 0], 0), ([], 0),
    ([-0.5, 1.5], .nan), ([.nan], .nan),
  ]

  @Test(arguments: entropies)
  func entropyMatchesReference(_ p: [Double], _ reference: Double) {
    #expect(isNear(entropy(p), reference, ulps: 2))
  }

  @Test func crossEntropyAtItsEdges() {
    #expect(isNear(crossEntropy([0.25, 0.75], [0.5, 0.125]), 1.7328679513998632735, ulps: 2))
    #expect(crossEntropy([0, 1], [0, 1.0]) == 0)
    #expect(crossEntropy([0.5, 0.5], [0, 1.0]) == .infinity)
    #expect(crossEntropy([1.0], [0.5, 0.5]).isNaN)
  }

  @Test func crossEntropyIsEntropyPlusDivergence() {
    var draws = Draws()
    for _ in 0..<100 {
      let p = softmax(draws.vector(4, in: -3...3))
      let q = softmax(draws.vector(4, in: -3...3))
      #expect(isNear(entropy(p) + klDivergence(p, q), crossEntropy(p, q), ulps: 4))
      #expect(klDivergence(p, q) > 0)
      #expect(jensenShannonDivergence(p, q) <= 0.6931471805599454)
    }
  }
}
