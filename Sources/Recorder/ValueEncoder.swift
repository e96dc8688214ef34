// ValueEncoder: any Swift value as JSON that keeps its exact bits and its shape.
//
// The kinds are int, float, bool, string, nil, some, array, set, dictionary, tuple, object, case and
// opaque. A finite float carries its significand and exponent, so that no digit is lost in between.

enum ValueEncoder {
  /// How many parts of one value are sent; a larger one is marked as cut.
  static let partLimit = 20_000
  static let depthLimit = 32
  static let stringLimit = 100_000

  static func encode<Value>(_ value: Value) -> String {
    var budget = partLimit
    return encode(value, depth: 0, budget: &budget)
  }

  private static func encode(_ value: Any, depth: Int, budget: inout Int) -> String {
    budget -= 1
    guard budget >= 0, depth < depthLimit else { return object("cut", []) }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      guard let wrapped = mirror.children.first else { return object("nil", []) }
      let inner = encode(wrapped.value, depth: depth + 1, budget: &budget)
      return object("some", [("value", inner)])
    }
    if let scalar = scalar(value) { return scalar }
    func part(_ value: Any) -> String { encode(value, depth: depth + 1, budget: &budget) }
    /// Stops where the budget ends: the rest of a long value is one mark, not millions.
    func upToBudget<Parts: Sequence>(_ parts: Parts, _ encode: (Parts.Element) -> String) -> String
    {
      var texts: [String] = []
      for element in parts {
        guard budget > 0 else {
          texts.append(object("cut", []))
          break
        }
        texts.append(encode(element))
      }
      return list(texts)
    }
    func parts(_ children: Mirror.Children) -> String {
      upToBudget(children) { "[\(quote($0.label ?? "")),\(part($0.value))]" }
    }
    let type = ("type", quote(typeName(value)))
    switch mirror.displayStyle {
    case .collection, .set:
      let kind = mirror.displayStyle == .set ? "set" : "array"
      return object(kind, [("parts", upToBudget(mirror.children) { part($0.value) })])
    case .dictionary:
      let pairs = upToBudget(mirror.children) { pair in
        upToBudget(Mirror(reflecting: pair.value).children) { part($0.value) }
      }
      return object("dictionary", [("parts", pairs)])
    case .tuple:
      return object("tuple", [("parts", parts(mirror.children))])
    case .enum:
      // The payload stands in one child, a tuple when there are several.
      var payload = "[]"
      if let child = mirror.children.first {
        let inner = Mirror(reflecting: child.value)
        if inner.displayStyle == .tuple {
          payload = parts(inner.children)
        } else {
          payload = "[[\"\",\(part(child.value))]]"
        }
      }
      let name = mirror.children.first?.label ?? caseName(value)
      return object("case", [type, ("name", quote(name)), ("parts", payload)])
    default:
      // Looking into a lazy sequence would run the author's closures once more.
      if value is any LazySequenceProtocol {
        return object("opaque", [type, ("description", quote("a lazy sequence"))])
      }
      if let vector = value as? any SIMD {
        return object("array", [("parts", upToBudget(scalars(of: vector)) { part($0) })])
      }
      if let sequence = value as? any Collection, !(value is any RangeExpression) {
        return object("array", [("parts", upToBudget(elements(of: sequence)) { part($0) })])
      }
      let name = String(reflecting: Swift.type(of: value))
      if name == "Foundation.Decimal" || name == "FoundationEssentials.Decimal" {
        return object("decimal", [("description", quote(String(describing: value)))])
      }
      var fields = mirror.children
      var ancestor = mirror.superclassMirror
      while let current = ancestor {
        fields = Mirror.Children(Array(current.children) + Array(fields))
        ancestor = current.superclassMirror
      }
      if fields.isEmpty && mirror.displayStyle == nil {
        return object(
          "opaque",
          [type, ("description", quote(String(String(describing: value).prefix(stringLimit))))])
      }
      return object("object", [type, ("parts", parts(fields))])
    }
  }

  private static func scalars(of vector: any SIMD) -> [Any] {
    func all<V: SIMD>(_ vector: V) -> [Any] { vector.indices.map { vector[$0] } }
    return all(vector)
  }

  private static func elements(of collection: any Collection) -> [Any] {
    func prefix<C: Collection>(_ collection: C) -> [Any] { collection.prefix(partLimit).map { $0 } }
    return prefix(collection)
  }

  private static func scalar(_ value: Any) -> String? {
    switch value {
    case let value as Bool: object("bool", [("value", String(value))])
    case let value as any StringProtocol: text(String(value))
    case let value as Character: object("string", [("value", quote(String(value)))])
    case let value as Unicode.Scalar: object("string", [("value", quote(String(value)))])
    case let value as StaticString: object("string", [("value", quote(value.description))])
    case let value as any BinaryInteger: object("int", [("value", quote(String(value)))])
    case let value as any BinaryFloatingPoint: float(value)
    default: nil
    }
  }

  /// A text that is too long is no shorter text: it is cut as a whole, so that nobody compares its beginning.
  private static func text(_ value: String) -> String {
    isTooLong(value) ? object("cut", []) : object("string", [("value", quote(value))])
  }

  static func isTooLong(_ text: String) -> Bool { text.unicodeScalars.count > stringLimit }

  private static func float<F: BinaryFloatingPoint>(_ value: F) -> String {
    var fields = [
      ("value", quote("\(value)")),
      ("isNegative", String(value.sign == .minus)),
      ("precision", String(F.significandBitCount + 1)),
      ("leastExponent", String(Int(F.leastNonzeroMagnitude.exponent))),
    ]
    if value.isFinite {
      let scaled = F(
        sign: .plus, exponent: F.Exponent(F.significandBitCount),
        significand: value.isZero ? 0 : value.significand)
      fields.append(("significand", quote(String(UInt64(scaled)))))
      let exponent = value.isZero ? 0 : Int(value.exponent) - F.significandBitCount
      fields.append(("exponent", String(exponent)))
    }
    return object("float", fields)
  }

  /// An enum's case without payload; the runtime knows it even when the type describes itself.
  private static func caseName(_ value: Any) -> String {
    func name<T>(_ value: T) -> String {
      _caseName(value).map { String(cString: $0) } ?? String(describing: value)
    }
    return _openExistential(value, do: name)
  }

  private static func typeName(_ value: Any) -> String { String(describing: type(of: value)) }

  private static func object(_ kind: String, _ fields: [(String, String)]) -> String {
    "{\"kind\":\"\(kind)\"" + fields.map { ",\"\($0.0)\":\($0.1)" }.joined() + "}"
  }

  private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

@_silgen_name("swift_EnumCaseName")
private func _caseName<T>(_ value: T) -> UnsafePointer<CChar>?
