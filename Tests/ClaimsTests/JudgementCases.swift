// JudgementCases: claims, values and what becomes of them, by kinds. Where a correction is offered it stands
// here too, and one test applies them all.

import Claims
import GalleyRecordFormat

struct JudgementCase: CustomStringConvertible, Sendable {
  var claim: String
  var values: [RecordedValue]
  var verdict: Verdict
  /// Nil where none is offered.
  var correction: String?

  static func held(_ claim: String, _ value: RecordedValue) -> Self {
    Self(claim: claim, values: [value], verdict: .held)
  }

  static func refuted(_ claim: String, _ value: RecordedValue, _ correction: String?) -> Self {
    Self(claim: claim, values: [value], verdict: .refuted, correction: correction)
  }

  static func unjudged(
    _ claim: String, _ value: RecordedValue, _ correction: String? = nil
  ) -> Self {
    Self(claim: claim, values: [value], verdict: .unjudged, correction: correction)
  }

  static func many(
    _ claim: String, _ values: [RecordedValue], _ verdict: Verdict, _ correction: String? = nil
  ) -> Self {
    Self(claim: claim, values: values, verdict: verdict, correction: correction)
  }

  var description: String { "\(claim) for \(values.map(\.description).joined(separator: ", "))" }

  static var all: [Self] {
    infinities + shapes + names + texts + printed + ranges + durations + numbers + tolerances
      + forms + loops + limits + unread + emptyTypes + optionals
  }

  /// No order holds for what is no finite number, unless the claim names it; no tolerance is infinite.
  static let infinities: [Self] = [
    .refuted("< 5", .double(.infinity), "∞"),
    .refuted("> 5", .double(.infinity), "∞"),
    .refuted("≥ -1e300", .double(.infinity), "∞"),
    .refuted("< 5", .double(-.infinity), "-∞"),
    .refuted("≠ 0", .double(.infinity), "∞"),
    .refuted("≠ 0", .double(.nan), "nan"),
    .refuted("≥ -∞", .double(.nan), "nan"),
    .refuted("≤ ∞", .double(.nan), "nan"),
    .refuted("≥ -∞", .double(.infinity), "∞"),
    .refuted("< ∞", .double(-.infinity), "-∞"),
    .refuted("< ∞", .double(.infinity), "∞"),
    .held("≤ ∞", .double(.infinity)),
    .held("≥ ∞", .double(.infinity)),
    .held("< ∞", .double(1.7e308)),
    .held("> -∞", .double(-1.7e308)),
    .refuted("in 0...5", .double(.infinity), "∞"),
    .refuted("in 0...5", .double(.nan), "nan"),
    .held("in 0...∞", .double(.infinity)),
    .refuted("in 0..<∞", .double(.infinity), "∞"),
    .refuted("in 0...∞", .double(-.infinity), "-∞"),
    .refuted("5 ± 1e300", .double(.infinity), "∞"),
    .unjudged("5 ± 1e400", .double(7), "7.0"),
    .unjudged("5 ± 1e310%", .double(7), "7.0"),
    .unjudged("5 ± 1e400", .int(7), "7"),
    .unjudged("5 ± 1e39", .binary(7 as Float, "Swift.Float"), "7.0"),
    .held("5 ± 1e300", .double(7)),
    .refuted("nan", .double(.infinity), "∞"),
    .refuted("-∞", .double(.infinity), "∞"),
    .held("nan", .double(.nan)),
    .held("nan", .decimal("NaN")),
    .refuted("> 0", .decimal("NaN"), "NaN"),
    .refuted("0.5", .double(.nan), "nan"),
    .refuted("0.5…", .double(.infinity), "∞"),
  ]

