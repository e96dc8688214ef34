// Answers that are brought up to date are held against the parser's own, on many edits at random.

import Foundation
import SwiftText
import Testing

struct CommentEditTests {
  /// Texts in which a comment stands in odd places, and code that is not whole.
  static let texts = [
    "let a = [1.5, 2] // → [1.5, 2]\na.count // → 2\nprint(a) // Prints \"[1.5, 2.0]\"\n",
    "/// doc 12\nfunc f(_ x: Int) -> Int { x } // 3\nf(1) // → 1, surely\n//4\n//// 55\n",
    "#if os(Linux) // on 1 system\nlet x = 1 // 2\n#elseif (os(macOS) // 17\n)\n#endif\nx // → 1",
    "let s = \"\"\"\n  // no comment 1\n  \\(1 + // but 22\n  1)\n  \"\"\" // → 3\ns // 4\n",
    "let r = /a+b/ // 12\nlet q = 4 / 2 // 1 / 2\nlet p = #/x // 9 \nlet o = r // 3\n",
    "f( // 1\n  [ // 22\n    { $0 // 333\n  }, 2 // 4\n// 5\n",
    "struct S { @W var x: Int // 1\n  lazy var y = 2 // 22\n  subscript(i: Int) -> Int { i } // 3\n}\n",
    "extension A // 17\n  .B { } // 2\nvar d = 0 // 5\nd += 1 // → 1\n(d, _) = (2, 3) // 77\n",
    "\"ü\" // → ü 1\n\"\\( 1 // 2 )\" // 3\n\r\nlet z = 1 // 4\r\nz // 5\r\n",
    "<#code#> // 1 <#no#> 2\nx = y /* 12 // 3 */ // 4\n/* open // 5\n6 // 7",
  ]

  @Test func editedAnswersAreTheParsersOwn() async throws {
    var generator = SplitMix(state: 20_261_129)
    var edits: [(old: String, new: String)] = []
    for text in Self.texts {
      for _ in 0..<150 { edits.append((text, Self.edited(text, &generator))) }
    }
    let folder = try ParserProgram.workshop()
    let olds = try await ParserProgram.answers(to: Self.texts, in: folder)
    let known = Dictionary(uniqueKeysWithValues: zip(Self.texts, olds))
    let news = try await ParserProgram.answers(to: edits.map(\.new), in: folder)
    var count = 0
    for ((old, new), truth) in zip(edits, news) {
      let answer = try #require(known[old])
      guard let made = CommentEdit.answer(answer, to: old, broughtTo: new) else { continue }
      count += 1
      let readings = try Exchange.readings(of: [new, new], from: [made, truth])
      #expect(readings[0] == readings[1], "\(old.debugDescription) → \(new.debugDescription)")
    }
    // Most edits are of digits, and most digits stand in comments.
    #expect(count > edits.count / 4)
  }

  /// Some bytes at a random place are replaced: mostly digits, as one changes them, at times anything.
  private static func edited(_ text: String, _ generator: inout SplitMix) -> String {
    var scalars = Array(text.unicodeScalars)
    let digits = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }
    let isPlain = Int.random(in: 0..<4, using: &generator) > 0
    let start =
      isPlain
      ? digits.randomElement(using: &generator)! : scalars.indices.randomElement(using: &generator)!
    let length = Int.random(in: 0...min(2, scalars.count - start), using: &generator)
    let alphabet = Array((isPlain ? "0123456789.- e" : "/*\"\n\r#)(\\ 12aü→<>{}").unicodeScalars)
    let new = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator)!
    }
    scalars.replaceSubrange(start..<start + length, with: new)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  @Test func aDigitMovesWhatStandsBehindIt() async throws {
    let old = "let a = 1 // → 1\na // → 1\n"
    let new = "let a = 1 // → 1.000\na // → 1\n"
    let answer = try await ParserProgram.answers(to: [old], in: ParserProgram.workshop())[0]
    let made = try #require(CommentEdit.answer(answer, to: old, broughtTo: new))
    let reading = try Exchange.readings(of: [new], from: [made])[0]
    #expect(reading.comments.map { reading.source($0.range) } == ["// → 1.000", "// → 1"])
    #expect(reading.statements.map { reading.source($0.range) } == ["let a = 1", "a"])
  }

  @Test(arguments: [
    ("a // 1\n", "b // 1\n"), ("a // 1\n", "a // 1\nb // 1\n"), ("a // 1\n", "a /// 1\n"),
    ("a // 1\n", "a / 1\n"), ("a // 1\n", "a // \"1\n"), ("a /* 1 */\n", "a /* 2 */\n"),
    ("a // 1\nb // 1\n", "a // 2\nb // 2\n"),
    ("#if (a // 1\n)\n#endif\n", "#if (a // 2\n)\n#endif\n"),
  ])
  func everythingElseIsTheParsers(_ old: String, _ new: String) async throws {
    let answer = try await ParserProgram.answers(to: [old], in: ParserProgram.workshop())[0]
    #expect(CommentEdit.answer(answer, to: old, broughtTo: new) == nil)
  }
}

/// Steele, Lea and Flood's generator: the same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
