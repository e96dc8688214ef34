// SampleValues: a value for a parameter, by the type that it is declared with. Types that may name a file, an address
// or a program have none: what is tried out here must do nothing but compute.

/// Two ways to choose values: what is defined for numbers at large, and what wants shares of one.
enum SampleValues: CaseIterable {
  case plain, shares

  /// - Parameters:
  ///   - type: as Swift writes it: `[Double]`.
  ///   - place: which parameter of that type it is, so that two are not the same.
  func literal(of type: String, _ place: Int) -> String? {
    func one(of values: [String]) -> String { values[min(place, values.count - 1)] }
    let plain = type.hasPrefix("Swift.") ? String(type.dropFirst(6)) : type
    switch (plain, self) {
    case ("Double", .plain), ("Float", .plain), ("CGFloat", .plain):
      return one(of: ["2.5", "1.5", "0.5"])
    case ("Double", .shares), ("Float", .shares), ("CGFloat", .shares):
      return one(of: ["0.5", "0.25", "0.75"])
    case ("Bool", _): return "true"
    case ("[Double]", .plain), ("[Float]", .plain):
      return one(of: ["[1.5, 2.5, 4.5]", "[0.5, 3.5, 2.0]"])
    case ("[Double]", .shares), ("[Float]", .shares):
      return one(of: ["[0.2, 0.3, 0.5]", "[0.25, 0.25, 0.5]"])
    case ("[Int]", .plain): return one(of: ["[3, 1, 2]", "[5, 4, 6]"])
    case ("[Int]", .shares): return one(of: ["[1, 0, 2]", "[0, 1, 2]"])
    case ("[[Double]]", _):
      return one(of: ["[[2.0, 1.0], [1.0, 3.0]]", "[[1.0, 0.5], [0.5, 2.0]]"])
    default:
      guard Self.integers.contains(plain) else { return nil }
      return one(of: self == .plain ? ["5", "2", "3"] : ["2", "1", "1"])
    }
  }

  private static let integers: Set<String> = [
    "Int", "UInt", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64",
  ]

  /// A value to call members on, for the types of the standard library that a package extends.
  func receiver(of type: String) -> String? {
    switch type {
    case "Double", "Float", "Bool": literal(of: type, 0)
    case "Int", "BinaryInteger", "FixedWidthInteger", "SignedInteger": literal(of: "Int", 0)
    case "FloatingPoint", "BinaryFloatingPoint": literal(of: "Double", 0)
    case "Array", "Sequence", "Collection", "BidirectionalCollection", "RandomAccessCollection":
      literal(of: "[Double]", 0)
    default: nil
    }
  }
}
