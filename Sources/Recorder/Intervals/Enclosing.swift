// Enclosing: decides a line for every value of its variable, by dividing the variable's range until the
// bounds of each box decide it.

import GalleyRecordFormat

struct Enclosing {
  typealias Verdict = EnclosedLine.Verdict

  struct Result: Equatable {
    var verdict: Verdict
    var boxes: Int
  }

  /// As long as there are fewer, decided boxes are divided too, for a narrower bound.
  private static let refinement = 1000
  /// Into how many the range is divided at first.
  private static let firstBoxes = 64
  /// The least share of the range.
  private static let leastShare = 0x1p-40

  let relation: LineRule.Relation
  let allowance: LineRule.Allowance
  /// How many boxes are looked at.
  var budget = 20_000

  typealias Sides = (above: Interval, here: Interval)

  /// - Parameter sides: the line above and the line, for a variable.
  func result(
    over range: ClosedRange<Double>, _ sides: (Interval) throws -> Sides
  ) rethrows -> Result {
    // A decimal lies next to the number that was read.
    let lower = range.lowerBound == range.lowerBound.rounded() ? 0 : range.lowerBound.ulp
    let upper = range.upperBound == range.upperBound.rounded() ? 0 : range.upperBound.ulp
    /// Boxes to look at, with what is known of a decided box that they are halves of.
    var queue: [(box: Bounds, known: Double?)] = Self.divided(
      range.lowerBound - lower...range.upperBound + upper
    ).map { ($0, nil) }
    var measure: Double?
    var next = 0
    while next < queue.count {
      let (box, known) = queue[next]
      next += 1
      func best(_ found: Double) -> Double {
        known.map { isOrder ? max($0, found) : min($0, found) } ?? found
      }
      func take(_ found: Double) {
        measure = measure.map { isOrder ? min($0, found) : max($0, found) } ?? found
      }
      switch try look(at: box, sides) {
      case .held(let found):
        if queue.count < Self.refinement, isCoarse(found), let halves = Self.halves(of: box) {
          queue += halves.map { ($0, best(found)) }
        } else {
          take(best(found))
        }
      case .refuted(let lower, let upper, let size):
        return Result(verdict: .refuted(lower: lower, upper: upper, by: size), boxes: next)
      case .open(_, _, let isDefined):
        // At the limit of rounding a half may tell less than the whole.
        if let known {
          take(known)
          continue
        }
        let isNarrow =
          box.upper - box.lower <= (range.upperBound - range.lowerBound) * Self.leastShare
        guard next < budget, !isNarrow, let halves = Self.halves(of: box) else {
          return Result(
            verdict: .open(lower: box.lower, upper: box.upper, isDefined: isDefined), boxes: next)
        }
        queue += halves.map { ($0, nil) }
      }
    }
    return Result(verdict: .held(measure: measure ?? 0), boxes: next)
  }

  private static func divided(_ range: ClosedRange<Double>) -> [Bounds] {
    let ends = (0...firstBoxes).map { index in
      let t = Double(index) / Double(firstBoxes)
      return index == firstBoxes
        ? range.upperBound : range.lowerBound * (1 - t) + range.upperBound * t
    }
    return zip(ends, ends.dropFirst()).filter { $0 < $1 }.map { Bounds($0, $1) }
  }

  /// Nil for a box without a number between its ends.
  private static func halves(of box: Bounds) -> [Bounds]? {
    let middle = middle(of: box)
    guard box.lower < middle, middle < box.upper else { return nil }
    return [Bounds(box.lower, middle), Bounds(middle, box.upper)]
  }

  /// Whether a box that is decided could still say something better.
  private func isCoarse(_ measure: Double) -> Bool {
    isOrder ? measure < 0 : measure > allowed(1).0 / 100
  }

  private static func middle(of box: Bounds) -> Double { box.lower / 2 + box.upper / 2 }

  private var isOrder: Bool {
    switch relation {
    case .atMost, .atLeast, .less, .greater: true
    default: false
    }
  }

  // MARK: - One box

  private func look(
    at box: Bounds, _ sides: (Interval) throws -> Sides
  ) rethrows -> Verdict {
    let middle = Self.middle(of: box)
    let whole = try sides(Interval(variable: box))
    guard whole.above.isDefined, whole.here.isDefined else {
      return .open(lower: box.lower, upper: box.upper, isDefined: false)
    }
    let centre = try sides(Interval(variable: Bounds(middle)))
    let step = box - Bounds(middle)
    func bounds(_ value: (Sides) -> Interval) -> Bounds {
      Self.taylor(centre: value(centre), whole: value(whole), step)
    }
    let difference = bounds { isRising ? $0.here - $0.above : $0.above - $0.here }
    let size = max(bounds { $0.above }.leastMagnitude, bounds { $0.here }.leastMagnitude)
    let (count, unit) = allowed(size)
    let allowed = count * unit
    guard isOrder else {
      if difference.magnitude <= allowed {
        return .held(measure: Bounds.above(difference.magnitude / unit))
      }
      let largest = max(bounds { $0.above }.magnitude, bounds { $0.here }.magnitude)
      let (count, unit) = self.allowed(largest)
      return difference.leastMagnitude > count * unit
        ? .refuted(lower: box.lower, upper: box.upper, by: difference.leastMagnitude)
        : .open(lower: box.lower, upper: box.upper, isDefined: true)
    }
    let isStrict = relation == .less || relation == .greater
    if isStrict ? difference.lower > 0 : difference.lower >= -allowed {
      return .held(measure: difference.lower)
    }
    let largest = max(bounds { $0.above }.magnitude, bounds { $0.here }.magnitude)
    let limit = isStrict ? 0 : self.allowed(largest).0 * self.allowed(largest).1
    return difference.upper < -limit || isStrict && difference.upper <= 0
      ? .refuted(lower: box.lower, upper: box.upper, by: -difference.upper)
      : .open(lower: box.lower, upper: box.upper, isDefined: true)
  }

  private var isRising: Bool { relation == .atMost || relation == .less }

  /// The tolerance of draws: so many units, and what a unit is for values of this size.
  private func allowed(_ size: Double) -> (Double, Double) {
    switch allowance {
    case .standard: (Comparison.share, max(size, Comparison.floor))
    case .absolute(let limit): (limit, 1)
    case .relative(let share): (share, max(size, .leastNormalMagnitude))
    case .ulps(let count): (count, max(size, .leastNormalMagnitude).ulp)
    }
  }

  /// The narrowest of the Taylor formulas: the terms of the box's centre, and for the rest the coefficient
  /// of the whole box.
  static func taylor(centre: Interval, whole: Interval, _ step: Bounds) -> Bounds {
    var best = whole.terms[0]
    var head = Bounds.zero
    var power = Bounds.one
    for k in 1...Interval.order {
      head = head + centre.terms[k - 1] * power
      power = step.power(k)
      best = best.intersection(head + whole.terms[k] * power)
    }
    return best
  }
}
