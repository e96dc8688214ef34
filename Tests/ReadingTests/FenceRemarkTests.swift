// Comments in words beside code: which of them are claims that nobody would check, which may be, and
// which are remarks.

import Testing

@testable import Reading

@Suite struct FenceRemarkTests {
  /// An output that is claimed in another way than by `Prints "text"`.
  @Test(arguments: [
    "Prints [1, 3]", "Prints false", "Prints -4", "Prints (1, 3)", "Prints [\"b\"]", "Prints 3.5",
    "prints nil", "PRINTS true", "Prints .north", "Prints #\"b\"#", "Prints → \"b\"", "Prints: 3",
    "Prints: \"b\"", "Prints -> 3", "Prints = 3", "Printed \"b\"", "Print \"b\"", "Outputs \"b\"",
    "Output \"b\"", "Output: \"b\"", "Output: [1]", "It prints \"b\"", "It prints 3",
    "Prints the text \"b\"", "Prints out “b”", "Prints 'b'", "Prints`b`", "Prints\"b\"",
    "Prints \"b\" and a line", "Prints Optional(3)", "Prints Point(x: 1, y: 2)", "Prints nan",
    "- Prints 3", "Prints 0x1F", "Prints 1_000", "Prints 3 */",
  ])
  func outputs(_ body: String) {
    for place in NearMiss.Place.allCases {
      let finding = NearMiss.finding(in: body, at: place)
      #expect(finding?.isSure == true)
      #expect(finding?.message.contains("Prints \"text\"") == true)
    }
  }

  /// What begins with the word is said to be checked, or to be checked by nobody.
  @Test(arguments: [
    "Prints a", "Prints: b", "Output: b", "Outputs: b", "Printed: b", "Prints the value",
    "Prints 3 lines", "Prints all", "Output:", "Prints:", "Prints the \"b\" of it",
    "Outputs a table", "Print the text \"b\"", "Printed: below",
  ])
  func perhapsOutputs(_ body: String) {
    for place in NearMiss.Place.allCases {
      #expect(NearMiss.finding(in: body, at: place)?.isSure == false)
    }
  }

  @Test(arguments: [
    "prints", "Print the table of values", "Output file", "Printed in bold", "print(x)",
    "the printed text", "It prints what it knows", "Printing 3 lines", "sprints 3",
    "Swift.print(3)", "the output of the model", "blueprints \"b\"",
  ])
  func noOutputs(_ body: String) {
    for place in NearMiss.Place.allCases where ![.behindStatement, .besideCode].contains(place) {
      #expect(NearMiss.finding(in: body, at: place) == nil)
    }
  }

  /// A value and nothing else, behind a statement or under it.
  @Test(arguments: [
    "\"B\"", "[2, 5]", "nil", "true", "false", ".some", ".some(3)", "3.5", "-4", "1e-3", "(1, 2)",
    "[\"a\": 1]", "[]", "50%", "nan", "∞", "3.5.", "`3.5`", "\"B\" */", "0.5 ± 0.1", "Optional(3)",
    "\u{200B}true", "1.732…", "0x1F",
  ])
  func valuesAlone(_ body: String) {
    let finding = NearMiss.finding(in: body, at: .behindStatement)
    #expect(finding?.isSure == true)
    #expect(finding?.message.contains("write // → value") == true)
    #expect(NearMiss.finding(in: body, at: .nearCode) != nil)
  }

  /// They look like a value, and may be a count, a version, a symbol.
  @Test(arguments: [
    "3", "3.", "3)", "(3)", "42:", "1.2.3", "2024-01-01", "\"a\" comes first, then \"b\"", "[x, y]",
    "Point(x: 1)", "- 3", "'a'", "about 1.41", "now 4", "exactly \"b\"", ": 4",
    "½", "2 ⅓", "1/3", "✓ 4", "4 ✅", "| 4", "↑ 4", "{2, 7}", "$4$", "**4**", "_4_", "True", "FALSE",
    "Nil", "None", "← 4", "⇐ [1, 2]", "←½",
  ])
  func perhapsValues(_ body: String) {
    #expect(NearMiss.finding(in: body, at: .behindStatement)?.isSure == false)
    #expect(NearMiss.finding(in: body, at: .nearCode)?.isSure == false)
    #expect(NearMiss.finding(in: body) == nil)
  }

  @Test(arguments: ["1.41 or so", "0.5 m/s", "-3.5, nearly"])
  func numbersBeforeWords(_ body: String) {
    #expect(NearMiss.finding(in: body, at: .behindStatement)?.isSure == false)
    #expect(NearMiss.finding(in: body, at: .nearCode) == nil)
  }

