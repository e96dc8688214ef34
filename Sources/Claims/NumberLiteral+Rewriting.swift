// The same way of writing for another number: what a correction of a number is made of.

import BigInt
import Diagnostics

extension NumberLiteral {
  /// The same way of writing with the digits that `computed` has at this precision.
  package func rewritten(for computed: ExactNumber) -> String {
    if let binary { return Self.binaryText(computed, like: binary) ?? text }
    var copy = self
    if let exponent = power?.exponent, let magnitude = computed.decimalExponent {
      // Keep as many digits before the point as the author had.
      let wanted = magnitude - (integerDigits.count - 1)
      copy.power?.exponent = wanted
      let digits = copy.digits(of: computed)
      if String(digits.magnitude).count > integerDigits.count + decimals {
        copy.power?.exponent = wanted + 1
      }
      if integerDigits == "0" || integerDigits.isEmpty { copy.power?.exponent = exponent }
    }
    let digits = copy.digits(of: computed)
    var text = String(digits.magnitude)
    if text.count <= decimals {
      text = String(repeating: "0", count: decimals + 1 - text.count) + text
    }
    copy.integerDigits = String(text.dropLast(decimals))
    if integerDigits.isEmpty && copy.integerDigits == "0" { copy.integerDigits = "" }
    copy.fractionDigits = String(text.suffix(decimals))
    copy.isNegative = computed.isNegative
    copy.sign = copy.isNegative ? (sign == "−" ? "−" : "-") : (sign == "+" ? "+" : "")
    return copy.text
  }

  /// The ways to write `computed` that keep most of the author's form first: with the same digits, with as
  /// many decimals as the `printed` value has, without a sign, as printed.
  func candidates(for computed: ExactNumber, printed: String) -> [String] {
    var candidates = [rewritten(for: computed)]
    // Of 0.3, which is stored as a little less, nobody expects to read 0.2….
    if ellipsis != nil, power == nil, percent == nil,
      let shown = NumberLiteral(printed, in: .claim),
      shown.decimals <= decimals, shown.power == nil,
      NumberLiteral(candidates[0], in: context)?.value != shown.value
    {
      candidates.insert(context.written(printed), at: 0)
    }
    if binary == nil, power == nil, let point = printed.firstIndex(of: "."),
      printed[point...].dropFirst().allSatisfy(\.isNumber)
    {
      var longer = self
      let decimals = printed[point...].count - 1 - (percent == nil ? 0 : 2)
      longer.fractionDigits = String(repeating: "0", count: max(decimals, self.decimals))
      candidates.append(longer.rewritten(for: computed))
    }
    var unsigned = self
    unsigned.sign = ""
    candidates.append(unsigned.rewritten(for: computed.magnitude))
    // An exponent in a sentence would not be read as one.
    if !context.isText || !printed.contains("e") { candidates.append(context.written(printed)) }
    return candidates
  }

  /// A number in units of this literal's last digit, rounded or, before `…`, cut off.
  private func digits(of computed: ExactNumber) -> BigInt {
    ellipsis == nil ? computed.rounded(toMultipleOf: unit) : computed.truncated(toMultipleOf: unit)
  }

  /// `0x1F` for a whole number, `0x1.8p-3` for another; nil where binary digits have no end.
  private static func binaryText(_ number: ExactNumber, like binary: String) -> String? {
    guard let (significand, exponent) = number.binaryParts else { return nil }
    let sign = number.isNegative ? "-" : ""
    let radix = binary.hasPrefix("0b") ? 2 : binary.hasPrefix("0o") ? 8 : 16
    let isUppercase = binary.dropFirst(2).contains(where: \.isUppercase)
    if exponent >= 0 && !binary.contains("p") {
      guard exponent <= 4096 else { return nil }
      let digits = String(significand << exponent, radix: radix, uppercase: isUppercase)
      return sign + binary.prefix(2) + laidOut(digits, like: binary.dropFirst(2))
    }
    guard radix == 16 else { return nil }
    // One bit before the point, and the others in groups of four behind it.
    let bits = max(significand.bitWidth - 1, 0)
    let padded = significand << ((4 - bits % 4) % 4)
    var digits = String(padded, radix: 16, uppercase: isUppercase)
    let first = digits.removeFirst()
    return "\(sign)0x\(first)\(digits.isEmpty ? "" : ".")\(digits)p\(exponent + bits)"
  }

  /// As wide as the author wrote them where zeros led, and in the author's groups.
  private static func laidOut(_ digits: String, like written: Substring) -> String {
    let width = written.first == "0" ? written.count { $0 != "_" } : 0
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    guard let last = written.split(separator: "_").last, last.count < written.count else {
      return padded
    }
    return padded.grouped(by: last.count, fromEnd: true).joined(separator: "_")
  }
}

extension NumberLiteral.Context {
  /// A number in Swift's words, as it is written here.
  fileprivate func written(_ printed: String) -> String { notation?.written(printed) ?? printed }
}
