// A checked point of the simplex.

/// Finitely many probabilities: no entry negative, their sum 1 within a stated tolerance.
///
/// The entries are kept as given, never renormalised, so that nothing changes silently; the
/// initialisers that do divide by a sum say so in their label. Wherever a function takes an
/// array of probabilities, pass `values`.
///
/// - Shape: n ≥ 1 entries, a random-access collection with indices 0..<n.
/// - Units: shares of 1.
/// - Edge cases: 0 and 1 are allowed entries (−0 too): a vertex or an edge belongs to the simplex. A tolerance of 1 or
///   more lets pass nothing but zeros, or a sum of 2: what follows from them is then no probability.
/// - Source: Boyd & Vandenberghe, Convex Optimization (2004), section 2.2.4.
public struct ProbabilityVector: Hashable, Sendable {
  /// The entries as an array.
  ///
  /// - Shape and units: n ≥ 1 shares of 1.
  /// - Edge cases: as given, −0 too; never negative, infinite or NaN.
  /// - Source: Boyd & Vandenberghe, Convex Optimization (2004), section 2.2.4.
  public let values: [Double]

  /// 10⁻¹²: how far from 1 the sum may be unless another tolerance is given.
  ///
  /// `softmax` of 10⁶ items stays within 10⁻¹⁵; probabilities typed with fewer than twelve decimals
  /// either sum to 1 or miss it by far more.
  ///
  /// - Shape, units and source: a number, a share of 1; this library.
  /// - Edge cases: none.
  public static let defaultTolerance = 1e-12

  /// The probabilities as they are.
  ///
  /// - Parameters:
  ///   - values: n ≥ 1 of them.
  ///   - tolerance: how far the sum, rounded once, may be from 1; at least 0.
  /// - Shape and units: n numbers, kept as they are; shares of 1, the tolerance too.
  /// - Edge cases: a tolerance of 0 wants a sum that rounds to 1; an infinite one takes any sum, even one that
  ///   overflows.
  /// - Source: Boyd & Vandenberghe, Convex Optimization (2004), section 2.2.4.
  /// - Throws: `InvalidInput` naming the first entry that is NaN, infinite or negative; or saying
  ///   by how much the sum is off; or that there is no entry, or that the tolerance is no tolerance.
  public init(
    _ values: [Double], tolerance: Double = defaultTolerance
  ) throws(InvalidInput) {
    guard tolerance >= 0 else { throw InvalidInput("tolerance", "is not at least 0: \(tolerance)") }
    try Self.checkEntries("probabilities", values)
    let sum = values.compensatedSum
    guard (sum - 1).magnitude <= tolerance else {
      throw InvalidInput(
        "probabilities", "sum to \(sum), off by \(sum - 1); the tolerance is \(tolerance)")
    }
    self.values = values
  }

  /// Weights divided by their sum.
  ///
  /// - Shape: n ≥ 1 weights, n entries.
  /// - Units: weights in any one unit; entries in shares of 1.
  /// - Edge cases: weights are first divided by the power of 2 of the largest, so that no sum overflows: 10³⁰⁸ twice is
  ///   (½, ½). A share that underflows is 0.
  /// - Source: Boyd & Vandenberghe, Convex Optimization (2004), section 2.2.4.
  /// - Throws: `InvalidInput` naming the first weight that is NaN, infinite or negative; or if there
  ///   is none, or none is positive.
  public init(normalizing weights: [Double]) throws(InvalidInput) {
    try Self.checkEntries("weights", weights)
    let largest = weights.max() ?? 0
    guard largest > 0 else { throw InvalidInput("weights", "are all 0") }
    // A power of two: exact, and nothing overflows while fewer than 2⁵³ weights are added.
    let scaled = weights.map { $0 / largest.binade }
    let sum = scaled.compensatedSum
    values = scaled.map { $0 / sum }
  }

  /// Relative frequencies: each count divided by their sum.
  ///
  /// - Shape: n ≥ 1 counts, n entries.
  /// - Units: counts have none; entries are shares of 1.
  /// - Edge cases: counts above 2⁵³ are rounded to the nearest double first.
  /// - Source: the definition of a relative frequency.
  /// - Throws: `InvalidInput` naming the first negative count; or if there is none, or all are 0.
  public init(counts: [Int]) throws(InvalidInput) {
    for (index, count) in counts.enumerated() where count < 0 {
      throw InvalidInput("counts", at: index, "is negative: \(count)")
    }
    guard counts.contains(where: { $0 > 0 }) else {
      throw InvalidInput("counts", counts.isEmpty ? "is empty" : "are all 0")
    }
    try self.init(normalizing: counts.map(Double.init))
  }

