// SwiftString: string literals as Swift writes them, and back.

package enum SwiftString {
  /// Reads the literal that begins at the cursor; nil when it has no end or an unknown escape.
  package static func read(_ cursor: inout TextCursor) -> String? {
    var attempt = cursor
    guard attempt.take("\"") else { return nil }
    let start = attempt.index
    while let scalar = attempt.next, scalar != "\"" {
      attempt.advance()
      if scalar == "\\" { attempt.advance() }
    }
    let body = attempt.slice(from: start)
    guard attempt.take("\""), let text = unescaped(body) else { return nil }
    cursor = attempt
    return text
  }

  /// The text that the inside of a literal stands for.
  package static func unescaped(_ body: String) -> String? {
    var cursor = TextCursor(body)
    var result = ""
    while let scalar = cursor.next {
      cursor.advance()
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let escape = cursor.next else { return nil }
      cursor.advance()
      switch escape {
      case "n": result += "\n"
      case "t": result += "\t"
      case "r": result += "\r"
      case "0": result += "\0"
      case "\\", "\"", "'": result.unicodeScalars.append(escape)
      case "u":
        guard cursor.take("{") else { return nil }
        let digits = cursor.take { $0 != "}" }
        guard cursor.take("}"), (1...8).contains(digits.utf8.count), digits.first != "+",
          let code = UInt32(digits, radix: 16), let named = Unicode.Scalar(code)
        else { return nil }
        result.unicodeScalars.append(named)
      default: return nil
      }
    }
    return result
  }

  /// The literal for a text; scalars that nobody sees are written by their numbers.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where isHidden(scalar, behind: previous):
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result + "\""
  }

  /// Whether a scalar has no picture of its own, or one that a reader takes for another's: controls, format
  /// characters, spaces that are none, and marks that combine with a letter into one that exists.
  private static func isHidden(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar?) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned,
      .spaceSeparator:
      return true
    // Two of them join the parts of a picture or of a word.
    case .format: return !["\u{200C}", "\u{200D}"].contains(scalar) || previous?.isASCII ?? true
    case .nonspacingMark, .enclosingMark, .spacingMark:
      return (0x300...0x36F).contains(scalar.value) || previous?.isASCII ?? true
    default: return false
    }
  }
}
