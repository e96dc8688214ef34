// NumberLiteral: a number as an author writes it. Its digits say the precision that is claimed.

import BigInt
import Diagnostics

/// A number in an essay: `0.665`, `-1.5e-3`, `6.626×10⁻³⁴`, `66.5%`, `85,418.8`, `3.1415…`, `0x1F`.
package struct NumberLiteral: Sendable {
  package var isNegative = false
  /// The sign as it was written: empty, `+`, `-` or `−`.
  package var sign = ""
  /// The digits before the decimal point, without separators; empty in `.5`.
  package var integerDigits = ""
  /// What separates groups of three digits; nil where nothing does.
  package var separator: String?
  package var fractionDigits = ""
  /// What stands before them: `.`, or `,` and `{,}` where people write so.
  package var decimalMark = "."
  /// The power of ten and the words around it, as in `×10` + `⁻³⁴`; nil when there is none.
  package var power: Power?
  /// `%` with the spaces or backslash before it; nil when there is none.
  package var percent: String?
  /// `…` or `...` when the digits go on.
  package var ellipsis: String?
  /// The text without its sign where that is no decimal, as `0x1F` and `0x1p-3`; the digits above then are
  /// those of the same number in decimals.
  package var binary: String?
  /// Why this number can be compared with nothing, in words for its author; nil where it can.
  package var fault: String?
  /// How it was read, and must be read again when it is corrected.
  package var context = Context.claim

  package struct Power: Sendable {
    package var prefix: String
    package var exponent: Int
    package var style: Style
    package var suffix: String

    package enum Style: Sendable { case plain, superscript }

    package init(prefix: String, exponent: Int, style: Style, suffix: String) {
      self.prefix = prefix
      self.exponent = exponent
      self.style = style
      self.suffix = suffix
    }
  }

  package init() {}

  /// Longer numbers, and larger exponents, are refused: nobody reads them, and they take long.
  package static let digitLimit = 10_000
  package static let exponentLimit = 5000

  /// The power of ten that the last written digit stands for.
  package var unitExponent: Int {
    (power?.exponent ?? 0) - fractionDigits.utf8.count - (percent == nil ? 0 : 2)
  }

  package var value: ExactNumber {
    let digits = BigInt(integerDigits + fractionDigits) ?? 0
    return ExactNumber(isNegative ? -digits : digits, timesTenTo: unitExponent)
  }

  package var unit: ExactNumber { ExactNumber(1, timesTenTo: unitExponent) }

  /// Whether the claim holds for that very value only: integers, and numbers in binary digits.
  package var isInteger: Bool {
    binary != nil
      || fractionDigits.isEmpty && power == nil && percent == nil && ellipsis == nil
  }

  package var isZero: Bool { (integerDigits + fractionDigits).allSatisfy { $0 == "0" } }

  /// Whether the claim is `-0.0` or `-0`, as Swift writes the zero with a negative sign. `-0.00` is a rounded
  /// negative number, as `printf` writes it.
  package var isNegativeZero: Bool {
    isNegative && isZero && decimals <= 1 && power == nil
      && percent == nil && ellipsis == nil
  }

  /// How many digits stand after the decimal point.
  package var decimals: Int { fractionDigits.utf8.count }

  /// How this literal is compared, in words for a reader.
  package var rule: Sentence {
    if isNegativeZero { return "the zero with a negative sign" }
    if ellipsis != nil { return "begins with the digits written" }
    if isInteger { return "exactly equal" }
    if power != nil { return "equal after rounding to the last digit written" }
    if percent != nil && decimals == 0 { return "equal after rounding to a whole percent" }
    if percent != nil {
      return decimals == 1
        ? "equal after rounding to 1 decimal of a percent"
        : "equal after rounding to \(decimals) decimals of a percent"
    }
    return decimals == 1
      ? "equal after rounding to 1 decimal" : "equal after rounding to \(decimals) decimals"
  }

  /// The literal as it is written, rebuilt from its parts.
  package var text: String {
    if let binary { return sign + binary }
    var text = sign
    if let separator {
      let head = integerDigits.count % 3
      var groups = head > 0 ? [String(integerDigits.prefix(head))] : []
      var rest = integerDigits.dropFirst(head)
      while !rest.isEmpty {
        groups.append(String(rest.prefix(3)))
        rest = rest.dropFirst(3)
      }
      text += groups.joined(separator: separator)
    } else {
      text += integerDigits
    }
    if !fractionDigits.isEmpty { text += decimalMark + fractionDigits }
    text += ellipsis ?? ""
    if let power {
      let exponent = String(power.exponent)
      text += power.prefix
      text += power.style == .plain ? exponent : Superscript.write(exponent)
      text += power.suffix
    }
    return text + (percent ?? "")
  }
}
