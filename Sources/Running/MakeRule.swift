// MakeRule: reads what compilers write for `make`: which files a product was made of.

package enum MakeRule {
  /// The files behind the colons. A space in a name has a backslash before it, and so has a line that goes on.
  package static func prerequisites(_ text: String) -> [String] {
    text.replacing("\\\n", with: " ").split(separator: "\n").flatMap { line in
      names(in: line.split(separator: ": ", maxSplits: 1).dropFirst().first ?? "")
    }
  }

  private static func names(in list: Substring) -> [String] {
    var names: [String] = []
    var name = ""
    var isEscaped = false
    for character in list {
      if isEscaped || !"\\ \t".contains(character) {
        name.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        if !name.isEmpty { names.append(name) }
        name = ""
      }
    }
    return name.isEmpty ? names : names + [name]
  }
}
