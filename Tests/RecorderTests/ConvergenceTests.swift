// Whether a sequence comes to its limit, and how fast.

import GalleyRecordFormat
import Testing

@testable import GalleyRecorder

@Suite struct ConvergenceTests {
  private struct Limit {
    var holds: Bool
    var isDecisive: Bool
    var rate: Double?
    func falls(like power: Double) -> Bool { rate.map { abs($0 - power) < 0.05 } ?? false }
  }

  /// The outcome of a limit whose sequence is `above(h)` at h = 1, 1/2, 1/4, …
  private func limit(_ here: Double, _ above: (Double) -> Double) -> Limit {
    let pairs = (0...40).map { stage in
      ([above(Double(sign: .plus, exponent: -stage, significand: 1))], [here])
    }
    let convergence = Convergence.of(
      pairs.map { (above: $0.0, here: $0.1) }, allowance: .standard)
    if case .held(_, let evidence) = convergence.outcome {
      return Limit(holds: true, isDecisive: evidence.isDecisive, rate: convergence.rate)
    }
    return Limit(holds: false, isDecisive: true, rate: convergence.rate)
  }

  @Test func limitsConvergeWithTheirRates() {
    let (exp, log) = (Mathematics.exp, Mathematics.log)
    let forward = limit(1) { (exp($0) - 1) / $0 }
    #expect(forward.holds && forward.falls(like: 1))
    let central = limit(1) { (exp($0) - exp(-$0)) / (2 * $0) }
    #expect(central.holds && central.falls(like: 2))
    // The second difference is nothing but rounding at its end.
    let second = limit(1) { (exp($0) - 2 + exp(-$0)) / ($0 * $0) }
    #expect(second.holds && second.falls(like: 2))
    let root = limit(3) { 3 + 0.001 * exp(0.5 * log($0)) }
    #expect(root.holds && root.falls(like: 0.5))
    let fast = limit(1) { 1 + exp(-1 / $0) }
    #expect(fast.holds && fast.rate == .infinity)
    // It falls to the last, though not to within the tolerance three times.
    let slow = limit(0) { exp(0.5 * log($0)) }
    #expect(slow.holds)
    // A difference quotient of what does not change: rounding against zero.
    let flat = limit(0) { (0.1 + $0 - $0 - 0.1) + 1e-17 }
    #expect(flat.holds && !flat.isDecisive)
    let tiny = limit(2e-23) { 1e-23 * (1 + $0) }
    #expect(tiny.holds && !tiny.isDecisive)
  }

  @Test func limitsThatAreNoneAreRefuted() {
    #expect(!limit(1) { 1.001 + $0 }.holds)
    #expect(!limit(0.002) { 0.001 + $0 }.holds)
    // It meets the value on its way to another, once or for a while.
    #expect(!limit(0) { abs($0 - 0x1p-10) }.holds)
    #expect(!limit(1) { 1 + 1e-9 / $0 }.holds)
    #expect(!limit(1) { $0 < 1e-6 ? .nan : 1 }.holds)
    #expect(!limit(0) { 1 / (1 - Mathematics.log($0)) }.holds)
    // It stays at ½ until rounding makes it nothing.
    #expect(!limit(0) { (Mathematics.exp($0) - 1 - $0) / ($0 * $0) }.holds)
    #expect(!limit(.infinity) { 1 / $0 }.holds)
    #expect(!limit(.infinity) { _ in .infinity }.holds)
    #expect(!limit(1) { _ in .infinity }.holds)
  }

  @Test func aLimitStandsStillAndHoldsSomething() {
    func outcome(_ above: (Double) -> [Double], _ here: (Double) -> [Double]) -> String {
      let pairs = (0...40).map { stage in
        let n = Double(sign: .plus, exponent: stage, significand: 1)
        return (above: above(n), here: here(n))
      }
      switch Convergence.of(pairs, allowance: .standard).outcome {
      case .held: return "held"
      case .incomparable(.movingLimit): return "moving"
      case .undefined: return "undefined"
      default: return "failed"
      }
    }
    // Beside numbers that grow, any difference that does not is small.
    #expect(outcome({ [$0] }, { [$0 + 1] }) == "moving")
    #expect(outcome({ [1, $0] }, { [1, $0 + 1] }) == "moving")
    #expect(outcome({ [Mathematics.log($0)] }, { [Mathematics.log($0)] }) == "moving")
    #expect(outcome({ [$0] }, { [2 * $0] }) == "moving")
    #expect(outcome({ [1 + 2 / $0] }, { _ in [1.5] }) == "failed")
    #expect(outcome({ [1 + 2 / $0] }, { [1 + 1 / $0] }) == "held")
    #expect(outcome({ _ in [] }, { _ in [] }) == "undefined")
    #expect(outcome({ $0 < 8 ? [] : [1] }, { $0 < 8 ? [] : [1] }) == "undefined")
    #expect(outcome({ _ in [] }, { _ in [1] }) == "failed")
  }
}
