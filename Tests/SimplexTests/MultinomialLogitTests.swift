// The multinomial logit: its odds, its base, refused input.

import Simplex
import Testing

@Suite struct MultinomialLogitTests {
  @Test func oddsAgainstTheBaseAreLinear() throws {
    let model = try MultinomialLogit(coefficients: [[0.5, -1], [1, 2]])
    let p = try model.probabilities(for: [1, 0.25])
    #expect(try model.logOdds(for: [1, 0.25]) == [0, 0.25, 1.5])
    #expect(isNear(p, softmax(relativeToBase: [0.25, 1.5]), ulps: 0))
    #expect(isNear(logit(p[2] / (p[0] + p[2])), 1.5, ulps: 4))
  }

  @Test func productsAreSummedWithoutCancelling() throws {
    let model = try MultinomialLogit(coefficients: [[1e16, 1, -1e16]])
    #expect(try model.logOdds(for: [1, 1, 1]) == [0, 1])
  }

  @Test func refusesRaggedRowsAndWrongFeatures() throws {
    #expect(throws: InvalidInput("coefficients", "is empty")) {
      try MultinomialLogit(coefficients: [])
    }
    #expect(throws: InvalidInput("coefficients", at: 1, "has 1 entry, the first row 2")) {
      try MultinomialLogit(coefficients: [[1, 2], [3]])
    }
    #expect(throws: InvalidInput("coefficients[0]", at: 1, "is not finite: inf")) {
      try MultinomialLogit(coefficients: [[1, .infinity]])
    }
    let model = try MultinomialLogit(coefficients: [[1, 2]])
    #expect(throws: InvalidInput("features", "has 1 entry for 2 coefficients")) {
      try model.probabilities(for: [1])
    }
  }
}
