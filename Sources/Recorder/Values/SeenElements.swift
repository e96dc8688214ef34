// SeenElements: which values are judged by their elements although their mirrors show something else: zipped sequences,
// ranges, vectors, data. Only what can be read again comes here, for a statement's value is still the program's.

import GalleyRecordFormat

enum SeenElements {
  /// The elements in their order, to be read no further than necessary; nil for a value that has none.
  ///
  /// Not those of a lazy sequence: to read it would run its author's closures, which the program itself may never do.
  static func of(_ value: Any) -> AnySequence<Any>? {
    if let vector = value as? any SIMD { return scalars(of: vector) }
    if let array = inlineArray(value) { return array }
    guard !isLazy(value) else { return nil }
    if let collection = value as? any Collection { return elements(of: collection) }
    // A range without an end is its beginning.
    guard !(value is any RangeExpression), let sequence = value as? any Sequence,
      canBeReadAgain(sequence)
    else { return nil }
    return elements(of: sequence)
  }

  private static func elements<S: Sequence>(of sequence: S) -> AnySequence<Any> {
    AnySequence(sequence.lazy.map { $0 as Any })
  }

  private static func scalars<V: SIMD>(of vector: V) -> AnySequence<Any> {
    AnySequence(vector.indices.map { vector[$0] })
  }

  private static func inlineArray(_ value: Any) -> AnySequence<Any>? {
    if #available(macOS 26, *), let array = value as? any Inlined {
      return AnySequence(array.copied)
    }
    return nil
  }

  /// Adaptors of the standard library. Each can be read again if that in it can.
  private static let adaptors = [
    "Zip2Sequence", "StrideTo", "StrideThrough", "EnumeratedSequence", "ReversedCollection",
    "FlattenSequence", "JoinedSequence", "PrefixSequence",
    "DropFirstSequence", "DropWhileSequence", "PartialRangeFrom", "Repeated",
  ]

  /// Whether closures of the author's stand in a value, or in what it is made of.
  private static func isLazy(_ value: Any) -> Bool {
    value is any LazySequenceProtocol
      || (value is any Sequence
        && !(value is any RandomAccessCollection & RangeReplaceableCollection)
        && Mirror(reflecting: value).displayStyle == .struct
        && Mirror(reflecting: value).children.contains { $0.value is any LazySequenceProtocol })
  }

  private static func canBeReadAgain(_ sequence: any Sequence) -> Bool {
    if sequence is any Collection { return true }
    let name = ValueEncoder.name(of: type(of: sequence)).full
    guard
      name.hasPrefix("Swift."),
      adaptors.contains(String(name.dropFirst("Swift.".count).prefix { $0 != "<" && $0 != "." }))
    else { return false }
    return Mirror(reflecting: sequence).children.allSatisfy { child in
      (child.value as? any Sequence).map(canBeReadAgain) ?? true
    }
  }
}

/// A fixed number of elements, which the standard library shows by no mirror and no sequence.
@available(macOS 26, *)
private protocol Inlined {
  var copied: [Any] { get }
}

@available(macOS 26, *)
extension InlineArray: Inlined where Element: Copyable {
  var copied: [Any] { indices.map { self[$0] } }
}
