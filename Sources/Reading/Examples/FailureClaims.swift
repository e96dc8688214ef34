// FailureClaims: claims that code fails: what a statement throws, `// → throws E.bad(3)`, where a fence fails that is to, and
// what the compiler says of a line, `// error: text`.

import Claims
import Diagnostics
import Markup
import SwiftText

/// What a comment claims of a failure.
enum FailureText: Equatable {
  case throwing(error: String)
  case trapping(text: String)

  /// - Parameter text: what stands behind the arrow.
  /// - Returns: nil where no failure is claimed.
  init?(_ text: String) {
    for word in ["throws", "traps"] where text == word || text.hasPrefix(word + " ") {
      let rest = text.dropFirst(word.count).drop { " \t".contains($0) }
      if word == "throws" {
        self = .throwing(error: String(rest))
        return
      }
      var cursor = TextCursor(String(rest))
      self = .trapping(text: SwiftString.read(&cursor) ?? String(rest))
      return
    }
    return nil
  }

  var failure: ExpectedFailure {
    switch self {
    case .throwing(let error): .throwing(error.isEmpty ? nil : error)
    case .trapping(let text): .trapping(text.isEmpty ? nil : text)
    }
  }
}

/// What a comment says of the compiler: `error: text`, or `error:9: text` with the column.
struct CompilerWords: Equatable {
  var column: Int?
  /// The compiler's words, or a part of them.
  var words: String
  /// Where they begin in the comment's text, in bytes.
  var start: Int

  init?(_ text: String) {
    var cursor = TextCursor(text)
    guard cursor.take("error:") else { return nil }
    var attempt = cursor
    let digits = attempt.take { $0.isDigit }
    if !digits.isEmpty, attempt.take(":") {
      column = Int(digits)
      cursor = attempt
    }
    cursor.skipSpace()
    start = text.utf8.distance(from: text.startIndex, to: cursor.index)
    words = String(text.utf8.dropFirst(start)) ?? ""
    while let last = words.last, last.isWhitespace { words.removeLast() }
  }
}

extension PlacedClaim {
  /// What a fence claims by its words behind `swift`.
  static func ofWords(_ fence: Fence, part: Int, in document: Document) -> PlacedClaim? {
    guard let failure = fence.failure, let range = fence.failureWords else { return nil }
    let claim = Claim(
      kind: .failure, range: range, comment: range, wrote: document.source[range], expression: "")
    return PlacedClaim(claim: claim, subject: .failure(part: part, failure, lines: nil))
  }
}

extension PlacedClaim.ThrownError {
  /// `E.bad(3)`, `.bad(3)`, `Failure(code: 3)` or a type alone; nil for any error.
  static func read(_ text: String) throws(UnreadableClaim) -> Self? {
    if text.isEmpty { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPath = parts.allSatisfy { part in
      part.unicodeScalars.first?.isWordStart == true && part.unicodeScalars.allSatisfy(\.isWordPart)
    }
    // A type's name begins with a capital, that of a case does not.
    if isPath, parts.last?.first?.isUppercase == true { return .type(text) }
    return .value(try Expectation.read(text))
  }
}
