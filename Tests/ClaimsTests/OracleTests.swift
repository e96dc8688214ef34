// The oracle: ten thousand claims of all forms, decided by decimal digits and the C library, and by Galley.

import Claims
import GalleyRecordFormat
import Testing

struct OracleTests {
  @Test func tenThousandClaimsAreDecidedAsTheOracleDoes() throws {
    var dice = OracleDice(state: 20_261_128)
    var counts: [Verdict: Int] = [:]
    for index in 0..<10_000 {
      let claim = dice.claim()
      counts[claim.verdict, default: 0] += 1
      let expectation = try Expectation.read(claim.text)
      let judgement = Judgement.of(claim.value, by: expectation)
      #expect(
        judgement.verdict == claim.verdict, "\(index): \(claim.text) for \(claim.value)")
      // What is offered holds, and is read as it is offered.
      if let correction = judgement.correction {
        let second = Judgement.of(claim.value, by: try Expectation.read(correction))
        #expect(second.verdict == .held, "\(correction) instead of \(claim.text)")
      }
    }
    // Claims that all hold, or all do not, would try nothing.
    #expect(counts[.held, default: 0] > 3_000 && counts[.refuted, default: 0] > 3_000)
  }
}
