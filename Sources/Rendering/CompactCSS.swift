// CompactCSS: a style sheet as it is sent: without its comments and its layout, which are for those who change it.

/// The same rules in fewer bytes. What stands between quotation marks stays as it is.
package func compactCSS(_ text: String) -> String {
  var result: [UInt8] = []
  let bytes = Array(text.utf8)
  result.reserveCapacity(bytes.count)
  var quote: UInt8?
  var index = 0
  func isTight(_ byte: UInt8) -> Bool { "{};,".utf8.contains(byte) }
  while index < bytes.count {
    let byte = bytes[index]
    if let open = quote {
      result.append(byte)
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        result.append(bytes[index])
      } else if byte == open {
        quote = nil
      }
    } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "*")
    {
      index += 2
      while index + 1 < bytes.count,
        bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
      {
        index += 1
      }
      index += 1
      // Words on both sides of a comment stay two.
      if let last = result.last, !isSpace(last), !isTight(last) { result.append(0x20) }
    } else if isSpace(byte) {
      if let last = result.last, !isSpace(last), !isTight(last) { result.append(0x20) }
    } else {
      if isTight(byte), result.last == 0x20 { result.removeLast() }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      result.append(byte)
    }
    index += 1
  }
  return String(decoding: result, as: UTF8.self)
}
