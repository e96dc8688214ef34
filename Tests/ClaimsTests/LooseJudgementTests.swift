// Comments that nobody wrote for Galley: what holds, what is refuted, and what stays open because it may mean something else.

import GalleyRecordFormat
import Testing

@testable import Claims

@Suite struct LooseJudgementTests {
  private static let list = RecordedValue.list(
    [1, 2, 3].map { .integer("\($0)", type: .init(short: "Int", full: "Swift.Int")) },
    .init(type: .init(short: "Array<Int>", full: "Swift.Array<Swift.Int>")))

  private func verdict(
    _ text: String, _ values: RecordedValue..., anyOrder: Bool = false, isAll: Bool = true
  ) -> String {
    Self.word(
      LooseJudgement.of(values, saying: text, isInAnyOrder: anyOrder, isAll: isAll))
  }

  private static func word(_ judgement: LooseJudgement) -> String {
    switch judgement {
    case .held: "held"
    case .refuted: "refuted"
    case .open: "open"
    }
  }

  private static func integer(_ number: Int) -> RecordedValue {
    .integer("\(number)", type: .init(short: "Int", full: "Swift.Int"))
  }

  @Test(arguments: [
    ("[1, 2, 3]", "held"), ("[ 1,2,3 ]", "held"), ("[1, 2, 3,]", "held"), ("[1, ...]", "held"),
    ("[1, 2, …]", "held"), ("[1, 2, 4]", "refuted"), ("[1, 2]", "refuted"), ("[2, ...]", "open"),
    ("3 elements", "open"), ("5", "open"), ("\"text\"", "open"), ("the list", "open"),
    ("[3, 2, 1]", "refuted"),
  ])
  func ofAList(_ text: String, _ expected: String) {
    #expect(verdict(text, Self.list) == expected, "\(text)")
  }

  @Test func inAnyOrder() {
    #expect(verdict("[3, 1, 2]", Self.list, anyOrder: true) == "held")
    #expect(verdict("[3, 1, 4]", Self.list, anyOrder: true) == "refuted")
  }

  @Test func textsWithAndWithoutQuotationMarks() {
    #expect(verdict("\"Hello\"", .text("Hello")) == "held")
    #expect(verdict("Hello", .text("Hello")) == "held")
    #expect(verdict("\"Hallo\"", .text("Hello")) == "refuted")
    // Without them it may be a remark.
    #expect(verdict("Hallo", .text("Hello")) == "open")
  }

  @Test func optionalsAsTheyPrintAndAsTheirValues() {
    let some = RecordedValue.some(Self.integer(3))
    #expect(verdict("3", some) == "held")
    #expect(verdict("Optional(3)", some) == "held")
    #expect(verdict("Optional(4)", some) == "refuted")
    #expect(verdict("Optional(\"a\")", some) == "open")
    #expect(verdict("nil", some) == "refuted")
    #expect(verdict("nil", .none) == "held")
    #expect(verdict("4", .none) == "refuted")
  }

  @Test func whatHasWordsBehindItIsNeverRefuted() {
    #expect(verdict("4", Self.integer(3), isAll: false) == "open")
    #expect(verdict("3", Self.integer(3), isAll: false) == "held")
  }

  @Test func aLineThatRanSeveralTimes() {
    let values = [1, 2, 3].map(Self.integer)
    #expect(Self.word(.of(values, saying: "1, 2, 3", isInAnyOrder: false, isAll: true)) == "held")
    #expect(Self.word(.of(values, saying: "7", isInAnyOrder: false, isAll: true)) == "open")
  }

  @Test(arguments: [
    ("Hello\n", ["Hello"], false, "held"), ("Hello\n", ["\"Hello\""], true, "held"),
    ("Hello\n", ["\"Hello\"."], true, "held"),
    ("[\"a\", \"b\"]\n", ["\"[\"a\", \"b\"]\""], true, "held"),
    ("1\n2\n", ["1", "2"], false, "held"), ("1\n2\n", ["1, 2"], false, "held"),
    ("1\n2\n3\n4\n", ["1", "...", "4"], false, "held"),
    ("3.605551275463989\n", ["3.61"], false, "held"),
    ("3.605551275463989\n", ["3.62"], false, "refuted"),
    ("1\n2\n", ["1", "3"], false, "refuted"), ("Hello\n", ["\"Hallo\""], true, "refuted"),
    // A remark on what is printed.
    ("Hello\n", ["greets"], false, "open"), ("Hello\n", ["a greeting"], true, "open"),
    // Another number of lines: the comment may be about a part.
    ("1\n2\n", ["1"], false, "open"),
    // A set prints its elements as it likes.
    ("[2, 1]\n", ["[1, 2]"], false, "open"),
    ("[\"b\": 2, \"a\": 1]\n", ["[\"a\": 1, \"b\": 2]"], true, "open"),
    ("", ["1"], true, "open"),
  ])
  func ofOutput(_ output: String, _ lines: [String], _ isSaid: Bool, _ expected: String) {
    #expect(
      Self.word(
        .of(output: output, saying: lines, isInAnyOrder: false, isAll: true, isSaid: isSaid))
        == expected, "\(output) \(lines)")
  }
}
