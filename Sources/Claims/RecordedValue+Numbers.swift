// The numbers in recorded values, exactly: integers, floating-point numbers, decimals and lengths of time.

import BigInt
import Diagnostics
import GalleyRecordFormat

extension RecordedValue {
  /// What a value is that can be compared with numbers.
  enum Quantity {
    case finite(ExactNumber)
    case infinite(isNegative: Bool)
    case notANumber
    /// A whole number of more digits than anybody compares.
    case tooLong
  }

  /// Integers of more digits are not compared.
  static let digitLimit = 20_000

  /// Nil for what is no number.
  var quantity: Quantity? {
    switch self {
    case .integer(let digits, _):
      // Most are small.
      if let small = Int(digits) { return .finite(ExactNumber(BigInt(small))) }
      guard digits.utf8.count <= Self.digitLimit else { return .tooLong }
      return BigInt(digits).map { .finite(ExactNumber($0)) }
    case .float(let float):
      switch float.magnitude {
      case .finite(let significand, let exponent):
        let signed = float.isNegative ? -BigInt(significand) : BigInt(significand)
        return .finite(ExactNumber(signed, timesTwoTo: exponent))
      case .infinite: return .infinite(isNegative: float.isNegative)
      case .notANumber: return .notANumber
      }
    case .some(let value): return value.quantity
    case .decimal(let text):
      var cursor = TextCursor(text)
      guard let literal = NumberLiteral.read(&cursor, in: .claim), cursor.isAtEnd else {
        return .notANumber
      }
      return .finite(literal.value)
    default: return nil
    }
  }

  /// The number that this value is, whatever its type; nil for infinities, NaN and what is no number.
  package var exactNumber: ExactNumber? {
    if case .finite(let number)? = quantity { return number }
    return nil
  }

  /// A zero that Swift prints as `-0.0`.
  var isNegativeZero: Bool {
    guard case .float(let float) = unwrapped, case .finite(0, _) = float.magnitude else {
      return false
    }
    return float.isNegative
  }

  /// The value inside any optionals.
  package var unwrapped: RecordedValue {
    if case .some(let inner) = self { return inner.unwrapped }
    return self
  }

  /// A `Duration` in seconds.
  var duration: ExactNumber? {
    guard case .object(let parts, let shown) = unwrapped, shown.type.full == "Swift.Duration" else {
      return nil
    }
    func part(_ label: String) -> BigInt? {
      guard let part = parts.first(where: { $0.label == label }),
        case .integer(let digits, _) = part.value
      else { return nil }
      return BigInt(digits)
    }
    if let seconds = part("seconds"), let rest = part("attoseconds") {
      return ExactNumber(seconds) + ExactNumber(rest, timesTenTo: -18)
    }
    // As Swift stores it: one number of 128 bits, in two halves.
    guard let low = part("_low"), let high = part("_high") else { return nil }
    return ExactNumber(high << 64 + low, timesTenTo: -18)
  }
}

extension RecordedValue.Float {
  /// The distance between `value` and the next number of this format.
  package func ulp(at value: ExactNumber) -> ExactNumber {
    let exponent = (value.binaryExponent ?? leastExponent) - (precision - 1)
    return ExactNumber(1, timesTwoTo: max(exponent, leastExponent))
  }
}
