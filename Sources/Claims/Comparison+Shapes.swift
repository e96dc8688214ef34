// Values with parts: the shapes must be equal, and each part holds by its own rule.

import Diagnostics
import GalleyRecordFormat

extension Comparison {
  static func shaped(_ expectation: Expectation, _ value: RecordedValue) -> Comparison {
    if case .array = expectation, value.shown?.isUnread ?? false { return unread }
    switch (expectation, value) {
    case (.array(let wanted), .list(let got, _)): return inOrder(wanted, got)
    case (.array(let wanted), .set(let got, _)): return unordered(wanted, got)
    case (.dictionary(let wanted), .dictionary(let got, true, _)): return inOrder(wanted, got)
    case (.dictionary(let wanted), .dictionary(let got, false, _)): return keyed(wanted, got)
    case (.tuple(let wanted), .tuple(let got)): return parts(wanted, got)
    case (.object(let name, let wanted), _): return object(name, wanted, value)
    case (.enumCase(let type, let name, let wanted), .enumCase(let caseName, let got, let shown)):
      guard name.isSame(as: caseName),
        type.map({ TypePath($0).names(TypePath(full: shown.type.full)) }) ?? true
      else { return Comparison(false, "the same case") }
      return wanted.map { parts($0, got) } ?? Comparison(true, "the same case")
    case (.enumCase(nil, "none", nil), .none), (.enumCase("Optional", "none", nil), .none):
      return Comparison(true, "the same value")
    case (.enumCase, .none): return mismatch("the same case", value)
    case (.enumCase(let type?, "self", nil), .opaque(let shown)) where shown.metatype != nil:
      let isNamed = shown.metatype.map { TypePath(type).names(TypePath(full: $0.full)) } ?? false
      return Comparison(isNamed, "the same type")
    default: return mismatch("the same shape", value)
    }
  }

  private static let unread = Comparison(
    .unjudged, "a sequence that is lazy, or may be read only once, was not read: write Array(…)")

  /// `Type(a: 1)`, and what reads like it: `Shape.circle(r: 1)`, `Int8(5)`, `Set([1, 2])`.
  private static func object(
    _ name: String, _ wanted: [Expectation.Part], _ value: RecordedValue
  ) -> Comparison {
    let path = TypePath(name)
    if case .enumCase(let caseName, let got, let shown) = value {
      guard path.name.isSame(as: caseName),
        path.qualifier.map({ $0.names(TypePath(full: shown.type.full)) }) ?? true
      else { return Comparison(false, "the same case") }
      return parts(wanted, got)
    }
    guard let type = value.type,
      value.shown?.type.short.isSame(as: name) ?? false || path.names(TypePath(full: type.full))
    else { return mismatch("the same type", value) }
    if let range = BoundedRange(value), wanted.first?.label != nil {
      return parts(wanted, range.parts)
    }
    let single = wanted.count == 1 && wanted[0].label == nil ? wanted[0].expectation : nil
    if let got = value.ownParts, BoundedRange(value) == nil {
      let comparison = parts(wanted, got)
      // What stands alone may be the elements too.
      guard let single, !comparison.holds else { return comparison }
      switch value {
      case .object where value.shown?.isUnread ?? false:
        if case .array = single { return unread }
        return comparison
      case .object: return comparison
      default: return of(value, single)
      }
    }
    switch value {
    case .opaque:
      if case .array? = single, value.shown?.isUnread ?? false { return unread }
      return mismatch("the same type", value)
    case .list(let got, let shown) where shown.type.full.hasPrefix("Swift.SIMD"):
      return parts(wanted, got.map { .init(label: "", value: $0) })
    case .list where single == nil, .set where single == nil, .dictionary where single == nil:
      return Comparison(.unjudged, "the value shows no parts of its own: claim its elements")
    default:
      return single.map { of(value, $0) } ?? mismatch("the same shape", value)
    }
  }

