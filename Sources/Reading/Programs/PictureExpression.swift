// PictureExpression: the last statement of a fence that draws, which must be an expression.

import SwiftText

/// Where a fence's picture is computed, or why it is nowhere.
package enum PictureExpression {
  /// Bytes of the example's code.
  case found(Range<Int>)
  /// What is wrong, and with which bytes of the code; nil when there is nothing at all.
  case missing(Range<Int>?, String)

  package var range: Range<Int>? {
    if case .found(let range) = self { range } else { nil }
  }

  /// An assignment is left to the compiler, which says that it is no `Figure`.
  package static func find(in swift: SwiftReading) -> PictureExpression {
    let all = swift.topLevel(in: 0..<swift.text.count)
    guard let last = all.last.map({ swift.statements[$0] }) else {
      return .missing(nil, "there is no Swift here: a figure's fence ends with the picture")
    }
    let word = last.form.word
    switch last.form {
    case .expression(let expression): return .found(expression.range)
    case .assignment, .macro: return .found(last.range)
    case .binding:
      return .missing(
        last.range,
        "a figure's fence ends with the picture, and ‘\(word)’ only gives a name to one; write the "
          + "picture on a last line of its own")
    case .return, .throw:
      return .missing(
        last.range,
        "a figure's fence ends with the picture, and not with ‘\(word)’; write the picture on a last "
          + "line of its own")
    case .declaration, .control, .ifConfig:
      return .missing(
        last.range,
        "a figure's fence ends with the picture, and ‘\(word)’ has no value; write the picture on a "
          + "last line of its own")
    }
  }
}
