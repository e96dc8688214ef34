// TemplateEscaping: text in templates, escaped byte by byte. Mustache's own escape goes by
// characters, and a `<` or `"` with a combining accent after it is another character to it.

import Mustache

struct TemplateEscaping: MustacheContentType {
  /// Put before every template, so that it is escaped by this.
  static let pragma: String = {
    MustacheContentTypes.register(TemplateEscaping(), named: name)
    return "{{% CONTENT_TYPE:\(name)}}"
  }()

  private static let name = "GALLEY_HTML"

  func escapeText(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
