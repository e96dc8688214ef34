// Rules that look at a line while one variable changes and all others stay: constants, factors and limits.

import GalleyRecordFormat

extension Sampling {
  /// How often a variable is drawn anew.
  private static let variations = 4

  /// The values of a line and the line above, for a few other values of the rule's variable.
  private mutating func varied(
    _ line: Int, _ run: Run, draw: Int
  ) -> [(above: SampledValue, here: SampledValue)] {
    guard let region = rules[line].region else { return [] }
    let kept = run.choices.map { region.contains($0.site) ? nil : $0.value }
    return (1...Self.variations).compactMap { variant in
      let other = self.run(draw: draw, variant: variant, keeping: kept)
      guard case .finished = other.ending, let above = other.values[line - 1],
        let here = other.values[line]
      else { return nil }
      return (above, here)
    }
  }

  /// The difference of the two lines must not depend on the variable.
  mutating func judgeConstant(_ line: Int, _ run: Run, draw: Int) -> LineOutcome {
    guard let above = run.values[line - 1], let here = run.values[line] else { return .unreached }
    guard let a = above.numbers, let b = here.numbers else {
      return .incomparable(.notNumbers)
    }
    guard a.count == b.count else {
      return .failed(.entries(above: a.count, here: b.count, at: []))
    }
    guard !a.isEmpty else { return .undefined }
    if let outcome = Self.undefined(above, here) { return outcome }
    var worst = 0.0
    var evidence = Evidence()
    var compared = 0
    for (otherAbove, otherHere) in varied(line, run, draw: draw) {
      guard let c = otherAbove.numbers, let d = otherHere.numbers, c.count == a.count,
        d.count == a.count, Self.undefined(otherAbove, otherHere) == nil
      else { continue }
      // Lines that do not change with the variable show nothing of a constant in it.
      guard c != a || d != b else { continue }
      compared += 1
      for i in a.indices {
        let size = [a[i], b[i], c[i], d[i]].map(\.magnitude).max() ?? 0
        let first = b[i] - a[i]
        let other = d[i] - c[i]
        let (excess, ratio) = excess(abs(first - other), size: size, line)
        worst = max(worst, ratio)
        evidence.add(at: [i], differs: first != other, isLarge: isLarge(size, line))
        guard excess else { continue }
        return .failed(.notConstant(here: first, elsewhere: other))
      }
    }
    return compared == 0 ? .undefined : .held(measure: worst, evidence)
  }

  /// The two lines must be equal up to a factor: between the entries of a vector, or while the
  /// variable changes.
  mutating func judgeProportional(_ line: Int, _ run: Run, draw: Int) -> LineOutcome {
    guard let above = run.values[line - 1], let here = run.values[line] else { return .unreached }
    guard var a = above.numbers, var b = here.numbers else {
      return .incomparable(.notNumbers)
    }
    guard a.count == b.count else {
      return .failed(.entries(above: a.count, here: b.count, at: []))
    }
    if let outcome = Self.undefined(above, here) { return outcome }
    let entries = a.count
    if rules[line].region != nil {
      for (otherAbove, otherHere) in varied(line, run, draw: draw) {
        guard let c = otherAbove.numbers, let d = otherHere.numbers, c.count == d.count,
          Self.undefined(otherAbove, otherHere) == nil
        else { continue }
        a += c
        b += d
      }
    }
    guard a.count > 1 else {
      return rules[line].region == nil
        ? .incomparable(.proportionOfOne) : .undefined
    }
    let pivot = a.indices.max { a[$0].magnitude < a[$1].magnitude } ?? 0
    if a[pivot] == 0 && b.allSatisfy({ $0 == 0 }) { return .undefined }
    guard a[pivot] != 0, b[pivot] != 0 else { return .failed(.oneIsZero) }
    var worst = 0.0
    var evidence = Evidence()
    for i in a.indices {
      // Both in units of the pivot, where the standard tolerance has its meaning.
      let (x, y) = (a[i] / a[pivot], b[i] / b[pivot])
      let size = max(x.magnitude, y.magnitude)
      evidence.add(at: [i % entries], differs: x != y, isLarge: isLarge(size, line))
      let (excess, ratio) = excess(abs(x - y), size: size, line)
      worst = max(worst, ratio)
      guard excess else { continue }
      return .failed(.factors(b[pivot] / a[pivot], b[i] / a[i]))
    }
    return .held(measure: worst, evidence)
  }

  /// Whether a deviation of numbers of this size is too large, and how large it is in the tolerance's unit.
  private func excess(_ apart: Double, size: Double, _ line: Int) -> (Bool, Double) {
    let ratio: Double
    let allowed: Double
    switch rules[line].allowance {
    case .standard: (ratio, allowed) = (apart / max(size, Comparison.floor), Comparison.share)
    case .absolute(let limit): (ratio, allowed) = (apart, limit)
    case .relative(let limit): (ratio, allowed) = (apart == 0 ? 0 : apart / size, limit)
    case .ulps(let limit): (ratio, allowed) = (apart / size.ulp, limit)
    }
    return (!(ratio <= allowed), ratio)
  }

  /// Whether numbers of this size have a say: the standard tolerance lets anything pass below its floor.
  private func isLarge(_ size: Double, _ line: Int) -> Bool {
    rules[line].allowance != .standard || size > Comparison.share * Comparison.floor
  }

  private static func undefined(
    _ above: SampledValue, _ here: SampledValue
  ) -> LineOutcome? {
    switch (above.holdsUndefined, here.holdsUndefined) {
    case (true, true): .undefined
    case (true, false): .failed(.undefinedAbove(at: []))
    case (false, true): .failed(.undefinedHere(at: []))
    case (false, false):
      switch (above.holdsInfinite, here.holdsInfinite) {
      case (true, true): .undefined
      case (false, false): nil
      default: .failed(.infinite(at: []))
      }
    }
  }

  // MARK: - Limits

  /// The line above must come to this line's value as the parameter goes to its limit.
  mutating func judgeLimit(
    _ line: Int, _ run: Run, draw: Int, _ details: inout Details
  ) -> LineOutcome {
    let region = rules[line].region
    var count = Int.max
    var swept: [Int] = []
    for (index, choice) in run.choices.enumerated() {
      guard case .sequence(let progression) = choice.kind, region?.contains(choice.site) ?? true
      else { continue }
      swept.append(index)
      count = min(count, progression.count)
    }
    guard !swept.isEmpty else {
      return .incomparable(.noSequence)
    }
    let needed = 5
    guard count >= needed else {
      return .incomparable(.shortSequence(count: count, needed: needed))
    }
    details.sequences = swept.map { run.choices[$0] }
    var pairs: [(above: [Double], here: [Double])] = []
    for stage in 0..<count {
      var kept = run.choices.map { Choice.Value?.some($0.value) }
      for index in swept { kept[index] = .stage(stage) }
      let other = self.run(draw: draw, keeping: kept)
      guard case .finished = other.ending, let above = other.values[line - 1]?.numbers,
        let here = other.values[line]?.numbers
      else {
        if case .threw(let error) = other.ending { return .failed(.threw(error)) }
        return .undefined
      }
      pairs.append((above, here))
    }
    let convergence = Convergence.of(pairs, allowance: rules[line].allowance)
    details.rate = convergence.rate
    return convergence.outcome
  }
}
