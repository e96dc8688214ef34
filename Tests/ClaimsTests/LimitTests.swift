// Long claims, long numbers and large collections: each ends within seconds, with a verdict or with words.

import Claims
import Diagnostics
import GalleyRecordFormat
import Testing

struct LimitTests {
  private func verdict(_ claim: String, _ value: RecordedValue) throws -> Verdict {
    Judgement.of(value, by: try Expectation.read(claim)).verdict
  }

  @Test(.timeLimit(.minutes(1)))
  func twentyThousandElementsWithoutAnOrder() throws {
    let numbers = (1...20_000).map { $0 * 7919 % 20_011 }
    let claim = "[" + numbers.map(String.init).joined(separator: ", ") + "]"
    let values = numbers.reversed().map { RecordedValue.int($0) }
    #expect(try verdict(claim, .set(values)) == .held)
    #expect(try verdict(claim, .set(Array(values.dropLast()) + [.int(-1)])) == .refuted)
    #expect(try verdict(claim, .list(values)) == .refuted)
  }

  @Test(.timeLimit(.minutes(1)))
  func twentyThousandKeys() throws {
    let keys = (1...20_000).map { "key \($0)" }
    let claim = "[" + keys.map { "\"\($0)\": 0.5" }.joined(separator: ", ") + "]"
    let values = keys.reversed().map { (RecordedValue.text($0), RecordedValue.double(0.52)) }
    #expect(try verdict(claim, .pairs(values)) == .held)
    #expect(
      try verdict(claim, .pairs(Array(values.dropLast()) + [(.text("key 1"), .double(0.6))]))
        == .refuted)
  }

  @Test func hundredsThatOverlapArePaired() throws {
    // Each claim holds for two neighbours, and only one way of pairing is complete.
    let values = (0..<200).map { RecordedValue.double(Double($0) + 0.5) }
    let claims = (0..<200).map { "in \($0 - 1)...\($0 + 1)" }.reversed().joined(separator: ", ")
    #expect(try verdict("[" + claims + "]", .set(values)) == .held)
    #expect(
      try verdict("[" + claims + "]", .set(Array(values.dropFirst()) + [.double(-5)])) == .refuted)
  }

  @Test func thousandsThatOverlapAreNotJudged() throws {
    let values = (0..<5_000).map { RecordedValue.double(0.5 + Double($0) / 1e6) }
    let claim = "[" + values.map { _ in "0.5" }.joined(separator: ", ") + "]"
    #expect(try verdict(claim, .set(values)) == .unjudged)
  }

  @Test(.timeLimit(.minutes(1)))
  func longNumerals() throws {
    let digits = String(repeating: "123456789 ", count: 1_000).filter { $0 != " " } + "1"
    let type = RecordedValue.name("Program.BigInt")
    #expect(try verdict(digits, .integer(digits, type: type)) == .held)
    #expect(try verdict("0." + digits, .double(0.1234567891)) == .refuted)
    #expect(try verdict("0." + digits + " ± 1e-9", .double(0.1234567891)) == .held)
    #expect(try verdict("3", .integer(digits, type: type)) == .refuted)
    #expect(
      try verdict("< 3", .integer(String(repeating: "1", count: 500_000), type: type)) == .unjudged)
    #expect(throws: UnreadableClaim.self) { try Expectation.read(digits + digits) }
    #expect(throws: UnreadableClaim.self) { try Expectation.read("0x" + digits + digits) }
    #expect(try verdict("1e5000", .double(1)) == .refuted)
    #expect(try verdict("> 1e-5000", .double(1)) == .held)
  }

  @Test func aNumberInASentenceThatIsTooLargeIsNotJudged() throws {
    for text in ["1×10⁹⁹⁹⁹⁹⁹⁹⁹", "1\\times10^{99999999}", "1e-9999", "2×10⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹"] {
      var cursor = TextCursor(text)
      let literal = try #require(NumberLiteral.read(&cursor, in: .prose))
      #expect(cursor.isAtEnd && literal.fault != nil)
      let judgement = Judgement.of(.double(1), by: .number(literal))
      #expect(judgement.verdict == .unjudged && judgement.correction == nil)
    }
  }
}
