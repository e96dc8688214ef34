// Bounds: two numbers between which a real number lies, with arithmetic that never loses it.

/// A closed interval of real numbers.
///
/// Every operation rounds outwards by one step of `nextDown` or `nextUp`, which holds a correctly rounded result
/// in each of the rounding modes. What is no number becomes all numbers.
struct Bounds: Equatable {
  let lower: Double
  let upper: Double

  static let all = Bounds(-.infinity, .infinity)
  static let zero = Bounds(0)
  static let one = Bounds(1)

  init(_ lower: Double, _ upper: Double) {
    let isNumber = lower <= upper && lower < .infinity && upper > -.infinity
    self.lower = isNumber ? lower : -.infinity
    self.upper = isNumber ? upper : .infinity
  }

  init(_ exact: Double) { self.init(exact, exact) }

  /// The next number. Zero is a case of its own: where results are rounded down, the standard library's
  /// `nextUp` of −0 is no number, since it adds 0 to be rid of the sign.
  static func above(_ x: Double) -> Double { x == 0 ? .leastNonzeroMagnitude : x.nextUp }
  static func below(_ x: Double) -> Double { -above(-x) }

  /// Rounded outwards.
  private static func around(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(below(lower), above(upper))
  }

  var isBounded: Bool { lower > -.infinity && upper < .infinity }
  func contains(_ x: Double) -> Bool { lower <= x && x <= upper }

  /// The least and the largest absolute value.
  var leastMagnitude: Double { contains(0) ? 0 : min(lower.magnitude, upper.magnitude) }
  var magnitude: Double { max(lower.magnitude, upper.magnitude) }

  /// What lies in both; both hold the same number, so there is something.
  func intersection(_ other: Bounds) -> Bounds {
    Bounds(max(lower, other.lower), min(upper, other.upper))
  }

  static prefix func - (x: Bounds) -> Bounds { Bounds(-x.upper, -x.lower) }

  static func + (a: Bounds, b: Bounds) -> Bounds {
    if a == .zero { return b }
    if b == .zero { return a }
    return around(a.lower + b.lower, a.upper + b.upper)
  }

  static func - (a: Bounds, b: Bounds) -> Bounds { a + -b }

  static func * (a: Bounds, b: Bounds) -> Bounds {
    if a == .zero && b.isBounded || b == .zero && a.isBounded { return .zero }
    if a == .one { return b }
    if b == .one { return a }
    let (p, q) = (a.lower * b.lower, a.lower * b.upper)
    let (r, s) = (a.upper * b.lower, a.upper * b.upper)
    // Zero times infinity: the comparisons below would pass over it.
    if p.isNaN || q.isNaN || r.isNaN || s.isNaN { return .all }
    return around(min(p, q, r, s), max(p, q, r, s))
  }

  static func / (a: Bounds, b: Bounds) -> Bounds {
    guard !b.contains(0), a.isBounded, b.isBounded else { return .all }
    if b == .one { return a }
    if a == .zero { return .zero }
    let (p, q) = (a.lower / b.lower, a.lower / b.upper)
    let (r, s) = (a.upper / b.lower, a.upper / b.upper)
    return around(min(p, q, r, s), max(p, q, r, s))
  }

  /// Narrower than the product with itself, which does not know that the factors are one number.
  var squared: Bounds {
    let (small, large) = (leastMagnitude, magnitude)
    return Bounds(max(0, Self.below(small * small)), Self.above(large * large))
  }

  func power(_ exponent: Int) -> Bounds {
    if exponent == 0 { return .one }
    if exponent % 2 == 0 { return power(exponent / 2).squared }
    return exponent == 1 ? self : self * power(exponent - 1)
  }
}
