// TokenCollector: what is seen in single tokens: comments, editor placeholders, and brackets, quotes
// and comments that nothing closes.

import SwiftSyntax

struct TokenCollector {
  private(set) var comments: [JSON] = []
  private(set) var placeholders: [JSON] = []
  private(set) var unclosed: [JSON] = []

  mutating func enter(_ node: Syntax) {
    guard let token = node.as(TokenSyntax.self) else { return }
    guard token.presence == .present else {
      if let kind = Self.bracketKind(closedBy: token.tokenKind), let opener = opener(of: token) {
        unclosed.append(.object(["kind": .string(kind), "range": .range(opener.bytes)]))
      }
      return
    }
    read(token.leadingTrivia, at: token.position.utf8Offset)
    read(token.trailingTrivia, at: token.endPositionBeforeTrailingTrivia.utf8Offset)
    if token.isEditorPlaceholder { placeholders.append(.range(token.bytes)) }
  }

  private mutating func read(_ trivia: Trivia, at start: Int) {
    var offset = start
    for piece in trivia {
      let range = offset..<offset + piece.sourceLength.utf8Length
      offset = range.upperBound
      switch piece {
      case .lineComment: add("line", range)
      case .docLineComment: add("docLine", range)
      case .blockComment(let text): addBlock("block", range, text)
      case .docBlockComment(let text): addBlock("docBlock", range, text)
      default: break
      }
    }
  }

  private mutating func add(_ kind: String, _ range: Range<Int>) {
    comments.append(.object(["kind": .string(kind), "range": .range(range)]))
  }

  private mutating func addBlock(_ kind: String, _ range: Range<Int>, _ text: String) {
    add(kind, range)
    if !Self.isClosed(text) {
      let opener = range.lowerBound..<range.lowerBound + 2
      unclosed.append(.object(["kind": .string("comment"), "range": .range(opener)]))
    }
  }

  /// Block comments nest; the parser says that one is unclosed only to its own diagnostics.
  private static func isClosed(_ comment: String) -> Bool {
    var depth = 0
    var previous: UInt8 = 0
    for byte in comment.utf8 {
      switch (previous, byte) {
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): depth += 1
      case (UInt8(ascii: "*"), UInt8(ascii: "/")): depth -= 1
      default:
        previous = byte
        continue
      }
      // `/*/` opens and does not close.
      previous = 0
    }
    return depth <= 0
  }

  private static func bracketKind(closedBy token: TokenKind) -> String? {
    switch token {
    case .rightBrace: "brace"
    case .rightParen: "parenthesis"
    case .rightSquare: "square"
    case .stringQuote, .multilineStringQuote, .singleQuote: "string"
    case .regexSlash: "regex"
    default: nil
    }
  }

  /// The present token that the missing one would close; it stands before it under the same node.
  private func opener(of missing: TokenSyntax) -> TokenSyntax? {
    let kinds: [TokenKind] =
      switch missing.tokenKind {
      case .rightBrace: [.leftBrace]
      case .rightParen: [.leftParen]
      case .rightSquare: [.leftSquare]
      default: [missing.tokenKind]
      }
    guard let siblings = missing.parent?.children(viewMode: .all) else { return nil }
    return siblings.lazy.compactMap { $0.as(TokenSyntax.self) }
      .first { $0.presence == .present && kinds.contains($0.tokenKind) }
  }
}
