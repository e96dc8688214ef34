// ElementScanner: whether a text is one well-formed element. A tag left open in a picture would
// swallow the rest of its page.

struct ElementScanner {
  struct Malformed: Error { var reason: String }

  private let bytes: [UInt8]
  private var index = 0

  /// The attributes of the outermost element, as they are written.
  static func attributes(
    of text: String, named name: String
  ) throws(Malformed) -> [String: String] {
    var scanner = ElementScanner(bytes: Array(text.utf8))
    return try scanner.element(name)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func element(_ name: String) throws(Malformed) -> [String: String] {
    guard starts("<\(name)") else { throw Malformed(reason: "it does not begin with <\(name)") }
    var open: [String] = []
    var attributes: [String: String]?
    repeat {
      if index >= bytes.count {
        throw Malformed(reason: "its <\(open.last ?? name)> is not closed")
      } else if bytes[index] != UInt8(ascii: "<") {
        try character()
      } else if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        try skip(past: "]]>")
      } else if starts("</") {
        index += 2
        let closed = word()
        guard open.last == closed else {
          throw Malformed(reason: "</\(closed)> stands where </\(open.last ?? name)> is expected")
        }
        open.removeLast()
        skipSpace()
        try expect(">", "after </\(closed)")
      } else {
        index += 1
        let (tag, names, isEmpty) = try openingTag()
        if attributes == nil {
          guard tag == name else { throw Malformed(reason: "it is a <\(tag)>") }
          attributes = names
        }
        if !isEmpty { open.append(tag) }
      }
    } while !open.isEmpty
    guard index == bytes.count else {
      throw Malformed(reason: "something stands behind its </\(name)>")
    }
    return attributes ?? [:]
  }

  private mutating func openingTag() throws(Malformed) -> (String, [String: String], isEmpty: Bool)
  {
    let tag = word()
    guard !tag.isEmpty else { throw Malformed(reason: "a < begins no tag: write &lt;") }
    var names: [String: String] = [:]
    while true {
      skipSpace()
      if starts("/>") {
        index += 2
        return (tag, names, true)
      }
      if starts(">") {
        index += 1
        return (tag, names, false)
      }
      let name = word()
      guard !name.isEmpty else { throw Malformed(reason: "its <\(tag) is not closed") }
      try expect("=", "after the attribute \(name)")
      guard index < bytes.count, case let quote = bytes[index],
        quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else { throw Malformed(reason: "the attribute \(name) has no quotation marks") }
      index += 1
      let start = index
      while index < bytes.count, bytes[index] != quote {
        guard bytes[index] != UInt8(ascii: "<") else {
          throw Malformed(reason: "a < stands in the attribute \(name): write &lt;")
        }
        try character()
      }
      let value = String(decoding: bytes[start..<index], as: UTF8.self)
      guard index < bytes.count else {
        throw Malformed(
          reason: "a \(UnicodeScalar(quote)) is missing at the end of the attribute \(name)")
      }
      index += 1
      guard names.updateValue(value, forKey: name) == nil else {
        throw Malformed(reason: "a <\(tag)> has the attribute \(name) twice")
      }
    }
  }

  /// One byte of text, or one entity that XML and HTML both know.
  private mutating func character() throws(Malformed) {
    guard bytes[index] == UInt8(ascii: "&") else {
      index += 1
      return
    }
    let start = index + 1
    let end = bytes[start...].prefix(10).firstIndex(of: UInt8(ascii: ";")) ?? start
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let isNumber = name.hasPrefix("#") && name.count > 1
    guard isNumber || ["amp", "lt", "gt", "quot", "apos"].contains(name) else {
      throw Malformed(reason: "an & begins no entity that SVG knows: write &amp;")
    }
    index = end + 1
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, Self.isInWord(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...0xff:
      true
    default: false
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0a, 0x09, 0x0d].contains(bytes[index]) { index += 1 }
  }

  private mutating func skip(past mark: String) throws(Malformed) {
    while index < bytes.count, !starts(mark) { index += 1 }
    guard index < bytes.count else { throw Malformed(reason: "a \(mark) is missing") }
    index += mark.utf8.count
  }

  private mutating func expect(_ text: String, _ place: String) throws(Malformed) {
    guard starts(text) else { throw Malformed(reason: "a \(text) is missing \(place)") }
    index += text.utf8.count
  }

  private func starts(_ text: String) -> Bool {
    var place = index
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }
}
