// NumberPosition: the order of numbers, infinities included, and the ends of types: what every value of a type
// satisfies says nothing of one.

import BigInt
import Diagnostics
import GalleyRecordFormat

/// A place among all numbers.
struct NumberPosition: Comparable {
  /// 0 for finite numbers and ±2 for the infinities. ±1 is beyond every number that can be written and before the
  /// infinities: there a type without a largest number ends.
  var rank = 0
  var exact = ExactNumber.zero

  static func infinity(isNegative: Bool) -> Self { Self(rank: isNegative ? -2 : 2) }

  /// The number of the value's own format that is nearest: `0.7` is no less than the `Double` that is written so.
  func asStored(beside value: RecordedValue) -> Self {
    guard rank == 0, case .float(let float) = value.unwrapped else { return self }
    let unit = float.ulp(at: exact)
    return Self(exact: ExactNumber(exact.rounded(toMultipleOf: unit)) * unit)
  }

  static func < (left: Self, right: Self) -> Bool {
    left.rank == right.rank ? left.exact < right.exact : left.rank < right.rank
  }
}

extension Expectation.Bound {
  var position: NumberPosition {
    switch self {
    case .number(let literal): .init(exact: literal.value)
    case .infinity(let isNegative): .infinity(isNegative: isNegative)
    case .duration(let literal, let exponent, _):
      .init(exact: literal.value * ExactNumber(1, timesTenTo: exponent))
    }
  }
}

extension Expectation.Relation {
  func holds(_ left: NumberPosition, _ right: NumberPosition) -> Bool {
    switch self {
    case .less: left < right
    case .greater: left > right
    case .lessOrEqual: left <= right
    case .greaterOrEqual: left >= right
    case .unequal: left != right
    }
  }
}

extension Comparison {
  /// The same, but not where the relations hold for every value of the type.
  func unlessAll(
    _ value: RecordedValue, _ relations: [(Expectation.Relation, Expectation.Bound)]
  ) -> Comparison {
    guard holds, let ends = value.ends else { return self }
    let isSaid = relations.contains { relation, bound in
      let bound = bound.position
      if relation == .unequal {
        let isWhole = value.duration != nil || bound.exact.wholeNumber != nil
        return isWhole && ends.contains(bound)
      }
      return !relation.holds(ends.lowerBound, bound) || !relation.holds(ends.upperBound, bound)
    }
    return isSaid ? self : Self.nothing(value)
  }

  static func nothing(_ value: RecordedValue) -> Comparison {
    let type = value.type?.short ?? "value of the type"
    return Comparison(.unjudged, "that holds for every \(type): nothing is compared")
  }
}

extension RecordedValue {
  /// The ends of a type all of whose values are finite; nil for any other.
  var ends: ClosedRange<NumberPosition>? {
    switch self {
    case .integer:
      finiteEnds.map { .init(exact: $0.lowerBound)...(.init(exact: $0.upperBound)) }
        ?? .init(rank: -1)...(.init(rank: 1))
    default: duration.map { _ in .init(rank: -1)...(.init(rank: 1)) }
    }
  }

  /// The least and the largest finite number of the type; nil where nothing is known of them.
  var finiteEnds: ClosedRange<ExactNumber>? {
    switch self {
    case .integer(_, let type):
      var name = type.full[...]
      guard name.hasPrefix("Swift.") else { return nil }
      name = name.dropFirst(6)
      let isSigned = name.first != "U"
      name = name.drop { $0 == "U" }
      guard name.hasPrefix("Int"), let bits = name.count == 3 ? 64 : Int(name.dropFirst(3)) else {
        return nil
      }
      let limit = ExactNumber(1, timesTwoTo: isSigned ? bits - 1 : bits)
      return (isSigned ? -limit : .zero)...(limit - ExactNumber(1))
    case .float(let float):
      // All bits of the significand before the largest exponent.
      let exponent = 3 - 2 * float.precision - float.leastExponent
      let largest = ExactNumber(BigInt(1) << float.precision - 1, timesTwoTo: exponent)
      return -largest...largest
    case .decimal:
      let largest = ExactNumber(BigInt(1) << 128 - 1, timesTenTo: 127)
      return -largest...largest
    default: return nil
    }
  }
}
