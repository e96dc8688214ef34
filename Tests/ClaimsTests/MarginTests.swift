// Margins, held against the verdicts themselves: what lies within one holds, and what lies beyond does not.

import Claims
import GalleyRecordFormat
import Testing

struct MarginTests {
  private func margin(_ claim: String, _ values: [RecordedValue]) throws -> Margin? {
    Judgement.of(values, by: try Expectation.read(claim)).margin
  }

  @Test(
    arguments: [
      ("0.5", 0.5, 0.0625 - 0.0125, 0.05), ("2", 2, 0, 0), ("0.75 ± 0.5", 0.5, 0.25, 0.75),
      ("< 1", 0.75, nil, 0.25), ("≥ 0.5", 0.75, 0.25, nil), ("≠ 1", 3, 2, nil), ("≠ 1", -1, nil, 2),
      ("in 0...2", 0.5, 0.5, 1.5), ("in -1..<∞", 0.5, 1.5, nil), ("0.25…", 0.25, 0, 0.01),
      ("-0.25…", -0.25, 0.01, 0), ("-0.00", -0.001, 0.004, 0.001), ("-0.0", -0.0, 0, 0),
      ("50%", 0.5, 0.005, 0.005), ("4 ± 25%", 4, 1, 1), ("1 ± 2 ulp", 1, 0x1p-51, 0x1p-51),
      ("< ∞", 1, nil, nil),
    ] as [(String, Double, Double?, Double?)])
  func known(_ claim: String, _ value: Double, _ down: Double?, _ up: Double?) throws {
    let margin = try #require(try margin(claim, [.double(value)]))
    for (got, wanted) in [(margin.down, down), (margin.up, up)] {
      #expect((got == nil) == (wanted == nil))
      if let got, let wanted { #expect(abs(got - wanted) <= 1e-16, "\(got) for \(wanted)") }
    }
  }

  /// Two steps of the value's format inside each end the claim holds, and two beyond it the claim is refuted.
  @Test func itsEndsAreThoseOfTheVerdict() throws {
    var ends = 0
    for sample in JudgementCase.all where sample.verdict == .held {
      let expectation = try Expectation.read(sample.claim)
      guard sample.values.count == 1, case .float(let float) = sample.values[0],
        float.precision == 53, let value = Double(float.printed), value.isFinite,
        let margin = Judgement.of(sample.values, by: expectation).margin
      else { continue }
      func verdict(_ value: Double) -> Verdict {
        Judgement.of(.double(value), by: expectation).verdict
      }
      for (room, direction) in [(margin.down, -1.0), (margin.up, 1.0)] {
        guard let room else {
          #expect(verdict(direction * 1e300) == .held, "\(sample)")
          continue
        }
        ends += 1
        let end = value + direction * room
        if case .relation(.unequal, _) = expectation {
          #expect(verdict(end) == .refuted, "\(sample)")
          continue
        }
        let step = max(end.ulp, value.ulp)
        if room > 4 * step {
          #expect(verdict(end - direction * 2 * step) == .held, "\(sample)")
          #expect(verdict(value + direction * room / 2) == .held, "\(sample)")
        }
        #expect(verdict(end + direction * 2 * step) == .refuted, "\(sample) \(end) \(room)")
      }
    }
    #expect(ends > 40, "\(ends)")
  }

  @Test func ofSeveralValuesTheLeastRoomCounts() throws {
    let margin = try #require(
      try margin("in 0...2", [.double(0.5), .double(1.75), .double(1)]))
    #expect(margin.down == 0.5 && margin.up == 0.25)
    let open = try #require(try self.margin("< 2", [.double(0.5), .double(1.5)]))
    #expect(open.down == nil && open.up == 0.5)
  }

  @Test func whatIsNoNumberHasNone() throws {
    #expect(try margin("\"a\"", [.text("a")]) == nil)
    #expect(try margin("[1]", [.list([.int(1)])]) == nil)
    #expect(try margin("∞", [.double(.infinity)]) == nil)
    #expect(try margin("> 3", [.double(2)]) == nil, "a refuted claim is not near to being refuted")
    #expect(try margin("> 3", [.double(4), .double(2)]) == nil)
    #expect(try margin("> 3", []) == nil)
  }

  /// It is never too large, also where no `Double` is exact, and a number of any size has one.
  @Test func itIsRoundedDown() throws {
    #expect(try margin("1e400", [.decimal("1e400")])?.up == .greatestFiniteMagnitude)
    #expect(try margin("0 ± 1e-400", [.double(0)])?.up == 0)
    let third = try #require(try margin("0.3", [.double(0.3)])?.down)
    #expect(third > 0.0499999 && third < 0.05)
    // The `Double` that is written 0.001 is a little more than that.
    #expect(try margin("< 6 ms", [.fiveMilliseconds])?.up == 0.001.nextDown)
    #expect(try margin(".some(3)", [.some(.int(3))])?.up == 0)
  }
}
