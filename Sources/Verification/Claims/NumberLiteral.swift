// NumberLiteral: a number as an author writes it. Its digits say the precision that is claimed.

import BigInt
import Markup

/// A decimal number in an essay: `0.665`, `-1.5e-3`, `6.626×10⁻³⁴`, `66.5%`, `85,418.8`, `3.1415…`.
struct NumberLiteral: Sendable {
  var isNegative = false
  /// The sign as it was written: empty, `+`, `-` or `−`.
  var sign = ""
  /// The digits before the decimal point, without separators.
  var integerDigits = ""
  /// What separates groups of three digits; nil where nothing does.
  var separator: String?
  var fractionDigits = ""
  /// The power of ten and the words around it, as in `×10` + `⁻³⁴`; nil when there is none.
  var power: Power?
  /// `%` with the spaces or backslash before it; nil when there is none.
  var percent: String?
  /// `…` or `...` when the digits go on.
  var ellipsis: String?

  struct Power: Sendable {
    var prefix: String
    var exponent: Int
    var style: Style
    var suffix: String

    enum Style: Sendable { case plain, superscript }
  }

  /// The power of ten that the last written digit stands for.
  var unitExponent: Int {
    (power?.exponent ?? 0) - fractionDigits.count - (percent == nil ? 0 : 2)
  }

  var value: ExactNumber {
    let digits = BigInt(integerDigits + fractionDigits) ?? 0
    return ExactNumber(isNegative ? -digits : digits, timesTenTo: unitExponent)
  }

  var unit: ExactNumber { ExactNumber(1, timesTenTo: unitExponent) }

  /// Whether the claim is an integer, which holds for that very value only.
  var isInteger: Bool {
    fractionDigits.isEmpty && power == nil && percent == nil && ellipsis == nil
  }

  /// Whether the claim is `-0.0`: the zero with a negative sign.
  var isNegativeZero: Bool { isNegative && value.isZero && ellipsis == nil }

  /// How many digits stand after the decimal point.
  var decimals: Int { fractionDigits.count }

  /// The same way of writing with the digits that `computed` has at this precision.
  func rewritten(for computed: ExactNumber) -> String {
    var copy = self
    if let exponent = power?.exponent, let magnitude = computed.decimalExponent {
      // Keep as many digits before the point as the author had.
      let wanted = magnitude - (integerDigits.count - 1)
      copy.power?.exponent = wanted
      let digits = copy.digits(of: computed)
      if String(digits.magnitude).count > integerDigits.count + decimals {
        copy.power?.exponent = wanted + 1
      }
      if integerDigits == "0" { copy.power?.exponent = exponent }
    }
    let digits = copy.digits(of: computed)
    var text = String(digits.magnitude)
    if text.count <= decimals {
      text = String(repeating: "0", count: decimals + 1 - text.count) + text
    }
    copy.integerDigits = String(text.dropLast(decimals))
    copy.fractionDigits = String(text.suffix(decimals))
    copy.isNegative = computed.isNegative
    copy.sign = copy.isNegative ? (sign == "−" ? "−" : "-") : (sign == "+" ? "+" : "")
    return copy.text
  }

  /// A number in units of this literal's last digit, rounded or, before `…`, cut off.
  private func digits(of computed: ExactNumber) -> BigInt {
    ellipsis == nil ? computed.rounded(toMultipleOf: unit) : computed.truncated(toMultipleOf: unit)
  }

  /// The literal as it is written, rebuilt from its parts.
  var text: String {
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
    if !fractionDigits.isEmpty { text += "." + fractionDigits }
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
