// A public declaration as it stands in a source file, and which terms its documentation states.

/// One public symbol, found in the text of its file.
///
/// The text is read line by line as `swift format` lays it out: a declaration's modifiers and keyword are on
/// one line, a case of an enumeration is two spaces further in than the enumeration, and a blank line
/// parts a comment from what it does not belong to.
struct PublicDeclaration {
  static let terms = ["shape", "units", "edge cases", "source"]

  let file: String
  /// From 1.
  let line: Int
  let name: String
  /// Which of the terms no item of its comment states, in their order.
  let missing: [String]

  var complaint: String {
    "\(file):\(line): \(name) has \(missing.map { "no \($0)" }.joined(separator: ", "))"
  }

  /// All of them, in order.
  static func read(_ text: String, file: String) -> [PublicDeclaration] {
    var found: [PublicDeclaration] = []
    var comment: [Substring] = []
    var openParentheses = 0
    // How far in the public enumerations are that the line is in.
    var enumerations: [Int] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      if content.hasPrefix("///") {
        comment.append(content.dropFirst(3).drop { $0 == " " })
        continue
      }
      // Attributes may stand between a comment and its declaration, and go over several lines.
      if openParentheses > 0 {
        openParentheses += parentheses(content)
        continue
      }
      if content.hasPrefix("//") { continue }
      let rest = withoutAttributes(content)
      if rest.isEmpty && content.hasPrefix("@") {
        openParentheses = parentheses(content)
        continue
      }
      if content.hasPrefix("}"), indent == enumerations.last { enumerations.removeLast() }
      let isCase = enumerations.last == indent - 2 && isCaseOfEnumeration(rest)
      if let symbol = symbol(rest, isPublic: isCase) {
        found.append(
          PublicDeclaration(
            file: file, line: index + 1, name: symbol.name, missing: missing(in: comment)))
        if symbol.keyword == "enum" { enumerations.append(indent) }
      }
      comment = []
    }
    return found
  }

  private static let keywords: Set = [
    "actor", "associatedtype", "case", "class", "enum", "extension", "func", "init", "let", "macro",
    "operator", "protocol", "struct", "subscript", "typealias", "var",
  ]

  private static func isCaseOfEnumeration(_ content: Substring) -> Bool {
    content.hasPrefix("case ") || content.hasPrefix("indirect case ")
  }

  /// The keyword and the name of what a line declares, if it is public.
  private static func symbol(
    _ content: Substring, isPublic: Bool
  ) -> (keyword: Substring, name: String)? {
    let words = content.split { " ({:<?=".contains($0) }
    guard let position = words.firstIndex(where: { keywords.contains(String($0)) }) else {
      return nil
    }
    guard isPublic || words[..<position].contains(where: { $0 == "public" || $0 == "open" })
    else { return nil }
    let keyword = words[position]
    let named = keyword == "init" || keyword == "subscript" ? position : position + 1
    let name = named < words.count ? words[named] : keyword
    return (keyword, String(name.drop { $0 == "`" }.prefix { $0 != "`" && $0 != "," }))
  }

  /// Which terms no item of a comment's lists states. An item states what its words before the colon name,
  /// alone or joined, if any text follows the colon: "- Shape and units: none."
  private static func missing(in comment: [Substring]) -> [String] {
    var stated: Set<String> = []
    for line in comment where line.hasPrefix("- ") {
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[1].contains(where: { $0 != " " }) else { continue }
      stated.formUnion(
        parts[0].lowercased().replacing(" and ", with: ", ").split(separator: ", ").map(String.init)
      )
    }
    return terms.filter { !stated.contains($0) }
  }

  /// A line without the attributes at its beginning; empty if there is nothing else or they go on.
  private static func withoutAttributes(_ content: Substring) -> Substring {
    var rest = content
    while rest.hasPrefix("@") {
      rest = rest.drop { $0 != " " && $0 != "(" }
      if rest.hasPrefix("(") {
        var depth = 0
        rest = rest.drop {
          if $0 == "(" { depth += 1 }
          if $0 == ")" { depth -= 1 }
          return depth > 0
        }.dropFirst()
      }
      rest = rest.drop { $0 == " " }
    }
    return rest
  }

  /// How many parentheses a line opens and does not close.
  private static func parentheses(_ content: Substring) -> Int {
    content.reduce(0) { $1 == "(" ? $0 + 1 : $1 == ")" ? $0 - 1 : $0 }
  }
}