  /// `softmax(logits, scale:)`.
  ///
  /// - Shape: n ≥ 1 logits, n entries.
  /// - Units: logits in units of 1/`scale`; entries in shares of 1.
  /// - Edge cases and source: those of `softmax(_:scale:)`, but what gives NaN there is refused.
  /// - Throws: `InvalidInput` naming the first logit that is NaN; or if there is no logit, `scale` is NaN, or
  ///   infinite logits or an infinite `scale` leave no limit.
  public init(logits: [Double], scale: Double = 1) throws(InvalidInput) {
    guard !logits.isEmpty else { throw InvalidInput("logits", "is empty") }
    try InvalidInput.check("logits", logits, "is not a number") { !$0.isNaN }
    guard !scale.isNaN else { throw InvalidInput("scale", "is not a number: \(scale)") }
    values = softmax(logits, scale: scale)
    guard !values.contains(where: \.isNaN) else {
      throw InvalidInput("logits", "have infinite entries or scale, and no limit")
    }
  }

  /// 1/n for each of n items.
  ///
  /// - Shape and units: n ≥ 1 entries, shares of 1.
  /// - Edge cases: of one item, [1].
  /// - Source: the definition of equal shares.
  /// - Throws: `InvalidInput` if n < 1.
  public static func uniform(_ count: Int) throws(InvalidInput) -> ProbabilityVector {
    guard count >= 1 else { throw InvalidInput("count", "is not at least 1: \(count)") }
    return try ProbabilityVector(normalizing: Array(repeating: 1, count: count))
  }

  /// −Σ pᵢ log pᵢ, between 0 and ln n. See `entropy(_:)`.
  ///
  /// - Shape and units: a number, in nats.
  /// - Edge cases: 0 for a vertex. A sum that a tolerance let exceed 1 may bring it slightly below 0.
  /// - Source: Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x.
  public var entropy: Double { Simplex.entropy(values) }

  /// Σ pᵢ f(i): the mean of something that depends on the item.
  ///
  /// An item of probability 0 counts nothing, whatever f says of it: f is not asked.
  ///
  /// - Shape: f is called with the positions of positive entries, in order; one number out.
  /// - Units: f's.
  /// - Edge cases: an infinite f gives ±∞, both infinities or a NaN give NaN; what f throws is thrown.
  /// - Source: the definition of an expectation.
  public func mean(of f: (Int) throws -> Double) rethrows -> Double {
    var sum = Doubled<Double>(high: 0)
    for (i, p) in values.enumerated() where p > 0 { sum.add(p, times: try f(i)) }
    return sum.value
  }

  private static func checkEntries(
    _ argument: String, _ values: [Double]
  ) throws(InvalidInput) {
    guard !values.isEmpty else { throw InvalidInput(argument, "is empty") }
    for (index, value) in values.enumerated() {
      if value.isNaN { throw InvalidInput(argument, at: index, "is not a number: \(value)") }
      if value < 0 { throw InvalidInput(argument, at: index, "is negative: \(value)") }
      if value.isInfinite { throw InvalidInput(argument, at: index, "is infinite: \(value)") }
    }
  }
}

extension ProbabilityVector: RandomAccessCollection {
  /// 0, where the entries begin.
  ///
  /// - Shape, units, edge cases and source: a position, without unit, the same for every vector; asked for by
  ///   `Collection`.
  public var startIndex: Int { 0 }
  /// n, one past the last entry.
  ///
  /// - Shape, units, edge cases and source: a position, without unit, at least 1; asked for by `Collection`.
  public var endIndex: Int { values.count }
  /// The entry at a position from 0 to n − 1.
  ///
  /// - Shape, units and source: a share of 1; asked for by `Collection`.
  /// - Edge cases: any other position stops the program.
  public subscript(position: Int) -> Double { values[position] }
}

extension ProbabilityVector: CustomStringConvertible {
  /// As an array prints: "[0.25, 0.75]".
  ///
  /// - Shape, units, edge cases and source: one line of n shares of 1, each as short as reads back to the
  ///   same double; this library.
  public var description: String { values.description }
}
