// Properties: what stands behind the names that the compiler gives to the storage of lazy and wrapped properties.

/// A type that wraps properties. Galley lets the wrappers that it sees in an essay conform to it, for at run time nothing
/// else tells what such a type stands for.
public protocol __GalleyPropertyWrapper {
  // Not `Value`, which the wrapper may have as a parameter for something else.
  associatedtype __GalleyValue
  var wrappedValue: __GalleyValue { get }
}

extension ValueEncoder {
  /// A property by its own name and value; nil for a lazy one that was not computed yet.
  static func property(_ label: String, _ value: Any) -> (label: String, value: Any)? {
    // What the macro of observable classes adds.
    if label == observationMark { return nil }
    let lazyMark = "$__lazy_storage_$_"
    if label.hasPrefix(lazyMark) {
      return Mirror(reflecting: value).children.first.map {
        (String(label.dropFirst(lazyMark.count)), $0.value)
      }
    }
    guard label.hasPrefix("_"), let wrapped = wrappedValue(of: value) else { return (label, value) }
    return (String(label.dropFirst()), wrapped)
  }

  private static let observationMark = "_$observationRegistrar"

  /// The properties of an observable class, of which a macro keeps the values under names of its own.
  static func observed(_ children: [Mirror.Child]) -> [Mirror.Child] {
    guard children.contains(where: { $0.label == observationMark }) else { return children }
    return children.map { child in
      guard let label = child.label, label.hasPrefix("_"), label != observationMark else {
        return child
      }
      return (String(label.dropFirst()), child.value)
    }
  }

  /// Nil for what is no wrapper, or one that keeps its value under another name: whether that is the wrapped value,
  /// only its code says.
  private static func wrappedValue(of value: Any) -> Any? {
    if let wrapper = value as? any __GalleyPropertyWrapper { return wrapper.wrappedValue }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct || mirror.displayStyle == .class else { return nil }
    return mirror.children.first { $0.label == "wrappedValue" }?.value
  }

  /// Whether the order of a dictionary's keys is a part of it. What is no dictionary of the standard library and shows
  /// itself as one is taken to have an order, except for the one that is known to hash its keys.
  static func hasOrder(dictionary value: Any) -> Bool {
    if value is any Hashing || isFoundation(value) { return false }
    return !name(of: type(of: value)).full.hasPrefix("HashTreeCollections.")
  }

  /// A class of Foundation's own.
  static func isFoundation(_ value: Any) -> Bool {
    let name = name(of: type(of: value)).full
    return type(of: value) is AnyClass
      && ["Foundation.", "FoundationEssentials.", "__NS"].contains { name.hasPrefix($0) }
  }
}

/// What the standard library keeps in an order that changes from run to run.
protocol Hashing {}
extension Dictionary: Hashing {}
extension Dictionary.Keys: Hashing {}
extension Dictionary.Values: Hashing {}
