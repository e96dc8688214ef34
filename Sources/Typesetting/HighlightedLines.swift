// HighlightedLines: highlighted HTML cut into lines. A comment or a string may run over many lines
// in one span; a page that marks single lines needs each of them whole in itself.

/// HTML of text and nested `<span>`s, as lines.
struct HighlightedLines {
  /// Balanced fragments, as many as there are lines.
  private(set) var lines: [String] = []
  /// The same lines without markup and with characters in place of entities.
  private(set) var text = ""

  /// Nil where the HTML holds anything but spans, text and character references of escaped text.
  init?(html: String) {
    var line = ""
    var open: [Substring] = []
    var rest = html.utf8[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "<"):
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let tag = Substring(rest[...end])
        rest = rest[rest.index(after: end)...]
        if tag == "</span>" {
          guard open.popLast() != nil else { return nil }
        } else if tag.hasPrefix("<span ") || tag == "<span>" {
          open.append(tag)
        } else {
          return nil
        }
        line += tag
      case UInt8(ascii: "\n"):
        lines.append(line + String(repeating: "</span>", count: open.count))
        line = open.joined()
        text += "\n"
        rest = rest.dropFirst()
      case UInt8(ascii: "&"):
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let entity = Substring(rest[...end])
        guard let character = Self.entities[entity] else { return nil }
        line += entity
        text.append(character)
        rest = rest[rest.index(after: end)...]
      default:
        let end = rest.firstIndex { Self.isSpecial($0) } ?? rest.endIndex
        let plain = Substring(rest[..<end])
        line += plain
        text += plain
        rest = rest[end...]
      }
    }
    guard open.isEmpty else { return nil }
    lines.append(line)
  }

  /// Plain text, escaped. An empty text is one empty line.
  static func plain(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { escaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// The lines of a listing: highlighted where that kept every byte of the text, else plain.
  static func lines(of text: String, highlighted html: String?) -> [String] {
    guard let html, let cut = HighlightedLines(html: html), cut.text.utf8.elementsEqual(text.utf8)
    else { return plain(text) }
    return cut.lines
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\n")
  }

  private static let entities: [Substring: String] = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#x27;": "'", "&#39;": "'",
  ]

  /// By bytes: as a `Character` a `<` with an accent after it is no `<` any more.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
