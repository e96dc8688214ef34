// Decoding: from the recorder's JSON to values. The kinds are listed in the recorder's encoder.

import BigInt
import Foundation

extension RecordedValue {
  /// Nil when the object is none that the recorder writes.
  init?(_ object: [String: Any]) {
    func parts() -> [Any] { object["parts"] as? [Any] ?? [] }
    let type = object["type"] as? String ?? ""
    switch object["kind"] as? String {
    case "int":
      guard let value = (object["value"] as? String).flatMap({ BigInt($0) }) else { return nil }
      self = .integer(value)
    case "float":
      guard let float = Float(object) else { return nil }
      self = .float(float)
    case "bool": self = .boolean(object["value"] as? Bool ?? false)
    case "string": self = .string(object["value"] as? String ?? "")
    case "nil": self = .none
    case "some":
      guard let value = Self(any: object["value"]) else { return nil }
      self = .some(value)
    case "array": self = .array(parts().map { Self(any: $0) ?? .cut })
    case "set": self = .set(parts().map { Self(any: $0) ?? .cut })
    case "dictionary":
      self = .dictionary(
        parts().map { pair in
          guard let pair = pair as? [Any], pair.count == 2, let key = Self(any: pair[0]),
            let value = Self(any: pair[1])
          else { return (.cut, .cut) }
          return (key, value)
        })
    case "tuple": self = .tuple(Self.labelled(parts()))
    case "object":
      self = .object(type: type, Self.labelled(parts()))
    case "decimal": self = .decimal(object["description"] as? String ?? "")
    case "case":
      self = .enumCase(
        type: type, name: object["name"] as? String ?? "", Self.labelled(parts()))
    case "opaque":
      self = .opaque(type: type, description: object["description"] as? String ?? "")
    case "cut": self = .cut
    default: return nil
    }
  }

  private init?(any: Any?) {
    guard let object = any as? [String: Any] else { return nil }
    self.init(object)
  }

  private static func labelled(_ parts: [Any]) -> [Part] {
    // A part that cannot be read is a part all the same: it must not make a value shorter.
    parts.map { part in
      guard let pair = part as? [Any], pair.count == 2, let value = Self(any: pair[1]) else {
        return Part(label: "", value: .cut)
      }
      return Part(label: pair[0] as? String ?? "", value: value)
    }
  }
}

extension RecordedValue.Float {
  fileprivate init?(_ object: [String: Any]) {
    guard let description = object["value"] as? String,
      let isNegative = object["isNegative"] as? Bool,
      let precision = object["precision"] as? Int,
      let leastExponent = object["leastExponent"] as? Int
    else { return nil }
    var exact: ExactNumber?
    if let exponent = object["exponent"] as? Int,
      let significand = (object["significand"] as? String).flatMap({ BigInt($0) })
    {
      exact = ExactNumber(isNegative ? -significand : significand, timesTwoTo: exponent)
    }
    self.init(
      description: description, isNegative: isNegative, precision: precision,
      leastExponent: leastExponent, exact: exact)
  }
}
