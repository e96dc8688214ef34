// Cases of numbers and of the forms that a claim may have: how each is judged, and that a correction keeps its form.

import Claims
import GalleyRecordFormat

extension JudgementCase {
  static let durations: [Self] = [
    .held("< 1 second", .fiveMilliseconds), .held("< 6 ms", .fiveMilliseconds),
    .refuted("< 5 ms", .fiveMilliseconds, nil), .held("≤ 5 ms", .fiveMilliseconds),
    .held("≤ .milliseconds(5)", .fiveMilliseconds),
    .held("> Duration.microseconds(4999)", .fiveMilliseconds),
    .refuted("> .microseconds(5000)", .fiveMilliseconds, nil),
    .held("in 4...6 ms", .fiveMilliseconds), .refuted("in 1...2 seconds", .fiveMilliseconds, nil),
    .held("< 6 ms", .storedDuration), .refuted("< 5 ms", .storedDuration, nil),
    .unjudged("< 1", .fiveMilliseconds), .unjudged("< 1 s", .double(0.5)),
    .refuted("5 ms", .fiveMilliseconds, "0.005 seconds"),
    .refuted("0.005", .storedDuration, "\"0.005 seconds\""),
  ]

  static let numbers: [Self] = [
    .held(".5", .double(0.5)), .refuted(".5", .double(0.25), ".2"), .held("-.5", .double(-0.5)),
    .held("1_000", .int(1000)), .refuted("1_000", .int(12345), "12_345"),
    .held("0.000_1", .double(0.0001)), .held("0x1F", .int(31)),
    .refuted("0x1F", .int(255), "0xFF"), .refuted("0x1f", .int(-250), "-0xfa"),
    .held("0x1p-3", .double(0.125)), .refuted("0x1p-3", .double(0.1), "0x1.999999999999ap-4"),
    .refuted("0x1p-3", .double(0.375), "0x1.8p-2"), .held("0b101", .int(5)),
    .held("0o17", .int(15)), .refuted("0x1F", .double(0.5), "0x1p-1"),
    .held("-0.0", .double(-0.0)), .held("-0", .double(-0.0)), .refuted("-0.0", .double(0), "0.0"),
    .refuted("-0.0", .double(-0.01), "-0.01"), .held("0.0", .double(-0.0)),
    .held("-0.00", .double(-0.001)), .held("-0.00", .double(-0.0)),
    .held("-.00", .double(-0.001)), .held("-.0", .double(-0.0)),
    .refuted("-0.00", .double(0.001), "0.00"), .refuted("-0.00", .double(-0.006), "-0.01"),
    .refuted("+0.00", .double(-0.001), "-0.00"), .held("0.00", .double(-0.001)),
    .held("3.14…", .double(.pi)), .refuted("3.15…", .double(.pi), "3.14…"),
    .held("3.14...", .double(.pi)), .refuted("-0.0…", .double(0), "0.0…"),
    .refuted("3", .double(2.5), "2.5"), .refuted("6.6×10⁻³⁴", .double(1.25e12), "1.2×10¹²"),
    .refuted("66%", .double(0.125), "12%"), .refuted("−0.5", .double(-0.75), "−0.8"),
    .held("2.5", .decimal("2.50")), .refuted("2.4", .decimal("2.50"), "2.5"),
    .held("< 3", .decimal("2.50")), .held("2.5", .some(.decimal("2.5"))),
    .refuted("1", .int(2), "2"), .held("1e6", .int(1_200_000)),
    .refuted("5", .boolean(true), "true"),
    .refuted("1", .boolean(true), "true"), .refuted("true", .int(1), "1"),
    // What is stored as a little less is not cut off below its own digits.
    .refuted("0.3…", .double(0.3), "0.3"), .refuted("0.70…", .double(0.7), "0.7"),
    .refuted("0.4…", .double(0.5), "0.5…"), .refuted("1", .double(1e300), "1e+300"),
    .refuted("2.5", .int(2), "2"), .refuted("50%", .int(2), "200%"),
    .refuted(
      "18446744073709551616",
      .integer("18446744073709551617", type: RecordedValue.name("Swift.UInt128")),
      "18446744073709551617"),
  ]

