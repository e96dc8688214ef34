// PlainFlags: which flags of the author's say all there is to know. Others name files: folders of headers, libraries, lists
// of flags. What stands in those, and in what they include, may change what a program computes, and no flag tells.

enum PlainFlags {
  private static let words: Set<String> = [
    "-O", "-Onone", "-Ounchecked", "-Osize", "-g", "-gnone", "-enable-testing",
    "-enable-bare-slash-regex", "-warnings-as-errors", "-suppress-warnings",
    "-strict-memory-safety", "-enforce-exclusivity=checked", "-enforce-exclusivity=unchecked",
  ]
  private static let beginnings = ["-D", "-strict-concurrency=", "-warn-concurrency"]
  /// Flags whose value is a name.
  private static let named: Set<String> = [
    "-D", "-swift-version", "-enable-upcoming-feature", "-enable-experimental-feature",
    "-disable-upcoming-feature", "-disable-experimental-feature", "-default-isolation",
  ]

  /// Whether no flag leads to a file. One that is not known here might.
  static func are(_ flags: [String]) -> Bool {
    var rest = flags[...]
    while let flag = rest.popFirst() {
      if named.contains(flag) {
        guard let name = rest.popFirst(), isName(name) else { return false }
      } else if let beginning = beginnings.first(where: flag.hasPrefix) {
        guard isName(flag.dropFirst(beginning.count)) else { return false }
      } else if !words.contains(flag) {
        return false
      }
    }
    return true
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }
}
