// Numbers: logarithms, powers and decimals made without a C library.

import Foundation
import Testing

@testable import Figures

struct NumeralTests {
  @Test func logarithmsAgreeWithTheLibrary() {
    for k in -4000...4000 {
      let x = Foundation.exp(Double(k) * 0.17)
      guard x.isFinite, x > 0 else { continue }
      let reference = Foundation.log10(x)
      #expect((Figures.log10(x) - reference).magnitude <= max(4 * reference.ulp, 2e-16))
    }
    #expect(Figures.log10(.leastNonzeroMagnitude).rounded() == -323)
  }

  @Test func powersOfTenAreExactBothWays() {
    for n in -307...308 {
      #expect(Figures.log10(powerOfTen(n)) == Double(n))
      #expect(tenTo(Double(n)) == powerOfTen(n))
    }
    #expect(powerOfTen(3) == 1000)
    #expect(powerOfTen(-3) == 0.001)
    for x in stride(from: -12.0, through: 12, by: 0.037) {
      let reference = Foundation.pow(10, x)
      #expect((tenTo(x) - reference).magnitude <= 1e-14 * reference)
    }
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.0, 1, "0.0"), (1.005, 2, "1.01"), (2.5, 0, "3"), (-2.5, 0, "−3"),
    (99.96, 1, "100.0"), (0.004, 2, "0.00"), (-0.004, 2, "0.00"), (0.05, 1, "0.1"),
    (1e21, 0, "1000000000000000000000"), (.leastNonzeroMagnitude, 3, "0.000"),
    (123.456, 1, "123.5"),
  ])
  func writesFixedDecimals(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(Numeral(value).fixed(decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.123456, "0.1235"), (123456.0, "123456"), (12345.6, "12346"),
    (0.00012345, "0.0001235"), (0.000012345, "1.235 × 10^{−5}"), (1e8, "1 × 10^{8}"),
    (-1.5e-300, "−1.5 × 10^{−300}"), (0.99999, "1"), (9999.96, "10000"), (9_999_999.0, "9999999"),
    (.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞"), (99999999.0, "1 × 10^{8}"),
  ])
  func writesShortNumbers(_ value: Double, _ text: String) {
    #expect(shortNumber(value) == text)
  }
}
