// Every case of JudgementCases, its corrections, and what is said of long values.

import Claims
import Diagnostics
import GalleyRecordFormat
import Testing

struct JudgementTests {
  @Test(arguments: JudgementCase.all)
  func theCaseIsJudgedSo(_ sample: JudgementCase) throws {
    let judgement = Judgement.of(sample.values, by: try Expectation.read(sample.claim))
    #expect(judgement.verdict == sample.verdict, "\(judgement.rule)")
    #expect(judgement.correction == sample.correction)
  }

  @Test func whatIsOfferedHolds() throws {
    var count = 0
    for sample in JudgementCase.all {
      let judgement = Judgement.of(sample.values, by: try Expectation.read(sample.claim))
      guard let correction = judgement.correction else { continue }
      count += 1
      let second = Judgement.of(sample.values, by: try Expectation.read(correction))
      #expect(second.verdict == .held, "\(correction) instead of \(sample)")
    }
    #expect(count > 100)
  }

  @Test(arguments: [
    ("< 1", RecordedValue.fiveMilliseconds, "write < 1 seconds"),
    ("0.665 or so", .double(0.665), "‘or so’ behind the value is no part of a claim"),
    ("word", .int(3), "a text stands in quotation marks"),
    ("2.50 €", .money, "as printed"), ("\"2.50 €\"", .money, "as printed"),
    ("\"2.50 €\"", .text("2.50 €"), "the same text"),
    ("0.2...0.3", .double(0.25), "written ‘in 0.2...0.3’"),
    ("> 5", .double(.infinity), "stands in no relation to finite ones"),
    ("0 ± 300", .int(1, "Swift.UInt8"), "holds for every UInt8"),
    ("≤ ∞", .int(1), "holds for every Int"), ("[3, 2]", .countdown, "write Array(…)"),
    ("Handle()", .nothingVisible, "claim a property of it"),
    ("Array(n: 1)", .list([.int(1)]), "claim its elements"),
    (".none", .some(.shape("none")), "the optional holds a value"),
  ])
  func theRuleSaysWhy(_ claim: String, _ value: RecordedValue, _ words: String) throws {
    #expect(Judgement.of(value, by: try Expectation.read(claim)).rule.text.contains(words))
  }

  /// `names["a"]?.append(4)` has no value either.
  @Test func whatHasNoValueIsKnown() {
    #expect(RecordedValue.tuple([]).isVoid && RecordedValue.some(.some(.tuple([]))).isVoid)
    #expect(!RecordedValue.none.isVoid && !RecordedValue.some(.int(1)).isVoid)
  }

  @Test func aNumberInASentenceStaysOne() throws {
    func correction(_ wrote: String, _ value: RecordedValue) -> String? {
      var cursor = TextCursor(wrote)
      let literal = NumberLiteral.read(&cursor, in: .prose)
      return literal.flatMap { Judgement.of(value, by: .number($0)).correction }
    }
    #expect(correction("1,234", .int(98765)) == "98,765")
    #expect(correction("1,234", .double(98765.5)) == "98,765.5")
    #expect(correction("6.6\\times10^{-34}", .double(1.25e12)) == "1.2\\times10^{12}")
    #expect(correction("12\\,345", .double(0.5)) == "0.5")
    // No number, or none that a sentence can hold.
    #expect(correction("3", .text("a")) == nil)
    #expect(correction("3", .double(1.5e-7)) == nil)
    #expect(correction("3", .double(.infinity)) == nil)
  }

  @Test func aLongValueIsShownByItsBeginning() throws {
    let long = RecordedValue.list((1...20_000).map { .int($0) })
    let judgement = Judgement.of(long, by: try Expectation.read("[1, 2]"))
    #expect(judgement.verdict == .refuted)
    #expect(judgement.computed.hasPrefix("[1, 2, 3, "))
    #expect(judgement.computed.hasSuffix(" … (20000 parts)"))
    #expect(judgement.computed.utf8.count < 400)
    #expect(judgement.correction == nil)
    let cut = RecordedValue.list((1...20_000).map { .int($0) } + [.cut])
    #expect(cut.summary.hasSuffix(" … (more than 20000 parts)"))
    #expect(RecordedValue.text(String(repeating: "a", count: 9_000)).summary.utf8.count < 400)
  }
}
