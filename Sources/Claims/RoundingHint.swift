// RoundingHint: what else somebody may have meant by a whole number. It claims that very value, for it has no decimals to
// round to; who writes 30286 of 30286.32 mostly knows no more than its digits, and can say so in other ways.

import BigInt
import Diagnostics
import GalleyRecordFormat

extension Expectation {
  /// Ways to write a refuted whole number that hold for all values, for those that round to it; nil where there is none.
  package func roundingHint(for values: [RecordedValue]) -> String? {
    guard case .number(let literal) = self, literal.isInteger, literal.binary == nil,
      literal.fault == nil, let value = values.last, let number = value.exactNumber,
      number.wholeNumber == nil
    else { return nil }
    let zeros = literal.integerDigits.reversed().prefix { $0 == "0" }.count
    let step = ExactNumber(1, timesTenTo: zeros)
    guard ExactNumber(number.rounded(toMultipleOf: step)) * step == literal.value else {
      return nil
    }
    let forms = literal.roundedForms(of: number, zeros: zeros, printed: value.description)
    let holding = forms.filter { text in
      guard let claim = Correction.read(text, like: self) else { return false }
      return values.allSatisfy { Comparison.of($0, claim).holds }
    }
    guard !holding.isEmpty else { return nil }
    return "a whole number claims exactly that value; rounded, it may be "
      + holding.joined(separator: " or ")
  }
}

extension NumberLiteral {
  /// The number with one decimal, with a power of ten, and, where a claim may say it, with a tolerance.
  fileprivate func roundedForms(of number: ExactNumber, zeros: Int, printed: String) -> [String] {
    var decimal = self
    decimal.fractionDigits = "0"
    decimal.decimalMark = context.notation?.decimal == .comma ? "," : "."
    var forms = Array(decimal.candidates(for: number, printed: printed).prefix(1))
    let digits = String(integerDigits.drop { $0 == "0" }.dropLast(zeros))
    if let first = digits.first, digits.count > 1 {
      let exponent = String(digits.count + zeros - 1)
      let mantissa = "\(sign)\(first)\(decimal.decimalMark)\(digits.dropFirst())"
      forms.append(
        context.isText
          ? "\(mantissa) × 10\(Superscript.write(exponent))" : "\(mantissa)e\(exponent)")
    }
    if !context.isText {
      let margin = zeros == 0 ? "0.5" : "5" + String(repeating: "0", count: zeros - 1)
      forms.append("\(text) ± \(margin)")
    }
    return forms
  }
}
