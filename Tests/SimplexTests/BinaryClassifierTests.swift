// The two losses, what each of them finds, and the best discriminator.

import Foundation
import Simplex
import Testing

@Suite struct BinaryClassifierTests {
  /// Fitted by age to 551 votes for Clinton (class A) and 393 for Dole.
  /// References: mpmath at 40 digits, by scripts/references-statistics (plain), whose class is Dole.
  @Test func classAveragingMovesTheIntercept() throws {
    let reference = try ReferenceFits("anes96_vote")
    let (features, labels) = try reference.observations()
    let isA = labels.map { $0 == 0 }
    #expect(isA.filter { $0 }.count == 551 && isA.count == 944)
    let plain = try BinaryClassifier.train(features: features, isA: isA)
    let wanted = reference.fits[0].joint.mpmath.coefficients.map { $0.map { -$0 } }
    #expect(relativeDistance([plain.coefficients], wanted) < 1e-12)
    let averaged = try BinaryClassifier.train(
      features: features, isA: isA, weighting: .classAveraged)
    let shift = averaged.coefficients[0] - plain.coefficients[0]
    #expect((shift - -0.336528).magnitude < 5e-7)
    #expect((log(393.0 / 551) - -0.337925).magnitude < 5e-7)
    // Each is the best by its own loss.
    for weighting in BinaryClassifier.Weighting.allCases {
      let ofPlain = try plain.loss(features: features, isA: isA, weighting: weighting)
      let ofAveraged = try averaged.loss(features: features, isA: isA, weighting: weighting)
      #expect((ofPlain < ofAveraged) == (weighting == .plain))
    }
    let loss = try plain.loss(features: features, isA: isA)
    #expect(isNear(loss, -reference.fits[0].joint.mpmath.logLikelihood / 944, ulps: 4))
  }

  /// The plain loss finds P(A|x), the averaged one the same with the prior's log-odds taken off.
  @Test func syntheticDataGiveTheirPosteriorBack() throws {
    let world = try TwoNormalClasses(prior: 0.2, meanOfA: 1, meanOfB: 0)
    var draws = SeededGenerator(seed: 20)
    let (features, isA) = world.sample(6_000, using: &draws)
    let plain = try BinaryClassifier.train(features: features, isA: isA)
    let averaged = try BinaryClassifier.train(
      features: features, isA: isA, weighting: .classAveraged)
    // Asymptotic standard errors at this size are about 0.04; allow five.
    #expect((plain.coefficients[0] - world.trueCoefficients[0]).magnitude < 0.2)
    #expect((plain.coefficients[1] - world.trueCoefficients[1]).magnitude < 0.2)
    let shift = averaged.coefficients[0] - plain.coefficients[0]
    #expect((shift + logit(world.prior)).magnitude < 0.2)
    for x in [-2.0, 0, 1, 3] {
      let truth = world.posterior(of: x)
      #expect(((try plain.probability(for: [1, x])) - truth).magnitude < 0.05)
      let optimum = classAveragedOptimum(probability: truth, prior: world.prior)
      #expect(((try averaged.probability(for: [1, x])) - optimum).magnitude < 0.05)
    }
  }

  /// The posterior by its definition: densities times priors.
  @Test(arguments: [-3.0, 0, 0.4, 2])
  func posteriorIsBayes(_ x: Double) throws {
    let world = try TwoNormalClasses(prior: 0.3, meanOfA: 2, meanOfB: -1, deviation: 1.5)
    func density(_ mean: Double) -> Double { exp(-(x - mean) * (x - mean) / (2 * 1.5 * 1.5)) }
    let (a, b) = (0.3 * density(2), 0.7 * density(-1))
    #expect(isNear(world.posterior(of: x), a / (a + b), ulps: 16))
  }

