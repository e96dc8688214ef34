// SampledValue: what a line of a derivation evaluated to, as far as two lines can be compared.

indirect enum SampledValue {
  /// `isSingle` for formats with fewer digits than a double.
  case number(Double, isSingle: Bool)
  case integer(Int)
  case boolean(Bool)
  case text(String)
  /// `nil`, or a line that was not reached.
  case missing
  case list([SampledValue])
  /// Nothing that could be compared; the name of its type.
  case opaque(String)

  /// A sequence that is longer is not compared.
  static let partLimit = 1_000_000

  static func of<Value>(_ value: Value) -> SampledValue {
    if let x = value as? Double { return .number(x, isSingle: false) }
    if let x = value as? [Double] { return .list(x.map { .number($0, isSingle: false) }) }
    return general(value)
  }

  private static func general(_ value: Any) -> SampledValue {
    if let x = value as? Double { return .number(x, isSingle: false) }
    // By the value's own type: Foundation's numbers would be booleans otherwise.
    if type(of: value) == Bool.self, let b = value as? Bool { return .boolean(b) }
    if let text = value as? String { return .text(text) }
    if let n = value as? any BinaryInteger { return integer(n) }
    if let x = value as? any BinaryFloatingPoint { return float(x) }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { general($0.value) } ?? .missing
    case .dictionary, .set, .class, .foreignReference: return .opaque("\(type(of: value))")
    case .enum: return .text("\(value)")
    case .tuple: return parts(mirror.children.map(\.value))
    default: break
    }
    if let sequence = value as? any Sequence { return elements(sequence) }
    // A structure with one part is that part: a vector that checks itself, a unit around a number.
    let children = mirror.children.map(\.value)
    if children.count == 1 { return general(children[0]) }
    return children.isEmpty ? .opaque("\(type(of: value))") : parts(children)
  }

  private static func parts(_ values: [Any]) -> SampledValue { .list(values.map { general($0) }) }

  private static func integer<Number: BinaryInteger>(_ n: Number) -> SampledValue {
    Int(exactly: n).map { .integer($0) } ?? .number(Double(n), isSingle: false)
  }

  private static func float<Number: BinaryFloatingPoint>(_ x: Number) -> SampledValue {
    .number(Double(x), isSingle: Number.significandBitCount < 52)
  }

  private static func elements<Elements: Sequence>(_ sequence: Elements) -> SampledValue {
    var parts: [SampledValue] = []
    for element in sequence {
      guard parts.count < partLimit else { return .opaque("\(Elements.self)") }
      parts.append(general(element))
    }
    return .list(parts)
  }

  /// The value as a number; nil for what is none.
  var number: Double? {
    switch self {
    case .number(let x, _): x
    case .integer(let n): Double(n)
    default: nil
    }
  }

  /// All numbers of the value, in order; nil when some part is none.
  var numbers: [Double]? {
    if case .list(let parts) = self {
      var all: [Double] = []
      for part in parts {
        guard let inner = part.numbers else { return nil }
        all += inner
      }
      return all
    }
    return number.map { [$0] }
  }

  /// Whether the value is NaN or absent.
  var isUndefined: Bool {
    switch self {
    case .missing: true
    case .number(let x, _): x.isNaN
    default: false
    }
  }

  /// Whether some part of the value is infinite.
  var holdsInfinite: Bool {
    switch self {
    case .list(let parts): parts.contains { $0.holdsInfinite }
    case .number(let x, _): x.isInfinite
    default: false
    }
  }

  /// Whether some part of the value is undefined.
  var holdsUndefined: Bool {
    if case .list(let parts) = self { return parts.contains { $0.holdsUndefined } }
    return isUndefined
  }

  /// The value as Swift would write it, cut where it is long.
  var description: String {
    let text: String =
      switch self {
      // The sign of a NaN differs between machines.
      case .number(let x, _) where x.isNaN: "nan"
      case .number(let x, let isSingle): isSingle ? "\(Float(x))" : "\(x)"
      case .integer(let n): "\(n)"
      case .boolean(let b): "\(b)"
      case .text(let text): text
      case .missing: "nil"
      case .list(let parts):
        "[" + parts.prefix(200).map(\.description).joined(separator: ", ") + "]"
      case .opaque(let type): "a value of type \(type)"
      }
    return text.utf8.count > 600 ? "\(text.prefix(500)) …" : text
  }
}
