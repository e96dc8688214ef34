// TeXErrorReader: KaTeX's exception as a message and a byte. KaTeX counts UTF-16 and writes the
// place into the sentence; a diagnostic wants UTF-8 and says the place itself.

extension TeXError {
  /// - Parameters:
  ///   - reported: the exception's message.
  ///   - position: its 0-based UTF-16 position, if it has one.
  ///   - tex: the formula that was given to KaTeX.
  init(reported: String, position: Int?, in tex: String) {
    var words = Substring(reported)
    if words.hasPrefix(Self.preface) { words = words.dropFirst(Self.preface.count) }
    guard let position else {
      self.init(String(words), offset: 0)
      return
    }
    // Everything after this is an excerpt of what KaTeX was reading.
    var excerpt: Substring?
    for phrase in [" at position \(position + 1): ", " at end of input: "] {
      // By bytes: the excerpt may begin with a combining character.
      if let place = words.utf8.ranges(of: phrase.utf8).last {
        excerpt = words[place.upperBound...]
        words = words[..<place.lowerBound]
        break
      }
    }
    let units = Array(tex.utf16)
    let isHere = excerpt.map { Self.excerpt($0, standsAt: position, in: units) } ?? true
    self.init(String(words), offset: isHere ? Self.utf8Offset(of: position, in: tex) : 0)
  }

  private static let preface = "KaTeX parse error: "

  /// Whether the excerpt is from this text. KaTeX reads the body of a macro as a text of its own
  /// and reports positions in it; then the excerpt is from there, and the position is no use.
  private static func excerpt(_ excerpt: Substring, standsAt position: Int, in tex: [UInt16])
    -> Bool
  {
    guard position <= tex.count else { return false }
    // At most 15 units of context, after an ellipsis where there is more; half a surrogate pair
    // at its edge came through as a replacement character.
    let before = tex[max(0, position - 15)..<position]
    var expected = position > 15 ? Array("…".utf16) : []
    expected += before
    let given = Array(excerpt.utf16.prefix(expected.count))
    guard given.count == expected.count else { return false }
    let replacement: UInt16 = 0xFFFD
    guard zip(given, expected).allSatisfy({ $0 == $1 || $0 == replacement }) else { return false }
    // What follows is underlined by combining characters, so only its first unit is compared.
    guard position < tex.count else { return excerpt.utf16.count == expected.count }
    let next = excerpt.utf16.dropFirst(expected.count).first
    return next == tex[position] || next == replacement
  }

  /// The UTF-8 offset of a UTF-16 one; inside a surrogate pair, that of the character it belongs to.
  static func utf8Offset(of position: Int, in text: String) -> Int {
    var utf16 = 0
    var utf8 = 0
    for scalar in text.unicodeScalars {
      let width = UTF16.width(scalar)
      if utf16 + width > position { break }
      utf16 += width
      utf8 += UTF8.width(scalar)
    }
    return utf8
  }
}
