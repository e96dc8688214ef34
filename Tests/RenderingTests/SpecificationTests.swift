// The HTML of the specification's own examples, in plain mode.

import Markup
import Testing

@testable import Rendering

@Suite struct SpecificationTests {
  /// Examples whose HTML is another here, by number, each with its reason.
  static let exceptions = [
    66: "`---` in the first line of an essay opens its front matter",
    68: "`---` in the first line of an essay opens its front matter",
    610: "GFM links bare addresses",
    614: "GFM links bare mail addresses",
    616: "GFM links bare addresses",
    619: "GFM links bare addresses",
    620: "GFM links bare mail addresses",
    653: "the author of an essay is trusted: GFM's filter of tags such as <title> is left out",
  ]

  /// - Source: the CommonMark 0.29 and GFM specification, fetched by scripts/fetch-spec.
  @Test func everyExampleButTheExceptions() throws {
    var passed = 0
    for example in try SpecificationExample.all() {
      let document = parse(example.markdown, path: "example.md").value
      let html = renderBody(document, with: BodyMaterial(style: .plain)).html
      let isEqual = html == example.html
      if isEqual { passed += 1 }
      #expect(
        isEqual == (Self.exceptions[example.number] == nil),
        "example \(example.number), \(example.markdown.debugDescription), gave \(html)")
    }
    #expect(passed == 665)
  }
}
