// The inputs of derivations: the same on every run, inside what was asked for, and hard now and then.

import Testing

@testable import GalleyRecorder

struct DrawTests {
  private func draws<Value>(_ count: Int = 2000, _ body: (Draw) -> Value) -> [Value] {
    (0..<count).map { body(Draw(seed: DrawGenerator.seed("essay.md#1", $0, 0))) }
  }

  @Test func theGeneratorKeepsItsWord() {
    // The first words of SplitMix64 from 0 and of xoshiro256** behind it, computed by another implementation.
    var generator = DrawGenerator(seed: 0)
    let words = (0..<3).map { _ in generator.next() }
    #expect(words == [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0])
  }

  @Test func theSameSeedGivesTheSameDraws() {
    let body: (Draw) -> [Double] = { $0.simplex(3) + [$0.real(-1...1), $0.logUniform(0.1...9)] }
    #expect(draws(2000, body) == draws(2000, body))
    let other = Draw(seed: DrawGenerator.seed("essay.md#2", 0, 0)).real(-1...1)
    #expect(draws(1) { $0.real(-1...1) } != [other])
    // Another draw, and the same draw done anew, have inputs of their own.
    let seeds = [(1, 0), (2, 0), (1, 1)].map { DrawGenerator.seed("essay.md#1", $0.0, $0.1) }
    #expect(Set(seeds).count == 3)
  }

  @Test func everythingStaysInItsRange() {
    #expect(draws { $0.real(-3...2) }.allSatisfy { (-3...2).contains($0) })
    #expect(draws { $0.real(-1.7e308...1.7e308) }.allSatisfy { $0.isFinite })
    #expect(draws { $0.logUniform(1e-3...1e3) }.allSatisfy { (1e-3...1e3).contains($0) })
    #expect(draws { $0.integer(-2...7) }.allSatisfy { (-2...7).contains($0) })
    #expect(Set(draws { $0.label(3) }) == [0, 1, 2])
    #expect(Set(draws { $0.boolean() }) == [true, false])
    let vectors = draws { $0.vector(4, in: 0...5) }
    #expect(vectors.allSatisfy { $0.count == 4 })
    #expect(vectors.flatMap { $0 }.allSatisfy { (0...5).contains($0) })
    for interior in [true, false] {
      let points = draws { $0.simplex(5, interior: interior) }
      #expect(points.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-15 * 5 })
      let least = points.flatMap { $0 }.min() ?? 0
      #expect(interior ? least >= 0.01 / 5 : least == 0)
    }
  }

  @Test func logarithmicDrawsAreEvenInEachPowerOfTen() {
    let values = draws(20_000) { $0.logUniform(1e-2...1e2) }
    for power in -2..<2 {
      let low = Mathematics.exp(Double(power) * Mathematics.log(10))
      let inside = values.count { $0 > low * 1.000001 && $0 < low * 9.99999 }
      // 7/8 of the draws are no ends of the range, a quarter of them in each power.
      #expect(abs(Double(inside) / 20_000 - 0.875 / 4) < 0.015)
    }
  }

  @Test func hardCasesComeOften() {
    let reals = draws { $0.real(-3...2) }
    for special in [-3.0, 2, 0, 1] {
      let times = reals.count { $0 == special }
      #expect(times > 20)
    }
    let kinds = draws { Set($0.vector(3, in: -9.5...9.5)).count }
    let (ties, allEqual) = (kinds.count { $0 < 3 }, kinds.count { $0 == 1 })
    #expect(ties > 100 && allEqual > 20)
    let points = draws { $0.simplex(3, interior: false) }
    let corners = points.count { $0.contains(1) }
    let nearEdges = points.count { $0.contains { $0 > 0 && $0 < 1e-6 } }
    #expect(corners > 100 && nearEdges > 100)
    let equalShares = draws { Set($0.simplex(3)).count }.count { $0 < 3 }
    #expect(equalShares > 100)
  }

  @Test func sequencesHalveTheirDistanceOrDouble() {
    func values(_ body: (Draw) -> Double) -> [Double] {
      (0..<60).map { body(Draw(seed: 1, keeping: [.stage($0)])) }
    }
    #expect(values { $0.approaching(2, nearest: 0.25) }.prefix(4) == [3, 2.5, 2.25, 2.25])
    #expect(values { $0.approaching(0, from: .below, start: 8) }.prefix(2) == [-8, -4])
    #expect(values { $0.approaching(0) }.last == 0x1p-40)
    #expect(values { $0.growing(from: 3, to: 13) }.prefix(4) == [3, 7, 12, 12])
    #expect(values { $0.growing() }.last == 0x1p40)
  }

  @Test func whatIsKeptIsNotDrawnAndChangesNothingElse() {
    func body(_ draw: Draw) -> [Double] { [draw.real(0...1), draw.real(0...1), draw.real(0...1)] }
    let own = body(Draw(seed: 7))
    let kept = body(Draw(seed: 7, keeping: [nil, .numbers([0.125])]))
    #expect(kept == [own[0], 0.125, own[2]])
    // What does not fit is brought into the range, or drawn.
    #expect(Draw(seed: 7, keeping: [.numbers([5])]).real(0...1) == 1)
    #expect(Draw(seed: 7, keeping: [.boolean(true)]).real(0...1) == own[0])
    #expect(Draw(seed: 7, keeping: [.numbers([1, 2, 3])]).vector(2, in: 0...9) == [1, 2])
  }
}
