// ExactPairing: the pairs that are plain before anything is tried. Of an integer, a text, a boolean or the name
// of a case there can be one value only that it holds for; thousands of them are found by hashing.

import BigInt
import GalleyRecordFormat

/// Claims of elements or keys, and values, paired where there is no choice.
struct ExactPairing {
  /// Indices of claims and of values.
  private(set) var pairs: [(wanted: Int, got: Int)] = []
  /// Claims for which several values may hold.
  private(set) var wantedRest: [Int] = []
  private(set) var gotRest: [Int] = []
  /// Whether each exact claim found a value.
  private(set) var isPossible = true

  init(_ wanted: [Expectation], _ got: [RecordedValue]) {
    var places: [Key: [Int]] = [:]
    for (index, value) in got.enumerated().reversed() {
      for key in Self.keys(of: value) { places[key, default: []].append(index) }
    }
    var isTaken = [Bool](repeating: false, count: got.count)
    for (index, expectation) in wanted.enumerated() {
      guard let key = Self.key(of: expectation) else {
        wantedRest.append(index)
        continue
      }
      var place: Int?
      while let last = places[key]?.popLast(), place == nil {
        if !isTaken[last] { place = last }
      }
      guard let place else {
        isPossible = false
        return
      }
      isTaken[place] = true
      pairs.append((index, place))
    }
    gotRest = got.indices.filter { !isTaken[$0] }
  }

  private enum Key: Hashable {
    case number(BigInt)
    /// Scalar by scalar.
    case text([Unicode.Scalar])
    case boolean(Bool)
    case enumCase([Unicode.Scalar])
    case none
  }

  /// Nil where the claim may hold for different values.
  private static func key(of expectation: Expectation) -> Key? {
    switch expectation {
    case .number(let literal)
    where literal.isInteger && !literal.isNegativeZero && literal.binary == nil
      && literal.fault == nil:
      BigInt(literal.integerDigits).map { .number(literal.isNegative ? -$0 : $0) }
    case .string(let text): .text(Array(text.unicodeScalars))
    case .boolean(let value): .boolean(value)
    case .enumCase(nil, let name, nil) where name != "some" && name != "none":
      .enumCase(Array(name.unicodeScalars))
    case .none: Key.none
    default: nil
    }
  }

  /// Every key by which a claim that holds for this value may look for it.
  private static func keys(of value: RecordedValue) -> [Key] {
    let inner = value.unwrapped
    var keys: [Key] = inner.shown?.printed.map { [.text(Array($0.unicodeScalars))] } ?? []
    switch inner {
    case .text(let text): keys.append(.text(Array(text.unicodeScalars)))
    case .boolean(let flag): keys.append(.boolean(flag))
    case .enumCase(let name, _, _): keys.append(.enumCase(Array(name.unicodeScalars)))
    case .none: keys.append(.none)
    default: if let whole = inner.exactNumber?.wholeNumber { keys.append(.number(whole)) }
    }
    return keys
  }
}
