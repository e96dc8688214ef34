// Numbers and well-known functions of numbers on the other side of a relation, which are computed.

import Claims
import Diagnostics

extension NumberSurroundings {
  /// Whether what numbers come to stands in this relation to the number, `0 ≤ 0.66`.
  func isSo(_ value: Double, _ sign: String, _ literal: NumberLiteral) -> Bool {
    if Self.isNear(sign) { return literal.agrees(with: value) }
    guard hasUnit(""), shown[number.upperBound]?.scalar != "°", let relation = Self.relations[sign]
    else { return false }
    let ends = [literal.amount - literal.margin, literal.amount + literal.margin]
    return switch relation {
    case .less: ends.allSatisfy { value < $0 }
    case .lessOrEqual: ends.allSatisfy { value <= $0 }
    case .greater: ends.allSatisfy { value > $0 }
    case .greaterOrEqual: ends.allSatisfy { value >= $0 }
    default: false
    }
  }

  /// Whether nothing stands before a number that could make it a part of something: `0 ≤ x`, and not `in 2023 > x`.
  func beginsClause(_ start: Int) -> Bool {
    guard let last = shown.glyphs[shown.since(start)].lastIndex(where: { !$0.isSpace }) else {
      return true
    }
    if shown.glyphs[last].isOpening || shown.isBoundary(last) { return true }
    if shown.glyphs[last].formula != shown[start]?.formula { return true }
    var begin = last
    while shown[begin - 1]?.isLetter == true { begin -= 1 }
    return [
      "that", "since", "as", "so", "because", "see", "have", "if", "and", "where", "with", "while",
    ]
    .contains(word(from: begin).lowercased())
  }

  /// `max(3, 5)`, `⌊π⌋`: a function that everybody knows.
  func isFunction(_ side: Range<Int>) -> Bool {
    side.contains { "⌊⌈|∣√".unicodeScalars.contains(shown.glyphs[$0].scalar) }
      || side.contains { index in
        shown[index]?.isLetter == true && shown[index - 1]?.isLetter != true
          && Functions.isKnown(
            String(
              String.UnicodeScalarView(
                shown.glyphs[index..<side.upperBound].prefix {
                  $0.isLetter && $0.scalar != ShownText.index
                }
                .map(\.scalar))))
      }
  }
}