  @Test func classAveragedOptimumIsTheBestConstant() {
    #expect(isNear(classAveragedOptimum(probability: 0.1, prior: 0.01), 11.0 / 12, ulps: 2))
    #expect(classAveragedOptimum(probability: 0, prior: 0.2) == 0)
    #expect(classAveragedOptimum(probability: 1, prior: 0.2) == 1)
    #expect(isNear(classAveragedOptimum(probability: 0.3, prior: 0.5), 0.3, ulps: 1))
    #expect(classAveragedOptimum(probability: 1.5, prior: 0.5).isNaN)
    #expect(classAveragedOptimum(probability: 0.5, prior: 1).isNaN)
  }

  @Test func discriminatorAtItsBest() {
    let generated = [0.5, 0.3, 0.2]
    let real = [0.1, 0.3, 0.6]
    let d = optimalDiscriminator(generated: generated, real: real)
    #expect(isNear(d, [5.0 / 6, 0.5, 0.25], ulps: 2))
    let loss = crossEntropy(generated, d) + crossEntropy(real, d.map { 1 - $0 })
    #expect(isNear(optimalDiscriminatorLoss(generated: generated, real: real), loss, ulps: 4))
    #expect(isNear(optimalDiscriminatorLoss(generated: real, real: real), log(4), ulps: 0))
    #expect(optimalDiscriminatorLoss(generated: [1, 0], real: [0, 1]) == 0)
    // mpmath, 400 digits: what is left of an overlap of 10⁻²⁰, where ln 4 − 2·JS would be rounding.
    let apart = optimalDiscriminatorLoss(generated: [1, 1e-20], real: [0, 1])
    #expect(isNear(apart, 4.7051701859880911155e-19, ulps: 2))
    let farApart = optimalDiscriminatorLoss(generated: [1, 0x1p-1030], real: [0, 1])
    #expect(isNear(farApart, 6.2140541233096471855e-308, ulps: 2))
    #expect(optimalDiscriminatorLoss(generated: [1, -1], real: [0, 1]).isNaN)
    #expect(optimalDiscriminatorLoss(generated: [1], real: [0, 1]).isNaN)
    // A worse discriminator loses more.
    let worse = d.map { 0.9 * $0 + 0.05 }
    #expect(crossEntropy(generated, worse) + crossEntropy(real, worse.map { 1 - $0 }) > loss)
    #expect(optimalDiscriminator(generated: [0, 1], real: [0, 0])[0].isNaN)
    #expect(optimalDiscriminator(generated: [1], real: [1, 0])[0].isNaN)
  }

  @Test func lossStaysFiniteHoweverWrong() throws {
    let model = try BinaryClassifier(coefficients: [1000])
    #expect(try model.loss(features: [[1]], isA: [false]) == 1000)
    #expect(try model.loss(features: [[1]], isA: [true]) == 0)
    #expect(try model.loss(features: [[1], [-1]], isA: [false, false]) == 500)
  }

  @Test func refusesWhatDoesNotFit() throws {
    #expect(throws: InvalidInput("coefficients", "is empty")) {
      try BinaryClassifier(coefficients: [])
    }
    let model = try BinaryClassifier(coefficients: [1, 2])
    #expect(throws: InvalidInput("features", "has 1 entry for 2 coefficients")) {
      try model.probability(for: [1])
    }
    #expect(throws: InvalidInput("isA", "has one class only: true")) {
      try model.loss(features: [[1, 1]], isA: [true], weighting: .classAveraged)
    }
    #expect(throws: InvalidInput("features", "is empty")) { try model.loss(features: [], isA: []) }
    #expect(throws: FitFailure.invalidInput(InvalidInput("isA", "has one class only: true"))) {
      try BinaryClassifier.train(features: [[1]], isA: [true])
    }
    #expect(throws: FitFailure.self) {
      try BinaryClassifier.train(features: [[1, 0], [1, 1]], isA: [false, true])
    }
    #expect(throws: InvalidInput("prior", "is not strictly between 0 and 1: 1.0")) {
      try TwoNormalClasses(prior: 1, meanOfA: 0, meanOfB: 1)
    }
    #expect(throws: InvalidInput("deviation", "is not finite and positive: 0.0")) {
      try TwoNormalClasses(prior: 0.5, meanOfA: 0, meanOfB: 1, deviation: 0)
    }
  }
}
