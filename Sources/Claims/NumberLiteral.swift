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
  /// How many digits stand in a group: three, but for `0xFFFF_0000` and the like.
  var groupSize = 3
  package var fractionDigits = ""
  /// How many digits stand between the separators behind the decimal point, `0.000_1`; nil where there are none.
  var fractionGroupSize: Int?
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
    /// The exponent's sign as it was written: empty, `+`, `-` or `−`.
    var sign = ""
    /// How many digits the exponent has at least: two in `1e+05`.
    var width = 1

    package enum Style: Sendable { case plain, superscript }

    package init(prefix: String, exponent: Int, style: Style, suffix: String) {
      self.prefix = prefix
      self.exponent = exponent
      self.style = style
      self.suffix = suffix
    }

    /// The whole of it, in the author's way of writing.
    fileprivate var text: String {
      let digits = String(exponent.magnitude)
      let sign = exponent < 0 ? (sign == "−" ? "−" : "-") : (sign == "+" ? "+" : "")
      let padding = String(repeating: "0", count: max(0, width - digits.count))
      let number = sign + padding + digits
      return prefix + (style == .plain ? number : Superscript.write(number)) + suffix
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
    text +=
      separator.map { integerDigits.grouped(by: groupSize, fromEnd: true).joined(separator: $0) }
      ?? integerDigits
    if !fractionDigits.isEmpty {
      let groups = fractionGroupSize.map { fractionDigits.grouped(by: $0, fromEnd: false) }
      text += decimalMark + (groups?.joined(separator: "_") ?? fractionDigits)
    }
    text += ellipsis ?? ""
    text += power?.text ?? ""
    return text + (percent ?? "")
  }
}

extension String {
  /// Groups of so many characters, the first or the last of which may be shorter.
  func grouped(by size: Int, fromEnd: Bool) -> [String] {
    let head = fromEnd ? count % size : 0
    var groups = head > 0 ? [String(prefix(head))] : []
    var rest = dropFirst(head)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return groups
  }
}
