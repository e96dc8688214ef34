// PowerOfTen: a number of Swift's with an exponent, as it is printed in a book.

import Diagnostics
import Markup

enum PowerOfTen {
  /// `10⁻¹⁰` for `1e-10`, `2.5 × 10⁻⁹` for `2.5e-9`; anything else as it is.
  static func written(_ text: String) -> String {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, Double(parts[0]) != nil, let exponent = Int(parts[1]) else {
      return text
    }
    let power = Superscript.write(String(exponent))
    return (parts[0] == "1" ? "10" : "\(parts[0])\u{A0}×\u{A0}10") + power
  }
}
