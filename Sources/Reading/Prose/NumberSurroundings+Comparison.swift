// Two numbers on the two sides of a relation, both of which a reader sees: what is written decides whether it is so.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// `8✓ m < 10✓ m`: both are values, and what is said of the two is decided by what is written.
  func compare(
    _ other: NumberLiteral, _ unit: String, _ sign: Range<Int>, sideEnd: Int
  ) throws(UnclearNumber) {
    let text = shown.text(sign)
    guard hasUnit(unit) else {
      throw unclear(
        unit.isEmpty
          ? "a unit stands behind it, and none behind the number on the other side of its relation; write both "
            + "in the same unit, or words for the sign"
          : "‘\(unit)’ stands behind the number on the other side of its relation, and not behind this one; write "
            + "both in the same unit, or words for the sign, as in “1 h, that is 60 min”")
    }
    // `5✓ × 8✓ = 40✓`, `8✓ = 5✓ + 3✓`
    let left = shown.claimedSum(before: sideEnd)
    let right = shown.claimedSum(from: number.lowerBound)
    if left == nil, right == nil, isJoinedBehind { throw isPart }
    // `8✓ batches × 5✓ examples = 40✓ examples`
    let claims = shown.claims.filter { $0 < shown.comment }.suffix(2)
    if claims.count == 2,
      let first = claims.first.flatMap(shown.number(ofClaimAt:))?.glyphs.lowerBound,
      !(first..<sign.lowerBound).contains(where: shown.isBoundary),
      isArithmetic(from: first, to: sign.lowerBound)
    {
      return
    }
    if left == nil, isPutTogether(before: shown.startOfNumber(endingAt: sideEnd)) {
      throw unclear(
        "several numbers stand before ‘\(text)’, and only the last would be compared; say it in a sentence, as in “8 of "
          + "40 are 20%”, or compare each by itself")
    }
    if left != nil || right != nil {
      let isSo: Bool
      if let left, right == nil {
        isSo = literal?.agrees(with: left) == true
      } else if left == nil, let right {
        isSo = other.agrees(with: right)
      } else {
        isSo = false
      }
      if Self.isNear(text), isSo { return }
      throw unclear(
        "what stands \(left == nil ? "behind" : "before") ‘\(text)’ comes to another number; mend the one or "
          + "the other")
    }
    guard let literal, Self.holds(other.value, other.unit, text, literal) else {
      throw unclear(
        "‘\(other.text) \(text) \(shown.text(number))’ is not so; mend the relation or the numbers")
    }
  }

  /// Whether this number has the unit of the one on the other side, and no more of one: `m` is not the beginning of `min`.
  func hasUnit(_ unit: String) -> Bool {
    var index = number.upperBound
    for scalar in unit.unicodeScalars {
      while let glyph = shown[index], glyph.isSpace || glyph.isOpening || glyph.isClosing {
        index += 1
      }
      guard shown[index]?.scalar == scalar else { return false }
      index += 1
    }
    if unit.isEmpty {
      while let glyph = shown[index], glyph.isSpace { index += 1 }
      return !Self.units.contains(word(from: index))
    }
    // `1✓ run < 8✓ runs`
    if shown[index]?.scalar == "s", shown[index + 1]?.isWordPart != true { return true }
    return shown[index].map { !$0.isWordPart && !($0.isNumeric && !$0.isSpace) } ?? true
  }

  private static let units: Set<String> = [
    "m", "km", "cm", "mm", "s", "ms", "min", "h", "kg", "g", "mg", "K", "J", "eV", "W", "V", "A",
    "Hz", "Pa", "N", "nats", "bits", "dB", "rad",
  ]

  /// Whether two numbers stand in a relation, as they are written. Two that are near are the same, rounded to the
  /// fewer digits.
  static func holds(
    _ left: ExactNumber, _ leftUnit: ExactNumber, _ sign: String, _ literal: NumberLiteral
  ) -> Bool {
    let right = literal.value
    switch relations[sign] {
    case .less: return left < right
    case .greater: return right < left
    case .lessOrEqual: return !(right < left)
    case .greaterOrEqual: return !(left < right)
    case .unequal: return !(left == right)
    case nil: break
    }
    if sign == "→" || left == right { return true }
    guard isNear(sign), !["=", "==", "≡", ":=", "≔"].contains(sign) else { return false }
    let unit = leftUnit < literal.unit ? literal.unit : leftUnit
    return left.rounded(toMultipleOf: unit) == right.rounded(toMultipleOf: unit)
  }

  static func isNear(_ sign: String) -> Bool { relations[sign] == nil && sign != "→" }
}
