// JSONText: texts as JSON has them, which may stand in a script of a page or in one of its own.

/// A text between quotation marks. What would end a script, or a line of one, is written by its number.
func json(_ text: String) -> String {
  var bytes: [UInt8] = [UInt8(ascii: "\"")]
  bytes.reserveCapacity(text.utf8.count + 2)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case 0..<0x20, UInt8(ascii: "<"):
      let digits = String(byte, radix: 16)
      bytes.append(
        contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
  return String(decoding: bytes, as: UTF8.self)
    .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
}
