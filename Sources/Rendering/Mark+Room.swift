// How far a claim is from being refuted, in words of a page.

import Diagnostics
import Foundation

extension Mark.Room {
  /// `−0.00024, +0.00076`; what has no end is ∞.
  func words(in language: Language) -> String {
    if down == 0, up == 0 { return language[.marginNone] }
    func side(_ sign: String, _ size: Double?) -> String {
      sign + (size.map { ShortNumber.text(Self.shortened($0), language.notation) } ?? "∞")
    }
    return side("−", down) + ", " + side("+", up)
  }

  /// Two digits that do not flatter: a margin is not said to be larger than it is.
  private static func shortened(_ size: Double) -> Double {
    guard size > 0, size.isFinite else { return size }
    let exponent = Int(log10(size).rounded(.down))
    let whole = Int((size / pow(10, Double(exponent - 1))).rounded(.down))
    for count in [whole, whole - 1] {
      if let written = Double("\(count)e\(exponent - 1)"), written <= size { return written }
    }
    return size
  }
}