  /// Where nothing is compared, nothing holds.
  static let shapes: [Self] = [
    .unjudged("Handle()", .nothingVisible),
    .unjudged("Handle(1)", .nothingVisible),
    .unjudged("Handle(fd: 3)", .nothingVisible),
    .unjudged("[Handle()]", .list([.nothingVisible])),
    .unjudged("[Handle(), Handle()]", .set([.nothingVisible, .nothingVisible])),
    .unjudged("[\"a\": Handle()]", .pairs([(.text("a"), .nothingVisible)])),
    .unjudged("Handle()", .some(.nothingVisible)),
    .unjudged(".some(Handle())", .some(.nothingVisible)),
    .unjudged("Optional(Handle())", .some(.nothingVisible)),
    .unjudged(".open(Handle())", .shape("open", ["": .nothingVisible])),
    .held(".open", .shape("open", ["": .nothingVisible])),
    .unjudged("Box(f: 1)", .object("Program.Box", ["f": .function])),
    .unjudged("3", .function),
    .unjudged("\"(Function)\"", .function),
    .refuted("Date()", .opaque("Foundation.Date", printed: "today"), "\"today\""),
    .held("\"today\"", .opaque("Foundation.Date", printed: "today")),
    .held("[]", .list([])), .held("[:]", .pairs([])), .held("()", .tuple([])),
    .refuted("[]", .pairs([]), "[:]"),
    .refuted("[1]", .list([]), "[]"),
    .refuted("[1, 2]", .list([.int(1), .int(2), .cut]), nil),
    .unjudged("[1, 2, 3]", .list([.int(1), .int(2), .cut])),
    .refuted("(x: 1)", .tuple(RecordedValue.parts(["y": .int(1)])), "(y: 1)"),
  ]

  /// Names of types are compared by their components, and by the arguments that are written.
  static let names: [Self] = [
    .held("In(k: 1)", .object("Program.Outer.In", ["k": .int(1)])),
    .held("Outer.In(k: 1)", .object("Program.Outer.In", ["k": .int(1)])),
    .held("Program.Outer.In(k: 1)", .object("Program.Outer.In", ["k": .int(1)])),
    .refuted("Other.In(k: 1)", .object("Program.Outer.In", ["k": .int(1)]), "In(k: 1)"),
    .refuted("Other.In(k: 1)", .object("Program.In", ["k": .int(1)]), "In(k: 1)"),
    .refuted("n(k: 1)", .object("Program.In", ["k": .int(1)]), "In(k: 1)"),
    .held(
      "Local(z: 1)", .object("Program.(unknown context at $10).Local", ["z": .int(1)])),
    .held("Pair<Int, String>(a: 1, b: \"x\")", .pair),
    .held("Pair(a: 1, b: \"x\")", .pair),
    .held("Pair(1, \"x\")", .pair),
    .held("Pair<Swift.Int,String>(a: 1, b: \"x\")", .pair),
    .refuted("Pair<Int, Int>(a: 1, b: \"x\")", .pair, "Pair<Int, String>(a: 1, b: \"x\")"),
    .refuted("Pair<Int>(a: 1, b: \"x\")", .pair, "Pair<Int, String>(a: 1, b: \"x\")"),
    .refuted("(1, \"x\")", .pair, "Pair<Int, String>(a: 1, b: \"x\")"),
    .refuted("Pair(b: \"x\", a: 1)", .pair, "Pair(a: 1, b: \"x\")"),
    .held(
      "Box<[Int?]>(v: 1)",
      .object("Program.Box<Swift.Array<Swift.Optional<Swift.Int>>>", ["v": .int(1)])),
    .refuted(
      "Box<[Int]>(v: 1)",
      .object("Program.Box<Swift.Array<Swift.Optional<Swift.Int>>>", ["v": .int(1)]),
      "Box<Array<Optional<Int>>>(v: 1)"),
    .held("Box(v: 1)", .object("Program.Box<(Swift.Int) -> Swift.Int>", ["v": .int(1)])),
    .held(
      "Box<(Int) -> Int>(v: 1)", .object("Program.Box<(Swift.Int) -> Swift.Int>", ["v": .int(1)])),
    .held("Box(v: 1)", .object("(extension in Main):Program.Box<Swift.Int>", ["v": .int(1)])),
    // A type that cannot be read can be named without its arguments, and not with wrong ones.
    .held("Box(v: 1)", .object("Program.Box<(Swift.Int) async -> ()>", ["v": .int(1)])),
    .refuted(
      "Box<Int>(v: 1)", .object("Program.Box<(Swift.Int) async -> ()>", ["v": .int(1)]), nil),
    .refuted(
      "Box<(Int)>(v: 1)", .object("Program.Box<(Swift.Int) -> Swift.Int>", ["v": .int(1)]),
      "Box<(Int) -> Int>(v: 1)"),
    .refuted(
      "Box<(Int) -> Int>(v: 1)", .object("Program.Box<Swift.Int>", ["v": .int(1)]),
      "Box<Int>(v: 1)"),
    .held("Int8(5)", .int(5, "Swift.Int8")),
    .refuted("UInt8(5)", .int(5, "Swift.Int8"), "5"),
    .refuted("Int(5)", .int(5, "Swift.Int8"), "5"),
    .refuted("Float(0.5)", .double(0.5), "0.5"),
    .held("Double(0.5)", .double(0.5)),
    .held("Decimal(2.5)", .decimal("2.5")),
    .held("Set([1, 2])", .set([.int(2), .int(1)])),
    .refuted("Set([1, 2])", .list([.int(1), .int(2)]), "[1, 2]"),
    .held("Shape.circle(r: 1)", .shape("circle", ["r": .int(1)])),
    .held("Program.Shape.point", .shape("point")),
    .held(".point", .shape("point")),
    .refuted("Form.circle(r: 1)", .shape("circle", ["r": .int(1)]), ".circle(r: 1)"),
    .refuted("Form.point", .shape("point"), ".point"),
    .refuted("Shape.circle(r: 1)", .shape("circle", ["r": .int(2)]), "Shape.circle(r: 2)"),
    .refuted("Shape.point", .shape("line"), "Shape.line"),
  ]

