// TeXReferences: the \label, \eqref, \ref, \href and \tag commands of a formula and where they stand in it.

/// One command that names a label.
package struct TeXReference: Hashable {
  package enum Command: String, Hashable { case label, eqref, ref, href, tag, notag, nonumber }

  package var command: Command
  /// The whole command, in bytes of the TeX.
  package var range: Range<Int>
  /// What stands between the braces, without the `#` of an address; nil where there are none.
  package var name: String?
  /// Whether it is `\tag*`, which is shown without brackets.
  package var isStarred = false
}

extension TeXReference {
  /// Everything in a formula that names a label, and what numbers it by hand. TeX's comments are left out, and so is an \href
  /// that leads to something without a label.
  package static func all(in tex: String) -> [TeXReference] {
    let bytes = Array(tex.utf8)
    var found: [TeXReference] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "%"):
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "\\"):
        let start = index
        index += 1
        let word = bytes[index...].prefix(while: isLetter)
        index = word.isEmpty ? index + 1 : word.endIndex
        guard let command = Command(rawValue: String(decoding: word, as: UTF8.self)) else {
          continue
        }
        if command == .notag || command == .nonumber {
          found.append(TeXReference(command: command, range: start..<index))
          continue
        }
        let isStarred =
          command == .tag && index < bytes.count && bytes[index] == UInt8(ascii: "*")
        if isStarred { index += 1 }
        let name = argument(bytes, &index)
        guard command == .href else {
          found.append(
            TeXReference(
              command: command, range: start..<index, name: name, isStarred: isStarred))
          continue
        }
        if let name, name.hasPrefix("#"), Label.Kind(of: String(name.dropFirst())) != nil {
          let target = String(name.dropFirst())
          found.append(TeXReference(command: .href, range: start..<index, name: target))
        }
      default: index += 1
      }
    }
    return found
  }

  /// Moves past `{…}` and returns what is in it; moves nowhere when no brace follows.
  private static func argument(_ bytes: [UInt8], _ index: inout Int) -> String? {
    let open = bytes[index...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
    guard open < bytes.count, bytes[open] == UInt8(ascii: "{"),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    index = close + 1
    return String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
