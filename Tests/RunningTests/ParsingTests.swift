// The program that reads Swift is built once and asked once for many texts.

import Testing

@testable import Running

struct ParsingTests {
  @Test func manyTextsAreReadInTheirOrder() async throws {
    let texts = ["let a = 1 // → 1\n", "", "f(\n", "print(\"ü\") // Prints ü\n"]
    let readings = try await SwiftParsing.read(texts, in: Scratch.workshop())
    #expect(readings.map { String(decoding: $0.text, as: UTF8.self) } == texts)
    #expect(readings.map(\.comments.count) == [1, 0, 0, 1])
    #expect(try await SwiftParsing.read([], in: Scratch.workshop()).isEmpty)
  }

  /// Whatever a text does to the parser, the others are read.
  @Test func aTextThatIsTooDeepHidesNothing() async throws {
    let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    let readings = try await SwiftParsing.read(
      ["1 // → 1", deep, "2 // → 2"], in: Scratch.workshop())
    #expect(readings.map(\.isTooDeep) == [false, true, false])
    #expect(readings.map(\.comments.count) == [1, 0, 1])
  }
}
