// Spans: byte-exact for every node of every text that we could think of.

import Testing

@testable import Markup

@Suite struct SpanTests {
  /// - Source: the CommonMark 0.29 and GFM specification, fetched by scripts/fetch-spec.
  @Test func everyExampleOfTheSpecification() throws {
    let examples = try SpecificationExample.all()
    #expect(examples.count == 673)
    for example in examples {
      for source in [
        example.markdown,
        "---\ntitle: T\n---\n" + example.markdown,
        example.markdown.replacing("\n", with: "\r\n"),
        String(example.markdown.dropLast()),
        quoted(example.markdown),
        itemised(example.markdown),
      ] {
        let complaints = SpanChecks.complaints(about: source)
        #expect(complaints.isEmpty, "example \(example.number): \(source.debugDescription)")
      }
    }
  }

  private func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
      .joined(separator: "\n")
  }

  private func itemised(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { $0 == 0 ? "3.  > " + $1 : "    > " + $1 }
      .joined(separator: "\n")
  }

  @Test(arguments: NastyTexts.all)
  func handMade(_ source: String) {
    #expect(SpanChecks.complaints(about: source).isEmpty)
    let windows = source.replacing("\n", with: "\r\n")
    #expect(SpanChecks.complaints(about: windows).isEmpty)
    #expect(SpanChecks.complaints(about: "---\norder: 3\n---\n" + source).isEmpty)
  }
}
