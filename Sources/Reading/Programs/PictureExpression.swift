// PictureExpression: the last statement of a fence that draws or makes a table, which must be an expression.

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

  /// What a fence ends with, in words.
  package struct Words: Sendable {
    fileprivate var fence: String
    fileprivate var thing: String
    fileprivate var one: String
    fileprivate var advice: String

    package static let picture = Words(
      fence: "a figure's", thing: "the picture", one: "one",
      advice: "write the picture on a last line of its own")
    package static let rows = Words(
      fence: "a table's", thing: "its rows", one: "them",
      advice: "write the rows on a last line of their own")
  }

  /// An assignment is left to the compiler, which says that it is no `Figure`.
  package static func find(
    in swift: SwiftReading, _ words: Words = .picture
  ) -> PictureExpression {
    let ends = "\(words.fence) fence ends with \(words.thing)"
    let all = swift.topLevel(in: 0..<swift.text.count)
    guard let last = all.last.map({ swift.statements[$0] }) else {
      return .missing(nil, "there is no Swift here: \(ends)")
    }
    let word = last.form.word
    switch last.form {
    case .expression(let expression): return .found(expression.range)
    case .assignment, .macro: return .found(last.range)
    case .binding:
      return .missing(
        last.range, "\(ends), and ‘\(word)’ only gives a name to \(words.one); \(words.advice)")
    case .return, .throw:
      return .missing(last.range, "\(ends), and not with ‘\(word)’; \(words.advice)")
    case .declaration, .control, .ifConfig:
      return .missing(last.range, "\(ends), and ‘\(word)’ has no value; \(words.advice)")
    }
  }
}
