// TextCursor: reads a text from left to right by Unicode scalars. Small grammars are read with it
// instead of with regular expressions.

package struct TextCursor {
  package let text: String.UnicodeScalarView
  package var index: String.Index

  package init(_ text: String, at index: String.Index? = nil) {
    self.text = text.unicodeScalars
    self.index = index ?? text.startIndex
  }

  package var isAtEnd: Bool { index == text.endIndex }

  package var next: Unicode.Scalar? { isAtEnd ? nil : text[index] }

  /// What stands before the cursor; nil at the start.
  package var previous: Unicode.Scalar? {
    index == text.startIndex ? nil : text[text.index(before: index)]
  }

  /// What stands `distance` scalars on; nil past the end.
  package func peek(_ distance: Int) -> Unicode.Scalar? {
    guard let place = text.index(index, offsetBy: distance, limitedBy: text.endIndex) else {
      return nil
    }
    return place == text.endIndex ? nil : text[place]
  }

  /// Stores in any case: Swift 6.3.1 with optimisation takes a store under a condition for none, and read `.39` as
  /// the decimals of 7.39.
  package mutating func advance() {
    index = text.index(index, offsetBy: 1, limitedBy: text.endIndex) ?? text.endIndex
  }

  /// Steps over `expected` if it stands here.
  package mutating func take(_ expected: String) -> Bool {
    var place = index
    for scalar in expected.unicodeScalars {
      guard place != text.endIndex, text[place] == scalar else { return false }
      place = text.index(after: place)
    }
    index = place
    return true
  }

  /// Steps over the first of `options` that stands here and says which.
  package mutating func takeAny(_ options: [String]) -> String? {
    for option in options where take(option) { return option }
    return nil
  }

  package mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while let scalar = next, condition(scalar) { advance() }
    return slice(from: start)
  }

  package mutating func skipSpace() {
    _ = take { $0.properties.isWhitespace }
  }

  package func slice(from start: String.Index) -> String { String(text[start..<index]) }
}

extension Unicode.Scalar {
  package var isDigit: Bool { ("0"..."9").contains(self) }
  package var isWordStart: Bool {
    isASCII ? isASCIILetter || self == "_" : properties.isXIDStart
  }
  package var isWordPart: Bool {
    isASCII ? isASCIILetter || isDigit || self == "_" : properties.isXIDContinue
  }
  package var isWhite: Bool {
    isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace
  }

  /// Unicode's tables are long to ask, and most characters are these.
  private var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
