// WildClaim: what a comment in documentation may say of the code above it. Nobody wrote it for Galley, so it may mean
// several things: each is a reading, and who judges takes the one that holds.

import Claims

package struct WildClaim: Sendable {
  package var readings: [Reading]
  /// Whether it looks like a result, so that it is missed where nobody could read it.
  package var looksLikeResult = true
  /// The bytes of each line of a text over several.
  package var lines: [Range<Int>] = []

  package enum Reading: Sendable {
    /// The value that a watch tells.
    case value(WildText, watch: Int)
    /// Lines that a watched statement writes.
    case output(WildText, watch: Int, isSaid: Bool)
    /// The compiler takes the code, and it runs.
    case accepted
    /// The compiler rejects the statement, or it stops the program: the place among the draft's failures.
    case failing(Int)

    /// The same, where the comment may say something else.
    var doubted: Reading {
      switch self {
      case .value(var text, let watch):
        text.isAll = false
        return .value(text, watch: watch)
      case .output(var text, let watch, let isSaid):
        text.isAll = false
        return .output(text, watch: watch, isSaid: isSaid)
      case .accepted, .failing: return self
      }
    }
  }
}

/// The text of a result, without the words around it.
package struct WildText: Sendable, Hashable {
  /// One for each line of the comment.
  package var lines: [String]
  /// Whether the parts may come in another order.
  package var isInAnyOrder = false
  /// Whether the comment says nothing else. Of a value with words behind it nobody knows whether they are about it.
  package var isAll = true

  package init(lines: [String], isInAnyOrder: Bool = false, isAll: Bool = true) {
    self.lines = lines
    self.isInAnyOrder = isInAnyOrder
    self.isAll = isAll
  }

  package var text: String { lines.joined(separator: "\n") }
}

/// A comment that looks like a result and could not be read, or that nobody can decide.
package struct UnreadComment: Hashable, Sendable {
  /// The bytes of the file.
  package var range: Range<Int>
  package var text: String
  package var reason: String

  package init(range: Range<Int>, text: String, reason: String) {
    self.range = range
    self.text = text
    self.reason = reason
  }
}

/// A statement that is said to fail: it is left out of its program, and tried in one of its own.
package struct ListedFailure: Hashable, Sendable {
  package var part: Int
  /// Bytes of the part's code.
  package var statement: Range<Int>
  package var isExpression: Bool
}

extension WildText {
  /// Whether a text says a value and nothing else, or may.
  static func looksLikeValue(_ text: String) -> Bool {
    let text = WildWords.unticked(text)
    guard let first = text.unicodeScalars.first else { return false }
    if NearMiss.isValue(text) { return true }
    let last = text.unicodeScalars.last ?? first
    if "[(".unicodeScalars.contains(first), "])".unicodeScalars.contains(last) { return true }
    return first == "\""
  }
}
