// Values of all kinds keep their bits, their shapes and their names; and looking at them changes nothing.

import Foundation
import GalleyRecordFormat
import Testing

@testable import GalleyRecorder

@Suite struct ValueEncoderTests {
  private func encode<Value>(_ value: Value) -> RecordedValue { ValueEncoder.encode(value) }

  /// A value as a person would note it: numbers and texts as they are, shapes by their brackets.
  private func note<Value>(_ value: Value) -> String { note(encode(value)) }

  private func note(_ value: RecordedValue) -> String {
    func list(_ values: [RecordedValue]) -> String {
      values.map { note($0) }.joined(separator: ", ")
    }
    func parts(_ parts: [RecordedValue.Part]) -> String {
      parts.map { ($0.label.isEmpty ? "" : "\($0.label): ") + note($0.value) }
        .joined(separator: ", ")
    }
    switch value {
    case .integer(let digits, _): return digits
    case .float(let float): return float.printed
    case .boolean(let flag): return "\(flag)"
    case .text(let text): return "\"\(text)\""
    case .none: return "nil"
    case .some(let value): return "some \(note(value))"
    case .list(let values, _): return "[\(list(values))]"
    case .set(let values, _): return "{\(values.map { note($0) }.sorted().joined(separator: ", "))}"
    case .dictionary(let pairs, let isOrdered, _):
      let texts = pairs.map { "\(note($0.key)): \(note($0.value))" }
      return isOrdered
        ? "[\(texts.joined(separator: ", "))]" : "{\(texts.sorted().joined(separator: ", "))}"
    case .tuple(let all): return "(\(parts(all)))"
    case .object(let all, let shown): return "\(shown.type.short)(\(parts(all)))"
    case .enumCase(let name, let all, _):
      return ".\(name)" + (all.isEmpty ? "" : "(\(parts(all)))")
    case .decimal(let text): return "decimal \(text)"
    case .opaque(let shown): return "opaque \(shown.type.short)"
    case .cut: return "…"
    }
  }

  private func printed<Value>(_ value: Value) -> String? {
    switch encode(value) {
    case .list(_, let shown), .set(_, let shown), .dictionary(_, _, let shown),
      .object(_, let shown), .enumCase(_, _, let shown), .opaque(let shown):
      shown.printed
    default: nil
    }
  }

  // MARK: - Scalars

