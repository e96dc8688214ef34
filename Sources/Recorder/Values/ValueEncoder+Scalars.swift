// Values without parts: numbers with all their bits, texts, and what only prints.

import GalleyRecordFormat

extension ValueEncoder {
  /// The numbers of which lists are long: a mirror of each would take most of the time.
  mutating func plainNumber(_ value: Any) -> RecordedValue? {
    let type = type(of: value)
    if type == Double.self, let value = value as? Double { return float(value) }
    if type == Int.self, let value = value as? Int { return integer(value) }
    return nil
  }

  /// By the value's own type: `as?` would make a boolean of a number that Foundation bridges.
  mutating func scalar(_ value: Any) -> RecordedValue? {
    let type = type(of: value)
    if type == Bool.self, let value = value as? Bool { return .boolean(value) }
    if type is AnyClass { return foundationNumber(value) }
    switch value {
    case let value as any StringProtocol: return Self.text(String(value))
    case let value as Character: return Self.text(String(value))
    case let value as Unicode.Scalar: return Self.text(String(value))
    case let value as StaticString: return Self.text(value.description)
    case let value as any BinaryInteger: return integer(value)
    case let value as any BinaryFloatingPoint: return float(value)
    default: return nil
    }
  }

  /// A text that is too long is no shorter text: it is cut as a whole, so that nobody compares its beginning.
  private static func text(_ value: String) -> RecordedValue {
    value.utf8.count > textLimit ? .cut : .text(value)
  }

  mutating func integer<I: BinaryInteger>(_ value: I) -> RecordedValue {
    .integer(String(value), type: name(of: I.self))
  }

  /// Nil for a format with more digits than are sent.
  private mutating func float<F: BinaryFloatingPoint>(_ value: F) -> RecordedValue? {
    guard F.significandBitCount < 64 else { return nil }
    var magnitude = RecordedValue.Float.Magnitude.notANumber
    if value.isFinite {
      let scaled = F(
        sign: .plus, exponent: F.Exponent(F.significandBitCount),
        significand: value.isZero ? 0 : value.significand)
      magnitude = .finite(
        significand: UInt64(scaled),
        exponent: value.isZero ? 0 : Int(value.exponent) - F.significandBitCount)
    } else if value.isInfinite {
      magnitude = .infinite
    }
    return .float(
      .init(
        printed: "\(value)", isNegative: value.sign == .minus,
        precision: F.significandBitCount + 1,
        leastExponent: Int(F.leastNonzeroMagnitude.exponent), magnitude: magnitude,
        type: name(of: F.self)))
  }

  /// Foundation's numbers are known by the names of their classes: booleans have one of their own, whole numbers print
  /// their digits, and any other is asked for its bits. Nil for what is none.
  private mutating func foundationNumber(_ value: Any) -> RecordedValue? {
    let type = name(of: type(of: value))
    let text = { String(describing: value) }
    switch ["Foundation.", "__C.", ""].first(where: type.full.hasPrefix)
      .map({ type.full.dropFirst($0.count) })
    {
    case "__NSCFBoolean": return .boolean(text() == "1")
    case "NSDecimalNumber": return .decimal(text())
    case "NSNumber", "__NSCFNumber":
      let digits = text()
      if digits.drop(while: { $0 == "-" }).allSatisfy(\.isNumber) {
        return .integer(digits, type: type)
      }
      guard let bits = value as? Double, case .float(var float)? = float(bits) else { return nil }
      float.type = type
      return .float(float)
    default: return nil
    }
  }

  /// What `print` writes, where the type says so itself. Swift's own list of parts is made from the parts again.
  static func printed(_ value: Any) -> String? {
    if value is any HasOwnList { return nil }
    guard
      value is any TextOutputStreamable || value is any CustomStringConvertible
        || value is any CustomDebugStringConvertible || value is Any.Type
    else { return nil }
    let text = String(describing: value)
    return text.utf8.count > textLimit ? nil : text
  }

  /// An enum's case without payload; the runtime knows it even when the type describes itself.
  static func caseName(_ value: Any) -> String {
    func name<T>(_ value: T) -> String {
      runtimeCaseName(value).map { String(cString: $0) } ?? String(describing: value)
    }
    return _openExistential(value, do: name)
  }

  // MARK: - Types

  static func name(of type: Any.Type) -> RecordedValue.TypeName {
    .init(short: readable(_typeName(type, qualified: false)), full: readable(_typeName(type)))
  }

  /// Where a type is private or local, Swift names its surroundings by an address that changes from run to run.
  private static func readable(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "$")) else { return name }
    let mark = "(unknown context at $"
    var (readable, rest) = ("", name[...])
    while let start = rest.firstRange(of: mark),
      let end = rest[start.upperBound...].firstIndex(of: ")")
    {
      readable += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
      if rest.first == "." { rest.removeFirst() }
    }
    return readable + rest
  }

  /// Whether nothing is seen of a value that may well be something: a type that shows an empty mirror, a union of C,
  /// a function.
  static func hidesParts(_ value: Any, _ mirror: Mirror) -> Bool {
    func size<T>(_ value: T) -> Int { MemoryLayout<T>.size }
    switch mirror.displayStyle {
    case .struct: return value is any CustomReflectable || _openExistential(value, do: size) > 0
    // A class may keep something that no mirror shows.
    default: return true
    }
  }
}

/// Collections that print as the list of their parts, and nothing else.
private protocol HasOwnList {}
extension Array: HasOwnList {}
extension ArraySlice: HasOwnList {}
extension ContiguousArray: HasOwnList {}
extension Set: HasOwnList {}
extension Dictionary: HasOwnList {}
extension Optional: HasOwnList {}

@_silgen_name("swift_EnumCaseName")
private func runtimeCaseName<T>(_ value: T) -> UnsafePointer<CChar>?
