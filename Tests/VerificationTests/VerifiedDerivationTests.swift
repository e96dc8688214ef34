// What a derivation hands to the page: its lines with their places in the essay, and what was sampled.

import Markup
import Testing

@testable import Verification

struct VerifiedDerivationTests {
  private let text = """
    Before.

    > ```swift derivation draws=50
    > let x = draw.real(0.5...2), h = draw.approaching(0)  // the inputs
    >
    > // $$ x^2 \\label{eq:square} $$
    > let twice = 2 * x
    > x * x
    > // $$ = \\tfrac12 x \\cdot 2x
    > // ± 8 ulp
    > 0.5 * x * twice;  // a remark
    > // $$(x + h)^2
    > (x + h) * (x + h)
    > //$$ \\to x^2 $$ in h, ± 1e-4
    > x * x
    > ```

    ```swift derivation norun
    // $$ 1
    1
    // $$ < 2
    2
    ```

    <!-- swift derivation
    let x = draw.real(0...1)
    // $$ x
    x
    // $$ < 2
    2
    -->
    """

  @Test func linesKnowTheirPlacesAndSamples() async throws {
    let document = parse(text, path: "page.md").value
    let verified = try await Essays.verify(["page.md": text])
    #expect(verified.log.diagnostics.isEmpty)
    let essay = try #require(verified.value.first)
    // The hidden one is checked and not shown.
    #expect(essay.derivations.count == 2 && essay.claims.count == 4)
    let derivation = try #require(essay.derivations.first)
    func source(_ range: Range<Int>) -> String { document.source[range] }
    #expect(source(derivation.range).hasPrefix("```swift derivation draws=50\n> let x"))
    #expect(source(derivation.setting).hasPrefix("let x = draw.real(0.5...2), h"))
    #expect(source(derivation.setting).hasSuffix("// the inputs\n>\n> "))

    let lines = derivation.lines
    #expect(lines.map(\.relation) == [nil, "=", nil, "\\to"])
    #expect(lines.map(\.tex) == ["x^2", "\\tfrac12 x \\cdot 2x", "(x + h)^2", "x^2"])
    for line in lines {
      #expect(source(line.texStart..<line.texStart + line.tex.utf8.count) == line.tex)
    }
    #expect(lines.map(\.label) == ["eq:square", nil, nil, nil])
    #expect(lines.map(\.condition) == [nil, "± 8 ulp", nil, "in h, ± 1e-4"])
    #expect(source(lines[0].code) == "let twice = 2 * x\n> x * x")
    #expect(source(lines[3].code) == "x * x")
    #expect(
      lines.map { $0.claim.map { essay.claims[$0].claim.wrote } }
        == [nil, "= \\tfrac12 x \\cdot 2x", nil, "\\to x^2"])
    #expect(
      lines.map { $0.claim.map { essay.claims[$0].claim.expression } }
        == [nil, "0.5 * x * twice", nil, "x * x"])
    #expect(lines[1].sample?.draws == 50 && lines[1].sample?.discarded == 0)
    #expect(
      lines[1].sample?.worst.text.hasSuffix("apart") == true
        || lines[1].sample?.worst == "no difference at all")
    #expect(lines[3].sample?.rate == "the error falls like h")
    #expect(lines[0].sample == nil)

    let compiled = try #require(essay.derivations.last)
    #expect(compiled.lines.map { $0.sample == nil } == [true, true])
    let claim = try #require(compiled.lines.last?.claim)
    #expect(essay.claims[claim].verdict == .unjudged)
  }

  @Test func theSameEssayIsSampledAlikeWhereverItsDerivationStands() async throws {
    func samples(_ text: String, _ path: String) async throws -> [VerifiedDerivation.Sample?] {
      let essays = try await Essays.verify([path: text]).value
      return essays.flatMap(\.derivations).flatMap(\.lines).map(\.sample)
    }
    let moved = "A sentence.\n\n```swift\nlet first = 1\n```\n\n" + text
    let original = try await samples(text, "page.md")
    #expect(try await samples(moved, "page.md") == original)
    #expect(try await samples(text, "other.md") != original)
  }
}