  /// An arrow and a value, wherever they stand.
  @Test(arguments: [
    "sum → 4", "the sum: → 4", "the sum => 4", "x→4", "a list → [1, 2]", "which is → \"b\"",
    "x // → 3", "f(x) → .north", "sum → 4 */", "sum → true.", "first:\n  → 4", "first:\n * sum → 4",
    "first:\n Prints \"b\"",
  ])
  func arrowsBehindWords(_ body: String) {
    for place in NearMiss.Place.allCases {
      #expect(NearMiss.finding(in: body, at: place)?.isSure == true)
    }
  }

  @Test(arguments: [
    "sum → 4 as before", "as x → 0, it grows", "sum -> 4", "sum ⇒ 4", "sum ⟶ \"b\"",
  ])
  func perhapsArrows(_ body: String) {
    #expect(NearMiss.finding(in: body, at: .behindStatement)?.isSure == false)
  }

  /// Words with a value at their end.
  @Test(arguments: [
    "returns 4", "Result: 4", "is 4", "gives 4", "yields 4.5", "1 + 2 = 4", "1/3 ≈ 0.34",
    ": Int = 4", "$R0: Int = 4", "x == 4", "x is now 4", "Returns nil.", "the sum is about 4",
    "equals \"b\"", "is equal to 4", "evaluates to [1, 2]", "x=4", "n ≥ 3", "which was true",
    "the sum of the first three, 1.5, is exactly 4.5", "comes out as 4", "returns: \"b\"",
  ])
  func valuesBehindWords(_ body: String) {
    for place in [NearMiss.Place.behindStatement, .underStatement, .nearCode] {
      #expect(NearMiss.finding(in: body, at: place)?.isSure == false)
    }
    #expect(NearMiss.finding(in: body) == nil)
  }

  @Test(arguments: [
    "a remark", "the sum of all", "returns the sum", "is it so?", "x = y", "f(x) = x²",
    "see https://a.b/c=4/d", "A tree → leaves", "Int -> Int", "Point(x:y:)", "view.frame",
    "MARK: - Sums", "TODO: later", "$$ x = 3", "the first: see below", "", "nothing",
    "- Returns: the sum", "[see below", "`x`", "result.output", "--- ", "=== \t", "-\n\n - \n",
    " \n",
    "*/", " */ ", "/ ", "the x2 of H2O", "#3 of them",
  ])
  func remarks(_ body: String) {
    for place in NearMiss.Place.allCases { #expect(NearMiss.finding(in: body, at: place) == nil) }
  }

  /// On a statement's own line a reader takes a value for the statement's, whatever the words around it say.
  @Test(arguments: [
    "step 3", "at 12:30", "x => x + 1", "up to 4", "three of 4", "a = b ? 1 : c", "in 0...4 steps",
    "6 == b", "6 = b", "expected 37.2", "fever 37.2", "at most 30", "between 1 and 2",
    "will print \"6\"",
    "writes \"6\"", "37.2°C", "€37.20", "6 s", "6ms", "p = 5.5 here", "= 5 exactly", "(verified) 6",
    "true, as expected", "\"5\" is printed", "it is Double.self", "P\u{200B}rints \"5\"",
    "0, 1, 2, 3",
    "— 5", "６", "value is ٦", "⑥", "Ⅵ", "stays NaN", "ends up .nan", "1.72 or so",
    "gives 2, 4, 7 now",
  ])
  func valuesAmongWords(_ body: String) {
    for place in [NearMiss.Place.behindStatement, .besideCode] {
      #expect(NearMiss.finding(in: body, at: place)?.isSure == false)
    }
    #expect(NearMiss.finding(in: body, at: .apart) == nil)
  }

  @Test(arguments: ["= 5 exactly", "≈ 5 m", "> 5 or so", "= true, as expected"])
  func relationsAndValuesBelow(_ body: String) {
    #expect(NearMiss.finding(in: body, at: .underStatement)?.isSure == false)
  }

  @Test(arguments: [
    "Prints \"a: 3\"", "Prints \"x = 3\".", "→ x = 3",
    "→ [1: 2,",
  ])
  func claimsAndGlosses(_ body: String) {
    for place in NearMiss.Place.allCases { #expect(NearMiss.finding(in: body, at: place) == nil) }
  }

  @Test func parameters() {
    #expect(NearMiss.finding(in: "- output: The stream") == nil)
    #expect(NearMiss.finding(in: "BSD(version: \"5.1\")") == nil)
  }

  /// The place is that of the line that looks like a claim.
  @Test func placeInBlock() {
    #expect(NearMiss.finding(in: "sum:\n * the sum → 4\n")?.range == 8..<21)
    #expect(NearMiss.finding(in: " \"B\" */", at: .behindStatement)?.range == 1..<4)
  }
}
