// How lines of derivations are judged: comparisons, shrinking, limits and minima, without a program.

import GalleyRecordFormat
import Testing

@testable import GalleyRecorder

/// One at a time: a program samples one derivation after the other, and the draw that runs is global.
@Suite(.serialized)
struct SamplingTests {
  /// The first draw that breaks line 1, made as simple as can be.
  private func smallest(
    _ rule: LineRule = .init(.equal, .standard),
    _ body: @escaping (Draw, __GalleyLines) throws -> Void
  ) throws -> [String] {
    var sampling = Sampling(
      part: 0, seed: "test", rules: [.init(.start, .standard), rule], body: body)
    for number in 1...1000 {
      let run = sampling.run(draw: number)
      let (outcome, _) = sampling.judge(1, run, draw: number)
      if let found = sampling.failingCase(1, run, outcome, draw: number) {
        return (sampling.smallest(of: found, 1) ?? found).choices.map(\.description)
      }
    }
    return []
  }

  @Test func shrinkingFindsTheSimplestInputs() throws {
    let sign = try smallest { draw, lines in
      let a = draw.real(-9...9)
      let b = draw.real(-9...9)
      lines.step(0, (a - b) * (a - b))
      lines.step(1, a * a - 2 * a * b - b * b)
    }
    #expect(sign == ["0.0", "1.0"])
    let bound = try smallest { draw, lines in
      let n = draw.integer(0...1000)
      lines.step(0, n < 7)
      lines.step(1, true)
    }
    #expect(bound == ["7"])
    let shorter = try smallest { draw, lines in
      let z = draw.vector(draw.integer(1...8), in: -5...5)
      lines.step(0, z.count)
      lines.step(1, z.count > 2 ? 2 : z.count)
    }
    #expect(shorter == ["3", "[0.0, 0.0, 0.0]"])
    let point = try smallest { draw, lines in
      lines.step(0, draw.simplex(4))
      lines.step(1, [0.25, 0.25, 0.25, 0.5])
    }
    #expect(point == ["[0.25, 0.25, 0.25, 0.25]"])
  }

  @Test func whatHoldsIsNotRefuted() throws {
    let found = try smallest { draw, lines in
      let a = draw.real(-9...9)
      lines.step(0, a * (a + 1))
      lines.step(1, a * a + a)
    }
    #expect(found == [])
  }

  @Test(arguments: [
    LineRule.Allowance.standard, .absolute(1e-12), .relative(1e-9), .ulps(4),
  ])
  func infinityIsInNoOrder(_ allowance: LineRule.Allowance) {
    func outcome(_ a: Double, _ relation: LineRule.Relation, _ b: Double) -> LineOutcome {
      Comparison.of(
        .list([.number(1, isSingle: false), .number(a, isSingle: false)]),
        .list([.number(1, isSingle: false), .number(b, isSingle: false)]), relation, allowance)
    }
    for relation in [LineRule.Relation.equal, .atMost, .atLeast, .less, .greater] {
      for (a, b) in [
        (Double.infinity, 5.0), (-.infinity, 5), (5, .infinity), (-.infinity, .infinity),
      ] {
        guard case .failed(let cause) = outcome(a, relation, b) else {
          Issue.record("\(a) \(relation) \(b)")
          continue
        }
        // The strict orders fail at the equal entry before.
        let isStrict = relation == .less || relation == .greater
        #expect(cause == (isStrict ? .equal(at: [0]) : .infinite(at: [1])))
      }
      guard relation != .less, relation != .greater else { continue }
      guard case .undefined = outcome(.infinity, relation, .infinity) else {
        Issue.record("∞ \(relation) ∞")
        continue
      }
    }
  }

