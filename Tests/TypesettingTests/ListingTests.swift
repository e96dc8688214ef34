import Foundation
import Testing

@testable import Typesetting

/// Highlighting by the real highlight.js.
@Suite struct ListingTests {
  static let texts = [
    "let p = softmax([1, 2, 3])\np[2]  // → 0.665\n",
    "/* two\n\n   lines */ let s = \"\"\"\n  a\\(b)\n  \"\"\"\n",
    "\tif a < b && c > d { print(\"<&amp;>\") }\r\n",
    "let 😀 = \"\\😀\" // 😀 e\u{301} <\u{301}\n\u{2028}x",
    "\u{0}\u{1}", "", "\n", "\n\n\n", "&", "<span class=\"x\">", "</span>", "a\u{FFFD}b",
  ]

  @Test(arguments: ["swift", "sh", "json", "yaml", "html", "no-such-language", ""])
  func keepsEveryByte(_ language: String) async throws {
    // Beside the chosen texts, ones of random characters that the grammars trip over.
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab1_ \t\n\n\"\"\\'/*#<>&;(){}[]$`é😀→\r").map(String.init)
    let texts =
      Self.texts
      + (0..<200).map { _ in
        (0..<Int.random(in: 1...60, using: &random))
          .map { _ in alphabet.randomElement(using: &random)! }.joined()
      }
    let request = TypesettingRequest(listings: texts.map { .init($0, language: language) })
    let listings = try await Workshop.typesetter().typeset([request])[0].listings
    #expect(listings.count == texts.count)
    for (text, listing) in zip(texts, listings) {
      let parts = try listing.lines.map { try #require(HighlightedLines(html: $0)) }
      #expect(
        parts.allSatisfy { $0.lines.count == 1 }, "each line is balanced: \(text.debugDescription)")
      let shown = parts.map(\.text).joined(separator: "\n")
      #expect(shown.utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
    }
  }

  @Test func coloursSwift() async throws {
    let request = TypesettingRequest(listings: [.init("let x = 1 // → 1", language: "swift")])
    let lines = try await Workshop.typesetter().typeset([request])[0].listings[0].lines
    #expect(
      lines == [
        #"<span class="hljs-keyword">let</span> x = <span class="hljs-number">1</span> "#
          + #"<span class="hljs-comment">// → 1</span>"#
      ])
  }
}
