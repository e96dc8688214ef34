// ValueChange: how far a correction goes from what was claimed. Other digits are one thing; another leading digit,
// another sign or another shape may mean that the code is wrong and not the number.

import Diagnostics

package struct ValueChange: Hashable, Sendable {
  /// From the harmless to what should be looked at.
  package enum Kind: Int, Comparable, Sendable {
    /// Digits behind the leading one.
    case digits
    /// The first digit that is not zero, or what it stands for: 0.5 and 0.05.
    case leadingDigit
    case sign
    /// Other words, another case or type, another truth value, more or fewer parts.
    case shape

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package var kind: Kind
  /// How much larger the new number is, in parts of the old one's magnitude; of several the largest change. Nil where
  /// none is a number, or the old one is zero.
  package var relative: Double?

  static let none = ValueChange(kind: .digits)
  package static let shape = ValueChange(kind: .shape)

  /// Both changes at once.
  func joined(_ other: ValueChange) -> ValueChange {
    let sizes = [relative, other.relative].compactMap { $0 }
    return ValueChange(
      kind: max(kind, other.kind), relative: sizes.max { $0.magnitude < $1.magnitude })
  }
}

// MARK: - Of texts

extension ValueChange {
  /// From one claim in an example to another.
  package static func ofClaim(_ old: String, _ new: String) -> ValueChange {
    guard let old = try? Expectation.read(ClaimLayout.joined(old)),
      let new = try? Expectation.read(ClaimLayout.joined(new))
    else { return .shape }
    return of(old, new)
  }

  /// From one number in a sentence or a formula to another.
  package static func ofNumber(
    _ old: String, _ new: String, notation: NumberNotation = .point
  ) -> ValueChange {
    guard let old = NumberLiteral(old, in: .text(notation)),
      let new = NumberLiteral(new, in: .text(notation))
    else { return .shape }
    return of(old, new)
  }

  /// From one output in quotation marks to another.
  package static func ofOutput(_ old: String, _ new: String) -> ValueChange {
    func text(_ quoted: String) -> String {
      var cursor = TextCursor(quoted)
      return SwiftString.read(&cursor) ?? quoted
    }
    return ofText(text(old), text(new))
  }

  /// The same words may stand around other numbers.
  private static func ofText(_ old: String, _ new: String) -> ValueChange {
    let (old, new) = (WordsAndNumbers(old), WordsAndNumbers(new))
    guard old.words == new.words else { return .shape }
    return zip(old.numbers, new.numbers).reduce(.none) { $0.joined(of($1.0, $1.1)) }
  }
}

// MARK: - Of what they say

extension ValueChange {
  private static func of(_ old: Expectation, _ new: Expectation) -> ValueChange {
    switch (old, new) {
    case (.number(let old), .number(let new)): return of(old, new)
    case (.near(let old, let oldSize), .near(let new, let newSize)):
      return oldSize.text == newSize.text ? of(old, new) : .shape
    case (.string(let old), .string(let new)), (.printed(let old, _), .printed(let new, _)),
      (.printed(let old, _), .string(let new)):
      return ofText(old, new)
    case (.interval(let low, let high, let isOpen), .interval(let newLow, let newHigh, let isNew))
    where isOpen == isNew:
      return of(optional: low, newLow).joined(of(optional: high, newHigh))
    case (.array(let old), .array(let new)): return of(all: old, new)
    case (.tuple(let old), .tuple(let new)): return of(parts: old, new)
    case (.object(let type, let old), .object(let newType, let new)) where type == newType:
      return of(parts: old, new)
    case (.enumCase(let type, let name, let old?), .enumCase(let newType, let newName, let new?))
    where type == newType && name == newName:
      return of(parts: old, new)
    case (.dictionary(let old), .dictionary(let new)):
      guard old.map(\.key.text) == new.map(\.key.text) else { return .shape }
      return of(all: old.map(\.value), new.map(\.value))
    default: return old.text == new.text ? .none : .shape
    }
  }

  private static func of(optional old: Expectation?, _ new: Expectation?) -> ValueChange {
    guard let old, let new else { return old == nil && new == nil ? .none : .shape }
    return of(old, new)
  }

  private static func of(parts old: [Expectation.Part], _ new: [Expectation.Part]) -> ValueChange {
    guard old.map(\.label) == new.map(\.label) else { return .shape }
    return of(all: old.map(\.expectation), new.map(\.expectation))
  }

  private static func of(all old: [Expectation], _ new: [Expectation]) -> ValueChange {
    guard old.count == new.count else { return .shape }
    return zip(old, new).reduce(.none) { $0.joined(of($1.0, $1.1)) }
  }

  private static func of(_ old: NumberLiteral, _ new: NumberLiteral) -> ValueChange {
    guard old.fault == nil, new.fault == nil else { return .shape }
    let (from, to) = (old.value, new.value)
    let change = to - from
    var relative: Double?
    if !from.isZero {
      // Exactly, but for the last digits: of numbers below all of `Double` too.
      let unit = from.magnitude * ExactNumber(1, timesTenTo: -17)
      let size = Double(change.magnitude.rounded(toMultipleOf: unit)) / 1e17
      if size.isFinite { relative = change.isNegative ? -size : size }
    }
    let kind: Kind =
      if old.isNegative != new.isNegative, !from.isZero || !to.isZero {
        .sign
      } else {
        from.leadingDigit == to.leadingDigit ? .digits : .leadingDigit
      }
    return ValueChange(kind: kind, relative: relative)
  }
}

extension ExactNumber {
  /// The first digit that is not zero, with the power of ten that it stands for; nil for zero.
  fileprivate var leadingDigit: ExactNumber? {
    guard let exponent = decimalExponent else { return nil }
    let unit = ExactNumber(1, timesTenTo: exponent)
    return ExactNumber(magnitude.truncated(toMultipleOf: unit)) * unit
  }
}

/// A text with its numbers taken out.
private struct WordsAndNumbers {
  var words = [""]
  var numbers: [NumberLiteral] = []

  init(_ text: String) {
    var cursor = TextCursor(text)
    while let next = cursor.next {
      let isInWord = cursor.previous?.isWordPart ?? false
      var attempt = cursor
      // The hyphen of `2026-11-21` is no sign, and `x2` no number.
      if !isInWord, next.isDigit || "-−+.".unicodeScalars.contains(next),
        let number = NumberLiteral.read(&attempt, in: .claim)
      {
        numbers.append(number)
        words.append("")
        cursor = attempt
      } else {
        words[words.count - 1].unicodeScalars.append(next)
        cursor.advance()
      }
    }
  }
}