  @Test func causesAreNumbers() {
    func cause(_ a: SampledValue, _ b: SampledValue, _ relation: LineRule.Relation = .equal)
      -> SampledLine.Failure.Cause?
    {
      if case .failed(let cause) = Comparison.of(a, b, relation, .standard) { cause } else { nil }
    }
    func list(_ numbers: Double...) -> SampledValue {
      .list(numbers.map { .number($0, isSingle: false) })
    }
    #expect(cause(.integer(3), .integer(5)) == .apart(by: 2, allowed: 0, at: []))
    #expect(cause(.integer(3), .integer(5), .atLeast) == .wrongOrder(by: 2, at: []))
    #expect(cause(.integer(3), .integer(3), .less) == .equal(at: []))
    #expect(cause(list(1, 2), list(1)) == .entries(above: 2, here: 1, at: []))
    #expect(
      cause(.list([list(1), list(1, 4)]), .list([list(1), list(1, 8)]))
        == .apart(by: 4, allowed: 8e-12, at: [1, 1]))
    #expect(cause(.boolean(true), .boolean(false)) == .differs(at: []))
    #expect(cause(.boolean(true), .integer(1)) == .kinds(at: []))
    #expect(cause(.missing, .integer(1)) == .undefinedAbove(at: []))
    #expect(cause(.integer(1), .number(.nan, isSingle: false)) == .undefinedHere(at: []))
  }

  /// What each rule says of lines of which one or both have no finite value.
  @Test(arguments: [
    LineRule.Relation.equal, .atMost, .atLeast, .proportional, .constant, .tends,
  ])
  func noRuleHoldsForInfiniteLines(_ relation: LineRule.Relation) {
    func outcomes(_ body: @escaping (Double) -> (Double, Double)) -> [LineOutcome] {
      let rules = [
        LineRule(.start, .standard),
        LineRule(
          relation, .standard,
          .init(start: Site(line: 0, column: 0), end: Site(line: .max, column: 0))),
      ]
      var sampling = Sampling(part: 0, seed: "test", rules: rules) { draw, lines in
        let x = draw.approaching(0)
        let (above, here) = body(x)
        lines.step(0, above)
        lines.step(1, here)
      }
      return (1...20).map { number in
        let run = sampling.run(draw: number)
        return sampling.judge(1, run, draw: number).0
      }
    }
    let bodies: [(Double) -> (Double, Double)] = [
      { ($0 / 0, 5) }, { (5, $0 / 0) }, { ($0 / 0, $0 / 0) }, { (-$0 / 0, 5) },
      { ($0 / 0, -$0 / 0) },
    ]
    for body in bodies {
      for outcome in outcomes(body) {
        if case .held = outcome { Issue.record("\(relation) held: \(body(0.5))") }
      }
    }
  }

  /// A variable of one value, and one that no line holds, show nothing of a constant in them.
  @Test func aConstantIsSeenWhereSomethingChanges() {
    func holds(_ body: @escaping (Draw) -> (Double, Double)) -> Bool {
      let region = LineRule.Region(
        start: Site(line: 1, column: 0), end: Site(line: .max, column: 0))
      var sampling = Sampling(
        part: 0, seed: "test",
        rules: [.init(.start, .standard), .init(.constant, .standard, region)]
      ) { draw, lines in
        let (above, here) = body(draw)
        lines.step(0, above)
        lines.step(1, here)
      }
      return (1...20).contains { number in
        let run = sampling.run(draw: number)
        if case .held = sampling.judge(1, run, draw: number).0 { return true } else { return false }
      }
    }
    #expect(!holds { draw in (Double(draw.integer(1...1)), 2) })
    #expect(!holds { draw in (Double(draw.label(1)), 7) })
    #expect(
      !holds { draw in
        _ = draw.real(0...1)
        return (3, 6)
      })
    #expect(
      holds { draw in
        let n = Double(draw.integer(1...9))
        return (n, n + 5)
      })
  }

  @Test func anInfiniteSideRefutesALineAndTwoDiscardTheDraw() {
    func seen(_ body: @escaping (Double) -> (Double, Double)) -> SampledLine? {
      var sampling = Sampling(
        part: 0, seed: "test", rules: [.init(.start, .standard), .init(.atMost, .standard)]
      ) { draw, lines in
        let (above, here) = body(draw.real(1...5))
        lines.step(0, above)
        lines.step(1, here)
      }
      return sampling.tallies(over: 1...10).last?.seen(part: 0, step: 1)
    }
    let refuted = seen { ($0 / 0, 5 + 0 * $0) }
    #expect(refuted?.failures == 10 && refuted?.first?.cause == .infinite(at: []))
    let discarded = seen { ($0 / 0, $0 / 0) }
    #expect(discarded?.failures == 0 && discarded?.discarded == 10 && discarded?.measure == nil)
  }

  @Test func rulesOfProgramsAreThoseOfTheRecord() {
    for relation in __GalleyRule.Relation.allCases {
      let rule = __GalleyRule(relation, .relative(0.5), (1, 2, 3, 4)).rule
      #expect("\(rule.relation)" == "\(relation)" && rule.allowance == .relative(0.5))
      #expect(rule.region?.start == Site(line: 1, column: 2))
      #expect(rule.region?.contains(Site(line: 3, column: 3)) == true)
      #expect(rule.region?.contains(Site(line: 3, column: 4)) == false)
    }
    #expect(__GalleyRule(.start).rule == LineRule(.start, .standard))
  }

  @Test func whatIsDrawnIsCounted() {
    func seen(_ body: @escaping (Draw, __GalleyLines) throws -> Void) -> SampledLine? {
      var sampling = Sampling(
        part: 0, seed: "test", rules: [.init(.start, .standard), .init(.equal, .standard)],
        body: body)
      return sampling.tallies(over: 1...10).last?.seen(part: 0, step: 1)
    }
    let constants = seen { _, lines in
      lines.step(0, 3.0)
      lines.step(1, 3.0)
    }
    #expect(constants?.choices == 0 && constants?.draws == 10)
    let drawn = seen { draw, lines in
      let (x, y) = (draw.real(0...1), draw.boolean())
      lines.step(0, y ? x : -x)
      lines.step(1, y ? x : -x)
    }
    #expect(drawn?.choices == 20)
  }

  @Test func minimaAreFoundInsideAndAtTheEnds() throws {
    func place(_ function: (Double) -> Double) -> Double? {
      if case .at(let places) = Extremum.search(function), places.count == 1 { return places[0] }
      return nil
    }
    let inside = try #require(place { ($0 - 0.3217) * ($0 - 0.3217) + 5 })
    #expect(abs(inside - 0.3217) < 1e-7)
    let kink = try #require(place { abs($0 - 0.7654) })
    #expect(abs(kink - 0.7654) < 1e-9)
    #expect(place { $0 } == 0)
    #expect(place { -$0 } == 1)
    #expect(place { _ in 3 } == nil)
    #expect(place { _ in .nan } == nil)
    #expect(place { $0 < 0.5 ? .nan : $0 } != nil)
    #expect(place { max(0, abs($0 - 0.5) - 0.2) } != nil, "a level floor is one valley")
    guard
      case .at(let two) = Extremum.search({ ($0 - 0.21) * ($0 - 0.21) * ($0 - 0.8) * ($0 - 0.8) })
    else {
      Issue.record("no minimum")
      return
    }
    #expect(two.count == 2 && abs(two[0] - 0.21) < 1e-6 && abs(two[1] - 0.8) < 1e-6)
  }
}
