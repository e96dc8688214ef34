// CommentPlace: which code a comment speaks of.

import SwiftText

extension ExampleCode {
  /// The line of code that a comment stands behind or directly under; empty where there is none.
  ///
  /// - Parameter commentLines: the lines with a comment and nothing else.
  func line(above comment: SwiftReading.Comment, _ commentLines: Set<Int>) -> Range<Int> {
    var line = line(of: comment.range.lowerBound)
    if swift.isAlone(comment) {
      // Comments may stand between, other claims about the same value for instance.
      repeat { line -= 1 } while commentLines.contains(line)
    }
    return line > 0 ? range(ofLine: line) : 0..<0
  }

  /// Where a comment stands for a reader who takes it for a claim.
  func place(
    of index: Int, in comments: [SwiftReading.Comment], _ commentLines: Set<Int>
  ) -> NearMiss.Place {
    let comment = comments[index]
    let isAlone = swift.isAlone(comment)
    let above = line(above: comment, commentLines)
    guard let found = swift.statement(endingOnLine: above, before: comment.range.lowerBound),
      swift.statements[found].form.canBeClaimed
    else { return isAlone ? .apart : .besideCode }
    // The last line of a remark may hold nothing but a value.
    let isRemark = isAlone && index > 0 && continues(comments[index - 1], in: comment)
    return isRemark ? .nearCode : isAlone ? .underStatement : .behindStatement
  }

  /// Whether a comment goes on, as words do, on the line below.
  private func continues(
    _ comment: SwiftReading.Comment, in next: SwiftReading.Comment
  ) -> Bool {
    guard swift.isAlone(comment), let body = body(of: comment),
      line(of: comment.range.lowerBound) + 1 == line(of: next.range.lowerBound)
    else { return false }
    return !NearMiss.isOutcome(swift.source(body))
  }
}

extension SwiftReading.Form {
  /// Whether it can have a value to claim.
  fileprivate var canBeClaimed: Bool {
    switch self {
    case .expression, .binding, .assignment, .return, .macro: true
    case .throw, .declaration, .control, .ifConfig: false
    }
  }
}
