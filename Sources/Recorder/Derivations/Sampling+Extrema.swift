// Minimisers and maximisers: where a line is least or greatest while one variable changes and all others stay.

import GalleyRecordFormat

extension Sampling {
  /// A share of the variable's range. Values tell the place of a minimum only to the square root of
  /// their own precision.
  static let minimiserShare = 1e-5

  /// Both lines must be least at the same value of the variable.
  mutating func judgeExtremum(_ line: Int, _ run: Run, draw: Int, sign: Double) -> LineOutcome {
    guard let region = rules[line].region,
      let index = run.choices.firstIndex(where: { region.contains($0.site) }),
      run.choices.count(where: { region.contains($0.site) }) == 1
    else {
      return .incomparable(.noVariable)
    }
    let range: ClosedRange<Double>
    var isLogarithmic = false
    switch run.choices[index].kind {
    case .real(let found): range = found
    case .logarithmic(let found): (range, isLogarithmic) = (found, true)
    default:
      return .incomparable(.noVariable)
    }
    guard run.values[line - 1]?.number != nil, run.values[line]?.number != nil else {
      return .incomparable(.notOneNumber)
    }
    func place(_ t: Double) -> Double {
      isLogarithmic
        ? Choice.Kind.logarithmic(range, at: t)
        : range.lowerBound * (1 - t) + range.upperBound * t
    }
    func found(_ offset: Int) -> Extremum {
      Extremum.search { t in
        var kept = run.choices.map { Choice.Value?.some($0.value) }
        kept[index] = .numbers([place(t)])
        let value = self.run(draw: draw, keeping: kept).values[line + offset]?.number ?? .nan
        return sign * value
      }
    }
    let (above, here) = (found(-1), found(0))
    switch (above, here) {
    case (.nowhere, .nowhere): return .undefined
    case (.at(let s), .at(let t)):
      func allowed(_ s: Double, _ t: Double) -> Double {
        switch rules[line].allowance {
        case .standard: Self.minimiserShare * (range.upperBound - range.lowerBound)
        case .absolute(let size): size
        case .relative(let share): share * max(s.magnitude, t.magnitude)
        case .ulps(let size): size * max(s.magnitude, t.magnitude).ulp
        }
      }
      // Each place of the one has its own in the other, and the other way round.
      var worst = 0.0
      let (s, t) = (s.map(place), t.map(place))
      for (s, t) in s.map({ ($0, t.nearest(to: $0)) }) + t.map({ (s.nearest(to: $0), $0) }) {
        if abs(s - t) > allowed(s, t) {
          return .failed(.extremes(above: s, here: t, allowed: allowed(s, t)))
        }
        worst = max(worst, abs(s - t))
      }
      return .held(measure: worst, Evidence())
    case (.at(let s), .nowhere):
      return .failed(.extremes(above: place(s[0]), here: nil, allowed: 0))
    case (.nowhere, .at(let t)):
      return .failed(.extremes(above: nil, here: place(t[0]), allowed: 0))
    }
  }
}

extension [Double] {
  /// Of an array that is not empty.
  fileprivate func nearest(to value: Double) -> Double {
    self.min { abs($0 - value) < abs($1 - value) } ?? .nan
  }
}
