// PrintEcho: `print("Hello, World!")  // Hello, World!`. A reader takes such a comment for what is printed, and nobody
// compares it. Words may mean anything, so this only warns.

import Diagnostics
import SwiftText

enum PrintEcho {
  /// Whether most words of a comment are those of the text that a statement prints.
  static func isEcho(_ comment: String, of statement: String) -> Bool {
    guard statement.hasPrefix("print("), statement.contains("\"") else { return false }
    let printed = Set(words(statement.split(separator: "\"").dropFirst().joined(separator: " ")))
    let said = words(comment)
    let shared = said.filter(printed.contains)
    return !shared.isEmpty && shared.count * 2 >= said.count
  }

  /// A quotation of many words is a remark on something longer; the first are enough.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(20).map(String.init)
  }
}

extension ExampleClaims {
  mutating func warnIfEcho(_ index: Int, _ body: Range<Int>, _ place: NearMiss.Place) {
    guard place.isOfStatement,
      let statement = code.swift.statement(
        endingOnLine: code.line(above: comments[index], commentLines),
        before: comments[index].range.lowerBound),
      PrintEcho.isEcho(
        code.swift.source(body), of: code.swift.source(code.swift.statements[statement].range))
    else { return }
    fail(
      .claimUnreadable, body,
      "this looks like what is printed, and would not be checked: write // Prints \"text\", or say it in other words",
      .warning)
  }
}
