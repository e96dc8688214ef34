// NumberNotation: how people write numbers where they live. Swift always writes a point.

/// The signs in a number: what stands before its decimals, and what may separate thousands.
package struct NumberNotation: Hashable, Sendable {
  package var decimal: Mark
  /// Whether the other mark separates groups of three digits: `1,234.5` and `1.234,5`. Narrow spaces always may.
  package var groupsByOtherMark: Bool

  package enum Mark: String, Hashable, Sendable {
    case point = "."
    case comma = ","

    package var other: Mark { self == .point ? .comma : .point }
  }

  package init(decimal: Mark, groupsByOtherMark: Bool) {
    self.decimal = decimal
    self.groupsByOtherMark = groupsByOtherMark
  }

  /// As in English.
  package static let point = NumberNotation(decimal: .point, groupsByOtherMark: true)
  /// As in German.
  package static let comma = NumberNotation(decimal: .comma, groupsByOtherMark: true)

  /// A number in Swift's words as it is written here; any other text as it is.
  package func written(_ text: String) -> String {
    guard decimal != .point, Self.isNumber(text) else { return text }
    return text.replacing(".", with: decimal.rawValue)
  }

  /// A number that is written so, as Swift writes it.
  package func plain(_ text: String) -> String {
    guard decimal == .comma else { return text }
    return text.replacing("{.}", with: "").replacing(".", with: "").replacing("{,}", with: ".")
      .replacing(",", with: ".")
  }

  /// Digits with a point among them, perhaps with a sign or an exponent.
  private static func isNumber(_ text: String) -> Bool {
    var cursor = TextCursor(text)
    _ = cursor.takeAny(["-", "−", "+"])
    guard !cursor.take(while: { $0.isDigit }).isEmpty else { return false }
    if cursor.take(".") { guard !cursor.take(while: { $0.isDigit }).isEmpty else { return false } }
    if cursor.takeAny(["e", "E"]) != nil {
      _ = cursor.takeAny(["-", "+"])
      guard !cursor.take(while: { $0.isDigit }).isEmpty else { return false }
    }
    return cursor.isAtEnd
  }
}
