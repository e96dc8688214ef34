// What kinds of characters there are around a number.

extension ShownText.Glyph {
  var isSpace: Bool { scalar.isWhite }

  /// A character without width, a mark on the one before, or one that has no meaning.
  var isUnseen: Bool {
    if (" "..."~").contains(scalar) { return false }
    let category = scalar.properties.generalCategory
    return scalar.properties.isDefaultIgnorableCodePoint || isMark
      || [.format, .control, .unassigned, .privateUse].contains(category) && !isSpace
  }

  var isMark: Bool {
    if scalar.isASCII { return false }
    return [.nonspacingMark, .enclosingMark, .spacingMark].contains(
      scalar.properties.generalCategory)
  }

  /// A digit of any script, a fraction, an exponent, an index.
  var isNumeric: Bool {
    if scalar.isASCII { return scalar.isDigit }
    return scalar.properties.numericType != nil || scalar == ShownText.index
      || "⁺⁻⁼⁽⁾ⁿⁱ".unicodeScalars.contains(scalar)
  }

  var isPlainLetter: Bool { isLetter && face == .plain }

  var isSign: Bool {
    if scalar.isASCII { return scalar == "-" || scalar == "+" }
    return scalar.properties.generalCategory == .dashPunctuation
      || "−+±∓˗➖➕＋﹢\u{AD}".unicodeScalars.contains(scalar)
  }

  var isRelation: Bool {
    if scalar.isASCII { return "<=>~".unicodeScalars.contains(scalar) }
    guard scalar.properties.generalCategory == .mathSymbol else { return false }
    return !"⁺⁻⁼₊₋₌+−±∓×÷·⋅∗∘∙/⁄∕√∛∜∞|∣‖∥^¬∑∏∫∮∂∇".unicodeScalars.contains(scalar)
  }

  /// Marks that open and close alike, and stand for themselves.
  var isQuote: Bool { "“‘„”’\"'`«»‹›".unicodeScalars.contains(scalar) }

  var isOpening: Bool { "([{⟨“‘„«‹\"'`".unicodeScalars.contains(scalar) }
  var isClosing: Bool { ")]}⟩”’»›\"'`".unicodeScalars.contains(scalar) }
  var isCurrency: Bool {
    scalar.isASCII ? scalar == "$" : scalar.properties.generalCategory == .currencySymbol
  }

  /// What ends a clause or stands for a unit.
  var isPunctuation: Bool {
    isCurrency || ".,;:!?…)]}⟩”’»›\"'`°′″℃℉|".unicodeScalars.contains(scalar)
  }

  /// How it is named in a message.
  var name: String {
    switch scalar {
    case ShownText.opaque, ShownText.overlay: "something that is no plain text"
    case ShownText.index: "an index"
    case ShownText.footnote: "a footnote"
    case "\u{2061}": "the name of a function"
    case _ where isUnseen:
      "a character that nobody sees (U+\(String(scalar.value, radix: 16, uppercase: true)))"
    default: "‘\(scalar)’"
    }
  }
}
