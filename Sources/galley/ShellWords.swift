// ShellWords: a command as somebody would type it, and times in columns, for `--verbose`.

enum ShellWords {
  static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || "0123456789_-./=:,+@%".unicodeScalars.contains($0))
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(
        separator: #"'\''"#) + "'"
  }

  /// With three decimals, so that points stand below one another.
  static func seconds(_ time: Duration) -> String {
    let milliseconds = Int((time / .milliseconds(1)).rounded())
    let decimals = String(milliseconds % 1000 + 1000).dropFirst()
    let text = "\(milliseconds / 1000).\(decimals)"
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
}
