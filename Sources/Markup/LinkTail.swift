// LinkTail: how far a link goes after its text. The tree says that there is a link; which of the four
// forms it has is decided here as libcmark decides it.

/// The part of a link after `]`: `(destination "title")`, `[label]`, `[]` or nothing.
enum LinkTail {
  /// The index after the tail that begins at `start`, which is `start` for a bare `[label]`.
  static func end(in text: [UInt8], at start: Int) -> Int {
    inlineEnd(text, start) ?? labelEnd(text, start) ?? start
  }

  private static func byte(_ text: [UInt8], _ index: Int) -> UInt8 {
    index < text.count ? text[index] : 0
  }

  private static func inlineEnd(_ text: [UInt8], _ start: Int) -> Int? {
    guard byte(text, start) == UInt8(ascii: "(") else { return nil }
    let destination = spaceEnd(text, start + 1)
    guard let afterDestination = destinationEnd(text, destination) else { return nil }
    let title = spaceEnd(text, afterDestination)
    let afterTitle =
      title == afterDestination ? title : titleEnd(text, title) ?? title
    let end = spaceEnd(text, afterTitle)
    return byte(text, end) == UInt8(ascii: ")") ? end + 1 : nil
  }

  private static func spaceEnd(_ text: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < text.count, isMarkdownSpace(text[index]) { index += 1 }
    return index
  }

  private static func isEscape(_ text: [UInt8], _ index: Int) -> Bool {
    text[index] == UInt8(ascii: "\\") && isMarkdownPunctuation(byte(text, index + 1))
  }

  private static func destinationEnd(_ text: [UInt8], _ start: Int) -> Int? {
    byte(text, start) == UInt8(ascii: "<")
      ? pointyDestinationEnd(text, start) : plainDestinationEnd(text, start)
  }

  private static func pointyDestinationEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: ">"): return index + 1 < text.count ? index + 1 : nil
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
      default: index += 1
      }
    }
    return nil
  }

  private static func plainDestinationEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < text.count {
      if isEscape(text, index) {
        index += 2
      } else if text[index] == UInt8(ascii: "(") {
        depth += 1
        guard depth <= 32 else { return nil }
        index += 1
      } else if text[index] == UInt8(ascii: ")") {
        if depth == 0 { return index }
        depth -= 1
        index += 1
      } else if isMarkdownSpace(text[index]) {
        return index == start ? nil : index
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func titleEnd(_ text: [UInt8], _ start: Int) -> Int? {
    let open = byte(text, start)
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    // libcmark takes the longest match: an escaped quote ends the title when no other does.
    var escapedEnd: Int?
    while index < text.count {
      if isEscape(text, index) {
        index += 2
        if text[index - 1] == close { escapedEnd = index }
      } else if text[index] == close {
        return index + 1
      } else if text[index] == UInt8(ascii: "("), close == UInt8(ascii: ")") {
        return escapedEnd
      } else {
        index += 1
      }
    }
    return escapedEnd
  }

  private static func labelEnd(_ text: [UInt8], _ start: Int) -> Int? {
    guard byte(text, start) == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    while index < text.count, index - start <= 1000 {
      if isEscape(text, index) {
        index += 2
      } else if text[index] == UInt8(ascii: "]") {
        return index + 1
      } else if text[index] == UInt8(ascii: "[") {
        return nil
      } else {
        index += 1
      }
    }
    return nil
  }
}
