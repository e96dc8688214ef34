// Functions: those that everybody knows, so that `max(3, 5)` is a number and no name of an essay's own.

import Foundation

/// Functions of numbers that are no name of an essay's own.
enum Functions {
  static func isKnown(_ name: String) -> Bool { known.contains(name) }

  private static let known: Set<String> = [
    "max", "min", "log", "ln", "lg", "exp", "sqrt", "cos", "sin", "tan", "gcd", "lcm", "floor",
    "ceil", "round", "abs", "Γ",
    "sgn", "pow", "sum", "mean", "avg",
  ]

  /// Nil where it has no value, or the name may mean several.
  static func value(_ name: String, _ base: Double, _ arguments: [Double]) -> Double? {
    guard let first = arguments.first else { return nil }
    let last = arguments[arguments.count - 1]
    func whole(_ value: Double) -> Int? { value.magnitude < 1e15 ? Int(exactly: value) : nil }
    func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
    switch (name, arguments.count) {
    case ("max", 2...): return arguments.max()
    case ("min", 2...): return arguments.min()
    case ("gcd", 2), ("lcm", 2):
      guard let a = whole(first), let b = whole(last), a > 0, b > 0 else { return nil }
      return Double(name == "gcd" ? gcd(a, b) : a / gcd(a, b) * b)
    case ("sum", _): return arguments.reduce(0, +)
    case ("mean", _), ("avg", _): return arguments.reduce(0, +) / Double(arguments.count)
    case ("pow", 2): return pow(first, last)
    case ("log", 1): return log(first) / log(base)
    case ("ln", 1): return log(first)
    case ("lg", 1): return log(first) / log(base == M_E ? 10 : base)
    case ("exp", 1): return exp(first)
    case ("sqrt", 1): return first.squareRoot()
    case ("cos", 1): return cos(first)
    case ("sin", 1): return sin(first)
    case ("tan", 1): return tan(first)
    case ("floor", 1): return first.rounded(.down)
    case ("ceil", 1): return first.rounded(.up)
    case ("round", 1): return first.rounded()
    case ("abs", 1): return first.magnitude
    case ("Γ", 1): return tgamma(first)
    case ("sgn", 1): return first == 0 ? 0 : first < 0 ? -1 : 1
    default: return nil
    }
  }
}
