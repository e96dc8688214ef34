// Places of verbatim bytes: a tab that is half a list's indentation, line breaks of all kinds, prefixes
// of containers. A place that is one byte off puts every verdict of a fence on the line above.

import Diagnostics
import Testing

@testable import Markup

@Suite struct PlaceTests {
  private func codes(_ nodes: [Node]) -> [Verbatim] {
    nodes.flatMap { node -> [Verbatim] in
      if case .codeBlock(_, let code) = node.kind { return [code] }
      return codes(node.children)
    }
  }

  /// Where each byte of the only code block stands, as line and column, line breaks left out.
  private func places(_ source: String) -> [String] {
    let document = parse(source, path: "e.md").value
    let all = codes(document.blocks)
    guard let code = all.first, all.count == 1 else { return [] }
    return code.text.utf8.enumerated().compactMap { offset, byte in
      guard byte != UInt8(ascii: "\n") else { return nil }
      let position = document.source.position(of: code.sourceOffset(of: offset))
      let letter = byte == UInt8(ascii: " ") ? "_" : String(UnicodeScalar(byte))
      return "\(letter)\(position.line):\(position.column)\(code.isCopy(offset) ? "" : "?")"
    }
  }

  @Test func aTabThatIsPartlyIndentationHasOnePlaceForAllItsSpaces() {
    #expect(
      places("- i\n\n  ```swift\n\ta\n\t b\n  c\n  ```\n")
        == ["_4:1?", "_4:1?", "a4:2", "_5:1?", "_5:1?", "_5:2", "b5:3", "c6:3"])
  }

  @Test func anEmptyLineBehindSuchATabKeepsItsPlace() {
    #expect(
      places("1. i\n\n   ```swift\n\t\n\ta\n   ```\n")
        == ["_4:1?", "_5:1?", "a5:2"])
  }

  @Test(arguments: ["\n", "\r\n"])
  func prefixesAndWideNumbers(_ ending: String) {
    let lines = [
      "1234567. i", "", "         > ~~~swift", "         > a", "         >b", "         > ~~~",
    ]
    #expect(places(lines.joined(separator: ending)) == ["a4:12", "b5:11"])
  }

  @Test func aLineBreakOfTwoBytesIsOneByteOfCode() {
    let document = parse("```swift\r\na\r\n\r\nb\r\n```\r\n", path: "e.md").value
    let code = codes(document.blocks)[0]
    #expect(code.text == "a\n\nb\n")
    #expect((0...5).map(code.sourceOffset(of:)) == [10, 11, 13, 15, 16, 18])
    #expect(code.sourceRange(of: 1..<3) == 11..<15)
    #expect(code.lineStarts == [10, 13, 15, 18])
  }

  @Test func fencesInFootnotesAndListsInQuotations() {
    #expect(
      places("x[^n]\n\n[^n]: t\n\n    ```swift\n    a\n    ```\n") == ["a6:5"])
    #expect(
      places("> 1. i\n>\n>    ```swift\n> \t\ta\n>    ```\n")
        == ["_4:4?", "_4:4?", "_4:4?", "a4:5"])
  }

  /// Every byte of every verbatim text, of thousands of documents made for trouble.
  @Test func everyByteOfGeneratedDocuments() {
    var random = SplitMix(state: 7)
    var (virtual, fences) = (0, 0)
    for _ in 0..<6_000 {
      let source = RandomContainers.text(&random)
      let complaints = SpanChecks.complaints(about: source)
      #expect(complaints.isEmpty, "\(source.debugDescription)")
      for code in codes(parse(source, path: "e.md").value.blocks) {
        fences += 1
        let (bytes, text) = (Array(source.utf8), Array(code.text.utf8))
        let count = text.count
        if (0..<count).contains(where: { !code.isCopy($0) }) { virtual += 1 }
        for offset in 0..<count where code.isCopy(offset) {
          let place = code.sourceOffset(of: offset)
          if bytes[place] != text[offset] { Issue.record("\(source.debugDescription)") }
        }
      }
    }
    // The documents are what they are made to be.
    #expect(fences > 3_000 && virtual > 1_000)
  }

  @Test func partsKeepTheirPlaces() {
    let document = parse("- i\n\n  ```\n\tab\n\tc\n  ```\n", path: "e.md").value
    let code = codes(document.blocks)[0]
    let part = code.slice(1..<8)
    #expect(part.text == " ab\n  c")
    for offset in 0...part.text.utf8.count {
      #expect(part.sourceOffset(of: offset) == code.sourceOffset(of: offset + 1))
    }
    #expect(part.sourceRange(of: 0..<7) == code.sourceRange(of: 1..<8))
    #expect(Verbatim("é x", at: 7).sourceRange(of: 2..<4) == 9..<11)
    #expect(Verbatim("", at: 7).lineStarts == [7])
  }

  /// Nothing stands behind an opener without its end but code: that is an error at the opener.
  @Test(arguments: [
    ("a\n\n```swift\nlet x = 1\n\n# Heading\n", 3..<11, "```"),
    ("> ~~~~\n> a\n\nb\n", 2..<6, "~~~~"),
    ("- ```\n  a\n\nb\n", 2..<5, "```"),
    ("```", 0..<3, "```"),
    ("````\na\n```\n", 0..<4, "````"),
    ("```math\nx\n", 0..<7, "```"),
    ("> ```\n> a\n```\nb\n```\n", 2..<5, "```"),
    ("```swift\na\n    ```\n", 0..<8, "```"),
  ])
  func anUnclosedFenceIsAnErrorAtItsOpener(_ source: String, _ place: Range<Int>, _ marks: String) {
    let log = parse(source, path: "e.md").log.diagnostics
    #expect(log.map(\.id) == [.fenceUnclosed])
    #expect(log.first?.span?.range == place)
    #expect(log.first?.message.contains("write \(marks) below") == true)
  }

  @Test(arguments: [
    "```\na\n```", "> ```\n> a\n> ```\n", "- ```\n  a\n  ```\n- b", "~~~\n```\n~~~\n", "```\n```",
    "1. ```\n   a\n\n   ```  \n", "````\n```\n`````\n",
    "x[^n]\n\n[^n]: t\n\n    ```\n    a\n    ```\n",
  ])
  func aClosedFenceIsNone(_ source: String) {
    #expect(parse(source, path: "e.md").log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("<pre>\na\n\n# b\n", "</pre>"), ("<script src='x'>\n\na", "</script>"), ("<?php\n\na", "?>"),
    ("<STYLE\n\na", "</style>"), ("<!DOCTYPE\n\na", ">"), ("<![CDATA[\n\na", "]]>"),
  ])
  func unclosedHTMLIsAnError(_ source: String, _ end: String) {
    let log = parse(source, path: "e.md").log.diagnostics
    #expect(log.map(\.id) == [.markdownDropped])
    #expect(log.first?.message.contains("write \(end) at its end") == true)
  }

  @Test(arguments: ["<pre>a</pre>\n\n# b", "<pre\n>a\n</PRE>\n\nb", "<prefix>\n\na", "<div>\n\na"])
  func closedHTMLIsNone(_ source: String) {
    #expect(!parse(source, path: "e.md").log.hasErrors)
  }
}
