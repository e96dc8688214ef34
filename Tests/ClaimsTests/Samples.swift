// Samples: values as a program would record them, in few words.

import Claims
import GalleyRecordFormat

extension RecordedValue {
  static func name(_ full: String) -> TypeName {
    // Without what stands before the last point of each name.
    var short = ""
    var word = ""
    for character in full {
      switch character {
      case ".": word = ""
      case "<", ">", ",", "(", ")", " ":
        short += word + String(character)
        word = ""
      default: word.append(character)
      }
    }
    return TypeName(short: short + word, full: full)
  }

  static func int(_ value: Int, _ type: String = "Swift.Int") -> RecordedValue {
    .integer(String(value), type: name(type))
  }

  static func double(_ value: Double) -> RecordedValue {
    binary(value, "Swift.Double")
  }

  static func binary<F: BinaryFloatingPoint>(_ value: F, _ type: String) -> RecordedValue {
    let magnitude: Float.Magnitude =
      if value.isNaN {
        .notANumber
      } else if value.isInfinite {
        .infinite
      } else if value.isZero {
        .finite(significand: 0, exponent: 0)
      } else {
        .finite(
          significand: UInt64(
            F(
              sign: .plus, exponent: F.Exponent(F.significandBitCount),
              significand: value.significand)),
          exponent: Int(value.exponent) - F.significandBitCount)
      }
    return .float(
      Float(
        printed: "\(value)", isNegative: value.sign == .minus,
        precision: F.significandBitCount + 1,
        leastExponent: Int(F.leastNonzeroMagnitude.exponent), magnitude: magnitude,
        type: name(type)))
  }

  static func shown(_ type: String, _ printed: String? = nil) -> Shown {
    Shown(type: name(type), printed: printed)
  }

  static func list(_ items: [RecordedValue]) -> RecordedValue {
    .list(items, shown("Swift.Array<Swift.Int>"))
  }

  static func set(_ items: [RecordedValue]) -> RecordedValue {
    .set(items, shown("Swift.Set<Swift.Int>"))
  }

  static func pairs(
    _ pairs: [(RecordedValue, RecordedValue)], isOrdered: Bool = false
  ) -> RecordedValue {
    .dictionary(
      pairs.map { Pair(key: $0.0, value: $0.1) }, isOrdered: isOrdered,
      shown("Swift.Dictionary<Swift.String, Swift.Int>"))
  }

  static func parts(_ parts: KeyValuePairs<String, RecordedValue>) -> [Part] {
    parts.map { Part(label: $0.key, value: $0.value) }
  }

  static func object(
    _ type: String, _ parts: KeyValuePairs<String, RecordedValue>, printed: String? = nil
  ) -> RecordedValue {
    .object(self.parts(parts), shown(type, printed))
  }

  static func shape(
    _ name: String, _ parts: KeyValuePairs<String, RecordedValue> = [:],
    _ type: String = "Program.Shape", printed: String? = nil
  ) -> RecordedValue {
    .enumCase(name, self.parts(parts), shown(type, printed))
  }

  static func opaque(_ type: String, printed: String? = nil) -> RecordedValue {
    .opaque(shown(type, printed))
  }

  // MARK: - Values that several tests use

  static let closedRange = RecordedValue.list(
    [int(1), int(2), int(3)], shown("Swift.ClosedRange<Swift.Int>", "1...3"))
  static let halfOpenRange = RecordedValue.list(
    (0..<5).map { int($0) }, shown("Swift.Range<Swift.Int>", "0..<5"))
  static let rangeOfDoubles = object(
    "Swift.ClosedRange<Swift.Double>", ["lowerBound": double(0.2), "upperBound": double(0.3)],
    printed: "0.2...0.3")
  static let openRange = object(
    "Swift.PartialRangeFrom<Swift.Int>", ["lowerBound": int(1)])
  static let rangeOfTexts = object(
    "Swift.ClosedRange<Swift.String>", ["lowerBound": .text("a"), "upperBound": .text("c")],
    printed: "a...c")
  static let pair = object(
    "Program.Pair<Swift.Int, Swift.String>", ["a": int(1), "b": .text("x")])
  static let money = object("Program.Money", ["cents": int(250)], printed: "2.50 €")
  static let instant = object(
    "Foundation.Date", ["_seconds": double(0)], printed: "1970-01-01 00:00:00 +0000")
  static let address = opaque("Foundation.URL", printed: "https://example.org")
  static let fiveMilliseconds = object(
    "Swift.Duration", ["seconds": int(0), "attoseconds": int(5_000_000_000_000_000)],
    printed: "0.005 seconds")
  /// A structure as Swift stores a length of time, if nobody computes its components.
  static let storedDuration = object(
    "Swift.Duration", ["_low": int(5_000_000_000_000_000), "_high": int(0)],
    printed: "0.005 seconds")
  static let nothing = object("Program.Nothing", [:])
  static let nothingVisible = opaque("Program.Handle")
  /// A collection of an author's own, with what it keeps besides its elements.
  static let deck = list(
    [int(1), int(2)],
    Shown(
      type: name("Program.Deck"),
      own: parts(["cards": list([int(1), int(2)]), "name": .text("a")])))
  static let oneCard = list(
    [int(1)], Shown(type: name("Program.Hand"), own: parts(["card": int(1)])))
  /// A sequence that may be read only once.
  static let countdown = object(
    parts(["n": int(3)]), Shown(type: name("Program.Countdown"), isUnread: true))
  static let boxedSequence = object(
    parts(["_box": opaque("Swift._SequenceBox")]),
    Shown(type: name("Swift.AnySequence<Swift.Int>"), isUnread: true))
  static let typeItself = RecordedValue.opaque(
    Shown(type: TypeName(short: "Int.Type", full: "Swift.Int.Type"), printed: "Int"))
  static let genericTypeItself = RecordedValue.opaque(
    Shown(
      type: TypeName(short: "Array<Int>.Type", full: "Swift.Array<Swift.Int>.Type"),
      printed: "Array<Int>"))
  static let function = opaque("(Swift.Int) -> Swift.Int")
}
