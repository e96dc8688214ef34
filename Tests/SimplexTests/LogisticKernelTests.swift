// The logistic function of C against its plain Swift form, bit by bit, and against the definition.

import Testing

@testable import Simplex

@Suite struct LogisticKernelTests {
  /// Large, small, tiny, tied with what separates the ways of computing, and no numbers.
  static var inputs: [Double] {
    var draws = Draws()
    var inputs: [Double] = [
      0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e308,
      -1e308, 600, -600, (-600.0).nextDown, (-600.0).nextUp, -708.4, -745, -745.2, -800, -801,
    ]
    for width in [1e-9, 1, 30, 50, 900] { inputs += draws.vector(997, in: -width...width) }
    return inputs
  }

  private func values(_ x: [Double], level: Int32) -> [UInt64] {
    var result = x
    result.withUnsafeMutableBufferPointer {
      LogisticKernel(level: level).write(UnsafeBufferPointer($0), to: $0)
    }
    return result.map(\.bitPattern)
  }

  @Test(arguments: 1...2) func agreesWithPlainSwiftInEveryBit(level: Int32) {
    guard level <= SoftmaxKernel.bestLevel else { return }
    let plain = values(Self.inputs, level: 0)
    #expect(values(Self.inputs, level: level) == plain)
    let alone = Self.inputs.map { LogisticKernel(level: level).value($0).bitPattern }
    #expect(alone == plain)
    for count in 0...35 {
      let few = Array(Self.inputs.suffix(count))
      #expect(values(few, level: level) == values(few, level: 0))
    }
  }

  @Test func arraysAreTheSameFunction() {
    let inputs = Self.inputs
    #expect(logistic(inputs).map(\.bitPattern) == inputs.map { logistic($0).bitPattern })
    let narrow = inputs.map { Float($0) }
    #expect(logistic(narrow).map(\.bitPattern) == narrow.map { logistic($0).bitPattern })
    #expect(logistic([Double]()) == [] && logistic([Float]()) == [])
  }

  @Test func isRoundedOnce() {
    for x in Self.inputs where x.isFinite {
      let got = logistic(x)
      guard x > -600 else {
        #expect(got == Doubled(high: x).exponential)
        continue
      }
      let exact = doubledLogistic(min(x, 599))
      #expect(((got - exact.high) - exact.low).magnitude <= 0.501 * exact.value.ulp, "\(x)")
    }
  }
}
