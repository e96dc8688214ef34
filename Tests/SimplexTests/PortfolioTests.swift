// The portfolio: growth, shares, and the rates they imply.

import Foundation
import Simplex
import Testing

@Suite struct PortfolioTests {
  @Test func weightsAreSoftmaxOfRatesTimesTime() throws {
    let portfolio = try Portfolio(rates: [0, 0.05, -0.02])
    #expect(portfolio.weights(after: 10) == softmax([0, 0.05, -0.02], scale: 10))
    #expect(portfolio.values(after: 0) == [1, 1, 1])
    // mpmath: exp(mpf(0.05)·10), exp(−mpf(0.02)·10)
    let grown = [1, 1.6487212707001282843, 0.81873075307798184169]
    #expect(isNear(portfolio.values(after: 10), grown, ulps: 2))
  }

  @Test func initialValuesAreWeightsOnTheExponentials() throws {
    let portfolio = try Portfolio(rates: [0, log(2)], initialValues: [3, 1])
    #expect(isNear(portfolio.weights(after: 1), [0.6, 0.4], ulps: 2))
    #expect(isNear(portfolio.weights(after: 0), [0.75, 0.25], ulps: 1))
  }

  @Test func weightsSurviveWhereValuesOverflow() throws {
    let portfolio = try Portfolio(rates: [1, 0.99])
    #expect(portfolio.values(after: 1000)[0] == .infinity)
    let shares = [0.9999546021312976, 4.5397868702434395e-05]
    #expect(zip(portfolio.weights(after: 1000), shares).allSatisfy { ($0 - $1).magnitude < 1e-15 })
  }

  @Test func impliedRatesComeBack() throws {
    let portfolio = try Portfolio(rates: [0, 0.04, -0.01, 0.07], initialValues: [1, 2, 3, 4])
    let rates = portfolio.impliedRates(weights: portfolio.weights(after: 25), over: 25)
    #expect(zip(rates, portfolio.rates).allSatisfy { ($0 - $1).magnitude < 1e-16 })
    #expect(Portfolio.impliedRates(weights: [0.25, 0.5], over: 1) == [0, log(2)])
    #expect(portfolio.impliedRates(weights: [1], over: 1).allSatisfy { $0.isNaN })
  }

  @Test func refusesWhatCannotGrow() {
    #expect(throws: InvalidInput("rates", "is empty")) { try Portfolio(rates: []) }
    #expect(throws: InvalidInput("rates", at: 1, "is not finite: inf")) {
      try Portfolio(rates: [0, .infinity])
    }
    #expect(throws: InvalidInput("initialValues", at: 0, "is not finite and positive: -1.0")) {
      try Portfolio(rates: [0], initialValues: [-1])
    }
    #expect(throws: InvalidInput("initialValues", "has 2 entries for 1 rates")) {
      try Portfolio(rates: [0], initialValues: [1, 2])
    }
  }
}
