// ValueEncoder: any Swift value with its exact bits and its shape. Only values that somebody makes a claim about come
// here, so looking may cost something; but it must not change what it looks at.

import GalleyRecordFormat

struct ValueEncoder {
  /// How many parts of one value are sent; a larger one is marked as cut.
  static let partLimit = 20_000
  static let depthLimit = 32
  static let textLimit = 100_000

  /// How many more parts may be sent.
  private var budget = partLimit
  /// How many more may be sent of what collections keep besides their elements, to which nothing is lost by it.
  private var spare = 5_000
  /// Names of types, each of which is made once: the elements of a list have one for all.
  private var names: [ObjectIdentifier: RecordedValue.TypeName] = [:]

  mutating func name(of type: Any.Type) -> RecordedValue.TypeName {
    if let known = names[ObjectIdentifier(type)] { return known }
    let name = Self.name(of: type)
    names[ObjectIdentifier(type)] = name
    return name
  }

  static func encode<Value>(_ value: Value) -> RecordedValue {
    var encoder = ValueEncoder()
    return encoder.encode(value, depth: 0)
  }

  private mutating func encode(_ value: Any, depth: Int) -> RecordedValue {
    budget -= 1
    guard budget >= 0, depth < Self.depthLimit else { return .cut }
    if let number = plainNumber(value) { return number }
    // A box that Swift puts around keys, of which no reader knows.
    if type(of: value) == AnyHashable.self, let hashable = value as? AnyHashable {
      return encode(hashable.base, depth: depth)
    }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      guard let wrapped = mirror.children.first else { return .none }
      return .some(encode(wrapped.value, depth: depth + 1))
    }
    if let scalar = scalar(value) { return scalar }
    switch mirror.displayStyle {
    case .tuple: return .tuple(parts(mirror.children, depth))
    case .enum: return enumCase(value, mirror, depth)
    case .dictionary: return dictionary(value, mirror, depth)
    case .set where value is any SetAlgebra || Self.isFoundation(value):
      return .set(elements(mirror.children.lazy.map(\.value), depth), shown(value))
    // A set with an order is told by what it cannot do: it is no algebra of sets.
    case .collection where !(value is any Hashing), .set:
      return .list(elements(mirror.children.lazy.map(\.value), depth), shown(value))
    default:
      if let list = list(value, mirror, depth) { return list }
      return object(value, mirror, depth)
    }
  }

  // MARK: - Parts

  /// Stops where the budget ends: the rest of a long value is one mark, not millions.
  private mutating func elements(_ values: some Sequence<Any>, _ depth: Int) -> [RecordedValue] {
    var elements: [RecordedValue] = []
    for value in values {
      guard budget > 0 else {
        elements.append(.cut)
        break
      }
      elements.append(encode(value, depth: depth + 1))
    }
    return elements
  }

  private mutating func parts(_ children: Mirror.Children, _ depth: Int) -> [RecordedValue.Part] {
    var parts: [RecordedValue.Part] = []
    for child in children {
      // A place in a tuple is no label: ‘.0’.
      let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 } ?? ""
      guard budget > 0 else {
        parts.append(.init(label: "", value: .cut))
        break
      }
      guard let (label, value) = Self.property(label, child.value) else { continue }
      parts.append(.init(label: label, value: encode(value, depth: depth + 1)))
    }
    return parts
  }

  private mutating func enumCase(_ value: Any, _ mirror: Mirror, _ depth: Int) -> RecordedValue {
    guard let child = mirror.children.first else {
      return .enumCase(Self.caseName(value), [], shown(value))
    }
    // The payload stands in one child, a tuple when there are several or labels.
    let inner = Mirror(reflecting: child.value)
    let payload =
      inner.displayStyle == .tuple && !inner.children.isEmpty
      ? parts(inner.children, depth)
      : [.init(label: "", value: encode(child.value, depth: depth + 1))]
    return .enumCase(child.label ?? Self.caseName(value), payload, shown(value))
  }

  private mutating func dictionary(_ value: Any, _ mirror: Mirror, _ depth: Int) -> RecordedValue {
    var pairs: [RecordedValue.Pair] = []
    for child in mirror.children {
      guard budget > 0 else {
        pairs.append(.init(key: .cut, value: .cut))
        break
      }
      let pair = Array(Mirror(reflecting: child.value).children)
      guard pair.count == 2 else { return .opaque(shown(value)) }
      pairs.append(
        .init(
          key: encode(pair[0].value, depth: depth + 1),
          value: encode(pair[1].value, depth: depth + 1)))
    }
    return .dictionary(pairs, isOrdered: Self.hasOrder(dictionary: value), shown(value))
  }

  private mutating func list(_ value: Any, _ mirror: Mirror, _ depth: Int) -> RecordedValue? {
    if let elements = SeenElements.of(value) {
      let parts = self.elements(elements, depth)
      var shown = shown(value)
      if !shown.type.full.hasPrefix("Swift."), !(value is any CustomReflectable) {
        swap(&budget, &spare)
        shown.own = self.parts(fields(mirror), depth)
        swap(&budget, &spare)
      }
      return value is any Hashing ? .set(parts, shown) : .list(parts, shown)
    }
    return nil
  }

  /// What a structure or an object keeps, that of its ancestors first.
  private func fields(_ mirror: Mirror) -> Mirror.Children {
    var fields = Self.observed(Array(mirror.children))
    var ancestor = mirror.superclassMirror
    while let current = ancestor {
      fields = Self.observed(Array(current.children)) + fields
      ancestor = current.superclassMirror
    }
    return Mirror.Children(fields)
  }

  private mutating func object(_ value: Any, _ mirror: Mirror, _ depth: Int) -> RecordedValue {
    var shown = shown(value)
    shown.isUnread = value is any Sequence && !(value is any RangeExpression)
    if shown.type.full == "Foundation.Decimal" || shown.type.full == "FoundationEssentials.Decimal"
    {
      return .decimal(String(describing: value))
    }
    if let duration = value as? Duration {
      // Its own parts are two halves of one number, which nobody can read.
      let (seconds, attoseconds) = duration.components
      return .object(
        [
          .init(label: "seconds", value: integer(seconds)),
          .init(label: "attoseconds", value: integer(attoseconds)),
        ], shown)
    }
    // Their parts are their makers' own affair, and say nothing.
    if value is AnyKeyPath || Self.isFoundation(value) { return .opaque(shown) }
    let fields = fields(mirror)
    if fields.isEmpty, Self.hidesParts(value, mirror) { return .opaque(shown) }
    return .object(parts(fields, depth), shown)
  }

  private mutating func shown(_ value: Any) -> RecordedValue.Shown {
    .init(type: name(of: type(of: value)), printed: Self.printed(value))
  }
}
