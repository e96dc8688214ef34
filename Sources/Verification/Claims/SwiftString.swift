// SwiftString: string literals as Swift writes them, and back.

enum SwiftString {
  /// Reads the literal that begins at the cursor; nil when it has no end or an unknown escape.
  static func read(_ cursor: inout TextCursor) -> String? {
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
  static func unescaped(_ body: String) -> String? {
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
        guard cursor.take("}"), let code = UInt32(digits, radix: 16),
          let named = Unicode.Scalar(code)
        else { return nil }
        result.unicodeScalars.append(named)
      default: return nil
      }
    }
    return result
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
