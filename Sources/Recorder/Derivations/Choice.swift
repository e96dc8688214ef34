// Choice: one random input of a derivation as it was drawn, so that it can be kept, replaced and shown.

import GalleyRecordFormat

/// What a call of `draw` returned.
struct Choice: Equatable {
  /// What was asked for.
  enum Kind: Equatable {
    case real(ClosedRange<Double>)
    case logarithmic(ClosedRange<Double>)
    case vector(count: Int, ClosedRange<Double>)
    case simplex(count: Int, isInterior: Bool)
    case integer(ClosedRange<Int>)
    case boolean
    case seed
    case sequence(Progression)
  }

  enum Value: Equatable {
    case numbers([Double])
    case integer(Int)
    case boolean(Bool)
    case seed(UInt64)
    /// How far a sequence has come.
    case stage(Int)
  }

  var kind: Kind
  var value: Value
  /// Where the call stands in the essay; the variable has its name there.
  var site: Site

  /// So many entries are shown; every draw is described, in case that it stops the program.
  private static let shownEntries = 24

  /// The value as Swift would write it, cut where it is long.
  var description: String {
    switch (kind, value) {
    case (.real, .numbers(let x)), (.logarithmic, .numbers(let x)): "\(x.first ?? .nan)"
    case (_, .numbers(let x)) where x.count > Self.shownEntries:
      "[" + x.prefix(Self.shownEntries).map { "\($0)" }.joined(separator: ", ") + ", …]"
    case (_, .numbers(let x)): "\(x)"
    case (_, .integer(let n)): "\(n)"
    case (_, .boolean(let b)): "\(b)"
    case (_, .seed(let s)): "\(s)"
    case (.sequence(let progression), .stage(let k)): "\(progression.value(at: k))"
    case (_, .stage(let k)): "stage \(k)"
    }
  }

  /// What is told of it.
  var input: DrawnInput {
    var course = DrawnInput.Course.fixed
    if case .sequence(let progression) = kind {
      course =
        progression.limit == nil ? .growing : progression.limit == 0 ? .vanishing : .approaching
    }
    return DrawnInput(site: site, text: description, course: course)
  }
}

/// The values of a parameter that goes to its limit: each halves the distance, or doubles, and is odd at every other stage.
struct Progression: Equatable {
  /// Nil for a parameter that grows without bound.
  var limit: Double?
  /// The first distance from the limit, with its sign; the first value of one that grows.
  var start: Double
  var count: Int

  func value(at stage: Int) -> Double {
    let power = Double(sign: .plus, exponent: limit == nil ? stage : -stage, significand: 1)
    let value = (limit ?? 0) + start * power
    // Whole numbers that grow are even and odd in turn: (−1)ⁿ comes to no limit.
    let isOdd = limit == nil && !stage.isMultiple(of: 2) && stage < count - 1
    return isOdd && value == value.rounded() ? value + 1 : value
  }
}

extension Choice.Kind {
  /// The nearest value that this kind allows; nil when `value` is of another kind.
  func fitted(_ value: Choice.Value) -> Choice.Value? {
    func clamped(_ x: Double, _ range: ClosedRange<Double>) -> Double {
      min(max(x, range.lowerBound), range.upperBound)
    }
    switch (self, value) {
    case (.real(let range), .numbers(let x)) where x.count == 1,
      (.logarithmic(let range), .numbers(let x)) where x.count == 1:
      return .numbers([clamped(x[0], range)])
    case (.vector(let count, let range), .numbers(let x)) where x.count >= count:
      return .numbers(x.prefix(count).map { clamped($0, range) })
    case (.simplex(let count, _), .numbers(let x)) where x.count == count: return value
    case (.integer(let range), .integer(let n)):
      return .integer(min(max(n, range.lowerBound), range.upperBound))
    case (.boolean, .boolean), (.seed, .seed): return value
    case (.sequence(let progression), .stage(let k)): return .stage(min(k, progression.count - 1))
    default: return nil
    }
  }

