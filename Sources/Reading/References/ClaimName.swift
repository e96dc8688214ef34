// ClaimName: the name that an author gives a claim, `#share` at the end of its comment. Links to it last, whatever else
// of the claim changes.

import Diagnostics

package struct ClaimName: Hashable, Sendable {
  package var name: String
  /// How many bytes at the text's end are the name's: it, its sign, and the white space before that.
  package var length: Int

  /// The name at the end of a text.
  ///
  /// - Returns: nil where there is none, and where Swift reads the same signs as a macro's: behind an operator, or a word such as `try`.
  package init?(atEndOf text: String) {
    let bytes = Array(text.utf8)
    guard let sign = bytes.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    let name = bytes[(sign + 1)...]
    guard let first = name.first, Self.isLetter(first),
      name.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || "-_".utf8.contains($0) })
    else { return nil }
    var end = sign
    while end > 0, " \t\r\n".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > 0, end < sign else { return nil }
    let before = bytes[end - 1]
    guard
      Self.isLetter(before) || Self.isDigit(before) || before >= 0x80
        || "_)]}\"'`!?.%".utf8.contains(before)
    else { return nil }
    let word = bytes[..<end].reversed().prefix { Self.isLetter($0) }.reversed()
    guard !Self.openWords.contains(String(decoding: Array(word), as: UTF8.self)) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    length = bytes.count - end
  }

  /// Words of Swift behind which something has to follow.
  private static let openWords: Set = [
    "try", "await", "return", "throw", "in", "is", "as", "else", "any", "some", "consume", "copy",
    "throws",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// What is wrong where a name is taken: by another claim of the essay, or by a heading.
  static func doubled(_ claims: [PlacedClaim], headings: Set<String>, path: String) -> Log {
    var log = Log()
    var first: [String: Claim] = [:]
    for claim in claims.map(\.claim).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // The cells of a table have one comment.
      guard let name = claim.name, first[name]?.comment != claim.comment else { continue }
      let place = SourceSpan(path, claim.comment)
      if let other = first[name] {
        log.add(
          Diagnostic(
            .labelDoubled, at: place, "the name ‘#\(name)’ is taken: give this claim another one",
            notes: [Note("it was given here first", at: SourceSpan(path, other.comment))]))
      } else if headings.contains(name) {
        log.add(
          Diagnostic(
            .labelDoubled, at: place,
            "the name ‘#\(name)’ is that of a heading on this page: give this claim another one"))
      }
      first[name] = first[name] ?? claim
    }
    return log
  }
}
