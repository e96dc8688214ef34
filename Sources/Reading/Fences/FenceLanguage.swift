// FenceLanguage: whether the words behind ``` name Swift, nearly name it, or name something else.

package enum FenceLanguage: Hashable, Sendable {
  /// `swift` and its words.
  case swift
  /// `Swift`, `swift5`, `language-swift`, `{.swift}` or `js swift`: an example to readers, and none to
  /// Galley.
  case nearlySwift
  /// Text or Markdown that shows what somebody may write, claims too.
  case plain
  case other

  package init(_ info: String) {
    let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else {
      self = .other
      return
    }
    // By bytes, for a character that nobody sees is none to a comparison of texts either.
    if first.utf8.elementsEqual("swift".utf8) {
      self = .swift
    } else if ["text", "txt", "plain", "plaintext", "markdown", "md"].contains(first) {
      self = .plain
    } else if Self.pieces(first).contains(where: { $0.hasPrefix("swift") }) {
      self = .nearlySwift
    } else if words.dropFirst().contains(where: { Self.pieces($0) == ["swift"] }) {
      self = .nearlySwift
    } else {
      self = .other
    }
  }

  /// Whether a comment's first word is `swift`, however it is written.
  package static func isSwift(firstWordOf comment: String) -> Bool {
    let word = comment.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    return pieces(word) == ["swift"]
  }

  /// The runs of letters of a word, in small letters, without what nobody sees.
  private static func pieces(_ word: String) -> [String] {
    let seen = word.lowercased().unicodeScalars.filter { !$0.isInvisible }
    return String(String.UnicodeScalarView(seen)).split { !$0.isLetter }.map(String.init)
  }
}
