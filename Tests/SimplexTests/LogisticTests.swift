// Logistic, logit, softplus: references down to subnormals, and their symmetries.

import Simplex
import Testing

@Suite struct LogisticTests {
  static let logistics: [(x: Double, y: Double)] = [
    (0, 0.5), (0.5, 0.62245933120185456464), (-0.5, 0.37754066879814543536),
    (3, 0.95257412682243321912), (-40, 4.2483542552915889773e-18),
    (37, 0.99999999999999991467), (-709.5, Double(bitPattern: 0x5_4E90_C99F_B878)),
    (-744, Double(bitPattern: 0x2)), (1e-20, 0.5), (-1e-8, 0.4999999975),
    (.infinity, 1), (-.infinity, 0), (.nan, .nan),
  ]

  @Test(arguments: logistics)
  func logisticMatchesReference(_ x: Double, _ y: Double) {
    #expect(isNear(logistic(x), y, ulps: 1.5))
  }

  static let logits: [(p: Double, x: Double)] = [
    (0.3, -0.84729786038720366658), (0.5 + 0x1p-50, 3.5527136788005009294e-15),
    (0.5 - 0x1p-54, -2.2204460492503130808e-16),
    (Double(bitPattern: 0x1268_8B70_E62B), -713.8013788281541651),
    (1 - 0x1p-53, 36.736800569677101288), (0.75, 1.0986122886681096914),
    (0.25, -1.0986122886681096914), (0.9, 2.1972245773362196295),
    (0.4999, -4.0000000533328940768e-4), (0.5, 0), (0, -.infinity), (1, .infinity),
    (-0.1, .nan), (1.1, .nan), (.nan, .nan),
  ]

  @Test(arguments: logits)
  func logitMatchesReference(_ p: Double, _ x: Double) {
    #expect(isNear(logit(p), x, ulps: 1.5))
  }

  static let softpluses: [(x: Double, y: Double)] = [
    (0, 0.69314718055994530942), (-40, 4.2483542552915889863e-18), (40, 40.000000000000000004),
    (-744, Double(bitPattern: 0x2)), (1e-9, 0.69314718105994530954), (710, 710),
    (-0.7, 0.40318604888545790793), (.infinity, .infinity), (-.infinity, 0), (.nan, .nan),
  ]

  @Test(arguments: softpluses)
  func softplusMatchesReference(_ x: Double, _ y: Double) {
    #expect(isNear(softplus(x), y, ulps: 1.5))
    #expect(isNear(logLogistic(-x), -y, ulps: 1.5))
  }

  @Test func logisticIsTheSecondOfTwoShares() {
    var draws = Draws()
    for x in draws.vector(200, in: -30...30) {
      #expect(isNear(softmax(relativeToBase: [x])[1], logistic(x), ulps: 2))
      #expect(isNear(logistic(-x), 1 - logistic(x), ulps: 1 / logistic(-x)))
    }
  }
}
