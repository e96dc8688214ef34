// Texts put together at random from pieces of Markdown, the same ones in every run.

/// SplitMix64. - Source: Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

enum RandomTexts {
  static let pieces = [
    "*", "**", "_", "__", "~~", "`", "``", "[", "]", "](u)", "](<v w> \"t\")", "![", "(", ")",
    "<!-- = p -->", "<!-- swift\nx\n\n-->\n", "<b>", "</b>", "<a\n href='x'>", "<div>\n", "$", "$$",
    "$a_b$", "$$\nx\n$$\n", "\\", "\\*", "\\$", "&amp;", "&copy;", "&x;", "http://x.y/z_w",
    "www.a.bc", "foo@bar.co", "<http://a.b?c&amp;d>", "[^1]", "[^1]: ", "[a]: /u 't'\n", "[a]", "!",
    "a", "b c", "0.665", "é", "漢", "|", "| a | b |\n|---|:-:|\n", "\\|", ":", ":-", "w",
    "\n", "\n", "\n", "\n\n", "| c | d |\n", "| $x$ | \\| 0.5<!-- = p --> |\n", "|---|\n",
    "    [^1]: ", "[b]:\n", "/v\n", "$$ y $$\n", "\n> $$", "-\t", "1.\t", ">\t", "\0", "\r", "\r\n",
    "  \n", " ", "  ", "    ", "\t", "> ", "> ", ">", "- ",
    "* ", "+ ", "1. ", "12) ", "- [x] ", "# ", "## ", " #", "===\n", "---\n", "***\n", "```\n",
    "```swift\n", "~~~math\n", "`````", "\n    ", "\n> ", "\n> ", "\n  ", "\n- ", "\n   ",
  ]

  static func text(_ length: Int, _ random: inout SplitMix) -> String {
    (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
