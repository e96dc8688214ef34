// The words around results: what leads to one, what may be evaluated once more, and what stands behind.

import Testing

@testable import Reading

@Suite struct WildWordsTests {
  @Test(arguments: [
    ("Prints \"5\".", "\"5\"."), ("prints 5", "5"), ("Output: 5", "5"), ("Prints out: 5", "5"),
    ("Results in:", ""), ("returns nil", "nil"), ("-> 5", "5"), ("=> 5", "5"), ("→ 5", "5"),
    ("== 5", "5"), ("~ 5", "5"),
  ])
  func aWordLeadsToAResult(_ text: String, _ rest: String) throws {
    let (_, start) = try #require(WildWords.head(of: text))
    #expect(String(text.utf8.dropFirst(start)) == rest)
  }

  @Test(arguments: ["printer", "print(x)", "resulting in 5", "outputs.count", "===", "returned 5"])
  func otherWordsDoNot(_ text: String) { #expect(WildWords.head(of: text) == nil) }

  @Test(arguments: [
    ("p == 4", "p", "4"), ("set is now [1, 3]", "set", "[1, 3]"),
    ("`set` is now `[1, 3]`", "set", "`[1, 3]`"), ("names = [\"a = b\"]", "names", "[\"a = b\"]"),
    ("Array(x) == [1]", "Array(x)", "[1]"), ("numbers[..<p] == [1]", "numbers[..<p]", "[1]"),
    ("`c` is some permutation of `[2, 4]`", "c", "some permutation of `[2, 4]`"),
    ("`n` now contains [1]", "n", "[1]"),
  ])
  func anExpressionAndItsValue(_ text: String, _ expression: String, _ value: String) throws {
    let found = try #require(WildWords.expression(in: text))
    #expect(found.expression == expression)
    #expect(String(text.utf8.dropFirst(found.value)) == value)
  }

  /// What is evaluated once more is run: words are none, and a call may change what it is called on.
  @Test(arguments: [
    "the sum is 4", "numbers.removeLast() == 4", "a; exit(0) == 1", "f() { } == 4",
    "\"a == b\"", "[\"a\": 1] and more", "4", "next() == 1",
  ])
  func whatIsNotEvaluated(_ text: String) { #expect(WildWords.expression(in: text) == nil) }

  @Test(arguments: [
    ("3 (the first match)", ["3 (the first match)", "3"]),
    ("[1, 2], sorted", ["[1, 2], sorted", "[1, 2]"]),
    ("\"a, b\".", ["\"a, b\".", "\"a, b\""]),
    ("true – so it is", ["true – so it is", "true"]),
    ("5", ["5"]),
  ])
  func aValueAndWordsBehindIt(_ text: String, _ expected: [String]) {
    #expect(WildWords.readings(of: text).map(\.text) == expected)
  }

  @Test func anOrderMayBeLeftOpen() {
    for text in ["[1, 2] (in some order)", "some permutation of `[1, 2]`", "[1, 2] in any order"] {
      let first = WildWords.readings(of: text)[0]
      #expect(first.text == "[1, 2]")
      #expect(first.isInAnyOrder)
    }
  }

  @Test(arguments: [
    "error: cannot assign", "ERROR", "Fatal error: index", "❌ no", "Runtime error", "traps",
    "Compile-time error",
  ])
  func aFailureIsSaid(_ text: String) { #expect(WildWords.saysFailure(text)) }

  @Test(arguments: [
    "errors are logged", "the error", "no error", "prints an error:", "invalidates",
  ])
  func noFailureIsSaid(_ text: String) { #expect(!WildWords.saysFailure(text)) }
}
