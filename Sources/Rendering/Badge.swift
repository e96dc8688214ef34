// Badge: how many claims hold, as a small picture for a README.

package enum Badge {
  /// - Parameter text: in words: “41 of 41 claims hold”.
  package static func svg(_ text: String, tally: ClaimTally, language: String) -> String {
    // Whatever face a reader has: the words are given their room, and told to fill it.
    let length = text.unicodeScalars.reduce(0) { $0 + width($1) }
    let whole = length + 34
    let holds = tally.held == tally.total
    let colour = holds ? "#0b6b49" : "#b3261e"
    let sign = holds ? "M8 10.6l3 3.2 5.4-7.4" : "M9 6l6 8M15 6l-6 8"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(whole)" height="20" viewBox="0 0 \(whole) 20" role="img" \
      aria-label="\(escaped(text))" xml:lang="\(escaped(language))">
      <title>\(escaped(text))</title>
      <rect width="\(whole)" height="20" rx="3" fill="\(colour)"/>
      <path d="\(sign)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
      <text x="24" y="14" fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" \
      textLength="\(length)" lengthAdjust="spacingAndGlyphs">\(escaped(text))</text>
      </svg>

      """
  }

  /// How wide a letter is in those faces at that size, about.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if "fijlrtI.,:;’'| ".unicodeScalars.contains(scalar) { return 4 }
    if "mwMW".unicodeScalars.contains(scalar) { return 10 }
    return 7
  }
}
