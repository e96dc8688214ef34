// Outputs in comments: what is said to be printed in another way than by `Prints "text"`.

import Diagnostics

extension NearMiss {
  /// A comment that says what is printed and is no claim; sure where a value or a quotation is said.
  static func output(_ head: CommentHead, _ place: Place) -> NearMiss? {
    let body = Array(head.text(head.end..<head.whole.upperBound).unicodeScalars)
    // Nobody says it later than in a few words.
    guard let verb = verb(in: body.prefix(60)) else { return nil }
    let word = String(String.UnicodeScalarView(body[verb])).lowercased()
    let isFirst = verb.lowerBound == 0
    let isPlain = word == "print" || word == "output"
    let behind = body[verb.upperBound...]
    var rest = withoutSeparators(behind)
    let signs = behind[..<rest.startIndex]
    if rest.starts(with: "out ".unicodeScalars) { rest = withoutSeparators(rest.dropFirst(4)) }
    let said = String(String.UnicodeScalarView(rest))
    let opens = rest.first.map { quotes.unicodeScalars.contains($0) } ?? false
    // `print(x)` is code.
    guard !signs.isEmpty || opens else { return nil }
    func miss(isSure: Bool) -> NearMiss {
      NearMiss(
        range: head.whole,
        message: isSure
          ? "an output is claimed by // Prints \"text\", and nothing behind it"
          : "this may look like an output that is checked: write // Prints \"text\", or put it in "
            + "other words",
        isSure: isSure)
    }
    let closes = rest.last.map { closingQuotes.unicodeScalars.contains($0) } ?? false
    if isValue(said) { return isFirst || !isPlain ? miss(isSure: true) : nil }
    guard isFirst else { return nil }
    if isPlain || word == "printed" {
      // `- output: The stream` documents a parameter.
      let isLabel = place == .apart && body.first?.properties.isLowercase == true
      let isSaid = opens || closes || signs.contains(":") && !isLabel
      return isSaid ? miss(isSure: false) : nil
    }
    if said.isEmpty, !signs.contains(":") { return nil }
    return miss(isSure: opens || closes)
  }

  /// `Prints "text"`, as the language's own book writes it, with its full stop.
  static func isPrintsClaim(_ head: CommentHead) -> Bool {
    let body = head.text(head.start..<head.whole.upperBound)
    guard ["Prints", "prints"].contains(where: { body.utf8.starts(with: $0.utf8) }) else {
      return false
    }
    let said = body.utf8.dropFirst(6).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let text = said.last == UInt8(ascii: ".") ? said.dropLast() : said[...]
    return said.count < body.utf8.count - 6 && text.count > 1
      && text.first == UInt8(ascii: "\"") && text.last == UInt8(ascii: "\"")
  }

  private static let verbs = ["prints", "printed", "print", "outputs", "output"]
  private static let quotes = "\"“”„‘'`«"
  private static let closingQuotes = "\"“”’'`»"

  /// The first word that says that something is printed, not counting the names of functions.
  private static func verb(in scalars: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let word = scalars[index...].prefix { $0.isWordPart && !$0.isInvisible }
      let isName = index > scalars.startIndex && ".`".unicodeScalars.contains(scalars[index - 1])
      let text = String(String.UnicodeScalarView(word)).lowercased()
      if !isName, verbs.contains(text) { return word.startIndex..<word.endIndex }
      index = max(word.endIndex, index + 1)
    }
    return nil
  }

  private static func withoutSeparators(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    var rest = scalars
    while let first = rest.first {
      if let arrow = CommentHead.arrow(at: rest.startIndex, in: rest) {
        rest = rest.dropFirst(arrow)
      } else if first == ":" || first == "—" || first == "–" || first.isRelation
        || first.properties.isWhitespace || first.isInvisible
      {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return rest
  }
}
