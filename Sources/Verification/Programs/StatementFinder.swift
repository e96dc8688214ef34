// StatementFinder: which statement ends at a token. Swift ends statements at line breaks, unless
// a bracket is open or an operator goes on; the same rules are followed here.

struct StatementFinder: Sendable {
  /// Without comments.
  let tokens: [SwiftToken]
  private let text: [UInt8]
  /// For each token the token that opens the innermost bracket around it.
  private let opener: [Int?]
  /// For each closing bracket the token that opened it.
  private let matching: [Int: Int]

  /// A statement, as indices into the tokens.
  struct Statement: Hashable {
    var tokens: ClosedRange<Int>
  }

  init(_ source: String) {
    text = Array(source.utf8)
    tokens = SwiftScanner.tokens(of: source).filter { !$0.isComment }
    var openers: [Int?] = []
    var pairs: [Int: Int] = [:]
    var stack: [Int] = []
    for (index, token) in tokens.enumerated() {
      if case .mark(let byte) = token.kind, "([{".utf8.contains(byte) {
        openers.append(stack.last)
        stack.append(index)
      } else if case .mark(let byte) = token.kind, ")]}".utf8.contains(byte) {
        if let start = stack.popLast() { pairs[index] = start }
        openers.append(stack.last)
      } else {
        openers.append(stack.last)
      }
    }
    opener = openers
    matching = pairs
  }

  /// The statement whose last token is the last one that begins before `offset`; nil when the
  /// statement goes on behind it, or when there is none.
  func statement(endingBefore offset: Int) -> Statement? {
    guard var last = lastToken(before: offset) else { return nil }
    // A semicolon ends the statement before it and is none itself.
    while last > 0, tokens[last].kind == .mark(UInt8(ascii: ";")) { last -= 1 }
    let context = opener[last]
    if let context, !isBrace(context) { return nil }
    // A lone opening brace, or a signature before it, ends nothing.
    if isBrace(last) { return nil }
    if last + 1 < tokens.count, opener[last + 1] == context, !isClosing(last + 1),
      !isBoundary(last, last + 1)
    {
      return nil
    }
    var first = last
    if let start = matching[first] { first = start }
    while first > 0 {
      let before = first - 1
      if before == context || isBoundary(before, first) || isClosureSignatureEnd(before) { break }
      first = matching[before] ?? before
    }
    return Statement(tokens: first...last)
  }

  /// The last token that begins before a byte; tokens stand in order, so half of them is left each time.
  private func lastToken(before offset: Int) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The bytes of a statement.
  func range(of statement: Statement) -> Range<Int> {
    tokens[statement.tokens.lowerBound].range
      .lowerBound..<tokens[statement.tokens.upperBound].range.upperBound
  }

  /// Whether the last line asks for another: it ends with an operator, a comma or a colon.
  var endsOpen: Bool { !tokens.isEmpty && continues(after: tokens.count - 1) }

  /// How many braces are open at a byte.
  func braceDepth(at offset: Int) -> Int {
    guard let index = lastToken(before: offset + 1) else { return 0 }
    var depth = 0
    var current = opener[index]
    while let bracket = current {
      if isBrace(bracket) { depth += 1 }
      current = opener[bracket]
    }
    return depth
  }

  func word(_ index: Int) -> String {
    String(decoding: text[tokens[index].range], as: UTF8.self)
  }

  private func isBrace(_ index: Int) -> Bool { tokens[index].kind == .mark(UInt8(ascii: "{")) }

  private func isClosing(_ index: Int) -> Bool {
    tokens[index].kind == .mark(UInt8(ascii: "}"))
  }

  /// Whether a statement may end between two neighbouring tokens.
  private func isBoundary(_ before: Int, _ next: Int) -> Bool {
    if tokens[before].kind == .mark(UInt8(ascii: ";")) { return true }
    if tokens[next].kind == .mark(UInt8(ascii: ";")) { return true }
    guard tokens[before].endLine < tokens[next].line else { return false }
    return !continues(after: before) && !continues(before: next)
  }

  /// Whether a line that ends with this token goes on in the next.
  private func continues(after index: Int) -> Bool {
    switch tokens[index].kind {
    case .operation:
      // A postfix operator stands against its operand: `value!`, `call()?`.
      guard index > 0 else { return true }
      return tokens[index - 1].range.upperBound < tokens[index].range.lowerBound
    case .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: ":")): return true
    case .word: return ["else", "try", "await", "where", "as", "is"].contains(word(index))
    default: return false
    }
  }

  /// Whether a line that begins with this token belongs to the one before.
  private func continues(before index: Int) -> Bool {
    switch tokens[index].kind {
    case .operation:
      if text[tokens[index].range.lowerBound] == UInt8(ascii: ".") { return true }
      // An infix operator has space on both sides; a prefix operator begins a statement.
      let end = tokens[index].range.upperBound
      return end < text.count && text[end] == UInt8(ascii: " ")
    case .mark(UInt8(ascii: "{")), .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: ":")): return true
    case .word: return ["else", "catch", "where", "as", "is"].contains(word(index))
    default: return false
    }
  }

  /// `in` after a closure's parameters: the closure's first statement begins behind it.
  private func isClosureSignatureEnd(_ index: Int) -> Bool {
    guard word(index) == "in", let brace = opener[index], isBrace(brace) else { return false }
    return !(brace..<index).contains { word($0) == "for" && opener[$0] == brace }
  }
}
