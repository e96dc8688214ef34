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

  /// Short texts find more, and say better what is wrong.
  @Test(arguments: [(3, 4_000), (8, 8_000), (20, 4_000), (60, 1_000)])
  func random(_ length: Int, _ count: Int) {
    var random = SplitMix(state: UInt64(length))
    var failures = 0
    for _ in 0..<count where failures < 5 {
      let source = RandomTexts.text(length, &random)
      let complaints = SpanChecks.complaints(about: source)
      if !complaints.isEmpty { failures += 1 }
      #expect(complaints.isEmpty, "\(source.debugDescription)")
    }
  }
}
