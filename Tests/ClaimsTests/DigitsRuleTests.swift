// The digits rule, against the C library's own correctly rounded formatting.

import Diagnostics
import Foundation
import GalleyRecordFormat
import Testing

@testable import Claims

struct DigitsRuleTests {
  /// Doubles of all sizes, from a fixed linear congruence so that a failure can be replayed.
  static func doubles(_ count: Int) -> [Double] {
    var state: UInt64 = 20_261_121
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
    return (0..<count).map { index in
      let mantissa = Double(next() >> 11) / 9_007_199_254_740_992
      let exponent = Double(Int(next() >> 33) % 24 - 12)
      let value = mantissa * pow(10, exponent)
      return index % 3 == 0 ? -value : value
    }
  }

  static func verdict(_ claim: String, _ value: Double) throws -> Verdict {
    Judgement.of(.double(value), by: try Expectation.read(claim)).verdict
  }

  @Test func whatTheCLibraryRoundsToHolds() throws {
    for value in Self.doubles(3000) {
      for decimals in [1, 2, 5, 9, 15, 20] {
        let claim = String(format: "%.\(decimals)f", value)
        // With one decimal "-0.0" claims the zero itself, as Swift writes it.
        guard claim != "-0.0" else { continue }
        #expect(try Self.verdict(claim, value) == .held, "\(claim) for \(value)")
      }
    }
  }

  @Test func theNextDigitDoesNotHold() throws {
    for value in Self.doubles(3000) where value.magnitude > 1 {
      let claim = String(format: "%.6f", value)
      let last = try #require(claim.last?.wholeNumberValue)
      let wrong = claim.dropLast() + String((last + 1) % 10)
      #expect(try Self.verdict(String(wrong), value) == .refuted, "\(wrong) for \(value)")
    }
  }

  @Test func powersOfTenCountTheirOwnLastDigit() throws {
    for value in Self.doubles(2000) {
      for digits in [1, 4, 12] {
        let claim = String(format: "%.\(digits)e", value)
        #expect(try Self.verdict(claim, value) == .held, "\(claim) for \(value)")
      }
    }
  }

  @Test func whatIsWrittenInsteadHolds() throws {
    for (value, other) in zip(Self.doubles(2000), Self.doubles(4000).suffix(2000)) {
      for form in ["%.3f", "%.8e", "%.1f%%"] {
        // An author's claim about another value, corrected for this one.
        let claim = String(format: form, other)
        let judgement = Judgement.of(.double(value), by: try Expectation.read(claim))
        guard judgement.verdict == .refuted else { continue }
        let correction = try #require(judgement.correction)
        #expect(
          try Self.verdict(correction, value) == .held, "\(claim) became \(correction) for \(value)"
        )
      }
    }
  }

  @Test(arguments: [
    "0.665", "6.626e-34", "66.5%", "3.14…", "-0.5", "1_000_000", "6.6×10⁻³⁴", "+2", "1e6", ".5",
    "-.25", "0x1F", "0x1p-3", "-0xff", "-0.00", "0b101",
  ])
  func aNumberIsRebuiltAsItWasWritten(_ text: String) throws {
    var cursor = TextCursor(text)
    let literal = try #require(NumberLiteral.read(&cursor, in: .claim))
    #expect(cursor.isAtEnd)
    #expect(literal.text == text)
  }

  @Test(arguments: [
    ("6.626e-34", 6.62607015e-33, "6.626e-33"), ("9.99e2", 999.6, "1.00e3"),
    ("6.6×10⁻³⁴", 1.25e12, "1.2×10¹²"), ("66%", 0.125, "12%"), ("3.14…", 2.999, "2.99…"),
    ("1,234.5", 9876543.21, "9,876,543.2"), ("0.5", -0.25, "-0.2"), ("−0.5", -0.75, "−0.8"),
    (".5", 0.25, ".2"), ("0x1p-3", 0.75, "0x1.8p-1"), ("0x1F", 255, "0xFF"),
  ])
  func aCorrectionKeepsTheAuthorsForm(_ wrote: String, _ value: Double, _ expected: String) throws {
    var cursor = TextCursor(wrote)
    let literal = try #require(NumberLiteral.read(&cursor, in: .prose))
    let exact = try #require(RecordedValue.double(value).exactNumber)
    #expect(literal.rewritten(for: exact) == expected)
  }
}
