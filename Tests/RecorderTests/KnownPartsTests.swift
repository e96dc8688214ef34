// What is known of values whose parts are not plain: Foundation's numbers, collections of an author's own, sequences
// that may be read once, and types without parts.

import Foundation
import GalleyRecordFormat
import Testing

@testable import GalleyRecorder

@Suite struct KnownPartsTests {
  private func encode<Value>(_ value: Value) -> RecordedValue { ValueEncoder.encode(value) }

  private func shown<Value>(_ value: Value) -> RecordedValue.Shown? {
    switch encode(value) {
    case .list(_, let shown), .object(_, let shown), .opaque(let shown): shown
    default: nil
    }
  }

  // MARK: - Foundation's numbers

  private func isWhole(_ value: RecordedValue, _ digits: String) -> Bool {
    if case .integer(digits, _) = value { true } else { false }
  }

  private func bits(_ value: RecordedValue?) -> Double? {
    guard case .float(let float)? = value else { return nil }
    switch float.magnitude {
    case .notANumber: return .nan
    case .infinite: return float.isNegative ? -.infinity : .infinity
    case .finite(let significand, let exponent):
      let size = Double(sign: .plus, exponent: exponent, significand: Double(significand))
      return float.isNegative ? -size : size
    }
  }

  @Test func foundationsNumbersAreNumbers() {
    #expect(isWhole(encode(NSNumber(value: 1)), "1") && isWhole(encode(NSNumber(value: 0)), "0"))
    #expect(isWhole(encode(NSNumber(value: Int8(-3))), "-3"))
    #expect(isWhole(encode(NSNumber(value: UInt64.max)), "18446744073709551615"))
    for number in [2.5, 0.1 + 0.2, -0.0, .leastNonzeroMagnitude, 1e300, .infinity, -.infinity] {
      #expect(bits(encode(NSNumber(value: number)))?.bitPattern == number.bitPattern)
    }
    #expect(bits(encode(NSNumber(value: Double.nan)))?.isNaN == true)
    #expect(bits(encode(NSNumber(value: Float(0.1)))) == Double(Float(0.1)))
    #expect(encode(NSDecimalNumber(string: "1.50")) == .decimal("1.5"))
  }

  /// Foundation's numbers can become booleans, and its booleans numbers.
  @Test func onlyBooleansAreBooleans() throws {
    #expect(encode(NSNumber(value: true)) == .boolean(true))
    #expect(encode(NSNumber(value: false)) == .boolean(false))
    let text = #"[true, false, 1, 0, 0.5, 12345678901234567890123, "true"]"#
    guard case .list(let items, _) = encode(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    else {
      Issue.record("no list")
      return
    }
    #expect(items[0] == .boolean(true) && items[1] == .boolean(false))
    #expect(isWhole(items[2], "1") && isWhole(items[3], "0") && bits(items[4]) == 0.5)
    #expect(items[5] == .decimal("12345678901234567890123") && items[6] == .text("true"))
  }

  // MARK: - Collections

  struct Deck: RandomAccessCollection {
    var cards = [1, 2]
    var name = "a"
    var startIndex: Int { 0 }
    var endIndex: Int { cards.count }
    subscript(place: Int) -> Int { cards[place] }
  }

  private func own<Value>(_ value: Value) -> [String: RecordedValue] {
    Dictionary((shown(value)?.own ?? []).map { ($0.label, $0.value) }) { first, _ in first }
  }

  @Test func collectionsKeepTheirOwnParts() {
    #expect(own(Deck()) == ["cards": encode([1, 2]), "name": .text("a")])
    #expect(own([1, 2]).isEmpty && own(1...3).isEmpty && own(Data([1])).isEmpty)
    // Elements come first: nothing of them is lost to the parts.
    let long = Deck(cards: Array(1...15_000))
    guard case .list(let items, let shown) = encode(long),
      case .list(let cards, _)? = shown.own.first?.value
    else {
      Issue.record("no list")
      return
    }
    #expect(items.count == 15_000 && items.last != .cut && cards.last == .cut)
  }

  @Test func sequencesThatMayBeReadOnceAreMarked() {
    #expect(shown(Countdown(n: 3))?.isUnread == true)
    #expect(shown(AnySequence([1, 2]))?.isUnread == true)
    #expect(shown(sequence(first: 1) { $0 * 2 }.prefix(3))?.isUnread == true)
    #expect(shown([1, 2].makeIterator())?.isUnread == true)
    for isUnread in [shown([1, 2]), shown(1...), shown(1.0...2), shown(Deck())].map(\.?.isUnread) {
      #expect(isUnread == false)
    }
  }

  // MARK: - Nothing

  struct Nothing {}
  class Base {}
  struct Held { private var base = Base() }

  @Test func whatHasNoPartsIsToldFromWhatHidesThem() {
    func hasNone<Value>(_ value: Value) -> Bool {
      if case .object([], _) = encode(value) { true } else { false }
    }
    #expect(hasNone(Nothing()) && !hasNone(Base()) && !hasNone(Held()) && !hasNone({ 3 }))
    #expect(!hasNone(NSObject()) && !hasNone(NSNull()))
  }
}
