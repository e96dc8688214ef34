// What is no claim is said so, with what to write instead, however long or deep it is.

import Claims
import Testing

struct ReadingTests {
  @Test(arguments: [
    "", "[1, 2", "(1, 2", "\"open", "1 ±", "1… ± 2", "in 1", "<", ".", "[1, \"a\": 2]", "--1",
    "1 2", "1,234", "1'234", "1 234", "1,5", "∞∞", "-nan", "1.5.", "10⁻¹²", "5%%", "5‰",
    "[2.50 €]", "Pair(a: 1", "Pair<Int", "in stock", "< word", "(about 3)", "\"a\" or so",
    "1…3", "1..<", "in 3...1", "± 1", "1 ± -1", "1 ± ∞", "1 ± 0.1…", "“text”", "½", "5½", "٣",
    "\"\\u{+41}\"", "\"\\u{110000}\"", "\"\\(x)\"", "1__000", "0.5 ± 0.1 of it",
  ])
  func whatIsNoClaimIsSaidSo(_ text: String) {
    #expect(throws: UnreadableClaim.self) { try Expectation.read(text) }
  }

  @Test(arguments: [
    ("50% ± 0.1", "write 50% ± 0.1%, which means percentage points"),
    ("66.5% ± 1e-3", "write 66.5% ± 1e-3%"),
    ("½", "write 0.5 for ½"), ("2½", "write 0.5 for ½"), ("1 ± ∞", "no tolerance is infinite"),
    ("1e5001", "between -5000 and 5000"), ("1×10⁹⁹⁹⁹⁹⁹⁹⁹", "between -5000 and 5000"),
    ("< 1e-99999999999999999999999", "between -5000 and 5000"),
    ("0e309", "write it without the power"), ("0.00e5", "write it without the power"),
    ("-0×10⁵", "write it without the power"), ("0…e309", "write it without the power"),
    ("≤ 0e5", "write it without the power"), ("1 ± 0e5", "write it without the power"),
    ("in 0.3...0.2", "the smaller end stands first"), ("1… ± 2", "keep one"),
    ("3 ± +1", "a tolerance is missing"),
  ])
  func theReasonSaysWhatToWrite(_ text: String, _ words: String) {
    let error = #expect(throws: UnreadableClaim.self) { try Expectation.read(text) }
    #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
  }

  /// Texts that are read as what `print` writes, and nothing else.
  @Test(arguments: [
    "word", "about 3", "3 or so", "2.50 €", "€2.50", "5.0 seconds", "1970-01-01 00:00:00 +0000",
    "https://example.org", "E621E1F8-C36C-495A-93FC-0C247A3E6E5F", "5 bytes", "3/4", "127.0.0.1",
    "2 + 3i", "日本", "😀 happy", "-2.50 €",
  ])
  func aBareTextIsAsPrinted(_ text: String) throws {
    guard case .printed(text, _) = try Expectation.read(text) else {
      Issue.record("\(text) was read as something else")
      return
    }
  }

  @Test(arguments: [
    "[1, 2]", "(a: 1, \"x\")", "[\"k\": < 5]", ".some(3)", "Shape.circle(r: 1)", "Shape.point",
    "Pair<Int, String>(a: 1, b: \"x\")", "in 0.2..<0.3", "≤ 5 ms", "1 ± 2 ulp", "5 ± 1%",
    "50% ± 0.1%", "1...3", "..<3", "nil", "nan", "-∞", "\"a\\n\"", "2.50 €", "[:]", ".a()",
    "Int.self", "Array<Int>.self",
  ])
  func aClaimIsRebuiltAsItWasWritten(_ text: String) throws {
    #expect(try Expectation.read(text).text == text)
  }

  // MARK: - Limits

  @Test(arguments: ["[", "(", ".some(", "Pair(a: ", "Pair<", "[1: ", "Pair<["])
  func deepBracketsAreRefused(_ open: String) {
    let text = String(repeating: open, count: 4_900)
    #expect(throws: UnreadableClaim.self) { try Expectation.read(text) }
    #expect(throws: UnreadableClaim.self) {
      try Expectation.read(text + "1" + String(repeating: "]", count: 4_900))
    }
  }

  @Test func deepTypesAreRefused() {
    for text in ["Pair<Int", "Pair<[Int"] {
      let marks = String(repeating: "?", count: 100_000)
      #expect(throws: UnreadableClaim.self) { try Expectation.read(text + marks + ">(a: 1)") }
    }
  }

  @Test func sixtyFourBracketsAreRead() throws {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try Expectation.read(text).text == text)
  }
}
