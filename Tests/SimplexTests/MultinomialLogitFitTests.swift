// Fits of real data against an independent package and against 40 digits.

import Foundation
import Simplex
import Testing

@Suite struct MultinomialLogitFitTests {
  /// The figures of both sources; `separate` asks for the binary fits.
  @Test(arguments: ["anes96", "modechoice", "anes96_vote"], [false, true])
  func agreesWithStatsmodelsAndMpmath(_ name: String, separate: Bool) throws {
    let reference = try ReferenceFits(name)
    let (features, labels) = try reference.observations()
    for wanted in reference.fits {
      let fit =
        separate
        ? try MultinomialLogit.separateLogits(features: features, labels: labels, base: wanted.base)
        : try MultinomialLogit.fit(features: features, labels: labels, base: wanted.base)
      let pair = separate ? wanted.separate : wanted.joint
      for (figures, tolerance) in [(pair.statsmodels, 2e-12), (pair.mpmath, 2e-14)] {
        #expect(relativeDistance(fit.coefficients, figures.coefficients) < tolerance)
        #expect(relativeDistance(fit.standardErrors, figures.standardErrors) < tolerance)
        #expect(relativeDistance([[fit.logLikelihood]], [[figures.logLikelihood]]) < 1e-14)
      }
      #expect(fit.categories.first == wanted.base)
      #expect(fit.iterations < (separate ? 60 : 12))
    }
  }

  /// What the separate fits of the party identification lose, and how far they go astray.
  @Test func separateFitsLoseLikelihood() throws {
    let (features, labels) = try ReferenceFits("anes96").observations()
    let joint = try MultinomialLogit.fit(features: features, labels: labels)
    let apart = try MultinomialLogit.separateLogits(features: features, labels: labels)
    let byLast = try MultinomialLogit.separateLogits(features: features, labels: labels, base: 6)
    #expect((joint.logLikelihood - -1461.9227).magnitude < 5e-5)
    #expect((apart.logLikelihood - -1479.6126).magnitude < 5e-5)
    #expect((joint.logLikelihood - apart.logLikelihood - 17.689876).magnitude < 5e-7)
    #expect((joint.logLikelihood - byLast.logLikelihood - 51.130531).magnitude < 5e-7)
    let shifts = zip(
      zip(apart.coefficients.joined(), joint.coefficients.joined()), joint.standardErrors.joined()
    ).map { ($0.0 - $0.1).magnitude / $1 }
    #expect(((shifts.max() ?? 0) - 3.36923).magnitude < 5e-6)
  }

  @Test func theBaseIsAChoiceOfCoordinates() throws {
    let (features, labels) = try ReferenceFits("modechoice").observations()
    let byAir = try MultinomialLogit.fit(features: features, labels: labels)
    let byBus = try MultinomialLogit.fit(features: features, labels: labels, base: 2)
    #expect(byBus.categories == [2, 0, 1, 3])
    #expect((byAir.logLikelihood - byBus.logLikelihood).magnitude < 1e-12)
    let p = try byAir.probabilitiesByLabel(for: features[7])
    let q = try byBus.probabilitiesByLabel(for: features[7])
    #expect(isNear(p, q, ulps: 100))
    #expect(try byBus.model.probabilities(for: features[7]) == [q[2], q[0], q[1], q[3]])
  }

  /// With nothing but an intercept the coefficients are log-odds of counts, whichever way.
  @Test func anInterceptAloneGivesTheCounts() throws {
    let labels = Array(repeating: 0, count: 60) + Array(repeating: 1, count: 40) + [2, 2, 2]
    let features = labels.map { _ in [1.0] }
    let joint = try MultinomialLogit.fit(features: features, labels: labels)
    let apart = try MultinomialLogit.separateLogits(features: features, labels: labels)
    for fit in [joint, apart] {
      #expect(relativeDistance(fit.coefficients, [[log(40.0 / 60)], [log(3.0 / 60)]]) < 1e-14)
      // The variance of a log-odds of counts is the sum of their inverses.
      let errors = [(1.0 / 60 + 1.0 / 40).squareRoot(), (1.0 / 60 + 1.0 / 3).squareRoot()]
      #expect(relativeDistance(fit.standardErrors, errors.map { [$0] }) < 1e-13)
    }
    #expect((joint.logLikelihood - apart.logLikelihood).magnitude < 1e-12)
  }

  /// A change of units changes coefficients by its factor and nothing else.
  @Test(arguments: [0x1p-300, 1e-9, 1e12, 0x1p500])
  func unitsDoNotMatter(_ unit: Double) throws {
    let (features, labels) = try ReferenceFits("anes96_vote").observations()
    let fit = try MultinomialLogit.fit(features: features, labels: labels)
    let scaled = try MultinomialLogit.fit(
      features: features.map { [$0[0], $0[1] * unit] }, labels: labels)
    let back = scaled.coefficients.map { [$0[0], $0[1] * unit] }
    #expect(relativeDistance(back, fit.coefficients) < 1e-13)
  }

  /// Far from the origin the columns are almost collinear: ten digits fewer in the data, none in the
  /// slope.
  @Test func originDoesNotMatter() throws {
    var draws = SeededGenerator(seed: 6)
    let x = (0..<100).map(Double.init)
    let labels = x.map { _ in draws.integer(in: 0..<3) }
    let near = try MultinomialLogit.fit(features: x.map { [1, $0] }, labels: labels)
    let far = try MultinomialLogit.fit(features: x.map { [1, 1e10 + $0] }, labels: labels)
    let slopes = near.coefficients.map { [$0[1]] }
    #expect(relativeDistance(far.coefficients.map { [$0[1]] }, slopes) < 1e-9)
    #expect(isNear(far.logLikelihood, near.logLikelihood, ulps: 4))
  }

  /// One observation a million deviations away takes Newton's full steps too far: they are halved.
  @Test func anOutlierIsSurvived() throws {
    var draws = SeededGenerator(seed: 4)
    var features: [[Double]] = []
    var labels: [Int] = []
    for i in 0..<100 {
      let x = i == 7 ? 1e6 : draws.normal()
      features.append([1, x])
      labels.append(draws.uniform() < logistic(2 * x) ? 1 : 0)
    }
    let fit = try MultinomialLogit.fit(features: features, labels: labels)
    let surplus = try zip(features, labels).map { x, y in
      x[1] * (Double(y) - (try fit.model.probabilities(for: x)[1]))
    }
    #expect(surplus.reduce(0, +).magnitude < 1e-8)
  }

  @Test func likelihoodOfGivenCoefficients() throws {
    let model = try MultinomialLogit(coefficients: [[0.0], [0.0]])
    let sum = try model.logLikelihood(features: [[1], [2]], positions: [0, 2])
    #expect(isNear(sum, -2 * log(3), ulps: 1))
    #expect(throws: InvalidInput("positions", at: 1, "is not in 0...2: 3")) {
      try model.logLikelihood(features: [[1], [2]], positions: [0, 3])
    }
    #expect(throws: InvalidInput("positions", "has 1 entry for 2 rows")) {
      try model.logLikelihood(features: [[1], [2]], positions: [0])
    }
  }
}
