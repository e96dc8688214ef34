// HTMLAddress: the addresses in raw HTML, and the names that links may lead to. Read as browsers read tags:
// what stands in comments, scripts and style sheets is none.

/// An address in a tag of raw HTML.
package struct HTMLAddress: Hashable, Sendable {
  /// The bytes of the address in the text, without quotation marks and spaces around it.
  package var range: Range<Int>
  /// With its entities resolved.
  package var destination: String
  /// Whether it is followed by whoever presses it, and not loaded.
  package var isLink: Bool
  package var place = Place.attribute

  /// In what language the address is written, and so which signs in it must be written otherwise.
  package enum Place: Hashable, Sendable {
    case attribute
    /// In `url(…)` in an attribute, and in the element `<style>`, where entities are none.
    case style, styleSheet
  }

  /// All addresses of a text, in their order.
  package static func all(in html: String) -> [HTMLAddress] {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "(") }) else {
      return []
    }
    let bytes = Array(html.utf8)
    return HTMLTag.all(in: bytes).flatMap { tag in
      tag.attributes.flatMap { addresses(in: $0, of: tag, bytes) }
        + (tag.name == "style" ? addresses(inStyleSheetBehind: tag.range.upperBound, bytes) : [])
    }
  }

  private static func addresses(
    in attribute: HTMLTag.Attribute, of tag: HTMLTag, _ bytes: [UInt8]
  ) -> [HTMLAddress] {
    let ranges: [Range<Int>]
    switch attribute.name {
    case "href", "xlink:href", "src", "poster", "action", "formaction", "cite", "background",
      "longdesc":
      ranges = [attribute.value]
    case "data" where tag.name == "object": ranges = [attribute.value]
    case "content" where tag.isRefresh(bytes):
      ranges = refreshTarget(in: attribute.value, of: bytes)
    case "srcset", "imagesrcset": ranges = candidates(in: attribute.value, of: bytes)
    case "style", "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start",
      "marker-mid", "marker-end":
      return addresses(inStyle: attribute.value, .style, bytes)
    default: return []
    }
    return ranges.map { range in
      let range = trimmed(range, in: bytes)
      return HTMLAddress(
        range: range, destination: HTMLTag.decoded(bytes[range]),
        isLink: attribute.name == "href" && ["a", "area"].contains(tag.name))
    }
  }

  /// The addresses of `a.png, b.png 2x`: each ends with a space, or with a comma at its own end.
  private static func candidates(in value: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = value.lowerBound
    while true {
      while index < value.upperBound, isMarkdownSpace(bytes[index]) || bytes[index] == comma {
        index += 1
      }
      guard index < value.upperBound else { return found }
      let space = bytes[index..<value.upperBound].firstIndex(where: isMarkdownSpace)
      var end = space ?? value.upperBound
      let next = bytes[end - 1] == comma ? end : nil
      while end > index, bytes[end - 1] == comma { end -= 1 }
      found.append(index..<end)
      index = next ?? bytes[end..<value.upperBound].firstIndex(of: comma) ?? value.upperBound
    }
  }

  private static let comma = UInt8(ascii: ",")

  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[range].firstIndex { !isMarkdownSpace($0) } ?? range.upperBound
    let end = bytes[range].lastIndex { !isMarkdownSpace($0) }.map { $0 + 1 } ?? start
    return start..<max(start, end)
  }
}

/// A tag that begins an element.
package struct HTMLTag: Hashable, Sendable {
  /// In small letters.
  package var name: String
  package var attributes: [Attribute] = []
  /// From `<` to the byte behind `>`.
  package var range: Range<Int>

  package struct Attribute: Hashable, Sendable {
    package var name: String
    /// Without quotation marks; empty for an attribute without a value.
    package var value: Range<Int>
  }

  /// The names in a text that a fragment of an address may lead to.
  package static func anchors(in html: String) -> [String] {
    guard html.utf8.contains(UInt8(ascii: "=")) else { return [] }
    let bytes = Array(html.utf8)
    return all(in: bytes).flatMap { tag in
      tag.attributes.filter { $0.name == "id" || ($0.name == "name" && tag.name == "a") }
        .map { decoded(bytes[$0.value]) }
    }
  }

  package static func all(in html: String) -> [HTMLTag] { all(in: Array(html.utf8)) }

  fileprivate static func all(in bytes: [UInt8]) -> [HTMLTag] {
    var reader = HTMLTagReader(bytes: bytes)
    return reader.tags()
  }

  /// A value with what its entities stand for.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
        let text = CMarkTree.decoding(entity: Array(bytes[index...end]))
      {
        result += text
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

private struct HTMLTagReader {
  let bytes: [UInt8]
  var index = 0

  /// Elements in which nothing else is a tag.
  private static let raw: Set<String> = ["script", "style", "textarea", "title", "xmp"]

  mutating func tags() -> [HTMLTag] {
    var tags: [HTMLTag] = []
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if starts("!--") {
        skip(past: "-->")
      } else if starts("!") || starts("?") {
        skip(past: ">")
      } else if index < bytes.count, Self.isLetter(bytes[index]) {
        let tag = tag(from: start)
        tags.append(tag)
        if Self.raw.contains(tag.name) { skipRaw(tag.name) }
      }
    }
    return tags
  }

  private mutating func tag(from start: Int) -> HTMLTag {
    var tag = HTMLTag(name: word(until: "/>"), range: start..<start)
    while true {
      while index < bytes.count, isMarkdownSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/")
      {
        index += 1
      }
      if index >= bytes.count || bytes[index] == UInt8(ascii: ">") { break }
      let first = index
      let name = word(until: "/>=")
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        tag.attributes.append(HTMLTag.Attribute(name: name, value: first..<first))
        continue
      }
      index += 1
      tag.attributes.append(HTMLTag.Attribute(name: name, value: value()))
    }
    index = min(index + 1, bytes.count)
    tag.range = start..<index
    return tag
  }

  private mutating func value() -> Range<Int> {
    skipSpace()
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < bytes.count, !isMarkdownSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      return start..<index
    }
    let start = index + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    index = min(end + 1, bytes.count)
    return start..<end
  }

  /// A name in small letters; its first byte may be any.
  private mutating func word(until ends: String) -> String {
    let start = index
    while index < bytes.count, !isMarkdownSpace(bytes[index]),
      index == start || !ends.utf8.contains(bytes[index])
    {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() {
    while index < bytes.count, isMarkdownSpace(bytes[index]) { index += 1 }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func skip(past end: String) {
    index = bytes[index...].firstRange(of: Array(end.utf8))?.upperBound ?? bytes.count
  }

  private mutating func skipRaw(_ name: String) {
    let end = Array("</\(name)".utf8)
    while index < bytes.count {
      let part = bytes[index...].prefix(end.count)
      if part.elementsEqual(end, by: { ($0 | 0x20) == ($1 | 0x20) }) { return }
      index += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
