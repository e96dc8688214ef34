// ExampleView: an example seen from the essay's lines: which byte of the code a report is about.

import Diagnostics
import Markup

struct ExampleView: Sendable {
  let finder: StatementFinder
  private let code: SourceText
  /// The essay's line that the code begins on.
  private let firstLine: Int
  private let tokenStarts: Set<Int>

  init(_ example: Example, in document: Document) {
    finder = StatementFinder(example.code.text)
    code = SourceText(example.code.text)
    let start = example.code.lineStarts.first ?? example.range.lowerBound
    firstLine = document.source.position(of: start).line
    tokenStarts = Set(finder.tokens.map(\.range.lowerBound))
  }

  /// The byte of the code at a line of the essay and a column of the program.
  func offset(of position: Position) -> Int {
    code.offset(line: position.line - firstLine + 1, column: position.column)
  }

  /// Whether a token begins there. A value reported from inside a string's interpolation stands
  /// inside a token.
  func beginsToken(at offset: Int) -> Bool { tokenStarts.contains(offset) }
}
