// Comments that readers take for claims: each is a claim that can be read, or refused with its place.

import TestSupport
import Testing

@testable import Reading

@Suite struct FenceNearMissTests {
  /// Comments without their slashes that are claims already.
  @Test(arguments: [
    "→ 3", "=> 3", " → 3", "→3", "\u{A0}→ 3", "→ > 3", "→ -1", "Prints \"3\"", "prints \"3\"",
    "Prints \"a.\".", "→",
  ])
  func claims(_ body: String) { #expect(NearMiss.finding(in: body) == nil) }

  @Test(arguments: [
    "a remark", "returns 3", "3", "1.", "2. then", "≈ three, more or less", "= x",
    "----------", "==== Section ====", "← the peak", "↑ see above", "TODO: -> 3", "https://a.b/→",
    "prints", "$$ = 3", "- 3", "(1, 2)", "\"text\"", "", "   ", "1.2.3", "± 3",
    "MARK: - Sums", "…", "<b>", "> a quotation", "swiftlint:disable", "\u{200B}", "1,000",
  ])
  func remarks(_ body: String) { #expect(NearMiss.finding(in: body) == nil) }

  @Test(arguments: [
    "-> 3", "--> 3", "==> 3", "—> 3", "–> 3", "−> 3", "~> 3", "~~> 3", "=→ 3", "|-> 3", "..> 3",
    "⇒ 3", "⟶ 3", "⟹ 3", "↦ 3", "➔ 3", "➡ 3", "➡\u{FE0F} 3", "⭢ 3", "🡒 3", "￫ 3", "↳ 3", "⇾ 3",
    "⤳ 3", "⇀ 3", "↠ 3", "↔ 3", "⮕ 3", "`→ 3`", "\"→ 3\"", "- → 3", "• → 3", "**→** 3", "# → 3",
    "> → 3", "(→ 3)", "|→ 3", "// → 3", "→\u{FE0E} 3", "→\u{FE0F} 3", "→\u{301} 3", "🙂 → 3",
    "-> Int", "⇒ thus", "– → 3", "=\u{200D}> 3",
  ])
  func arrows(_ body: String) {
    let finding = NearMiss.finding(in: body)
    #expect(finding != nil)
    #expect(finding?.range.isEmpty == false)
  }

  /// Every character that nobody sees, before an arrow and behind it.
  @Test func invisibleCharacters() {
    let scalars: [Unicode.Scalar] = [
      "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{202A}",
      "\u{202E}",
      "\u{2066}", "\u{2069}", "\u{AD}", "\u{2060}", "\u{2063}", "\u{FE00}", "\u{FE0E}", "\u{FE0F}",
      "\u{E0100}", "\u{E0020}", "\u{61C}", "\u{180E}", "\u{34F}", "\u{115F}", "\u{2800}", "\u{0}",
      "\u{7}", "\u{1D173}",
    ]
    for scalar in scalars {
      for arrow in ["→", "=>"] {
        for body in [
          "\(scalar)\(arrow) 3", " \(scalar) \(arrow) 3", "\(arrow)\(scalar) 3",
          "\(arrow) \(scalar)3",
        ] {
          let finding = NearMiss.finding(in: body)
          #expect(
            finding?.message.contains("U+") == true, "\(scalar.escaped(asASCII: true)) \(body)")
        }
      }
      for inside in ["\(scalar)= x", " \(scalar) = x", "=\(scalar) x"] {
        #expect(NearMiss.finding(inProse: inside) != nil, "\(scalar.escaped(asASCII: true))")
      }
    }
    #expect(
      NearMiss.finding(in: "\u{200B}→ 3")?.message.contains("U+200B (zero width space)") == true)
  }

