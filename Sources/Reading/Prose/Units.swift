// Units: those of which it is known how many of one make another, so that `8 km (= 800 m)` can be judged.

enum Units {
  struct Unit: Equatable {
    var dimension: String
    /// How many of the dimension's smallest unit here it is.
    var size: Double
  }

  static func named(_ word: String) -> Unit? { table[word] }

  /// Whether letters are a unit, also one that is not converted.
  static func isKnown(_ word: String) -> Bool { table[word] != nil || others.contains(word) }

  private static let others: Set<String> = [
    "K", "J", "W", "V", "A", "N", "L", "l", "T", "C", "F", "Å", "Ω",
  ]

  private static let table: [String: Unit] = {
    var table: [String: Unit] = [:]
    func add(_ dimension: String, _ size: Double, _ names: String) {
      for name in names.split(separator: " ") {
        table[String(name)] = Unit(dimension: dimension, size: size)
      }
    }
    add("length", 1e-3, "mm millimetre millimetres millimeter millimeters")
    add("length", 1e-2, "cm centimetre centimetres centimeter centimeters")
    add("length", 1, "m metre metres meter meters")
    add("length", 1e3, "km kilometre kilometres kilometer kilometers")
    add("time", 1e-3, "ms millisecond milliseconds")
    add("time", 1, "s sec second seconds")
    add("time", 60, "min minute minutes")
    add("time", 3600, "h hour hours")
    add("time", 86_400, "d day days")
    add("time", 604_800, "week weeks")
    add("mass", 1e-3, "mg")
    add("mass", 1, "g gram grams")
    add("mass", 1e3, "kg kilogram kilograms")
    add("information", 1, "bit bits")
    add("information", 8, "B byte bytes")
    add("information", 8e3, "kB")
    add("information", 8e6, "MB")
    add("information", 8e9, "GB")
    add("information", 8192, "KiB")
    add("information", 8_388_608, "MiB")
    add("money", 1, "ct cent cents Cent")
    add("money", 100, "€ EUR euro euros Euro")
    return table
  }()
}
