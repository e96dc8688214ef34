// TemplateLink: an address that a template itself gives in an attribute `href` or `src`. What a page's values give is
// right by how they are made.

import Diagnostics

package struct TemplateLink: Hashable, Sendable {
  /// The template's path, and the bytes of the address in it.
  package var span: SourceSpan
  /// Without `{{root}}` before it.
  package var destination: String
  /// Whether `{{root}}` stands before it; otherwise it is meant from wherever the page is.
  package var isFromRoot: Bool
  /// Whether the home page shows it, and whether essays do.
  package var isOnHome: Bool
  package var isOnEssays: Bool

  /// The links of one template.
  ///
  /// - Parameter roots: the root templates that it is a part of.
  static func all(
    in text: String, _ tags: [TemplateTag], of file: String, _ roots: Set<String>
  ) -> [TemplateLink] {
    let bytes = Array(text.utf8)
    return values(in: bytes).compactMap { range in
      let inside = tags.filter { $0.range.overlaps(range) }
      // Comments of Mustache show nothing.
      guard !inside.contains(where: { $0.sign == "!" }) else { return nil }
      let isFromRoot = inside.first.map { $0.range.lowerBound == range.lowerBound && $0.isRoot }
      let computed = inside.dropFirst(isFromRoot == true ? 1 : 0)
      guard computed.isEmpty else { return nil }
      let start = isFromRoot == true ? inside[0].range.upperBound : range.lowerBound
      return TemplateLink(
        span: SourceSpan(file, range),
        destination: String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
          .replacing("&amp;", with: "&"),
        isFromRoot: isFromRoot == true, isOnHome: roots.contains("home"),
        isOnEssays: roots.contains("page"))
    }
  }

  /// The bytes of all values of `href` and `src`, but for those in comments.
  private static func values(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "<!--".utf8) {
        let end = rest.firstRange(of: Array("-->".utf8))?.upperBound
        index = end ?? bytes.count
      } else if let start = value(at: index, in: bytes) {
        let quote = bytes[start]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let first = start + (isQuoted ? 1 : 0)
        let end =
          bytes[first...].firstIndex {
            isQuoted ? $0 == quote : isSpace($0) || $0 == UInt8(ascii: ">")
          } ?? bytes.count
        found.append(first..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// Where the value begins of an attribute whose name stands here, behind white space.
  private static func value(at index: Int, in bytes: [UInt8]) -> Int? {
    guard index > 0, isSpace(bytes[index - 1]) else { return nil }
    for name in ["href", "src"] {
      let end = index + name.utf8.count
      guard end < bytes.count, bytes[index..<end].map({ $0 | 0x20 }).elementsEqual(name.utf8) else {
        continue
      }
      let sign = bytes[end...].firstIndex { !isSpace($0) }
      guard let sign, bytes[sign] == UInt8(ascii: "=") else { continue }
      let value = bytes[(sign + 1)...].firstIndex { !isSpace($0) }
      if let value { return value }
    }
    return nil
  }
}

extension TemplateTag {
  /// Whether it is the way to the site's root.
  fileprivate var isRoot: Bool { name == "root" && [nil, "{", "&"].contains(sign) }
}
