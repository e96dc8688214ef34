// CompactScript: a script as it is sent: without the comments and the layout that are for those who change it.

/// The same script without lines that are comments alone, empty lines and indentation. One in which a text goes on over
/// lines stays as it is: there a line may be what it looks like no more.
package func compactScript(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
  let hasLongText = lines.contains { line in
    line.utf8.count { $0 == UInt8(ascii: "`") } % 2 == 1 || line.hasSuffix("\\")
      || line.contains("/*") && !line.contains("*/")
  }
  guard !hasLongText else { return text }
  return lines.map { $0.drop { $0 == " " || $0 == "\t" } }
    .filter { !$0.isEmpty && !$0.hasPrefix("//") }.map { $0 + "\n" }.joined()
}
