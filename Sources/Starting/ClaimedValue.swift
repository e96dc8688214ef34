// ClaimedValue: how a first essay writes what was computed: numbers with four digits, as a person would, and all else as
// it is.

import Foundation

struct ClaimedValue: Hashable {
  /// What stands behind the arrow.
  var text: String
  /// Whether it is one number, so that a sentence can have it too.
  var isNumber: Bool
  /// Whether it is worth a claim: a zero, or a yes, may be an accident of the values that were chosen.
  var isTelling: Bool

  /// - Parameter computed: a value in Swift's words.
  /// - Returns: nil for what is better not claimed.
  init?(_ computed: String) {
    if let number = Self.number(computed) {
      (text, isNumber, isTelling) = (number, true, Double(number) != 0)
    } else if computed == "true" || computed == "false" {
      (text, isNumber, isTelling) = (computed, false, false)
    } else if computed.hasPrefix("["), computed.hasSuffix("]") {
      let parts = computed.dropFirst().dropLast().components(separatedBy: ", ")
      let numbers = parts.compactMap(Self.number)
      guard numbers.count == parts.count, (1...6).contains(parts.count) else { return nil }
      (text, isNumber) = ("[" + numbers.joined(separator: ", ") + "]", false)
      isTelling = numbers.contains { Double($0) != 0 }
    } else {
      guard computed.hasPrefix("\""), (3...40).contains(computed.count),
        computed.allSatisfy({ $0.isASCII && $0 != "\\" })
      else { return nil }
      (text, isNumber, isTelling) = (computed, false, true)
    }
  }

  /// A number with at most four digits behind which more would follow; one that has no more is written whole.
  private static func number(_ text: String) -> String? {
    if Int(text) != nil { return text.count <= 15 ? text : nil }
    guard let value = Double(text), value.isFinite else { return nil }
    if value == 0 { return "0" }
    let size = Int(log10(value.magnitude).rounded(.down))
    guard (-3..<6).contains(size) else {
      return text.count <= 8 ? text : String(format: "%.3e", value)
    }
    let rounded = String(format: "%.\(max(0, 3 - size))f", value)
    guard Double(rounded) == value, rounded.contains(".") else { return rounded }
    let whole = rounded.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(whole.reversed())
  }
}
