// ExpectedFailure: what a fence says of how it fails, in its words: `throws E.bad(3)`, `traps "Index out of range"`, `rejects`.

import Diagnostics

/// How the code of a fence fails.
package enum ExpectedFailure: Hashable, Sendable {
  /// It throws this error; nil for any.
  case throwing(String?)
  /// It stops the program, with these words among those of the trap.
  case trapping(String?)
  /// The compiler does not take it.
  case rejected

  /// The word behind `swift`.
  package var word: String {
    switch self {
    case .throwing: "throws"
    case .trapping: "traps"
    case .rejected: "rejects"
    }
  }

  /// Reads what stands behind the word: an error up to a space outside of its brackets, or a text in quotation marks.
  static func read(_ word: String, _ cursor: inout TextCursor) -> ExpectedFailure? {
    var attempt = cursor
    attempt.skipSpace()
    switch word {
    case "throws":
      let error = Self.error(&attempt)
      guard let first = error.first(where: { $0 != "." }), first.isUppercase || error.hasPrefix(".")
      else {
        return .throwing(nil)
      }
      cursor = attempt
      return .throwing(error)
    case "traps":
      guard attempt.next == "\"", let text = SwiftString.read(&attempt) else {
        return .trapping(nil)
      }
      cursor = attempt
      return .trapping(text)
    case "rejects": return .rejected
    default: return nil
    }
  }

  private static func error(_ cursor: inout TextCursor) -> String {
    let start = cursor.index
    var depth = 0
    while let next = cursor.next {
      if depth == 0, next.properties.isWhitespace { break }
      if next == "\"", SwiftString.read(&cursor) != nil { continue }
      if "([".unicodeScalars.contains(next) { depth += 1 }
      if ")]".unicodeScalars.contains(next) { depth -= 1 }
      cursor.advance()
    }
    return cursor.slice(from: start)
  }
}

extension Fence {
  /// How the code fails, where it is to.
  package var failure: ExpectedFailure? {
    if case .failing(let failure, _) = use { failure } else { nil }
  }
}
