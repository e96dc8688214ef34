// Recorded values in words: whole, as a claim would state them, and shortened for a message.

import Diagnostics
import GalleyRecordFormat

extension RecordedValue: CustomStringConvertible {
  /// The value in Swift's words, floating-point numbers to full precision, infinities as `∞`; what `print`
  /// writes of an object, in quotation marks, where it has words of its own.
  public var description: String {
    switch self {
    case .integer(let digits, _): digits
    case .float(let float):
      switch float.magnitude {
      case .notANumber: "nan"
      case .infinite: float.isNegative ? "-∞" : "∞"
      case .finite: float.printed
      }
    case .boolean(let value): String(value)
    case .text(let value): SwiftString.quoted(value)
    case .none: "nil"
    // What reads like no value is one here.
    case .some(let value):
      value.unwrapped.isNamedNone ? ".some(\(value.description))" : value.description
    case .list(let items, let shown):
      BoundedRange(self) == nil
        ? "[" + items.map(\.description).joined(separator: ", ") + "]"
        : shown.printed ?? "[\(items.count) parts]"
    // The order of sets and dictionaries changes from run to run.
    case .set(let items, _): "[" + items.map(\.description).sorted().joined(separator: ", ") + "]"
    case .dictionary(let pairs, _, _) where pairs.isEmpty: "[:]"
    case .dictionary(let pairs, let isOrdered, _):
      "[" + Self.texts(pairs, isOrdered: isOrdered).joined(separator: ", ") + "]"
    case .tuple(let parts): "(" + Self.list(parts) + ")"
    case .decimal(let text): text
    case .object(let parts, let shown):
      if let printed = shown.printed {
        BoundedRange(self) == nil ? SwiftString.quoted(printed) : printed
      } else {
        "\(shown.type.short)(\(Self.list(parts)))"
      }
    case .enumCase(let name, let parts, _):
      ".\(name)" + (parts.isEmpty ? "" : "(\(Self.list(parts)))")
    case .opaque(let shown): SwiftString.quoted(shown.printed ?? shown.type.short)
    case .cut: "…"
    }
  }

  private static func texts(_ pairs: [Pair], isOrdered: Bool) -> [String] {
    let texts = pairs.map { "\($0.key.description): \($0.value.description)" }
    return isOrdered ? texts : texts.sorted()
  }

  private static func list(_ parts: [Part]) -> String {
    parts.map { ($0.isLabelled ? "\($0.label): " : "") + $0.value.description }
      .joined(separator: ", ")
  }

  /// The value as a message or a page shows it: of a long one its beginning, and how many parts it has.
  package var summary: String {
    let text = description
    guard text.utf8.count > 400 else { return text }
    let size =
      switch unwrapped {
      case .list(let items, _), .set(let items, _): Self.count(items.count, "parts", items.last)
      case .dictionary(let pairs, _, _): Self.count(pairs.count, "pairs", pairs.last?.value)
      case .integer, .decimal: "\(text.count) digits"
      default: "\(text.count) characters"
      }
    return "\(text.prefix(300)) … (\(size))"
  }

  private static func count(_ count: Int, _ noun: String, _ last: RecordedValue?) -> String {
    if case .cut = last { return "more than \(count - 1) \(noun)" }
    return "\(count) \(noun)"
  }

  /// The value as a claim would state it; nil when no claim can, or none that a person would write.
  var claimText: String? {
    guard isStatable else { return printedText }
    let text = description
    return text.utf8.count <= Self.claimLimit ? text : nil
  }

  /// What `print` writes of the value, as a claim.
  var printedText: String? {
    shown?.printed.map(SwiftString.quoted).flatMap { $0.utf8.count <= Self.claimLimit ? $0 : nil }
  }

  static let claimLimit = 1000

  /// Whether each part of the value has a text that an author would write: private parts are none.
  private var isStatable: Bool {
    switch self {
    case .opaque, .cut: false
    case .object(let parts, let shown):
      shown.printed != nil || parts.allSatisfy(\.isStatable)
    case .enumCase(_, let parts, _), .tuple(let parts): parts.allSatisfy(\.isStatable)
    case .list(let items, _), .set(let items, _):
      items.count <= Self.claimLimit && items.allSatisfy(\.isStatable)
    case .dictionary(let pairs, _, _):
      pairs.count <= Self.claimLimit
        && pairs.allSatisfy { $0.key.isStatable && $0.value.isStatable }
    case .some(let value): value.isStatable
    default: true
    }
  }

  fileprivate static func isStatable(_ part: Part) -> Bool {
    !part.label.hasPrefix("_") && part.value.isStatable
  }

  /// What is known of the value as a whole; nil for numbers, texts and tuples.
  var shown: Shown? {
    switch self {
    case .list(_, let shown), .set(_, let shown), .dictionary(_, _, let shown),
      .object(_, let shown), .enumCase(_, _, let shown), .opaque(let shown):
      shown
    case .some(let value): value.shown
    default: nil
    }
  }

  private var isNamedNone: Bool {
    switch self {
    case .none, .enumCase("none", _, _): true
    default: false
    }
  }

  /// What a structure, an object or a collection keeps; nil where that is not known.
  var ownParts: [Part]? {
    if case .object(let parts, _) = self { return parts }
    return shown.flatMap { $0.own.isEmpty ? nil : $0.own }
  }

  /// Whether this is `()`, the value of what has none, inside any optionals: that of `names["a"]?.append(4)` too.
  package var isVoid: Bool { unwrapped == .tuple([]) }

  /// The type's full name, where it was recorded.
  var type: TypeName? {
    switch self {
    case .integer(_, let type): type
    case .float(let float): float.type
    case .boolean: TypeName(short: "Bool", full: "Swift.Bool")
    case .decimal: TypeName(short: "Decimal", full: "Foundation.Decimal")
    default: shown?.type
    }
  }
}

extension RecordedValue.Shown {
  /// The type that a value such as `Int.self` is; nil for any other. No type is named `Type` or `Protocol`.
  var metatype: RecordedValue.TypeName? {
    guard let suffix = [".Type", ".Protocol"].first(where: type.full.hasSuffix) else { return nil }
    let count = suffix.count
    return .init(short: String(type.short.dropLast(count)), full: String(type.full.dropLast(count)))
  }
}

extension RecordedValue.Part {
  /// Tuples number their parts `.0`, `.1`.
  var isLabelled: Bool { !label.isEmpty && !label.hasPrefix(".") }

  fileprivate var isStatable: Bool { RecordedValue.isStatable(self) }
}