  private static func parts(
    _ wanted: [Expectation.Part], _ got: [RecordedValue.Part]
  ) -> Comparison {
    inOrder(wanted, got) { wanted, got in
      if let label = wanted.label, !label.isSame(as: got.label) {
        return Comparison(false, "the same labels")
      }
      return of(got.value, wanted.expectation)
    }
  }

  private static func inOrder(_ wanted: [Expectation], _ got: [RecordedValue]) -> Comparison {
    inOrder(wanted, got) { of($1, $0) }
  }

  private static func inOrder(
    _ wanted: [(key: Expectation, value: Expectation)], _ got: [RecordedValue.Pair]
  ) -> Comparison {
    inOrder(wanted, got) { wanted, got in
      let key = of(got.key, wanted.key)
      return key.holds
        ? of(got.value, wanted.value) : Comparison(key.verdict, "the same keys in order")
    }
  }

  private static func inOrder<Wanted, Got: Countable>(
    _ wanted: [Wanted], _ got: [Got], _ compare: (Wanted, Got) -> Comparison
  ) -> Comparison {
    if let problem = counted(wanted.count, got) { return problem }
    return each(zip(wanted, got).map(compare))
  }

  // MARK: - Without an order

  /// Nil where there are as many parts as claimed, and all are known.
  private static func counted<Got: Countable>(_ wanted: Int, _ got: [Got]) -> Comparison? {
    let isCut = got.last?.isCut ?? false
    if isCut && wanted >= got.count { return cut }
    return wanted == got.count ? nil : Comparison(false, "the same number of parts")
  }

  /// A set has no order: every expectation must find an element of its own.
  private static func unordered(_ wanted: [Expectation], _ got: [RecordedValue]) -> Comparison {
    paired(wanted, got, keys: wanted, values: got, "the same elements", comparing: { of($1, $0) })
  }

  private static func keyed(
    _ wanted: [(key: Expectation, value: Expectation)], _ got: [RecordedValue.Pair]
  ) -> Comparison {
    paired(
      wanted, got, keys: wanted.map(\.key), values: got.map(\.key),
      "the same keys, each value by its own rule",
      comparing: { wanted, got in
        let key = of(got.key, wanted.key)
        return key.holds ? of(got.value, wanted.value) : key
      })
  }

  private static func paired<Wanted, Got: Countable>(
    _ wanted: [Wanted], _ got: [Got], keys: [Expectation], values: [RecordedValue],
    _ rule: Sentence, comparing compare: (Wanted, Got) -> Comparison
  ) -> Comparison {
    if let problem = counted(wanted.count, got) { return problem }
    let pairing = ExactPairing(keys, values)
    guard pairing.isPossible else { return Comparison(false, rule) }
    var unjudged: Comparison?
    for (left, right) in pairing.pairs {
      let comparison = compare(wanted[left], got[right])
      if comparison.verdict == .refuted { return Comparison(false, rule) }
      if comparison.verdict == .unjudged { unjudged = comparison }
    }
    let (left, right) = (pairing.wantedRest, pairing.gotRest)
    guard left.count * right.count <= Pairing.limit else {
      return Comparison(
        .unjudged, "too many parts without an order that are not claimed exactly")
    }
    var doubt: Comparison?
    let choices = left.map { left in
      right.indices.filter { index in
        let comparison = compare(wanted[left], got[right[index]])
        if comparison.verdict == .unjudged { doubt = comparison }
        return comparison.holds
      }
    }
    let isComplete = !Pairing.partners(choices, count: right.count).contains(nil)
    return isComplete ? unjudged ?? Comparison(true, rule) : doubt ?? Comparison(false, rule)
  }
}

/// What a collection's parts must tell before they are counted.
private protocol Countable {
  /// Whether this stands for parts that were not recorded.
  var isCut: Bool { get }
}

extension RecordedValue: Countable {
  fileprivate var isCut: Bool {
    if case .cut = self { return true }
    return false
  }
}

extension RecordedValue.Part: Countable {
  fileprivate var isCut: Bool { label.isEmpty && value.isCut }
}

extension RecordedValue.Pair: Countable {
  fileprivate var isCut: Bool { value.isCut }
}