  static let tolerances: [Self] = [
    .held("50% ± 0.1%", .double(0.5009)), .refuted("50% ± 0.1%", .double(0.502), "50.2% ± 0.1%"),
    .held("5 ± 1%", .double(5.04)), .refuted("5 ± 1%", .double(37.77), "38 ± 1%"),
    .held("1 ± 2 ulp", .double(1 + 2 * Double.ulpOfOne)),
    .refuted("1 ± 2 ulp", .double(1 + 3 * Double.ulpOfOne), "1.0000000000000007 ± 2 ulp"),
    .held("0.3 ± 1e-12", .double(0.1 + 0.2)), .refuted("0.3 ± 1e-12", .double(0.4), "0.4 ± 1e-12"),
    .unjudged("1 ± 2 ulp", .int(1), "1"),
  ]

  /// A correction keeps the author's form.
  static let forms: [Self] = [
    .held("Optional(3)", .some(.int(3))), .held(".some(3)", .some(.int(3))),
    .held("3", .some(.int(3))), .held("Optional(Optional(3))", .some(.some(.int(3)))),
    .held("nil", .none), .held(".none", .none), .refuted("nil", .some(.none), ".some(nil)"),
    .refuted(".some(3)", .some(.int(4)), ".some(4)"),
    .refuted("Optional(3)", .some(.int(4)), "Optional(4)"), .refuted("3", .some(.int(4)), "4"),
    .refuted("Optional(3)", .int(3), "3"), .refuted("Optional(3)", .none, "nil"),
    .refuted("[1, 2.00, 3]", .list([.int(1), .double(2.25), .int(4)]), "[1, 2.25, 4]"),
    .refuted("(a: 1, 2)", .tuple(RecordedValue.parts(["a": .int(1), "b": .int(3)])), "(a: 1, 3)"),
    .refuted("[< 5, 3]", .list([.int(4), .int(7)]), "[< 5, 7]"),
    .refuted("[3, < 5]", .list([.int(3), .int(7)]), "[3, 7]"),
    .refuted("[\"a\": 1.5]", .pairs([(.text("a"), .double(0.25))]), "[\"a\": 0.2]"),
    .refuted("[\"b\": 1]", .pairs([(.text("a"), .int(1))]), "[\"a\": 1]"),
    .refuted(
      "Share(\"C\", 0.665)", .object("Program.Share", ["name": .text("C"), "part": .double(0.5)]),
      "Share(\"C\", 0.500)"),
    .refuted(
      "Share(name: \"C\", 3.1…)",
      .object("Program.Share", ["name": .text("C"), "part": .double(0.5)]),
      "Share(name: \"C\", 0.5…)"),
    .refuted(
      "Program.Share(part: 25%)", .object("Program.Share", ["part": .double(0.5)]),
      "Program.Share(part: 50%)"),
    .held("[2, 1]", .set([.int(1), .int(2)])),
    .refuted("[2, 1]", .list([.int(1), .int(2)]), "[1, 2]"),
    .held("[\"b\": 2, \"a\": 1]", .pairs([(.text("a"), .int(1)), (.text("b"), .int(2))])),
    .refuted(
      "[\"b\": 2, \"a\": 1]",
      .pairs([(.text("a"), .int(1)), (.text("b"), .int(2))], isOrdered: true),
      "[\"a\": 1, \"b\": 2]"),
    .held("[0.2, 0.21]", .set([.double(0.21), .double(0.204)])),
    .held("[[1], [2]]", .set([.list([.int(2)]), .list([.int(1)])])),
  ]

  /// A line that runs many times keeps its word every time, and so must what is offered.
  static let loops: [Self] = [
    .many("3", [.int(3), .int(3)], .held), .many("3", [.int(3), .int(4)], .refuted),
    .many("5", [.int(3), .int(4)], .refuted), .many("5", [.int(4), .int(4)], .refuted, "4"),
    .many("0.3", [.double(0.21), .double(0.22)], .refuted, "0.2"),
    .many(".some(3)", [.some(.int(4)), .none], .refuted),
    .many("in 0...1", [.int(0), .int(2)], .refuted), .many("< 5", [.int(0), .int(2)], .held),
    .many("1", [], .unreached),
  ]
}