  /// Texts are the same when their scalars are.
  static let texts: [Self] = [
    .held("\"softmax\"", .text("softmax")),
    .refuted("\"softmax\"", .text("\u{FEFF}softmax"), "\"\\u{feff}softmax\""),
    .held("\"\\u{FEFF}softmax\"", .text("\u{FEFF}softmax")),
    .held("\"\u{FEFF}softmax\"", .text("\u{FEFF}softmax")),
    .refuted("\"\u{E9}\"", .text("e\u{301}"), "\"e\\u{301}\""),
    .refuted("\"e\u{301}\"", .text("\u{E9}"), "\"\u{E9}\""),
    .held("\"e\\u{301}\"", .text("e\u{301}")),
    .refuted("\"a b\"", .text("a\u{A0}b"), "\"a\\u{a0}b\""),
    .refuted("\"\u{212B}\"", .text("\u{C5}"), "\"\u{C5}\""),
    .refuted("\"3\"", .int(3), "3"),
    .refuted("3", .text("3"), "\"3\""),
    .unjudged("softmax", .text("softmax"), "\"softmax\""),
    .unjudged("True", .boolean(true), "true"),
    .refuted("cafe\u{301}", .opaque("Program.T", printed: "caf\u{E9}"), "caf\u{E9}"),
    .refuted(".caf\u{E9}", .shape("cafe\u{301}"), ".cafe\u{301}"),
    .refuted(
      "(caf\u{E9}: 1)", .tuple(RecordedValue.parts(["cafe\u{301}": .int(1)])), "(cafe\u{301}: 1)"),
    .refuted(
      "Caf\u{E9}(n: 1)", .object("Program.Cafe\u{301}", ["n": .int(1)]), "Cafe\u{301}(n: 1)"),
    .refuted("[.caf\u{E9}]", .set([.shape("cafe\u{301}")]), "[.cafe\u{301}]"),
    .held("point", .shape("point")), .unjudged("line", .shape("point"), ".point"),
    .unjudged("point", .shape("point", ["": .int(1)]), ".point(1)"),
  ]

