// The names that authors give claims in examples.

import SwiftText

extension ExampleClaims {
  /// The name at the end of a comment.
  func name(atEndOf comment: Range<Int>) -> ClaimName? {
    ClaimName(atEndOf: code.swift.source(comment.lowerBound..<code.trimmedEnd(of: comment)))
  }

  /// A claim's text without the name at its end.
  static func without(_ name: ClaimName?, _ text: String) -> String {
    guard let name else { return text }
    let end = text.utf8.reversed().drop { " \t\r\n".utf8.contains($0) }.count
    return String(decoding: text.utf8.prefix(end - name.length), as: UTF8.self)
  }
}
