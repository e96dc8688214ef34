// UnmarkedClaim: a comment that leans on a number and says nothing but Swift. Somebody forgot the sign that makes a claim
// of it, and nobody would check the number.

import Diagnostics
import Markup

enum UnmarkedClaim {
  /// A warning for a comment without `=` that looks as if it should have one; nil for remarks, which stand apart from the
  /// number or have words side by side.
  ///
  /// - Parameters:
  ///   - inside: what stands between the comment's marks.
  ///   - range: the comment's bytes.
  static func warning(
    on inside: String, _ range: Range<Int>, in document: Document
  ) -> Diagnostic? {
    // What has the sign and something before it has a message of its own.
    guard range.lowerBound > 0, !inside.contains("="),
      leansOnNumber(range.lowerBound, in: document),
      looksLikeSwift(inside)
    else { return nil }
    let text = inside.drop { $0.isWhitespace || $0 == ":" }
    return Diagnostic(
      .claimUnreadable, .warning, at: SourceSpan(document.path, range),
      "without ‘=’ this comment claims nothing, and nobody checks the number before it: write "
        + "<!-- = \(text.trimmedEnd) -->, or leave a space before a remark")
  }

  /// A digit, or what closes a number: `7`, `66.5%`, `$7$`.
  private static func leansOnNumber(_ offset: Int, in document: Document) -> Bool {
    let line = document.source.lineRange(document.source.position(of: offset).line)
    let before = document.source[line.lowerBound..<offset].unicodeScalars
      .reversed().drop { "%$ \u{A0}".unicodeScalars.contains($0) && $0 != " " }
    return before.first.map { ("0"..."9").contains($0) } ?? false
  }

  /// Names and numbers with signs between them: never two words side by side, as in a remark.
  private static func looksLikeSwift(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isJoined = zip(words, words.dropFirst()).allSatisfy { left, right in
      !(left.last!.isWordEnd && right.first!.isWordEnd) || left == "try" || left.hasSuffix(":")
    }
    let first = words.first { $0 != ":" }
    return isJoined && words.contains { $0.contains(where: \.isLetter) }
      && !["given", "given:"].contains(first) && first?.hasPrefix("#") == false
      && first?.first.map { $0.isLetter || $0.isNumber || "([-.!\"".contains($0) } ?? false
  }
}

extension Character {
  fileprivate var isWordEnd: Bool {
    isLetter || isNumber || self == "." || self == ";"
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)]
  }
}
