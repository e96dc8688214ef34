// The text of an expectation, as a claim states it: what holds is kept in a correction.

import Diagnostics

extension Expectation {
  package var text: String {
    switch self {
    case .number(let literal): literal.text
    case .near(let literal, let tolerance): "\(literal.text) ± \(tolerance.text)"
    case .relation(let relation, let bound): "\(relation.rawValue) \(bound.text)"
    case .range(let lower, let upper, let includesUpper):
      "in \(lower.text)\(includesUpper ? "..." : "..<")\(upper.text)"
    case .interval(let lower, let upper, let includesUpper):
      (lower?.text ?? "") + (includesUpper ? "..." : "..<") + (upper?.text ?? "")
    case .boolean(let value): String(value)
    case .string(let value): SwiftString.quoted(value)
    case .printed(let text, _): text
    case .none: "nil"
    case .notANumber: "nan"
    case .infinity(let isNegative): isNegative ? "-∞" : "∞"
    case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .dictionary(let pairs) where pairs.isEmpty: "[:]"
    case .dictionary(let pairs):
      "[" + pairs.map { "\($0.key.text): \($0.value.text)" }.joined(separator: ", ") + "]"
    case .tuple(let parts): "(" + Self.joined(parts) + ")"
    case .object(let type, let parts): "\(type)(\(Self.joined(parts)))"
    case .enumCase(let type, let name, let parts):
      "\(type ?? "").\(name)" + (parts.map { "(\(Self.joined($0)))" } ?? "")
    }
  }

  private static func joined(_ parts: [Part]) -> String {
    parts.map { $0.prefix + $0.expectation.text }.joined(separator: ", ")
  }
}

extension Expectation.Part {
  /// The label as it stands before the part; empty where there is none.
  var prefix: String { label.map { "\($0): " } ?? "" }
}

extension String {
  /// Whether two texts are the same, scalar by scalar: é in one scalar and é in two look alike, and a program can tell
  /// them apart. Swift's `==` cannot.
  func isSame(as other: String) -> Bool { unicodeScalars.elementsEqual(other.unicodeScalars) }
}

extension Expectation.Tolerance {
  package var text: String {
    switch self {
    case .absolute(let size), .percent(let size), .points(let size): size.text
    case .ulps(let size): "\(size.text) ulp"
    }
  }
}

extension Expectation.Bound {
  package var text: String {
    switch self {
    case .number(let literal): literal.text
    case .infinity(let isNegative): isNegative ? "-∞" : "∞"
    case .duration(_, _, let text): text
    }
  }
}