  @Test func scalarsKeepTheirText() {
    #expect(note(0.1 + 0.2) == "0.30000000000000004" && note(Float(0.1)) == "0.1")
    #expect(note(Int.min) == "-9223372036854775808" && note(UInt64.max) == "18446744073709551615")
    #expect(note(Int128.max) == "170141183460469231731687303715884105727")
    #expect(encode("a\"b\n\u{1}é") == .text("a\"b\n\u{1}é"))
    #expect(encode("\u{FEFF}a") == .text("\u{FEFF}a") && encode("\u{FEFF}a") != .text("a"))
    #expect(encode("abc".dropFirst()) == .text("bc") && encode("é" as Character) == .text("é"))
    #expect(
      encode("é" as Unicode.Scalar) == .text("é") && encode("s" as StaticString) == .text("s"))
    #expect(note(Int?.none) == "nil" && note(Int??.some(.none)) == "some nil")
    #expect(note(Optional(Optional(3))) == "some some 3")
    #expect(encode(true) == .boolean(true) && note([true, false]) == "[true, false]")
    #expect(note(Decimal(string: "0.1") ?? 0) == "decimal 0.1")
    #expect(note(CGFloat(1)) == "1.0" && note(UInt8(1)) == "1")
    #expect(note(()) == "()" && note(Int.self) == "opaque Int.Type")
    #expect(printed(Int.self) == "Int" && note({ 3 }) == "opaque () -> Int")
  }

  @Test(arguments: [
    0.1, -0.75, 1, .leastNonzeroMagnitude, 2.2250738585072014e-308, .greatestFiniteMagnitude,
    6.62607015e-34, 0, -0.0,
  ])
  func floatsKeepTheirBits(_ value: Double) throws {
    guard case .float(let float) = encode(value), float.precision == 53,
      case .finite(let significand, let exponent) = float.magnitude
    else {
      Issue.record("\(value)")
      return
    }
    #expect(Double(float.printed) == value && float.isNegative == (value.sign == .minus))
    #expect(
      Double(sign: .plus, exponent: exponent, significand: Double(significand)) == value.magnitude)
    #expect(float.leastExponent == -1074 && float.type.full == "Swift.Double")
  }

  @Test func numbersWithoutAFiniteValueAreNone() {
    func magnitude<Value>(_ value: Value) -> RecordedValue.Float.Magnitude? {
      if case .float(let float) = encode(value) { float.magnitude } else { nil }
    }
    #expect(magnitude(-Double.infinity) == .infinite && magnitude(Float.nan) == .notANumber)
    // The nearest half-precision number to 0.1 is 1638 / 16384.
    #expect(magnitude(Float16(0.1)) == .finite(significand: 1638, exponent: -14))
  }

  // MARK: - Names

  enum Other { struct In { var k = 1 } }
  struct Pair<A, B> {
    var a: A
    var b: B
  }

  @Test func typesHaveBothNames() {
    func name<Value>(_ value: Value) -> RecordedValue.TypeName? {
      if case .object(_, let shown) = encode(value) { shown.type } else { nil }
    }
    let nested = name(Other.In())
    #expect(nested?.short == "In")
    #expect(nested?.full == "RecorderTests.ValueEncoderTests.Other.In")
    #expect(name(Pair(a: 1, b: "x"))?.short == "Pair<Int, String>")
    #expect(name(Pair(a: 1, b: "x"))?.full.hasSuffix("Pair<Swift.Int, Swift.String>") == true)
    struct Local { var n = 1 }
    for name in [name(Local()), name(Hidden()), name(Pair(a: Hidden(), b: Local()))] {
      #expect(name.map { $0.full.contains("unknown context") || $0.full.contains("..") } == false)
    }
    #expect(name(Hidden())?.full == "RecorderTests.Hidden")
    if case .integer(_, let type) = encode(UInt8(5)) { #expect(type.short == "UInt8") }
  }

  // MARK: - Shapes

  struct Point {
    var x: Double
    var label: String
  }
  enum Shape {
    case empty
    case circle(radius: Double)
    case box(Int, Int)
    case both((Int, Int), Void)
    case nothing(Void)
  }
  class Base { let a = 1 }
  final class Derived: Base { let b = 2 }
  final class Ring { var next: Ring? }
  struct Failed: Error { var code = 3 }

  @Test func shapesKeepTheirParts() {
    #expect(note([1, 2]) == "[1, 2]" && note((x: 1, 2.5)) == "(x: 1, 2.5)")
    #expect(note(["a": [1]]) == "{\"a\": [1]}" && note(Set([2, 1])) == "{1, 2}")
    #expect(note(Point(x: 0.5, label: "p")) == "Point(x: 0.5, label: \"p\")")
    #expect(
      note(Shape.empty) == ".empty" && note(Shape.circle(radius: 2)) == ".circle(radius: 2.0)")
    #expect(note(Shape.box(1, 2)) == ".box(1, 2)" && note(Shape.nothing(())) == ".nothing(())")
    #expect(note(Shape.both((1, 2), ())) == ".both((1, 2), ())")
    #expect(note(Derived()) == "Derived(a: 1, b: 2)")
    #expect(note((1...3).reversed()) == "[3, 2, 1]")
    #expect(note(Failed() as any Error) == "Failed(code: 3)")
    #expect(note(Result<Int, Failed>.failure(Failed())) == ".failure(Failed(code: 3))")
    #expect(note([AnyHashable(1), AnyHashable("a")]) == "[1, \"a\"]")
    #expect(note(Data([1, 2])) == "[1, 2]" && printed(Data([1, 2])) == "2 bytes")
    #expect(note(SIMD4<Int32>(1, 2, 3, 4)) == "[1, 2, 3, 4]")
    #expect(note(FloatingPointSign.minus) == ".minus" && printed(Shape.empty) == nil)
  }

  @Test func whatPrintWritesIsKept() {
    #expect(printed(Money()) == "2.50 €" && printed(Streamed()) == "streamed")
    #expect(printed(Debugged()) == "debugged" && printed(Point(x: 1, label: "")) == nil)
    #expect(printed([1, 2]) == nil && printed(["a": 1]) == nil)
    #expect(printed(Date(timeIntervalSince1970: 0))?.hasPrefix("1970-01-01 00:00:00") == true)
    #expect(printed(URL(string: "https://example.org")!) == "https://example.org")
    #expect(printed(Huge()) == nil)
    #expect(printed(1...3) == "1...3" && printed(1.0..<2) == "1.0..<2.0")
  }

  @Test func durationsHaveAnOrder() {
    #expect(
      note(Duration.milliseconds(-1500))
        == "Duration(seconds: -1, attoseconds: -500000000000000000)")
    #expect(printed(Duration.seconds(5)) == "5.0 seconds")
  }

  /// Ordered collections show themselves as dictionaries and sets; their order is what they are for.
  @Test func orderedCollectionsKeepTheirOrder() {
    let ordered = Ordered(pairs: [("one", 1), ("two", 2)], style: .dictionary)
    #expect(note(ordered) == "[\"one\": 1, \"two\": 2]")
    #expect(note(Ordered(pairs: [("b", 1), ("a", 2)], style: .set)) == "[(\"b\", 1), (\"a\", 2)]")
    #expect(note(Algebraic()) == "{1, 2}")
  }

  // MARK: - Properties

  @Test func propertiesHaveTheirOwnNames() {
    var lazily = Lazily()
    #expect(note(lazily) == "Lazily(n: 10)")
    _ = lazily.twice
    #expect(note(lazily) == "Lazily(n: 10, twice: 20)")
    #expect(note(Watched()) == "Watched(n: 1, m: 2)")
    #expect(note(Wrapped()) == "Wrapped(stored: 1, told: 3, _hidden: Untold(value: 4), _own: 5)")
  }

  // MARK: - Sequences

  /// To read one would run the author's closures, which the program itself may never do.
  @Test func lazySequencesAreNotRead() {
    var runs = 0
    let doubled = [1, 2].lazy.map { x -> Int in
      runs += 1
      return x * 2
    }
    for value in [ValueEncoder.encode(doubled), ValueEncoder.encode(doubled.enumerated())] {
      guard case .object(_, let shown) = value else {
        Issue.record("\(value)")
        continue
      }
      #expect(shown.isUnread)
    }
    #expect(runs == 0)
  }

  @Test func sequencesAreTheirElements() {
    #expect(note(1...3) == "[1, 2, 3]" && note(1..<1) == "[]")
    #expect(note(1.0...2.5) == "ClosedRange<Double>(lowerBound: 1.0, upperBound: 2.5)")
    #expect(note(zip([1, 2], ["a", "b"])) == "[(1, \"a\"), (2, \"b\")]")
    #expect(note(stride(from: 0, to: 1, by: 0.5)) == "[0.0, 0.5]")
    #expect(note(stride(from: 3, through: 1, by: -1)) == "[3, 2, 1]")
    #expect(note(["a"].enumerated()) == "[(offset: 0, element: \"a\")]")
    #expect(note(repeatElement(1, count: 2)) == "[1, 1]")
    #expect(note([[1], [2, 3]].joined()) == "[1, 2, 3]")
    #expect(note(1...) == "PartialRangeFrom<Int>(lowerBound: 1)")
    #expect(note(["a": 1, "b": 2].keys) == "{\"a\", \"b\"}")
    #expect(note("ab".utf8) == "[97, 98]" && note([1, 2, 3].dropFirst()) == "[2, 3]")
    let inline: InlineArray<3, Int> = [4, 5, 6]
    #expect(note(inline) == "[4, 5, 6]" && note([inline]) == "[[4, 5, 6]]")
    let endless = encode((1...).lazy.map { $0 })
    if case .list(let elements, _) = endless { #expect(elements.last == .cut) }
  }

  /// What can be read once only is left to the program.
  @Test func nobodyElsesIteratorIsConsumed() {
    let iterator = Countdown(n: 3)
    #expect(note(iterator) == "Countdown(n: 3)")
    #expect(note(AnySequence(iterator)).hasPrefix("AnySequence<Int>("))
    _ = note(zip(iterator, 1...3))
    _ = note(iterator.lazy.map { $0 })
    _ = note(AnyIterator(iterator))
    #expect(iterator.n == 3)
  }

  // MARK: - Limits

  @Test func nothingIsMadeShorterInSilence() {
    let limit = ValueEncoder.textLimit
    #expect(encode(String(repeating: "a", count: limit)) != .cut)
    #expect(encode(String(repeating: "a", count: limit + 1)) == .cut)
    let ring = Ring()
    ring.next = ring
    #expect(note(ring).contains("…"))
    ring.next = nil
    guard case .list(let parts, _) = encode(Array(repeating: 0.5, count: 100_000)) else {
      Issue.record("no list")
      return
    }
    #expect(parts.last == .cut && parts.count <= ValueEncoder.partLimit)
  }
}

private struct Hidden { var n = 1 }
