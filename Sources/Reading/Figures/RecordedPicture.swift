// RecordedPicture: the word `shows=9f86d081`, by which an author says which picture was looked at.

/// A picture that somebody has looked at, by its fingerprint.
package struct RecordedPicture: Hashable, Sendable {
  package var fingerprint: String
  /// The bytes of the essay that the whole word takes.
  package var range = 0..<0

  /// Reads eight hexadecimal digits; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { return nil }
    fingerprint = text
  }
}
