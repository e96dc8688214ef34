// ReadingTests: conditions, names, unclosed brackets, damaged and enormous texts.

import Foundation
import Testing

@testable import SwiftText

@Suite struct ReadingTests {
  @Test(arguments: [
    // A loop's variable is not the later one.
    ("for (_, members) in groups { for m in members where m > top {} }\nvar members = [1]", []),
    ("a + 1\nlet a = 2", ["a"]), ("print(\"\\(a)\")\nlet a = 2", ["a"]),
    ("let a = b, b = 2", ["b"]),
    ("let a = { b }\nlet b = 1", []), ("func f() { b }\nlet b = 1", []), ("x.b\nlet b = 1", []),
    ("f(b: 1)\nlet b = 1", []), ("if let b = c { b }\nlet b = 1", []), (".b\nlet b = 1", []),
    ("if case .some(let b) = c { b }\nlet b = 1", []), ("x[keyPath: \\.b]\nlet b = 1", []),
    ("if case let .some(b) = c { b }\nlet b = 1", []), ("do {} catch { error }\nlet error = 1", []),
    ("do {} catch let b { b }\nlet b = 1", []), ("do { func b() {}; b() }\nlet b = 1", []),
    ("while let b = c { b }\nlet b = 1", []), ("switch c { case let (b, _): b }\nlet b = 1", []),
    ("for case let b? in c { b }\nlet b = 1", []), ("#if A\nb\n#endif\nlet b = 1", []),
    ("func b(_ a: Int) {}\nb(1)\nlet b = 1", []), ("defer { b }\nlet b = 1", []),
    ("b\nvar b: Int { 3 }", []), ("guard let b = c else { fatalError() }\nb\nlet b = 1", []),
    ("if c { b }\nlet b = 1", ["b"]), ("for i in 0..<b {}\nlet (a, b) = c", ["b"]),
    ("let b = b", []), ("@W(b) var a = b\nlet b = 1", []), ("async let a = b\nlet b = 1", []),
    ("do { let b = 2; print(b) }\nlet b = 1", []), ("#expect(b)\nlet b = 1", []),
    ("`b`\nlet b = 1", ["b"]), ("outer: while c { break outer }\nlet outer = 1", []),
  ])
  func findsEarlyUses(_ text: String, _ expected: [String]) async throws {
    let reading = try await ParserProgram.read(text)
    #expect(EarlyUse.find(in: [reading.names]).map(\.name) == expected)
  }

  @Test func findsEarlyUsesAcrossTexts() async throws {
    let texts = try await ParserProgram.read([
      "a\nb(1)", "let a = 1", "let b = 1\nfunc b(_ x: Int) {}",
    ])
    #expect(EarlyUse.find(in: texts.map(\.names)) == [EarlyUse(name: "a", text: 0, range: 0..<1)])
  }

  @Test func namesTheBranchThatIsNotCompiled() async throws {
    let text = "#if DEBUG && A\nf()\n#elseif B\ng()\n#else\n#endif"
    let reading = try await ParserProgram.read(text)
    #expect(reading.conditions.map(\.condition) == ["DEBUG && A", "B", nil])
    let offset = try #require(text.utf8.firstRange(of: "g()".utf8)).lowerBound
    let around = reading.conditions(around: text.utf8.distance(from: text.startIndex, to: offset))
    #expect(around.map { reading.source($0.head) } == ["#elseif B"])
  }

  @Test(arguments: [
    ("func f() {", "brace", 9), ("f(1", "parenthesis", 1), ("let a = [1", "square", 8),
    ("let a = \"b\n", "string", 8), ("a /* b /* c */", "comment", 2),
  ])
  func findsWhatIsNeverClosed(_ text: String, _ kind: String, _ offset: Int) async throws {
    let unclosed = try #require(try await ParserProgram.read(text).unclosed.first)
    #expect(unclosed.kind.rawValue == kind)
    #expect(unclosed.range.lowerBound == offset)
  }

  @Test func findsImportsAndPlaceholders() async throws {
    let reading = try await ParserProgram.read("@testable import struct A.B\nimport C\n<#code#>")
    #expect(reading.imports.map(\.module) == ["A", "C"])
    #expect(reading.placeholders.map(reading.source) == ["<#code#>"])
  }

  @Test func tellsCommentsApart() async throws {
    let text = "// a\n/// b\n/* c */ /** d */ \"// e\" //"
    let comments = try await ParserProgram.read(text).comments
    #expect(comments.map(\.kind) == [.line, .docLine, .block, .docBlock, .line])
  }

  @Test func givesUpWhatIsTooDeep() async throws {
    let deep = String(repeating: "(", count: 4900) + "1" + String(repeating: ")", count: 4900)
    let readings = try await ParserProgram.read([deep, "a"])
    #expect(readings.map(\.isTooDeep) == [true, false])
    #expect(readings[1].statements.count == 1)
  }

  @Test func followsALongChain() async throws {
    let chain = "a" + String(repeating: ".b()", count: 20_000)
    #expect(try await ParserProgram.read(chain).statements.first?.range == 0..<chain.utf8.count)
  }

  /// Offsets stay those of the bytes, whatever the bytes are.
  @Test func survivesStrangeCharacters() async throws {
    let reading = try await ParserProgram.read("\u{FEFF}\u{FFFD}/**/ // b\n\0.a")
    #expect(reading.comments.map(\.range) == [6..<10, 11..<15])
  }

  @Test func refusesOtherFormats() {
    #expect(throws: Exchange.Failure.otherFormat(0)) {
      try Exchange.answers(to: [], from: Data(#"{"format":0}"#.utf8))
    }
  }
}
