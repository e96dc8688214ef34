// What numbers in a formula come to: fractions, roots, powers, binomials, and sums and products of them.

import Foundation

extension MathMLElement {
  /// The value of what consists of numbers only; nil where it is no such thing.
  var constant: Double? {
    switch name {
    case "mn": return Double(text)
    case "mrow", "mstyle": return Self.constant(children)
    case "msqrt": return Self.constant(children)?.squareRoot()
    case "msup":
      guard children.count == 2, let base = children[0].constant,
        let exponent = children[1].constant
      else { return nil }
      return pow(base, exponent)
    case "mfrac":
      guard children.count == 2, let above = children[0].constant, let below = children[1].constant
      else { return nil }
      guard self["linethickness"]?.hasPrefix("0") == true else { return above / below }
      guard below >= 0, below <= above, above <= 1000, above == above.rounded(),
        below == below.rounded()
      else { return nil }
      return (0..<Int(below)).reduce(1.0) { ($0 * (above - Double($1)) / Double($1 + 1)).rounded() }
    default: return nil
    }
  }

  private static func constant(_ elements: [MathMLElement]) -> Double? {
    var rest = elements[...]
    guard let value = sum(&rest), rest.isEmpty else { return nil }
    return value
  }

  /// Reads a sum from the front of `rest`.
  private static func sum(_ rest: inout ArraySlice<MathMLElement>) -> Double? {
    guard var value = product(&rest) else { return nil }
    while let sign = take("+−", &rest) {
      guard let next = product(&rest) else { return nil }
      value += sign == "+" ? next : -next
    }
    return value
  }

  /// Two numbers side by side are no product of ours: `2 3` may be a digit group.
  private static func product(_ rest: inout ArraySlice<MathMLElement>) -> Double? {
    guard var value = factor(&rest) else { return nil }
    while let sign = take("⋅×/", &rest) {
      guard let next = factor(&rest) else { return nil }
      value = sign == "/" ? value / next : value * next
    }
    return value
  }

  private static func factor(_ rest: inout ArraySlice<MathMLElement>) -> Double? {
    if take("−", &rest) != nil { return factor(&rest).map { -$0 } }
    if take("(", &rest) != nil {
      guard let value = sum(&rest), take(")", &rest) != nil else { return nil }
      return value
    }
    return rest.popFirst()?.constant
  }

  private static func take(
    _ signs: String, _ rest: inout ArraySlice<MathMLElement>
  ) -> Character? {
    guard let first = rest.first, first.name == "mo", first.text.count == 1,
      let sign = first.text.first, signs.contains(sign)
    else { return nil }
    rest.removeFirst()
    return sign
  }
}
