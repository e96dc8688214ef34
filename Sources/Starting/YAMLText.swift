// YAMLText: a word or a line as YAML reads it back.

enum YAMLText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A name without quotation marks where YAML takes it for a text without them.
  static func name(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0))
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    let begins = text.unicodeScalars.first?.properties.isAlphabetic ?? false
    return isPlain && begins && !words.contains(text.lowercased()) ? text : quoted(text)
  }
}
