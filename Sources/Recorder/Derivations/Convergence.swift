// Convergence: whether a sequence comes to its limit, how fast, and what is only rounding at its end.

import GalleyRecordFormat

struct Convergence {
  var outcome: LineOutcome
  /// The error falls like the parameter's distance to this power; nil where that is not seen, and
  /// infinity where it falls faster than any power.
  var rate: Double?

  /// The limit is reached when three values in a row are this near, relative to the limit, which counts as
  /// at least `Comparison.floor`.
  static let share = 1e-6

  /// - Parameter pairs: the line above and the line itself, at parameters whose distance is halved from
  ///   each to the next.
  static func of(
    _ pairs: [(above: [Double], here: [Double])], allowance: LineRule.Allowance
  ) -> Convergence {
    guard pairs.allSatisfy({ $0.above.count == $0.here.count }), let last = pairs.last else {
      let uneven = pairs.first { $0.above.count != $0.here.count }
      return Convergence(
        outcome: .failed(
          .entries(above: uneven?.above.count ?? 0, here: uneven?.here.count ?? 0, at: [])))
    }
    // Of nothing everything is true.
    guard pairs.allSatisfy({ !$0.here.isEmpty }) else { return Convergence(outcome: .undefined) }
    func isFinite(_ x: [Double]) -> Bool { x.allSatisfy(\.isFinite) }
    // As for an equation: what grows beyond all numbers comes to no limit.
    if !isFinite(last.here) {
      return Convergence(outcome: isFinite(last.above) ? .failed(.infinite(at: [])) : .undefined)
    }
    func size(_ x: [Double]) -> Double { x.map(\.magnitude).max() ?? 0 }
    let scale: Double
    let allowed: Double
    var limitSize = size(last.here)
    // A limit of zero has no size of its own: the sequence's first value stands for it.
    if limitSize == 0 { limitSize = size(pairs[0].above) }
    if !(limitSize > 0 && limitSize.isFinite) { limitSize = 1 }
    var evidence = Evidence()
    if case .standard = allowance {
      // As for an equation: near zero a value counts as at least this, and what is smaller decides nothing.
      let isLarge = max(limitSize, size(pairs[0].above)) > share * Comparison.floor
      evidence.add(at: [], differs: true, isLarge: isLarge)
      // What falls from 1 comes no nearer to 0.001 than rounding lets it.
      let first = size(pairs[0].above)
      let share = first.isFinite ? 0.1 * min(first, 1) : 0
      limitSize = max(limitSize, Comparison.floor, share)
    }
    switch allowance {
    case .standard: (scale, allowed) = (limitSize, share)
    case .absolute(let size): (scale, allowed) = (1, size)
    case .relative(let share): (scale, allowed) = (limitSize, share)
    case .ulps(let count): (scale, allowed) = (limitSize.ulp, count)
    }
    let errors = pairs.map { pair in
      guard isFinite(pair.above), isFinite(pair.here) else { return Double.nan }
      return zip(pair.above, pair.here).map { abs($0 - $1) / scale }.max() ?? 0
    }
    let settled = errors.indices.dropLast(2).first { start in
      errors[start...start + 2].allSatisfy { $0 <= allowed }
    }
    let shown = errors.enumerated().filter {
      $0.offset % max(1, errors.count / 6) == 0 || $0.offset == errors.count - 1
    }.map(\.element)
    guard let settled else {
      if let last = errors.last, fallsSteadily(errors), last <= 5 * allowed {
        return Convergence(outcome: .held(measure: last, evidence), rate: rate(errors, floor: 0))
      }
      return Convergence(outcome: .failed(.noLimit(errors: shown, allowed: allowed)))
    }
    let reached = errors[settled...settled + 2].max() ?? 0
    // Dividing by the square of a distance h multiplies rounding errors by h⁻²; beyond that it is no rounding.
    let unit = 0x1p-52 * limitSize / scale
    for index in (settled + 3)..<max(settled + 3, errors.count) {
      let noise = 100 * unit * Double(sign: .plus, exponent: min(2 * index, 900), significand: 1)
      guard errors[index] <= max(allowed, noise) else {
        return Convergence(outcome: .failed(.leavesLimit(errors: shown)))
      }
    }
    // A limit stands still. The difference of two things that both grow could be small beside them for ever.
    let moves = pairs.suffix(3).contains { pair in
      zip(pair.here, last.here).contains { !(abs($0 - $1) / scale <= allowed) }
    }
    if moves { return Convergence(outcome: .incomparable(.movingLimit)) }
    if settlesElsewhere(
      pairs[...(settled + 1)].map(\.above), errors, scale: scale, allowed: allowed)
    {
      return Convergence(outcome: .incomparable(.twoPlateaus))
    }
    return Convergence(
      outcome: .held(measure: reached, evidence),
      rate: rate(errors, floor: 1e3 * unit))
  }

  /// `1/√n`: the errors fall by the same factor at each step, up to the last.
  private static func fallsSteadily(_ errors: [Double]) -> Bool {
    let factors = zip(errors.suffix(6), errors.suffix(6).dropFirst()).map { $1 / $0 }
    guard factors.count == 5, let least = factors.min(), let most = factors.max() else {
      return false
    }
    return least > 0 && most < 0.75 && most < 1.02 * least
  }

  /// Whether three values in a row, before the limit is reached, are as good as the same and far from it: `(1 − cos h)/h²`
  /// stays at ½ until rounding makes it 0.
  private static func settlesElsewhere(
    _ values: [[Double]], _ errors: [Double], scale: Double, allowed: Double
  ) -> Bool {
    guard values.count > 2 else { return false }
    return values.indices.dropLast(2).contains { start in
      let window = start...start + 2
      guard let distance = window.map({ errors[$0] }).min(), distance.isFinite else { return false }
      let spread =
        window.map { index in
          zip(values[index], values[start]).map { ($0 - $1).magnitude / scale }.max() ?? 0
        }.max() ?? 0
      return distance > 1000 * allowed && spread < 1e-3 * distance
    }
  }

  /// The slope of the errors on logarithmic scales, where they are small and still above rounding.
  private static func rate(_ errors: [Double], floor: Double) -> Double? {
    var points: [(x: Double, y: Double)] = []
    for (index, error) in errors.enumerated() {
      guard error.isFinite, error > floor else { break }
      points.append((Double(index), Mathematics.log2(error)))
    }
    // Rounding may take over before the floor: the errors no longer fall, and already before their
    // least one they are not what they would be without it.
    if let least = points.indices.min(by: { points[$0].y < points[$1].y }) {
      points = Array(points[...least])
      let clear = points.filter { $0.y > points[least].y + 5 }
      if clear.count >= 4 { points = clear }
    }
    // The error's first fall is not yet that of the limit.
    points = Array(points.suffix(max(3, min(8, points.count / 2))))
    guard points.count >= 3 else { return nil }
    let slopes = zip(points, points.dropFirst()).map { $0.y - $1.y }
    if let first = slopes.first, let last = slopes.last, last > 1.5 * first, last > 4 {
      return .infinity
    }
    let count = Double(points.count)
    let (meanX, meanY) = (
      points.map(\.x).reduce(0, +) / count, points.map(\.y).reduce(0, +) / count
    )
    let spread = points.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
    return -points.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +) / spread
  }
}
