// Whether two values of a line stand in its relation, and whether that says anything.

import GalleyRecordFormat
import Testing

@testable import GalleyRecorder

@Suite struct ComparisonTests {
  @Test func theStandardToleranceIsRelativeWithAFloor() {
    func outcome(_ a: Double, _ b: Double, _ allowance: LineRule.Allowance = .standard) -> String {
      switch Comparison.of(
        .number(a, isSingle: false), .number(b, isSingle: false), .equal, allowance)
      {
      case .held(_, let evidence): evidence.isDecisive ? "held" : "too small"
      case .failed: "failed"
      case .undefined: "undefined"
      case .incomparable, .unreached: "other"
      }
    }
    #expect(outcome(1, 1 + 0.9e-12) == "held")
    #expect(outcome(1, 1 + 1.1e-12) == "failed")
    #expect(outcome(1e6, 1e6 + 0.9e-6) == "held")
    #expect(outcome(1e-5, 1e-5 + 0.9e-14) == "held")
    #expect(outcome(1e-5, 1e-5 + 1.1e-14) == "failed")
    // Here the floor would let a factor of two pass, so it says nothing.
    #expect(outcome(1e-20, 2e-20) == "too small")
    #expect(outcome(1e-20, 1e-20) == "held")
    #expect(outcome(0, -0.0) == "held")
    #expect(outcome(.infinity, .infinity) == "undefined")
    #expect(outcome(.infinity, -.infinity) == "failed")
    #expect(outcome(.infinity, 1, .relative(1)) == "failed")
    #expect(outcome(.nan, .nan) == "undefined")
    #expect(outcome(.nan, 1) == "failed")
    #expect(outcome(1, 1 + 3 * 0x1p-52, .ulps(3)) == "held")
    #expect(outcome(1, 1 + 3 * 0x1p-52, .ulps(2)) == "failed")
    #expect(outcome(200, 198.1, .relative(0.01)) == "held")
    #expect(outcome(200, 197.9, .relative(0.01)) == "failed")
    #expect(outcome(5, 5.1, .absolute(0.05)) == "failed")
  }

  @Test func ordersAllowRoundingUnlessTheyAreStrict() {
    func holds(_ a: Double, _ relation: LineRule.Relation, _ b: Double) -> Bool {
      if case .held = Comparison.of(
        .number(a, isSingle: false), .list([.number(b, isSingle: false)]), relation, .standard)
      {
        return true
      }
      return false
    }
    #expect(holds(1, .atMost, 2) && holds(1, .atMost, 1) && holds(1 + 1e-13, .atMost, 1))
    #expect(!holds(1.1, .atMost, 1) && holds(1.1, .atLeast, 1) && !holds(1, .atLeast, 1.1))
    #expect(holds(1, .less, 2) && !holds(1, .less, 1) && !holds(2, .less, 1))
    #expect(holds(2, .greater, 1) && !holds(1, .greater, 1) && !holds(1, .greater, 2))
  }

  /// A share of infinity is infinity, and would allow any margin.

  /// An entry that only the floor lets pass is not covered by another that is large.
  @Test func everyEntryHasItsSay() {
    func list(_ values: Double...) -> SampledValue {
      .list(values.map { .number($0, isSingle: false) })
    }
    func isDecisive(
      _ draws: [(SampledValue, SampledValue)], _ relation: LineRule.Relation = .equal,
      _ allowance: LineRule.Allowance = .standard
    ) -> Bool {
      var tally = LineTally(LineRule(relation, allowance))
      for (above, here) in draws {
        _ = tally.add(Comparison.of(above, here, relation, allowance))
      }
      return tally.seen(part: 0, step: 1).isDecisive
    }
    #expect(!isDecisive([(list(1, 1e-15), list(1, 3e-15))]))
    #expect(isDecisive([(list(1, 1e-15), list(1, 1e-15))]))
    #expect(isDecisive([(list(1, 1e-15), list(1, 3e-15))], .equal, .absolute(1e-14)))
    // Equal once, by chance: that is no evidence for the draws beside it.
    #expect(!isDecisive([(list(0), list(0)), (list(1e-15), list(3e-15))]))
    // Large in one draw is enough, as where a variable passes zero.
    #expect(isDecisive([(list(1e-15), list(3e-15)), (list(0.5), list(0.5))]))
    #expect(!isDecisive([(list(3e-15), list(1e-15)), (list(-3e-15), list(-1e-15))], .atMost))
    #expect(isDecisive([(list(-3e-15), list(-1e-15))], .atMost))
  }
}
