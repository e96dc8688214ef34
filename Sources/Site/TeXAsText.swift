// TeXAsText: a number as it stands in a formula, in signs that need no TeX: `66.5\%` is 66.5%.

import Diagnostics

enum TeXAsText {
  /// What is no number's TeX stays as it is.
  static func text(_ tex: String) -> String {
    guard tex.contains(where: { "\\{}^~".contains($0) }) else { return tex }
    var cursor = TextCursor(tex)
    var result = ""
    while let next = cursor.next {
      cursor.advance()
      switch next {
      case "\\": result += command(&cursor)
      case "^": result += Superscript.write(group(&cursor))
      case "{", "}": break
      case "~": result += "\u{A0}"
      default: result.unicodeScalars.append(next)
      }
    }
    return result
  }

  private static func command(_ cursor: inout TextCursor) -> String {
    let name = cursor.take { $0.properties.isAlphabetic }
    guard name.isEmpty else {
      cursor.skipSpace()
      return signs[name] ?? ""
    }
    guard let sign = cursor.next else { return "" }
    cursor.advance()
    switch sign {
    case ",", ";", ":", " ": return "\u{202F}"
    case "!": return ""
    default: return String(sign)
    }
  }

  /// What stands in braces, or else one sign.
  private static func group(_ cursor: inout TextCursor) -> String {
    guard cursor.next == "{" else {
      guard let sign = cursor.next else { return "" }
      cursor.advance()
      return String(sign)
    }
    cursor.advance()
    let inside = cursor.take { $0 != "}" }
    cursor.advance()
    return text(inside)
  }

  private static let signs: [String: String] = [
    "times": "×", "cdot": "·", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "lt": "<", "gt": ">",
    "ne": "≠", "neq": "≠", "pm": "±", "mp": "∓", "ldots": "…", "dots": "…", "cdots": "…",
    "infty": "∞",
    "quad": " ", "approx": "≈",
  ]
}
