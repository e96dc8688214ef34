// Places in texts, and the order of diagnostics.

import Testing

@testable import Diagnostics

struct SourceTextTests {
  let text = SourceText("ab\nä𝄞c\n\nlast")

  @Test(arguments: [
    (0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 3), (9, 2, 7), (11, 3, 1), (12, 4, 1), (16, 4, 5),
    (99, 4, 5),
  ])
  func offsetsAreLinesAndColumnsInBytes(_ offset: Int, _ line: Int, _ column: Int) {
    #expect(text.position(of: offset) == Position(line: line, column: column))
    if offset <= text.count { #expect(text.offset(line: line, column: column) == offset) }
  }

  @Test func columnsPastTheEndOfALineStayOnIt() {
    #expect(text.offset(line: 1, column: 80) == 2)
    #expect(text.offset(line: 9, column: 1) == text.count)
    #expect(text.lineRange(2) == 3..<10)
    #expect(text.lineRange(4) == 12..<16)
    #expect(text[3..<9] == "ä𝄞")
    #expect(SourceText("").position(of: 0) == Position(line: 1, column: 1))
  }

  @Test func columnsInBytesAndUnits() {
    let text = SourceText("a\r\né𝄞x\ry\n")
    #expect(text.lineStarts == [0, 3, 11, 13])
    #expect((1...4).map(text.lineRange) == [0..<1, 3..<10, 11..<12, 13..<13])
    let extent = text.extent(of: 5..<12)
    #expect(extent.start == Extent.Place(line: 2, column: 3, utf16Column: 2))
    #expect(extent.end == Extent.Place(line: 3, column: 2, utf16Column: 2))
    #expect(text.extent(of: 9..<10).start == Extent.Place(line: 2, column: 7, utf16Column: 4))
  }
}

struct LogTests {
  @Test func logsAreSortedByPathAndPlace() {
    func diagnostic(_ path: String?, _ start: Int, _ text: String) -> Diagnostic {
      Diagnostic(.linkBroken, at: path.map { SourceSpan($0, start..<start) }, text)
    }
    let log = Log([
      diagnostic("b", 1, "4"), diagnostic("a", 9, "3"), diagnostic("a", 2, "1"),
      diagnostic("a", 2, "2"), diagnostic(nil, 0, "0"),
    ])
    #expect(log.sorted().diagnostics.map(\.message) == ["0", "1", "2", "3", "4"])
    #expect(log.hasErrors)
    #expect(!Log([Diagnostic(.compileWarning, .warning, at: nil, "")]).hasErrors)
  }

  @Test func identifiersAreDottedAndUnique() {
    let names = Identifier.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.split(separator: ".").count == 2 })
  }
}
