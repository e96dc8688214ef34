// What the recorder sends is what Galley reads: values keep their bits and their shapes.

import Foundation
import Testing

@testable import Recorder
@testable import Verification

struct RecorderTests {
  private func roundTrip<Value>(_ value: Value) throws -> RecordedValue {
    let data = Data(ValueEncoder.encode(value).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(RecordedValue(object))
  }

  struct Point {
    var x: Double
    var label: String
  }
  enum Shape {
    case empty
    case circle(radius: Double)
    case box(Int, Int)
  }
  class Base { let a = 1 }
  final class Derived: Base { let b = 2 }
  final class Ring { var next: Ring? }

  /// The beginning of a long text is another text, and what cannot be read is a part all the same.
  @Test func nothingIsMadeShorterInSilence() throws {
    let limit = ValueEncoder.stringLimit
    #expect(try roundTrip(String(repeating: "a", count: limit)).description.utf8.count == limit + 2)
    guard case .cut = try roundTrip(String(repeating: "a", count: limit + 1)) else {
      Issue.record("a text was cut and passed for whole")
      return
    }
    let picture = String(repeating: "<g/>", count: limit)
    #expect(ValueEncoder.quote(picture).utf8.count == picture.utf8.count + 2)
    let strange: [String: Any] = ["kind": "of another version"]
    for kind in ["array", "set", "dictionary"] {
      let value = RecordedValue(["kind": kind, "parts": [strange]])
      #expect(value?.description.contains("…") == true)
    }
    for kind in ["tuple", "object", "case"] {
      let value = RecordedValue(["kind": kind, "parts": [["a", strange]]])
      #expect(value?.description.contains("…") == true)
    }
  }

  @Test func scalarsKeepTheirText() throws {
    #expect(try roundTrip(0.1 + 0.2).description == "0.30000000000000004")
    #expect(try roundTrip(Float(0.1)).description == "0.1")
    #expect(try roundTrip(Int.min).description == "-9223372036854775808")
    #expect(try roundTrip(UInt64.max).description == "18446744073709551615")
    #expect(try roundTrip("a\"b\n\u{1}é").description == "\"a\\\"b\\n\\u{1}é\"")
    #expect(try roundTrip(Int?.none).description == "nil")
    #expect(try roundTrip(Int??.some(.none)).description == ".some(nil)")
    #expect(try roundTrip(-Double.infinity).description == "-∞")
    #expect(try roundTrip(Double.nan).description == "nan")
    #expect(try roundTrip(Decimal(string: "0.1")!).exactNumber == ExactNumber(1, timesTenTo: -1))
  }

  @Test(arguments: [
    0.1, -0.75, 1, .leastNonzeroMagnitude, 2.2250738585072014e-308, .greatestFiniteMagnitude,
    6.62607015e-34, 0,
  ])
  func floatsKeepTheirBits(_ value: Double) throws {
    let exact = try #require(try roundTrip(value).exactNumber)
    #expect(exact == DigitsRuleTests.recorded(value).exact ?? .zero)
  }

  @Test func halfPrecisionIsExactToo() throws {
    let exact = try #require(try roundTrip(Float16(0.1)).exactNumber)
    // The nearest half-precision number to 0.1 is 1638 / 16384.
    #expect(exact == ExactNumber(1638, timesTwoTo: -14))
  }

  @Test func shapesKeepTheirParts() throws {
    #expect(try roundTrip([1, 2]).description == "[1, 2]")
    #expect(try roundTrip((x: 1, 2.5)).description == "(x: 1, 2.5)")
    #expect(try roundTrip(["a": [1]]).description == "[\"a\": [1]]")
    #expect(try roundTrip(Point(x: 0.5, label: "p")).description == "Point(x: 0.5, label: \"p\")")
    #expect(try roundTrip(Shape.empty).description == ".empty")
    #expect(try roundTrip(Shape.circle(radius: 2)).description == ".circle(radius: 2.0)")
    #expect(try roundTrip(Shape.box(1, 2)).description == ".box(1, 2)")
    #expect(try roundTrip(Derived()).description == "Derived(a: 1, b: 2)")
    #expect(try roundTrip((1...3).reversed()).description == "[3, 2, 1]")
  }

  @Test func largeAndEndlessValuesAreCut() throws {
    let ring = Ring()
    ring.next = ring
    #expect(try roundTrip(ring).description.contains("…"))
    ring.next = nil
    let many = try roundTrip(Array(repeating: 0.5, count: 100_000))
    let isCut = many.description.hasSuffix("…]")
    #expect(isCut)
    #expect(Judgement.of(many, by: .array([])).verdict != .held)
  }
}
