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

  /// References: mpmath, 40 digits: 10⁻³⁰⁰ e⁷⁵⁰ and 10³⁰⁰ e⁻⁷⁵⁰, the doubles taken exactly.
  @Test func valuesNeedNoRoomForTheirFactors() throws {
    let rising = try Portfolio(rates: [1, 0], initialValues: [1e-300, 1])
    #expect(isNear(rising.values(after: 750), [5.2584945414548042985808e25, 1], ulps: 2))
    let falling = try Portfolio(rates: [-1, 0], initialValues: [1e300, 1])
    #expect(isNear(falling.values(after: 750), [1.901684963475006539843e-26, 1], ulps: 2))
    let uneven = try Portfolio(rates: [0, 3], initialValues: [7, 2])
    #expect(uneven.values(after: 0) == [7, 2])
    #expect(rising.values(after: .infinity) == [.infinity, 1])
    #expect(rising.values(after: -.infinity) == [0, 1])
    #expect(rising.values(after: .nan).allSatisfy { $0.isNaN })
  }

  /// References: mpmath, 40 digits: w/(1 + w) with w = 10⁻⁶⁰⁰ e⁸⁰⁰ and 10⁻³⁰⁰ e⁷⁰⁰.
  @Test func weightsNeedNoRoomForTheirFactors() throws {
    let lagging = try Portfolio(rates: [800, 0], initialValues: [1e-300, 1e300])
    #expect(isNear(lagging.weights(after: 1), [2.7263745721125664875e-253, 1], ulps: 2))
    let rising = try Portfolio(rates: [1, 0], initialValues: [1e-300, 1])
    let shares = [0.99990141295492612516, 9.8587045073839374883e-5]
    #expect(isNear(rising.weights(after: 700), shares, ulps: 2))
    let heavy = try Portfolio(rates: [0.5, 0.5], initialValues: [1e308, 1e308])
    #expect(heavy.weights(after: 3) == [0.5, 0.5])
    let tiny = try Portfolio(rates: [0, 0], initialValues: [.leastNonzeroMagnitude, 1e308])
    #expect(tiny.weights(after: 1) == [0, 1])
  }

  @Test func weightsInTheLimit() throws {
    let portfolio = try Portfolio(rates: [0, 1, 1, -2], initialValues: [1, 2, 6, 1])
    #expect(portfolio.weights(after: .infinity) == [0, 0.25, 0.75, 0])
    #expect(portfolio.weights(after: -.infinity) == [0, 0, 0, 1])
    #expect(portfolio.weights(after: .nan).allSatisfy { $0.isNaN })
    let far = try Portfolio(rates: [1e308, -1e308], initialValues: [1e-300, 1])
    #expect(far.weights(after: 2) == [1, 0])
    let alone = try Portfolio(rates: [3])
    #expect(alone.weights(after: 1e308) == [1])
  }

  @Test func impliedRatesAtTheEdges() throws {
    let portfolio = try Portfolio(rates: [0, 0, 0], initialValues: [1, 2, 4])
    #expect(portfolio.impliedRates(weights: [0.5, 0.5, 0], over: 2)[2] == -.infinity)
    #expect(portfolio.impliedRates(weights: [0, 1, 0], over: 1).dropFirst().first == .infinity)
    #expect(portfolio.impliedRates(weights: [1, 2, 4], over: 0)[1].isNaN)
    #expect(portfolio.impliedRates(weights: [1, 4, 4], over: 0)[1] == .infinity)
    #expect(Portfolio.impliedRates(weights: [], over: 1) == [])
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
    #expect(throws: InvalidInput("initialValues", "has 2 entries for 1 rate")) {
      try Portfolio(rates: [0], initialValues: [1, 2])
    }
  }
}
