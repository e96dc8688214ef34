// What stands in a claim's comment: its Swift, and the name that its author gave it.

import Diagnostics
import Markup

extension ProseClaims {
  /// The Swift of a comment, in its place.
  package static func expression(in comment: Verbatim) -> Verbatim {
    let text = comment.text
    let bytes = Array(text.utf8)
    let space = " \t\n\r".utf8
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), let end = text.range(ofLast: "-->")
    else { return comment.slice(0..<0) }
    let close = text.utf8.distance(from: text.startIndex, to: end)
    let inside = (equals + 1)..<max(equals + 1, close)
    guard let start = bytes[inside].firstIndex(where: { !space.contains($0) }),
      let last = bytes[inside].lastIndex(where: { !space.contains($0) })
    else { return comment.slice(0..<0) }
    let name = ClaimName(atEndOf: String(decoding: bytes[start...last], as: UTF8.self))
    return comment.slice(start..<last + 1 - (name?.length ?? 0))
  }

  /// The name that a comment gives its claim.
  package static func name(in comment: Verbatim) -> String? {
    guard let inside = HTMLComment.inside(comment.text) else { return nil }
    let end = inside.utf8.reversed().drop { " \t\r\n".utf8.contains($0) }.count
    return ClaimName(atEndOf: String(decoding: inside.utf8.prefix(end), as: UTF8.self))?.name
  }
}
