// CitationReader: `[@key]` and `[@a; @b]` in the text of an essay. Code, formulas and addresses are no
// text; a bracket behind a backslash is an ordinary bracket.

import Diagnostics
import Markup

/// A citation of one or more sources, within the text of one node.
package struct TextCitation: Hashable, Sendable {
  /// From the first byte of `[@key]` to the end of the node's text: what stands before it may be taken
  /// away, as the first word of a caption is.
  package var beforeEnd: Int
  /// The bytes of `[@key]`.
  package var count: Int
  package var keys: [String]

  package init(beforeEnd: Int, count: Int, keys: [String]) {
    self.beforeEnd = beforeEnd
    self.count = count
    self.keys = keys
  }
}

/// The citations of one essay.
package struct CitationReader {
  /// By the end of the node in whose text they stand.
  package private(set) var citations: [Int: [TextCitation]] = [:]
  /// Every key with its place in the essay, in order.
  package private(set) var keys: [(key: String, range: Range<Int>)] = []
  package private(set) var log = Log()
  private let document: Document

  package init(_ document: Document) {
    self.document = document
    read(document.blocks, refusal: nil)
  }

  /// Letters, digits and `-_.:/+` between them.
  package static func isKey(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isWord(first) && isWord(last)
      && text.utf8.allSatisfy { isWord($0) || "-_.:/+".utf8.contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20)
  }

  /// - Parameter refusal: where citations cannot stand.
  private mutating func read(_ nodes: [Node], refusal: String?) {
    for node in nodes {
      switch node.kind {
      case .text(let text): read(text, of: node, refusal)
      case .heading: read(node.children, refusal: "a heading")
      case .link: read(node.children, refusal: "a link's text")
      case .image: read(node.children, refusal: "an image's description")
      default: read(node.children, refusal: refusal)
      }
    }
  }

  private mutating func read(_ text: String, of node: Node, _ refusal: String?) {
    guard text.contains("[@") else { return }
    // Only the essay's own bytes tell which brackets were escaped; only the text's are on the page.
    let written = Self.brackets(in: Array(document.source[node.range].utf8), knowsEscapes: true)
    let shown = Self.brackets(in: Array(text.utf8), knowsEscapes: false)
    guard written.count == shown.count else {
      complain(
        node.range,
        "a ‘[@’ here is not written as it is shown: write citations without ‘&…;’")
      return
    }
    for (bracket, place) in zip(written, shown) where !bracket.isEscaped {
      let start = node.range.lowerBound + bracket.range.lowerBound
      let range = start..<(start + bracket.range.count)
      guard let keys = bracket.keys, keys.map(\.key) == place.keys?.map(\.key) else {
        complain(
          range,
          "this begins like a citation but is none: write ‘[@key]’ or ‘[@one; @two]’ on one line, or "
            + "‘\\[@’ for a bracket")
        continue
      }
      if let refusal {
        log.add(
          Diagnostic(
            .citationMisplaced, at: SourceSpan(document.path, range),
            "a citation cannot stand in \(refusal): move it into the text"))
        continue
      }
      for (key, offset) in keys {
        let keyStart = node.range.lowerBound + offset
        self.keys.append((key, keyStart..<(keyStart + key.utf8.count)))
      }
      citations[node.range.upperBound, default: []].append(
        TextCitation(
          beforeEnd: text.utf8.count - place.range.lowerBound, count: place.range.count,
          keys: keys.map(\.key)))
    }
  }

  private struct Bracket {
    var range: Range<Int>
    var isEscaped: Bool
    /// Nil for what cannot be read.
    var keys: [(key: String, offset: Int)]?
  }

  /// Everything from `[@` to the next `]`, or to the text's end when there is none.
  private static func brackets(in bytes: [UInt8], knowsEscapes: Bool) -> [Bracket] {
    var found: [Bracket] = []
    var index = 0
    var isEscaped = false
    while index < bytes.count {
      if knowsEscapes, bytes[index] == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "["), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "@")
      {
        let close = bytes[index...].firstIndex(of: UInt8(ascii: "]"))
        let range = index..<(close.map { $0 + 1 } ?? bytes.count)
        found.append(
          Bracket(
            range: range, isEscaped: isEscaped,
            keys: close.flatMap { keys(in: bytes[(index + 1)..<$0]) }))
      }
      isEscaped = false
      index += 1
    }
    return found
  }

  private static func keys(in bytes: ArraySlice<UInt8>) -> [(key: String, offset: Int)]? {
    var keys: [(key: String, offset: Int)] = []
    for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let word = part.drop { $0 == UInt8(ascii: " ") }
      guard word.first == UInt8(ascii: "@") else { return nil }
      let key = String(decoding: word.dropFirst(), as: UTF8.self)
      let trimmed = String(key.reversed().drop { $0 == " " }.reversed())
      guard isKey(trimmed) else { return nil }
      keys.append((trimmed, word.startIndex + 1))
    }
    return keys
  }

  private mutating func complain(_ range: Range<Int>, _ message: String) {
    log.add(Diagnostic(.citationUnreadable, at: SourceSpan(document.path, range), message))
  }
}
