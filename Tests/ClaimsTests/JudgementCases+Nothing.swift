// Cases in which little is there to compare: claims that every value of a type satisfies, sequences that nobody
// read, types without parts, and optionals whose value is named like their absence.

import Claims
import GalleyRecordFormat

extension JudgementCase {
  /// What every value of a type satisfies says nothing of one.
  static let limits: [Self] = [
    .unjudged("0 ± 300", .int(12, "Swift.UInt8"), "12"),
    .unjudged("255 ± 255", .int(12, "Swift.UInt8"), "12"),
    .held("254 ± 253", .int(12, "Swift.UInt8")), .held("0 ± 254", .int(12, "Swift.UInt8")),
    .held("0 ± 300", .int(12, "Swift.Int16")),
    .unjudged("0 ± 128", .int(12, "Swift.Int8"), "12"), .held("0 ± 127", .int(12, "Swift.Int8")),
    .unjudged("0 ± 1e308", .int(42), "42"), .unjudged("100 ± 1e20%", .int(42), "42"),
    .held("0 ± 1e308", .int(42, "Program.BigInt")),
    .unjudged("0 ± 1e38", .int(42, "Swift.UInt64"), "42"),
    .held("0 ± 1e38", .int(42, "Swift.Int128")),
    .unjudged("0 ± 4e38", .int(42, "Swift.UInt128"), "42"),
    .unjudged("0 ± 1.7976931348623158e308", .double(1), "1.0"),
    .held("0 ± 1.797e308", .double(1)), .held("1 ± 1e30 ulp", .double(1)),
    .held("1 ± 100000%", .double(1)), .held("1e400 ± 1e400", .double(1)),
    .unjudged("1 ± 1e200", .decimal("2.5"), "2.5"), .held("1 ± 1e20", .decimal("2.5")),
    .unjudged("[0 ± 300]", .list([.int(12, "Swift.UInt8")]), "[12]"),
    .unjudged("in -∞...∞", .int(42)), .unjudged("in -∞..<∞", .int(42, "Program.BigInt")),
    .unjudged("in -1...255", .int(42, "Swift.UInt8")),
    .held("in 0...254", .int(42, "Swift.UInt8")), .held("in 0...∞", .int(42)),
    .unjudged("in 0...∞", .int(42, "Swift.UInt")),
    .held("in 0...∞", .int(42, "Program.BigInt")),
    .refuted("in 0...∞", .int(-42), nil),
    .unjudged("> -∞", .int(42)), .unjudged("≤ ∞", .int(42)), .unjudged("≠ ∞", .int(42)),
    .refuted("< -∞", .int(42), nil), .unjudged("≥ 0", .int(42, "Swift.UInt64")),
    .held("≥ 0", .int(42)), .held("> 0", .int(42, "Swift.UInt64")),
    .unjudged("< 256", .int(42, "Swift.UInt8")), .held("< 255", .int(42, "Swift.UInt8")),
    .unjudged("≠ 256", .int(42, "Swift.UInt8")), .held("≠ 255", .int(42, "Swift.UInt8")),
    .unjudged("≠ 0.5", .int(42)), .held("≠ 0.5", .double(42)),
    .unjudged("< ∞", .fiveMilliseconds), .held("≠ 0.5 s", .fiveMilliseconds),
    .held("in -∞...∞", .double(42)), .held("< 1e400", .double(42)),
    .unjudged("≤ ∞", .some(.int(42))),
  ]

  /// Elements that nobody read are not compared, and own parts are.
  static let unread: [Self] = [
    .unjudged("[3, 2, 1]", .countdown, "Countdown(n: 3)"),
    .unjudged("Countdown([3, 2, 1])", .countdown, "Countdown(3)"),
    .held("Countdown(n: 3)", .countdown), .held("Countdown(3)", .countdown),
    .refuted("Countdown(n: 2)", .countdown, "Countdown(n: 3)"),
    .unjudged("[1, 2]", .boxedSequence), .unjudged("AnySequence([1, 2])", .boxedSequence),
    .unjudged("[1, 2]", .some(.boxedSequence)), .refuted("3", .boxedSequence, nil),
    .held("[1, 2]", .deck), .held("Deck([1, 2])", .deck), .refuted("[1, 3]", .deck, "[1, 2]"),
    .held("Deck(cards: [1, 2], name: \"a\")", .deck), .held("Deck([1, 2], \"a\")", .deck),
    .held("Hand(card: 1)", .oneCard), .held("Hand(1)", .oneCard), .held("Hand([1])", .oneCard),
    .refuted(
      "Deck(cards: [1, 3], name: \"a\")", .deck, "Deck(cards: [1, 2], name: \"a\")"),
    .refuted("Deck(cards: [1, 2])", .deck, "[1, 2]"), .refuted("Dock([1, 2])", .deck, "[1, 2]"),
    .unjudged("Array(n: 1)", .list([.int(1)]), "[1]"),
    .unjudged(
      "Own(1, 2, 3)", .object("Program.Own", ["a": .int(1), "": .cut]), nil),
  ]

  /// Where a type has no parts, its name is all there is; a type itself has only a name.
  static let emptyTypes: [Self] = [
    .held("Nothing()", .nothing), .held("Program.Nothing()", .nothing),
    .refuted("Other()", .nothing, "Nothing()"), .refuted("Nothing(1)", .nothing, "Nothing()"),
    .refuted("3", .nothing, "Nothing()"), .held("[Nothing()]", .list([.nothing])),
    .held("Int.self", .typeItself),
    .held("Swift.Int.self", .typeItself),
    .held("Int", .typeItself),
    .refuted("Int8.self", .typeItself, "Int.self"),
    .refuted("Int.self", .int(3), "3"), .held("Array<Int>.self", .genericTypeItself),
    .held("Array.self", .genericTypeItself),
    .refuted("Array<Int8>.self", .genericTypeItself, "Array<Int>.self"),
    .held("Shape.self", .shape("self")),
  ]

  /// A case that is named `none` is no absence.
  static let optionals: [Self] = [
    .refuted(".none", .some(.shape("none")), ".some(.none)"),
    .refuted("nil", .some(.shape("none")), ".some(.none)"),
    .held(".some(.none)", .some(.shape("none"))), .held("Shape.none", .some(.shape("none"))),
    .held(".none", .shape("none")), .refuted("nil", .some(.some(.none)), ".some(.some(nil))"),
    .refuted(".some(.none)", .some(.some(.shape("none"))), ".some(.some(.none))"),
  ]
}
