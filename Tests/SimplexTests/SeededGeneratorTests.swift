// The generator's bits against published ones, and its draws against what they should be on average.

import Foundation
import Testing

@testable import Simplex

@Suite struct SeededGeneratorTests {
  /// The first outputs from the state 1, 2, 3, 4, as other implementations' tests have them; they can be
  /// had from the authors' own C program at https://prng.di.unimi.it/xoshiro256starstar.c.
  @Test func xoshiroMatchesPublishedOutputs() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let published: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(published.map { _ in generator.next() } == published)
  }

  /// The first outputs of seed 1234567; https://prng.di.unimi.it/splitmix64.c gives them.
  @Test func splitMixMatchesPublishedOutputs() {
    var generator = SplitMix64(state: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(published.map { _ in generator.next() } == published)
  }

  /// The recipes of the draws are part of the promise. References: the same recipes in Python, which
  /// scripts/references-draws runs with its own integers and IEEE doubles.
  @Test func drawsAreTheSameEverywhere() throws {
    var generator = SeededGenerator(seed: 42)
    #expect(generator.uniform() == 0.08386297105988216)
    #expect(generator.uniform(in: -1..<3) == 0.5159210026506744)
    #expect((0..<5).map { _ in generator.integer(in: -3..<4) } == [1, 3, 3, 2, 2])
    #expect(generator.exponential() == 0.16250899553420767)
    #expect(generator.normal(mean: 1, deviation: 2) == 3.95249892203683)
    #expect(try generator.categorical([0.0, 1, 3, 0]) == 2)
    #expect(generator.simplex(3) == [0.4765940938356029, 0.0855812628899452, 0.4378246432744519])
  }

  @Test func portableLogarithmIsALogarithm() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let x = exp(generator.uniform(in: -80..<80))
      #expect(isNear(portableLogarithm(x), log(x), ulps: 2))
    }
    #expect(portableLogarithm(1) == 0)
    let below = (1 as Double).nextDown
    #expect(isNear(portableLogarithm(below), log(below), ulps: 1))
  }

  /// Means of many draws, within five standard deviations of what theory says.
  @Test func momentsAreRight() throws {
    var generator = SeededGenerator(seed: 7)
    let count = 30_000
    func mean(_ draw: (inout SeededGenerator) -> Double) -> Double {
      (0..<count).reduce(0) { sum, _ in sum + draw(&generator) } / Double(count)
    }
    func isWithin(_ value: Double, _ expected: Double, variance: Double) -> Bool {
      (value - expected).magnitude < 5 * (variance / Double(count)).squareRoot()
    }
    #expect(isWithin(mean { $0.uniform() }, 0.5, variance: 1.0 / 12))
    #expect(isWithin(mean { $0.exponential() }, 1, variance: 1))
    #expect(isWithin(mean { $0.normal() }, 0, variance: 1))
    #expect(isWithin(mean { pow($0.normal(), 2) }, 1, variance: 2))
    #expect(isWithin(mean { pow($0.normal(), 4) }, 3, variance: 96))
    #expect(isWithin(mean { Double($0.integer(in: -2..<4)) }, 0.5, variance: 35.0 / 12))
    // A coordinate of a uniform point of the triangle: mean 1/3, mean square 1/6, variance 1/18.
    #expect(isWithin(mean { $0.simplex(3)[1] }, 1.0 / 3, variance: 1.0 / 18))
    #expect(isWithin(mean { pow($0.simplex(3)[0], 2) }, 1.0 / 6, variance: 0.04))
  }

  @Test func categoricalFollowsItsWeights() throws {
    var generator = SeededGenerator(seed: 5)
    let p = try ProbabilityVector([0.5, 0, 0.2, 0.3])
    var counts = [0.0, 0, 0, 0]
    for _ in 0..<40_000 { counts[generator.categorical(p)] += 1 }
    #expect(counts[1] == 0)
    // Pearson's statistic, two degrees of freedom: above 20 with probability 5·10⁻⁵.
    let statistic = zip(counts, p).filter { $1 > 0 }.map { count, p in
      (count - 40_000 * p) * (count - 40_000 * p) / (40_000 * p)
    }.reduce(0, +)
    #expect(statistic < 20)
    #expect(throws: InvalidInput("weights", at: 1, "is not finite and at least 0: -1.0")) {
      try generator.categorical([1, -1])
    }
    #expect(throws: InvalidInput("weights", "sum to 0.0")) { try generator.categorical([]) }
    #expect(throws: InvalidInput("weights", "sum to inf")) {
      try generator.categorical([1e308, 1e308])
    }
  }

  @Test func integersReachTheEndsOfAnyRange() {
    var generator = SeededGenerator(seed: 9)
    #expect(Set((0..<200).map { _ in generator.integer(in: 5..<8) }) == [5, 6, 7])
    #expect(generator.integer(in: Int.max - 1..<Int.max) == Int.max - 1)
    let wide = (0..<100).map { _ in generator.integer(in: Int.min..<Int.max) }
    #expect(wide.contains { $0 < 0 } && wide.contains { $0 > 0 })
  }

  @Test func drawsStayInside() {
    var generator = SeededGenerator(seed: 11)
    let range = (1 as Double)..<(1 as Double).nextUp.nextUp
    for _ in 0..<1000 { #expect(range.contains(generator.uniform(in: range))) }
    for _ in 0..<1000 {
      let p = generator.simplex(5)
      #expect(p.allSatisfy { $0 > 0 } && (p.reduce(0, +) - 1).magnitude < 1e-15)
    }
    #expect(generator.simplex(0) == [])
    #expect(generator.simplex(1) == [1])
  }

  @Test func aSeedIsAStream() {
    var first = SeededGenerator(seed: 1)
    var again = SeededGenerator(seed: 1)
    var other = SeededGenerator(seed: 2)
    let bits = (0..<4).map { _ in first.next() }
    #expect(bits == (0..<4).map { _ in again.next() })
    #expect(bits != (0..<4).map { _ in other.next() })
    #expect(Int.random(in: 0..<10, using: &first) < 10)
  }
}
