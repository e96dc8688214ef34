// How far corrections go from what was claimed: what may be written without a look, and what may not.

import Claims
import Testing

@Suite struct ValueChangeTests {
  @Test(arguments: [
    ("0.666", "0.665", ValueChange.Kind.digits), ("0.5", "0.05", .leadingDigit),
    ("9.99", "10.01", .leadingDigit), ("12", "13", .digits), ("3", "4", .leadingDigit),
    ("0", "1e-9", .leadingDigit), ("0 ± 1e-12", "1e-9 ± 1e-12", .leadingDigit),
    ("1.00", "-1.00", .sign), ("-0.25", "-0.26", .digits), ("0", "-3", .sign),
    ("66.5%", "66.6%", .digits), ("6.626×10⁻³⁴", "6.627×10⁻³⁴", .digits),
    ("6.626×10⁻³⁴", "6.626×10⁻³³", .leadingDigit), ("1_000", "1_001", .digits),
    ("0x1F", "0x20", .digits), ("0x1F", "0x2F", .leadingDigit), ("3.14…", "3.15…", .digits),
    ("1.2 ± 1%", "1.3 ± 1%", .digits), ("1.2 ± 1%", "1.3 ± 2%", .shape), ("1", "nan", .shape),
    ("true", "false", .shape), ("nil", "3", .shape), ("\"a\"", "\"b\"", .shape),
    ("[1.5, 2.5]", "[1.5, 2.6]", .digits), ("[1.5, 2.5]", "[1.5, 3.5]", .leadingDigit),
    ("[1, 2]", "[1, 2, 3]", .shape), ("(a: 1, b: 12)", "(a: 1, b: 13)", .digits),
    ("(a: 1)", "(b: 1)", .shape), ("[\"a\": 12]", "[\"a\": 13]", .digits),
    ("[\"a\": 12]", "[\"b\": 12]", .shape), (".shut(since: 12)", ".shut(since: 13)", .digits),
    (".shut", ".open", .shape), ("Gate(n: 12)", "Gate(n: 13)", .digits),
    ("Gate(n: 12)", "Door(n: 12)", .shape), ("12..<20", "13..<20", .digits),
    ("12..<20", "12...20", .shape), ("\"12.345 m\"", "\"12.346 m\"", .digits),
    ("5.00 seconds", "5.01 seconds", .digits), ("5.00 seconds", "5.00 metres", .shape),
    ("[1.5,\n// 2.5]", "[1.5,\n// 2.6]", .digits), ("∞", "1", .shape), ("2", "2.5", .digits),
  ])
  func claims(_ old: String, _ new: String, _ kind: ValueChange.Kind) {
    #expect(ValueChange.ofClaim(old, new).kind == kind)
  }

  @Test func sizes() {
    #expect(ValueChange.ofClaim("0.50", "0.55").relative == 0.1)
    #expect(ValueChange.ofClaim("-0.50", "-0.55").relative == -0.1)
    #expect(ValueChange.ofClaim("[1.0, 2.0, 4.0]", "[1.1, 1.0, 4.0]").relative == -0.5)
    #expect(ValueChange.ofClaim("0", "1").relative == nil)
    #expect(ValueChange.ofClaim("true", "false").relative == nil)
    #expect(ValueChange.ofClaim("1e-400", "2e-400").relative == 1)
    #expect(ValueChange.ofNumber("85,418.8", "170,837.6").relative == 1)
    #expect(ValueChange.ofNumber("41\\,\\%", "42\\,\\%").kind == .digits)
    #expect(ValueChange.ofNumber("−3", "−4").kind == .leadingDigit)
    #expect(ValueChange.ofNumber("−3", "4").kind == .sign)
  }

  @Test(arguments: [
    ("\"x2 = 12.5\"", "\"x2 = 12.6\"", ValueChange.Kind.digits),
    ("\"x2 = 12.5\"", "\"x3 = 12.5\"", .shape), ("\"2026-11-21\"", "\"2026-11-22\"", .digits),
    ("\"a\\n1\"", "\"a\\n2\"", .leadingDigit), ("\"-1\"", "\"1\"", .sign),
    ("\"[10, 20]\"", "\"[10, 21]\"", .digits), ("\"done\"", "\"gone\"", .shape),
  ])
  func outputs(_ old: String, _ new: String, _ kind: ValueChange.Kind) {
    #expect(ValueChange.ofOutput(old, new).kind == kind)
  }
}