  /// What `print` writes, with and without quotation marks.
  static let printed: [Self] = [
    .held("\"2.50 €\"", .money), .held("2.50 €", .money),
    .refuted("2.51 €", .money, "2.50 €"),
    .refuted("\"2.5 €\"", .money, "\"2.50 €\""),
    .refuted("2.5", .money, "\"2.50 €\""),
    .refuted("Money(cents: 251)", .money, "Money(cents: 250)"),
    .held("Money(cents: 250)", .money),
    .held("[\"2.50 €\"]", .list([.money])),
    .held("\"https://example.org\"", .address), .held("https://example.org", .address),
    .held("1970-01-01 00:00:00 +0000", .instant),
    .held("\"1970-01-01 00:00:00 +0000\"", .some(.instant)),
    .refuted("\"1970-01-01\"", .instant, "\"1970-01-01 00:00:00 +0000\""),
    .refuted("5", .instant, "\"1970-01-01 00:00:00 +0000\""),
    .held("0.005 seconds", .fiveMilliseconds),
    .held("6.3.1", .opaque("Program.Version", printed: "6.3.1")),
    .held("Node.js", .opaque("Program.Runtime", printed: "Node.js")),
    .held("(1.0, 2.0)", .object("Numerics.Complex", ["x": .double(1)], printed: "(1.0, 2.0)")),
    .held(
      "SIMD2<Double>(1.0, 2.0)",
      .list([.double(1), .double(2)], RecordedValue.shown("Swift.SIMD2<Swift.Double>"))),
    .held("warm", .shape("hot", printed: "warm")), .held(".hot", .shape("hot", printed: "warm")),
    .refuted(".cold", .shape("hot", printed: "warm"), ".hot"),
    .unjudged("3 apples", .int(3), "3"),
    .unjudged("0.665 or so", .double(0.6652409557748219), "0.6652409557748219"),
    .refuted("2.50 €", .opaque("Program.T", printed: "a\u{2028}b"), "\"a\\u{2028}b\""),
    .refuted("7", .object("Program.Blob", ["_storage": .int(1)], printed: "1 byte"), "\"1 byte\""),
    .refuted("7", .object("Program.Blob", ["_storage": .int(1)]), nil),
    .refuted("Blob(_storage: 2)", .object("Program.Blob", ["_storage": .int(1)]), nil),
    .refuted("[7]", .list([.object("Program.Blob", ["_storage": .int(1)])]), nil),
  ]

  static let ranges: [Self] = [
    .held("1...3", .closedRange), .held("[1, 2, 3]", .closedRange),
    .held("ClosedRange<Int>(lowerBound: 1, upperBound: 3)", .closedRange),
    .held("ClosedRange(1...3)", .closedRange), .held("\"1...3\"", .closedRange),
    .refuted("1...4", .closedRange, "1...3"), .refuted("1..<3", .closedRange, "1...3"),
    .refuted("1..<4", .closedRange, "1...3"), .refuted("[1, 2]", .closedRange, "1...3"),
    .held("0..<5", .halfOpenRange), .refuted("0...4", .halfOpenRange, "0..<5"),
    .held("0.2...0.3", .rangeOfDoubles), .held("0.2 ... 0.3", .rangeOfDoubles),
    .refuted("0.2...0.4", .rangeOfDoubles, "0.2...0.3"),
    .held("1...", .openRange), .held("PartialRangeFrom<Int>(lowerBound: 1)", .openRange),
    .refuted("2...", .openRange, "PartialRangeFrom<Int>(lowerBound: 1)"),
    .held("...3", .object("Swift.PartialRangeThrough<Swift.Int>", ["upperBound": .int(3)])),
    .held("..<3", .object("Swift.PartialRangeUpTo<Swift.Int>", ["upperBound": .int(3)])),
    .held("ClosedRange(0.2...0.3)", .rangeOfDoubles),
    .held("\"a\"...\"c\"", .rangeOfTexts), .held("a...c", .rangeOfTexts),
    .held("5..<5", .list([], RecordedValue.shown("Swift.Range<Swift.Int>", "5..<5"))),
    .refuted("5..<6", .list([], RecordedValue.shown("Swift.Range<Swift.Int>", "5..<5")), "5..<5"),
    .refuted("1...3", .list([.int(1), .int(2), .int(3)]), "[1, 2, 3]"),
    .refuted(
      "1...3", .object("Program.Range", ["lowerBound": .int(1), "upperBound": .int(3)]),
      "Range(lowerBound: 1, upperBound: 3)"),
    .unjudged("0.2...0.3", .double(0.25), "in 0.2...0.3"),
    .held("in -0.7...−0.3", .double(-0.5)), .held("in −0.7...−0.3", .double(-0.5)),
    .held("in -0.7...-0.3", .double(-0.5)), .refuted("in -0.7...−0.3", .double(-0.2), nil),
    .held("in 0.2…0.3", .double(0.25)), .held("in 0.2 ..< 0.3", .double(0.25)),
    .refuted("in 0..<1", .int(1), nil), .held("in 0...1", .int(1)),
  ]
}
