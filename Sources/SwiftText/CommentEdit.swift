// CommentEdit: brings what the parser said of a text up to date where only words inside one line comment are others
// since. Such a comment is white space to the language: nothing moves but what stands behind it.

import Foundation

package enum CommentEdit {
  /// The parser's answer to `new`, made from that to `old`; nil where only the parser can tell.
  package static func answer(_ answer: String, to old: String, broughtTo new: String) -> String? {
    guard let (range, replacement) = difference(Array(old.utf8), Array(new.utf8)),
      replacement.allSatisfy(isHarmless),
      Array(old.utf8)[range].allSatisfy(isHarmless),
      let document = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any],
      let comment = lineComment(in: document, around: range),
      !quotes(String(decoding: Array(old.utf8)[comment], as: UTF8.self), document)
    else { return nil }
    let moved = move(document, behind: comment.lowerBound, by: replacement.count - range.count)
    return (try? JSONSerialization.data(withJSONObject: moved, options: .sortedKeys)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The bytes that are replaced, and those in their place.
  private static func difference(
    _ old: [UInt8], _ new: [UInt8]
  ) -> (Range<Int>, ArraySlice<UInt8>)? {
    let most = min(old.count, new.count)
    let head = (0..<most).first { old[$0] != new[$0] } ?? most
    let tail =
      (0..<most - head).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? most - head
    return (head..<old.count - tail, new[head..<new.count - tail])
  }

  /// Bytes that end no line and begin or end nothing, whatever a parser that looks ahead may look for: digits,
  /// letters, blanks, and some marks of numbers and sentences.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xff:
      true
    default: " .,:;=+-_%".utf8.contains(byte)
    }
  }

  /// The plain comment that runs to the end of its line and has all these bytes behind its `//` and one more, which
  /// makes `///` and `//` two kinds.
  private static func lineComment(
    in document: [String: Any], around range: Range<Int>
  ) -> Range<Int>? {
    let comments = document["comments"] as? [[String: Any]] ?? []
    for case let comment in comments where comment["kind"] as? String == "line" {
      guard let own = (comment["range"] as? [Int]).flatMap(self.range) else { continue }
      if own.lowerBound + 3 <= range.lowerBound && range.upperBound <= own.upperBound {
        return own
      }
    }
    return nil
  }

  /// Whether the answer quotes code in which the comment stands: it has conditions of `#if` and names as texts.
  private static func quotes(_ comment: String, _ value: Any) -> Bool {
    if let text = value as? String { return text.contains(comment) }
    if let list = value as? [Any] { return list.contains { quotes(comment, $0) } }
    return (value as? [String: Any])?.values.contains { quotes(comment, $0) } ?? false
  }

  /// All pairs of whole numbers in an answer are bytes of the text.
  private static func move(_ value: Any, behind offset: Int, by distance: Int) -> Any {
    if let pair = value as? [Int], let range = range(pair) {
      return [range.lowerBound, range.upperBound].map { $0 > offset ? $0 + distance : $0 }
    }
    if let list = value as? [Any] { return list.map { move($0, behind: offset, by: distance) } }
    if let object = value as? [String: Any] {
      return object.mapValues { move($0, behind: offset, by: distance) }
    }
    return value
  }

  private static func range(_ pair: [Int]) -> Range<Int>? {
    pair.count == 2 && pair[0] <= pair[1] ? pair[0]..<pair[1] : nil
  }
}
