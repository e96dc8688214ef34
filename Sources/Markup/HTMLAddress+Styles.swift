// Addresses in style sheets, `url(…)` and `@import "…"`, and in `<meta http-equiv="refresh">`.

extension HTMLAddress {
  /// The addresses of an element `<style>`, whose text ends with its own closing tag.
  static func addresses(inStyleSheetBehind start: Int, _ bytes: [UInt8]) -> [HTMLAddress] {
    var end = start
    while end < bytes.count, !begins(bytes[end...], with: "</style") { end += 1 }
    return addresses(inStyle: start..<end, .styleSheet, bytes)
  }

  /// Each `url(…)` of a style, and what `@import` takes in.
  static func addresses(
    inStyle range: Range<Int>, _ place: Place, _ bytes: [UInt8]
  ) -> [HTMLAddress] {
    var found: [HTMLAddress] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = bytes[index..<range.upperBound]
      var inside: Range<Int>?
      if rest.starts(with: "/*".utf8) {
        index = rest.firstRange(of: "*/".utf8)?.upperBound ?? range.upperBound
        continue
      } else if begins(rest, with: "url(") {
        inside = address(index + 4..<range.upperBound, bytes, until: UInt8(ascii: ")"))
      } else if begins(rest, with: "@import") {
        let next = rest.dropFirst(7).firstIndex { !isMarkdownSpace($0) } ?? range.upperBound
        if quote(bytes[next..<range.upperBound]) != nil {
          inside = address(next..<range.upperBound, bytes, until: UInt8(ascii: ";"))
        }
      }
      guard let inside else {
        index += 1
        continue
      }
      // What a backslash escapes is read by few and written by fewer.
      if !bytes[inside].contains(UInt8(ascii: "\\")) {
        let destination =
          place == .style
          ? HTMLTag.decoded(bytes[inside]) : String(decoding: bytes[inside], as: UTF8.self)
        found.append(
          HTMLAddress(range: inside, destination: destination, isLink: false, place: place))
      }
      index = max(inside.upperBound, index + 1)
    }
    return found
  }

  /// An address in quotation marks, or up to a sign.
  private static func address(
    _ range: Range<Int>, _ bytes: [UInt8], until end: UInt8
  ) -> Range<Int>? {
    let start = bytes[range].firstIndex { !isMarkdownSpace($0) } ?? range.upperBound
    let rest = bytes[start..<range.upperBound]
    guard let quote = quote(rest) else {
      guard let end = rest.firstIndex(of: end) else { return nil }
      return trimmed(start..<end, in: bytes)
    }
    let inner = start + quote.count
    guard let end = bytes[inner..<range.upperBound].firstRange(of: quote) else { return nil }
    return inner..<end.lowerBound
  }

  /// The quotation mark that a text begins with; in an attribute it may be an entity.
  private static func quote(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    ["\"", "'", "&quot;", "&#34;", "&#39;", "&apos;"].map { Array($0.utf8) }
      .first { text.starts(with: $0) }
  }

  /// What follows `url=` in `5; url=page.md`.
  static func refreshTarget(in range: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    guard let start = range.first(where: { begins(bytes[$0..<range.upperBound], with: "url=") })
    else { return [] }
    let rest = trimmed(start + 4..<range.upperBound, in: bytes)
    let quotes = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
    guard let first = rest.first, quotes.contains(bytes[first]) else { return [rest] }
    let end = bytes[first + 1..<rest.upperBound].firstIndex(of: bytes[first]) ?? rest.upperBound
    return [first + 1..<end]
  }

  /// Whether a text begins with a word of small letters, in whatever letters.
  private static func begins(_ text: ArraySlice<UInt8>, with word: String) -> Bool {
    text.count >= word.utf8.count
      && zip(text, word.utf8).allSatisfy { byte, letter in
        byte == letter || (MathSpelling.isLetter(byte) && byte | 0x20 == letter)
      }
  }
}

extension HTMLTag {
  /// Whether it sends a reader elsewhere after some seconds.
  func isRefresh(_ bytes: [UInt8]) -> Bool {
    name == "meta"
      && attributes.contains {
        $0.name == "http-equiv" && HTMLTag.decoded(bytes[$0.value]).lowercased() == "refresh"
      }
  }
}
