// What an author wrote beside the digits stays: spaces, lines, signs of comments, spellings.

import GalleyRecordFormat
import Testing

@testable import Claims

@Suite struct ClaimLayoutTests {
  @Test(arguments: [
    ("[1.5,12.34]", "[1.5, 12.35]", "[1.5,12.35]"),
    ("[ 1.5, 12.34, ]", "[1.5, 12.35]", "[ 1.5, 12.35, ]"),
    ("1±1e-12", "2 ± 1e-12", "2±1e-12"), ("1 +/- 2 ulps", "2 ± 2 ulp", "2 +/- 2 ulps"),
    ("1±2ulp", "2 ± 2 ulp", "2±2ulp"), ("(a:1,b: 2)", "(a: 1, b: 3)", "(a:1,b: 3)"),
    ("[NaN, inf, 1]", "[nan, ∞, 2]", "[NaN, inf, 2]"),
    ("[\"a\" : 1]", "[\"a\": 2]", "[\"a\" : 2]"), ("2 ..< 8", "2..<9", "2 ..< 9"),
    ("[1,\n//   2]", "[1, 3]", "[1,\n//   3]"),
    ("[\n> //   1,\n> //   2,\n> // ]", "[1, 3]", "[\n> //   1,\n> //   3,\n> // ]"),
    ("[[1, 2],\n// [3, 4]]", "[[1, 2], [3, 5]]", "[[1, 2],\n// [3, 5]]"),
    // One more: it stands as the others do.
    ("[1,\n// 2]", "[1, 2, 3]", "[1,\n// 2,\n// 3]"), ("[1,2]", "[1, 2, 3]", "[1,2,3]"),
    ("[(1,2),\n// (3,4)]", "[(1, 2)]", "[(1,2)]"), ("[1, 2]", "[]", "[]"),
    ("true", "false", "false"), ("Gate(n:1)", ".open", ".open"),
    ("Pair<Int, String>(a:1)", "Pair<Int, String>(a: 2)", "Pair<Int, String>(a:2)"),
    ("\"a b\"", "\"a\\tb\"", "\"a\\tb\""), ("2.50 €", "2.60 €", "2.60 €"),
  ])
  func isKept(_ original: String, _ correction: String, _ expected: String) {
    #expect(ClaimLayout.of(correction, like: original) == expected)
  }

  /// A layout in which another claim would be read is not kept.
  @Test func neverChangesTheClaim() {
    for (original, correction) in [("\"", "3"), ("1 2", "[1]"), ("", "4"), ("((", "(1, 2)")] {
      #expect(ClaimLayout.of(correction, like: original) == correction)
    }
  }

  @Test(
    arguments: [
      ("1e+05", 123_456.0, "1e+05"), ("2e+05", 123_456, "1e+05"), ("1.5E-3", 0.25, "2.5E-1"),
      ("1.5e-03", 0.0025, "2.5e-03"), ("1.5×10^{−3}", 0.0025, "2.5×10^{−3}"),
      ("1.5×10^{−3}", 2500, "2.5×10^{3}"), ("6.6×10⁻³⁴", 6.7e-34, "6.7×10⁻³⁴"),
      ("1_000", 1234, "1_234"), ("1_0000", 56789, "5_6789"), ("0.000_1", 0.000_23, "0.000_2"),
      ("0.123_456", 0.654_321, "0.654_321"), ("0x1F", 32, "0x20"), ("0x001f", 32, "0x0020"),
      ("0xFFFF_0000", 0x1_2345_6789, "0x1_2345_6789"), ("0b1010_0000", 0b1010_0001, "0b1010_0001"),
      ("+1.5", 2.5, "+2.5"), (".5", 0.26, ".3"), ("66.5 %", 0.667, "66.7 %"), ("−1", -2, "−2"),
      ("3.14…", 2.718, "2.71…"), ("1_000.5", 2_345.67, "2_345.7"),
    ] as [(String, Double, String)])
  func notationStays(_ wrote: String, _ value: Double, _ expected: String) throws {
    let claim = try Expectation.read(wrote)
    let judgement = Judgement.of(.double(value), by: claim)
    if wrote == expected {
      #expect(judgement.verdict == .held)
    } else {
      #expect(judgement.correction == expected)
    }
  }
}
