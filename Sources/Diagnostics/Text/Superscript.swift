// Superscript: exponents in the raised digits of Unicode, as in 10⁻¹².

package enum Superscript {
  private static let pairs: [(plain: Unicode.Scalar, raised: Unicode.Scalar)] = [
    ("0", "⁰"), ("1", "¹"), ("2", "²"), ("3", "³"), ("4", "⁴"), ("5", "⁵"), ("6", "⁶"),
    ("7", "⁷"), ("8", "⁸"), ("9", "⁹"), ("-", "⁻"), ("+", "⁺"),
  ]

  /// The text with its digits and signs raised; what cannot be raised stays.
  package static func write(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(pairs.first { $0.plain == scalar }?.raised ?? scalar)
    }
    return String(result)
  }

  /// The plain character that a raised one stands for.
  package static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    pairs.first { $0.raised == scalar }?.plain
  }
}