  @Test(arguments: [
    "≈ 3", "= 3", "== 3", ":= 3", "= -0.5", "≃ 1e-3", "≥ 3", "> 0.5", "< -1", "!= 3", "~ 3", "≡ 3",
    "≙ 3", "= true", "= nil", "= \"a\"", "= [1, 2]", "= .north", "(= 3)", "= 1.71…", "► 3", "» 3",
    "= 6.6 × 10⁻³⁴", "≈ 50%", "= ∞", "＝ 3", "0.665", "-1.5", "3.0e-5",
    "Prints 3", "Prints: \"3\"", "Prints “3”", "- Prints \"3\"",
    "Prints \"3\" twice",
    "Prints\u{200B} \"3\"",
  ])
  func equalitiesAndOutputs(_ body: String) { #expect(NearMiss.finding(in: body) != nil) }

  @Test func theSignIsNamed() {
    #expect(NearMiss.finding(in: " – → 3 ")?.message.contains("‘– →’ is no arrow") == true)
    #expect(NearMiss.finding(in: " – → 3 ")?.range == 1..<10)
    #expect(NearMiss.finding(in: "≈ 3")?.message.contains("‘≈’ and a value") == true)
  }

  @Test(arguments: [
    " = x ", "= p[2]", "\n= x", "\u{A0}= x", " a note ", "-- a line --", "given", "", "<b>x</b>",
    "~~~",
  ])
  func prose(_ inside: String) { #expect(NearMiss.finding(inProse: inside) == nil) }

  @Test(arguments: [
    " → 3 ", " ≈ x ", " := x ", "＝ x", " -> x", "- = x -", "*= x*", " ≥ 0.5 ", " ⇒ x", "\"= x\"",
    " < 0.05 ", ": = x", "\u{200B}= x", " ≥ v ", "> v", "~ v", " ± v", "← v", "≠ v",
  ])
  func nearProse(_ inside: String) { #expect(NearMiss.finding(inProse: inside) != nil) }

  @Test(arguments: [
    "x // → 3", "x  # → 1.7", "echo 3 # => 3", "-- → 3", "% → 3", "; => 3", "(* → 3 *)",
    "/* → 3 */",
    "x # -> 3", "x --- → 3", "x //→3", "x // Prints \"3\"", "<p>0.5<!-- = x -->", "a <!-- → 3 -->",
    "# ⇒ [1, 2]",
    "x ///  => 3", "# \u{200B}→ 3", "#→ 3",
  ])
  func claimsInOtherCode(_ line: String) { #expect(NearMiss.isClaim(line: line)) }

  @Test(arguments: [
    "f :: Int -> Int", "# -> see below", "a --> b", "A -->|text| B", "x => x + 1", "#!/bin/sh",
    "https://a.b/#c", "A tree → 3, see https://example.org", "def f() -> int:  # an int",
    "<!-- a note -->", "case 3 => 4", "git log --oneline", "x = 5 % 3", "",
  ])
  func otherCode(_ line: String) { #expect(!NearMiss.isClaim(line: line)) }

  @Test(arguments: [
    "<!— = p —>", "<!– = p", "<! -- = p -->", "< !-- = p -->", "<!- = p ->", "<!— swift",
  ])
  func brokenComments(_ text: String) { #expect(NearMiss.brokenComment(in: "0.5" + text) != nil) }

  @Test(arguments: ["a <! b", "<!-- = p", "1 <!- 2", "<! = p", "a < !b"])
  func noComments(_ text: String) { #expect(NearMiss.brokenComment(in: text) == nil) }

  /// Nobody waits for a comment, however long.
  @Test func longComments() {
    for piece in ["-", "→", "=", "//", "<", "\u{200B}", "#", " ", "9", "<!--", "<!—", "=\u{301}"] {
      let text = String(repeating: piece, count: 4_000 / piece.utf8.count)
      let time = processorTime {
        _ = NearMiss.finding(in: text)
        _ = NearMiss.finding(inProse: text)
        _ = NearMiss.isClaim(line: text)
        _ = NearMiss.isClaim(sentence: text)
        _ = NearMiss.brokenComment(in: text)
        _ = FenceLanguage(text)
      }
      #expect(time < .seconds(3), "\(piece): \(time)")
    }
  }
}
