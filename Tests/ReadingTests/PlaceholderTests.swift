// Three points that stand for code: where a value is wanted they become a word, elsewhere nothing, and in an expression they
// stay what they are.

import Testing

@testable import Reading

@Suite struct PlaceholderTests {
  private func filled(_ text: String) -> String {
    String(decoding: Placeholders.filled(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("func f() -> Int { ... }", "func f() -> Int { ___ }"),
    ("var area: Double { … }", "var area: Double { ___ }"),
    ("let f: () -> Int = { ... }", "let f: () -> Int = { ___ }"),
    ("try queue.read { db in ... }", "try queue.read { db in ___ }"),
    ("guard a else { ... }", "guard a else { ___ }"),
    (
      "static func f() -> Int {\n  let a = 1\n  ...\n}",
      "static func f() -> Int {\n  let a = 1\n  ___\n}"
    ),
    ("class func f() -> Int { ... }", "class func f() -> Int { ___ }"),
  ])
  func aValueIsNeverReached(_ text: String, _ expected: String) {
    #expect(filled(text) == expected)
  }

  @Test(arguments: [
    ("struct Player { ... }", "struct Player {     }"),
    ("public final class Player: Codable { ... }", "public final class Player: Codable {     }"),
    ("extension Player { … }", "extension Player {     }"),
    ("if a { ... }", "if a {     }"),
    ("if a { b() } else { ... }", "if a { b() } else {     }"),
    ("for a in b {\n  ...\n}", "for a in b {\n     \n}"),
    ("let a = 1\n...\nlet b = 2", "let a = 1\n   \nlet b = 2"),
  ])
  func elsewhereNothingStandsThere(_ text: String, _ expected: String) {
    #expect(filled(text) == expected)
  }

  @Test(arguments: [
    "let a = 1...3", "let a = b[1...]", "f(...)", "for i in 0...9 {}", "print(\"...\")", "// ...",
    "let s = \"…\"", "a ...", "func f(_ a: Int...) {}",
  ])
  func whatIsSwiftStays(_ text: String) { #expect(filled(text) == text) }

  @Test func noTextGrows() {
    for text in ["...", "…", "{...}", "{ ... }\n", "\n...", "...."] {
      #expect(filled(text).utf8.count == text.utf8.count)
    }
  }
}
