// Which comments of a derivation are lines of it, which say conditions, and which only look like either.

import Claims
import Diagnostics
import SwiftText

extension DerivationReader {
  mutating func heads() -> [Head] {
    var heads: [Head] = []
    for comment in code.swift.comments {
      let text = slice(comment.range)
      let marks = text.prefix { $0 == "/" || $0 == "*" || $0 == "!" }
      let body = text.dropFirst(marks.count).drop { $0.isWhitespace }
      if body.hasPrefix("$$") {
        if isHead(comment, marks) { heads.append(Head(comment: comment)) }
      } else if body.hasPrefix("$") || body.hasPrefix("\\[") || body.hasPrefix("\\(") {
        fail(comment.range, "a line of a derivation begins with two dollar signs: // $$ = …")
      } else if NearMiss.isOutcome(String(body)) {
        fail(
          .claimUnattached, comment.range,
          "a derivation holds no such claims: its lines, ‘// $$ = …’, are what it claims")
      } else if let last = heads.last,
        code.line(of: comment.range.lowerBound)
          == code.line(of: (last.conditions.last ?? last.comment).range.lowerBound) + 1,
        code.swift.isAlone(comment)
      {
        heads[heads.count - 1].conditions.append(comment)
      } else if let first = body.unicodeScalars.first, "=<>≤≥≈≠≡∝\\".unicodeScalars.contains(first)
      {
        fail(comment.range, "a line of a derivation begins with two dollar signs: // $$ = …")
      } else {
        tellValue(comment, String(body))
      }
    }
    return heads
  }

  /// A comment that says what a value is, in an input or under a line, is judged by nobody.
  private mutating func tellValue(_ comment: SwiftReading.Comment, _ body: String) {
    let lines = Set(
      code.swift.comments.filter(code.swift.isAlone).map { code.line(of: $0.range.lowerBound) })
    guard let index = code.swift.comments.firstIndex(where: { $0.range == comment.range }),
      let miss = NearMiss.finding(
        in: body, at: code.place(of: index, in: code.swift.comments, lines))
    else { return }
    let place = code.essayRange(comment.range)
    log.add(
      Diagnostic(
        .claimUnattached, miss.isSure ? .error : .warning, at: SourceSpan(document.path, place),
        "this looks like a claim and would not be checked: a derivation claims its lines, ‘// $$ = …’; put the value "
          + "into an example, or say it in other words"))
  }

  private mutating func isHead(_ comment: SwiftReading.Comment, _ marks: Substring) -> Bool {
    guard comment.isLine, marks == "//" else {
      fail(comment.range, "a line of a derivation is a comment with two slashes: // $$ = …")
      return false
    }
    guard code.swift.isAlone(comment) else {
      fail(comment.range, "a line of a derivation stands on a line of its own, over its Swift")
      return false
    }
    let offset = comment.range.lowerBound
    if code.swift.statements.contains(where: {
      $0.range.lowerBound < offset && offset < $0.range.upperBound
    }) {
      fail(comment.range, "a line of a derivation cannot stand inside brackets or braces")
      return false
    }
    return true
  }
}
