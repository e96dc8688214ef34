// Interval: what the variable of a line is when the line is enclosed for a whole range of it: bounds of a
// value together with bounds of its Taylor coefficients, with which the two sides cancel.

/// The values that an expression has while its variable goes through an interval.
///
/// Bounds alone forget that both sides speak of the same variable: their difference is as wide as the
/// interval. So every value carries the coefficients of its Taylor series, up to ``order``, too.
public struct __GalleyInterval: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// How many coefficients follow the value itself.
  static let order = 10

  /// Bounds of the value and of its derivatives, the k-th divided by k!.
  var terms: [Bounds]
  /// Whether the value has a meaning for the whole interval. Undefined inside a bounded function would
  /// otherwise be bounded.
  var isDefined = true

  /// The variable itself.
  init(variable: Bounds) {
    terms = Array(repeating: .zero, count: Self.order + 1)
    terms[0] = variable
    terms[1] = .one
  }

  init(constant: Bounds) {
    terms = Array(repeating: .zero, count: Self.order + 1)
    terms[0] = constant
  }

  init(terms: [Bounds], isDefined: Bool) {
    self.terms = terms
    self.isDefined = isDefined
  }

  /// A number that was written with a point: the decimal lies next to the number that the compiler read.
  public init(floatLiteral value: Double) {
    let isWhole = value == value.rounded() && value.magnitude < 0x1p53
    self.init(constant: isWhole ? Bounds(value) : Bounds(value.nextDown, value.nextUp))
  }

  public init(integerLiteral value: Int) {
    let number = Double(value)
    self.init(
      constant: Int(exactly: number) == value
        ? Bounds(number) : Bounds(number.nextDown, number.nextUp))
  }

  /// The ratio of a circle's circumference to its diameter.
  public static var pi: Self { Self(constant: Bounds(Double.pi, Double.pi.nextUp)) }

  public static prefix func - (x: Self) -> Self {
    Self(terms: x.terms.map { -$0 }, isDefined: x.isDefined)
  }

  public static prefix func + (x: Self) -> Self { x }

  public static func + (a: Self, b: Self) -> Self {
    Self(terms: zip(a.terms, b.terms).map { $0 + $1 }, isDefined: a.isDefined && b.isDefined)
  }

  public static func - (a: Self, b: Self) -> Self { a + -b }

  public static func * (a: Self, b: Self) -> Self {
    Self(
      terms: a.terms.indices.map { k in sum(0, k) { a.terms[$0] * b.terms[k - $0] } },
      isDefined: a.isDefined && b.isDefined)
  }

  public static func / (a: Self, b: Self) -> Self {
    // From c · b = a, coefficient by coefficient.
    var c: [Bounds] = []
    for k in a.terms.indices {
      c.append((a.terms[k] - sum(1, k) { b.terms[$0] * c[k - $0] }) / b.terms[0])
    }
    return Self(
      terms: c, isDefined: a.isDefined && b.isDefined && !b.terms[0].contains(0))
  }

  /// The sum over `first...last`, which is empty where `last` is less.
  static func sum(_ first: Int, _ last: Int, _ term: (Int) -> Bounds) -> Bounds {
    var sum = Bounds.zero
    var k = first
    while k <= last {
      sum = sum + term(k)
      k += 1
    }
    return sum
  }
}

/// The name that this module uses. In programs it could be an author's.
typealias Interval = __GalleyInterval
