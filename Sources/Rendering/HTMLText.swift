// HTMLText: writing HTML by hand, each kind of text escaped as it must be.

/// Escapes the four signs that mean something in text or in a quoted attribute.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The same, of words none of which is broken behind the hyphen of an exponent: 1e-14 is one number.
func escapedUnbroken(_ text: String) -> String {
  guard text.contains("e-") else { return escaped(text) }
  return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
    let isNumber = word.contains("e-") && word.contains(where: \.isNumber)
    return isNumber
      ? "<span class=\"joined\">\(escaped(String(word)))</span>" : escaped(String(word))
  }.joined(separator: " ")
}

/// A destination as the value of `href` or `src`: what no URL may hold is percent-encoded. Reserved
/// signs and `%` are left, for they are taken to be meant.
func escapedDestination(_ destination: String) -> String {
  let digits = Array("0123456789ABCDEF")
  var result = ""
  for byte in destination.utf8 {
    switch byte {
    case UInt8(ascii: "&"): result += "&amp;"
    case UInt8(ascii: "'"): result += "&#x27;"
    case 48...57, 65...90, 97...122: result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      if "-_.+!*(),%#@?=;:/$~".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%"
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
  }
  return result
}

/// HTML that grows at its end.
struct HTMLText {
  private(set) var text = ""

  static func += (left: inout HTMLText, right: String) { left.text += right }

  /// Begins a new line unless one is just begun.
  mutating func freshLine() {
    if let last = text.utf8.last, last != UInt8(ascii: "\n") { text += "\n" }
  }

  /// Writes at the beginning.
  mutating func insert(_ words: String) {
    if !words.isEmpty { text = words + text }
  }

  /// Removes and returns everything after `count` bytes: what was written meanwhile.
  mutating func takeSuffix(after count: Int) -> String {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: count)
    defer { text.removeSubrange(start...) }
    return String(text[start...])
  }
}
