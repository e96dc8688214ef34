// ShownScalars: what a reader sees of a text or of code, character by character, and the bytes that
// each was read from: whoever takes a number from what is shown can still change it in the essay.

import Diagnostics

/// A character as it is shown.
package struct ShownScalar: Sendable {
  package var scalar: Unicode.Scalar
  /// The bytes of the essay that it was read from, an escape's or an entity's too; nil where nobody
  /// can say.
  package var bytes: Range<Int>?
}

extension Node {
  /// The characters of a text or of code; empty for other nodes.
  package func shownScalars(in source: SourceText) -> [ShownScalar] {
    switch kind {
    case .text(let text): decoded(text, from: Array(source[range].utf8))
    case .code(let code): quoted(code, from: Array(source[range].utf8))
    default: []
    }
  }

  /// Walks along the bytes that libcmark resolved escapes and entities in.
  private func decoded(_ text: String, from bytes: [UInt8]) -> [ShownScalar] {
    let scalars = Array(text.unicodeScalars)
    var shown: [ShownScalar] = []
    var index = 0
    while shown.count < scalars.count {
      let rest = scalars[shown.count...]
      let start = index
      var count = 1
      let own = Array(String(rest[shown.count]).utf8)
      if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        isMarkdownPunctuation(bytes[index + 1]), own == [bytes[index + 1]]
      {
        index += 2
      } else if let entity = entity(in: bytes[index...]), rest.starts(with: entity.scalars) {
        index += entity.length
        count = entity.scalars.count
      } else if bytes[index...].starts(with: own) {
        index += own.count
      } else {
        return scalars.map { ShownScalar(scalar: $0) }
      }
      let place = range.lowerBound + start..<range.lowerBound + index
      for scalar in rest.prefix(count) { shown.append(ShownScalar(scalar: scalar, bytes: place)) }
    }
    return shown
  }

  private func entity(in bytes: ArraySlice<UInt8>) -> (scalars: [Unicode.Scalar], length: Int)? {
    guard bytes.first == UInt8(ascii: "&"), let end = bytes.firstIndex(of: UInt8(ascii: ";")),
      let text = CMarkTree.decoding(entity: Array(bytes[...end]))
    else { return nil }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    return scalars.isEmpty ? nil : (scalars, bytes.distance(from: bytes.startIndex, to: end) + 1)
  }

  /// Between the backticks, where a space at both ends is left out.
  private func quoted(_ code: String, from bytes: [UInt8]) -> [ShownScalar] {
    let marks = bytes.prefix { $0 == UInt8(ascii: "`") }.count
    let inside = bytes.dropFirst(marks).dropLast(marks)
    var place: Int?
    for cut in 0...1 where inside.dropFirst(cut).dropLast(cut).elementsEqual(code.utf8) {
      place = range.lowerBound + marks + cut
    }
    return code.unicodeScalars.map { scalar in
      let start = place
      place = place.map { $0 + UTF8.width(scalar) }
      return ShownScalar(scalar: scalar, bytes: start.flatMap { start in place.map { start..<$0 } })
    }
  }
}
