// ProseClaims: the number that a comment in prose is about, and the Swift behind it.

import Diagnostics
import Markup

enum ProseClaims {
  /// The claim of one comment; nil with a diagnostic when there is nothing to compare.
  static func read(
    _ comment: ProseComment, number index: Int, in document: Document
  ) -> Diagnosed<PlacedClaim?> {
    func fail(_ id: Identifier, _ message: String) -> Diagnosed<PlacedClaim?> {
      Diagnosed(
        nil, Log([Diagnostic(id, at: SourceSpan(document.path, comment.comment), message)]))
    }
    guard !expression(of: comment).text.isEmpty else {
      return fail(.claimUnreadable, "this comment claims a value, but there is no Swift after ‘=’")
    }
    guard let (literal, range) = lastNumber(before: comment, in: document.source) else {
      return fail(.claimUnattached, "there is no number before this comment for it to check")
    }
    if let doubt = NumberSurroundings.doubt(
      about: literal, at: range, before: comment, in: document.source)
    {
      return fail(.claimUnreadable, "the number before this comment is not clear: \(doubt)")
    }
    let claim = Claim(
      kind: .prose, range: range, comment: comment.comment, wrote: document.source[range],
      expression: expression(of: comment).text)
    return Diagnosed(PlacedClaim(claim: claim, subject: .prose(.number(literal), index)))
  }

  /// The Swift of a comment and the byte of the comment's text that it begins at.
  static func expression(of comment: ProseComment) -> (text: String, start: Int) {
    let bytes = Array(comment.text.text.utf8)
    let space = " \t\n\r".utf8
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
      let end = comment.text.text.range(ofLast: "-->")
    else { return ("", 0) }
    let text = comment.text.text
    let close = text.utf8.distance(from: text.startIndex, to: end)
    let inside = (equals + 1)..<max(equals + 1, close)
    guard let start = bytes[inside].firstIndex(where: { !space.contains($0) }),
      let end = bytes[inside].lastIndex(where: { !space.contains($0) })
    else { return ("", 0) }
    return (String(decoding: bytes[start...end], as: UTF8.self), start)
  }

  /// The last number in the leaves before a comment, and its bytes in the essay.
  static func lastNumber(
    before comment: ProseComment, in source: SourceText
  ) -> (NumberLiteral, Range<Int>)? {
    // Leaves that touch are one text: an escape or an entity splits what a reader sees as one.
    var runs: [ProseComment.Leaf] = []
    for leaf in comment.leaves {
      if let last = runs.last, last.range.upperBound == leaf.range.lowerBound,
        last.isMath == leaf.isMath
      {
        runs[runs.count - 1].range = last.range.lowerBound..<leaf.range.upperBound
      } else {
        runs.append(leaf)
      }
    }
    for run in runs.reversed() {
      if let (literal, range) = lastNumber(in: source[run.range], isMath: run.isMath) {
        let start = run.range.lowerBound
        return (literal, start + range.lowerBound..<start + range.upperBound)
      }
    }
    return nil
  }

  private static func lastNumber(
    in text: String, isMath: Bool
  ) -> (NumberLiteral, Range<Int>)? {
    var cursor = TextCursor(text)
    var found: (NumberLiteral, Range<String.Index>)?
    // `\approx-0.5`: the sign after a command is the number's own.
    var hasCommandBefore = false
    while let scalar = cursor.next {
      if scalar.properties.isIdeographic {
        // Scripts without spaces: a digit after such a letter begins a number.
        cursor.advance()
      } else if isMath, scalar == "^" || scalar == "_" {
        skipScript(&cursor)
      } else if isMath, scalar == "\\", let next = cursor.peek(1), next.isWordStart {
        cursor.advance()
        _ = cursor.take { $0.isWordStart && $0 != "_" }
        hasCommandBefore = true
        continue
      } else if scalar.isWordStart {
        // The 2 in H2O is no number, and neither is one in a name. In a formula `_` begins an index.
        _ = cursor.take { $0.isWordPart && !(isMath && $0 == "_") }
      } else if beginsNumber(cursor, isAfterCommand: hasCommandBefore) {
        let start = cursor.index
        if let literal = NumberLiteral.read(&cursor, in: .prose) {
          found = (literal, start..<cursor.index)
        } else {
          cursor.advance()
        }
      } else {
        cursor.advance()
      }
      hasCommandBefore = false
    }
    guard let (literal, range) = found else { return nil }
    let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let upper = text.utf8.distance(from: text.startIndex, to: range.upperBound)
    return (literal, lower..<upper)
  }

  /// A digit, or a sign that is no hyphen or minus between two operands.
  private static func beginsNumber(_ cursor: TextCursor, isAfterCommand: Bool) -> Bool {
    guard let scalar = cursor.next else { return false }
    if scalar.isDigit { return true }
    guard ["-", "−", "+"].contains(scalar), let next = cursor.peek(1), next.isDigit else {
      return false
    }
    guard !isAfterCommand, let before = cursor.previous else { return true }
    return !(before.isWordPart || [")", "]", "}", "%", "\u{2013}"].contains(before))
  }

  /// Steps over `^2`, `_{ij}` and the like: exponents and indices are no values of their own.
  static func skipScript(_ cursor: inout TextCursor) {
    cursor.advance()
    guard cursor.next == "{" else {
      cursor.advance()
      return
    }
    var depth = 0
    repeat {
      if cursor.next == "{" { depth += 1 }
      if cursor.next == "}" { depth -= 1 }
      cursor.advance()
    } while depth > 0 && !cursor.isAtEnd
  }
}
