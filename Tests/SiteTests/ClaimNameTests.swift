// Links to a claim last: its name comes from its own text and section, and an edit elsewhere leaves it as it is.

import Diagnostics
import Markup
import Testing

@testable import Reading
@testable import Site
@testable import Verification

struct ClaimNameTests {
  private static let essay = """
    Two is 2<!-- = 1 + 1 -->.

    ## Sums

    Three is 3<!-- = 1 + 2 -->, and again 3<!-- = 1 + 2 -->, and 3<!-- = 4 - 1 -->.

    ## Parts of x

    A third is 33.3%<!-- = 1.0 / 3 -->, a part 0.5<!-- = 1.0 / 2 #half -->, a piece 0.25<!-- = 1.0 / 4 -->.
    """

  /// The names of all claims in prose.
  private func names(_ text: String) throws -> [String] {
    let page = PageParts.of(parse(text, path: "content/a.md").value).value
    let claims = try page.parts.map { part in
      guard case .prose(let comment) = part else { throw CancellationError() }
      let read = ProseClaims.read(comment, in: page.document, formulas: [:])
      return try #require(read.value, "\(read.log.diagnostics.map(\.message))").claim
    }
    let essay = VerifiedEssay(
      document: page.document,
      claims: claims.map { JudgedClaim(claim: $0, verdict: .held, computed: nil, rule: "") })
    return ClaimNames.of(essay)
  }

  @Test func aNameSaysWhatWasWritten() throws {
    let names = try names(Self.essay)
    #expect(Set(names).count == names.count)
    #expect(names[0].wholeMatch(of: /claim\.2\.[0-9a-f]{6}/) != nil)
    #expect(names[2] == names[1] + "-2" && names[3] != names[1])
    #expect(names[4].hasPrefix("claim.33.3.") && names[5] == "half")
    #expect(names[6].hasPrefix("claim.0.25."))
  }

  @Test(arguments: [
    ("Two is 2<!-- = 1 + 1 -->.", "No number at all.", 1),
    (
      "Two is 2<!-- = 1 + 1 -->.",
      "Two is 2<!-- = 1 + 1 -->, and 7<!-- = 8 - 1 -->, and 3<!-- = 1 + 2 -->.", 1
    ),
    (
      "A third is",
      "## Before\n\nOne is 33.3%<!-- = 1.0 / 3 -->.\n\n## Parts of x\n\nA third, in other words, is",
      4
    ),
    (
      "Three is 3<!-- = 1 + 2 -->, and",
      "Nine is 9<!-- = 3 * 3 -->. Three is 3<!--  =  1 + 2\n-->, or", 1
    ),
  ])
  func anEditElsewhereLeavesThemAsTheyAre(old: String, new: String, from first: Int) throws {
    let before = try names(Self.essay)
    let edited = Self.essay.replacing(old, with: new)
    #expect(edited != Self.essay)
    let after = try names(edited)
    #expect(before.suffix(3) == after.suffix(3))
    #expect(before[first...].filter { !after.contains($0) } == [])
  }

  @Test func anotherTextIsAnotherClaim() throws {
    let before = try names(Self.essay)
    for (old, new) in [
      ("33.3%", "33.33%"), ("1.0 / 3", "2.0 / 6"), ("## Parts of x", "## Pieces of x"),
    ] {
      #expect(try names(Self.essay.replacing(old, with: new))[4] != before[4])
    }
    // Its author’s name stays, whatever changes.
    let edited = Self.essay.replacing("0.5<!-- = 1.0 / 2", with: "0.50<!-- = 2.0 / 4")
      .replacing("## Parts", with: "## Pieces")
    #expect(try names(edited)[5] == "half")
  }

  @Test(arguments: [
    ("p[2] #share", "share", 7), ("f(x)\n  #a-b_2", "a-b_2", 9), ("\"a\" #b", "b", 3),
    ("66.5% #b", "b", 3), ("x ?? 0 #b", "b", 3), ("a! #b", "b", 3), ("2.50 € #b", "b", 3),
  ])
  func aNameStandsAtTheEnd(text: String, name: String, length: Int) throws {
    let found = try #require(ClaimName(atEndOf: text))
    #expect(found.name == name && found.length == length)
  }

  @Test(arguments: [
    "#line", "x + #line", "try #answer", "a ? b : #line", "f(#line)", "x #1", "x#y", "x # y",
    "x #a.b",
    "x", "x as #y", "\"#a\"", "a, #line", "x #a(1)",
  ])
  func swiftOfItsOwnIsNoName(text: String) { #expect(ClaimName(atEndOf: text) == nil) }

  @Test func aNameIsGivenOnce() throws {
    let text = "2<!-- = 2 #a --> and 3<!-- = 3 #a -->.\n\n## Here\n\n4<!-- = 4 #here -->"
    let page = PageParts.of(parse(text, path: "content/a.md").value).value
    let claims = try page.parts.map { part in
      guard case .prose(let comment) = part else { throw CancellationError() }
      let read = try #require(ProseClaims.read(comment, in: page.document, formulas: [:]).value)
      return PlacedClaim(claim: read.claim, subject: .skipped(reason: ""))
    }
    let log = ClaimName.doubled(claims, headings: ["here"], path: "content/a.md")
    #expect(
      log.diagnostics.map(\.message) == [
        "the name ‘#a’ is taken: give this claim another one",
        "the name ‘#here’ is that of a heading on this page: give this claim another one",
      ])
  }
}
