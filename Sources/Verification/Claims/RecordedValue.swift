// RecordedValue: a value that a running program reported, with its exact bits and its shape.

import BigInt
import Foundation

/// What a program computed at one place, one time.
indirect enum RecordedValue: Sendable {
  case integer(BigInt)
  case float(Float)
  case boolean(Bool)
  case string(String)
  case none
  case some(RecordedValue)
  case array([RecordedValue])
  case set([RecordedValue])
  case dictionary([(key: RecordedValue, value: RecordedValue)])
  case tuple([Part])
  case object(type: String, [Part])
  /// Foundation's decimal number, as it prints itself.
  case decimal(String)
  case enumCase(type: String, name: String, [Part])
  /// A value without parts that can be compared: a function, for instance.
  case opaque(type: String, description: String)
  /// Where a value was too large or too deep to be sent whole.
  case cut

  struct Part: Sendable {
    var label: String
    var value: RecordedValue
  }

  /// A binary floating-point number of any width.
  struct Float: Sendable {
    /// The shortest text that reads back as the same number, as Swift prints it.
    var description: String
    var isNegative: Bool
    /// Bits in the significand, the leading one included.
    var precision: Int
    /// The exponent of the least positive number of this format.
    var leastExponent: Int
    /// Nil for infinities and NaN.
    var exact: ExactNumber?

    /// A NaN may carry a payload: `nan(0x1)`.
    var isNaN: Bool { exact == nil && description.contains("nan") }

    /// The distance between `value` and the next number of this format.
    func ulp(at value: ExactNumber) -> ExactNumber {
      let exponent = (value.binaryExponent ?? leastExponent) - (precision - 1)
      return ExactNumber(1, timesTwoTo: max(exponent, leastExponent))
    }
  }

  /// The number that this value is, whatever its type.
  var exactNumber: ExactNumber? {
    switch self {
    case .integer(let value): ExactNumber(value)
    case .float(let value): value.exact
    case .some(let value): value.exactNumber
    case .decimal(let description): Self.decimalNumber(description)
    default: nil
    }
  }

  private static func decimalNumber(_ text: String) -> ExactNumber? {
    var cursor = TextCursor(text)
    guard let literal = NumberLiteral.read(&cursor, in: .claim), cursor.isAtEnd else { return nil }
    return literal.value
  }
}

extension RecordedValue: CustomStringConvertible {
  /// The value in Swift's words, floating-point numbers to full precision, infinities as `∞`.
  var description: String {
    switch self {
    case .integer(let value): String(value)
    case .float(let value) where value.isNaN: "nan"
    case .float(let value) where value.exact == nil: value.isNegative ? "-∞" : "∞"
    case .float(let value): value.description
    case .boolean(let value): String(value)
    case .string(let value): SwiftString.quoted(value)
    case .none: "nil"
    case .some(.none): ".some(nil)"
    case .some(let value): value.description
    case .array(let parts): "[" + parts.map(\.description).joined(separator: ", ") + "]"
    // The order of sets and dictionaries changes from run to run.
    case .set(let parts): "[" + parts.map(\.description).sorted().joined(separator: ", ") + "]"
    case .dictionary(let pairs) where pairs.isEmpty: "[:]"
    case .dictionary(let pairs):
      "["
        + pairs.map { "\($0.key.description): \($0.value.description)" }.sorted()
        .joined(separator: ", ") + "]"
    case .tuple(let parts): "(" + Self.list(parts) + ")"
    case .decimal(let description): description
    case .object(let type, let parts): "\(type)(\(Self.list(parts)))"
    case .enumCase(_, let name, let parts):
      ".\(name)" + (parts.isEmpty ? "" : "(\(Self.list(parts)))")
    case .opaque(_, let description): description
    case .cut: "…"
    }
  }

  private static func list(_ parts: [Part]) -> String {
    parts.map { part in
      let isUnlabelled = part.label.isEmpty || part.label.hasPrefix(".")
      return isUnlabelled ? part.value.description : "\(part.label): \(part.value.description)"
    }.joined(separator: ", ")
  }
}