  /// A value of this kind. Hard cases come more often than chance would bring them: ends of a range,
  /// zero, entries that are equal.
  func drawn(from generator: inout DrawGenerator) -> Choice.Value {
    switch self {
    case .real(let range): return .numbers([Self.real(range, hard: 8, &generator)])
    case .logarithmic(let range):
      if generator.oneIn(16) { return .numbers([range.lowerBound]) }
      if generator.oneIn(16) { return .numbers([range.upperBound]) }
      return .numbers([Self.logarithmic(range, at: generator.unit())])
    case .vector(let count, let range):
      var x = (0..<count).map { _ in Self.real(range, hard: 16, &generator) }
      if count > 1, generator.oneIn(8) {
        let kept = generator.below(count)
        if generator.oneIn(4) {
          x = Array(repeating: x[kept], count: count)
        } else {
          x[generator.below(count)] = x[kept]
        }
      }
      return .numbers(x)
    case .simplex(let count, let isInterior):
      return .numbers(Self.simplex(count, isInterior: isInterior, &generator))
    case .integer(let range):
      if generator.oneIn(12) { return .integer(range.lowerBound) }
      if generator.oneIn(12) { return .integer(range.upperBound) }
      return .integer(range.lowerBound + generator.below(range.count))
    case .boolean: return .boolean(generator.oneIn(2))
    case .seed: return .seed(generator.next())
    case .sequence(let progression):
      // Early enough that rounding does not yet matter to the lines that are no limits.
      return .stage(min(2 + generator.below(7), progression.count - 1))
    }
  }

  private static func real(
    _ range: ClosedRange<Double>, hard: Int, _ generator: inout DrawGenerator
  ) -> Double {
    if generator.oneIn(hard) {
      let special = [range.lowerBound, range.upperBound, 0, 1]
      let pick = special[generator.below(4)]
      if range.contains(pick) { return pick }
    }
    let t = generator.unit()
    // No overflow for a range as wide as all numbers; rounding must not leave the range.
    let x = range.lowerBound * (1 - t) + range.upperBound * t
    return min(max(x, range.lowerBound), range.upperBound)
  }

  /// `t` of the way through a range of positive numbers, in steps of equal ratio.
  static func logarithmic(_ range: ClosedRange<Double>, at t: Double) -> Double {
    let x = Mathematics.exp(
      Mathematics.log(range.lowerBound) * (1 - t) + Mathematics.log(range.upperBound) * t)
    return min(max(x, range.lowerBound), range.upperBound)
  }

  private static func simplex(
    _ count: Int, isInterior: Bool, _ generator: inout DrawGenerator
  ) -> [Double] {
    // Exponential weights, normalised, are uniform on the simplex.
    var weights = (0..<count).map { _ in -Mathematics.log(1 - generator.unit()) + 0x1p-60 }
    let kept = generator.below(count)
    if generator.oneIn(16) {
      weights = Array(repeating: 1, count: count)
    } else if generator.oneIn(8) {
      weights[generator.below(count)] = weights[kept]
    }
    if isInterior { return normalised(weights, leastShare: 0.01 / Double(count)) }
    switch generator.below(6) {
    case 0:
      weights = weights.map { _ in 0 }
      weights[kept] = 1
    case 1:
      for index in weights.indices where index != kept && generator.oneIn(2) { weights[index] = 0 }
    case 2:
      for index in weights.indices where index != kept {
        weights[index] *= Mathematics.exp(-40 * generator.unit())
      }
    default: break
    }
    return normalised(weights, leastShare: 0)
  }

  private static func normalised(_ weights: [Double], leastShare: Double) -> [Double] {
    let sum = weights.reduce(0, +)
    let rest = 1 - leastShare * Double(weights.count)
    return weights.map { leastShare + rest * ($0 / sum) }
  }
}
