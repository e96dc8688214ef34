// Shrinking: from the draw that broke a line to the simplest inputs that still break it.

extension Sampling {
  /// How often the body may be run for it.
  private static let runLimit = 5000

  /// Replaces one input after the other by simpler ones as long as the line still fails.
  mutating func smallest(of found: LineTally.Case, _ line: Int) -> LineTally.Case? {
    var best = found
    let start = runCount
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in best.choices.indices {
        // A simpler count above may have taken this choice away.
        guard index < best.choices.count else { break }
        for candidate in best.choices[index].simplerValues {
          guard runCount - start < Self.runLimit else { return best == found ? nil : best }
          guard index < best.choices.count,
            candidate.effort < best.choices[index].value.effort,
            let simpler = failing(line, best, replacing: index, by: candidate)
          else { continue }
          best = simpler
          hasChanged = true
        }
      }
    }
    return best == found ? nil : best
  }

  private mutating func failing(
    _ line: Int, _ found: LineTally.Case, replacing index: Int, by value: Choice.Value
  ) -> LineTally.Case? {
    var kept = found.choices.map { Choice.Value?.some($0.value) }
    kept[index] = value
    let run = run(draw: found.draw, keeping: kept)
    guard index < run.choices.count, run.choices[index].value == value else { return nil }
    let (outcome, _) = judge(line, run, draw: found.draw)
    return failingCase(line, run, outcome, draw: found.draw)
  }
}

extension LineTally.Case: Equatable {
  static func == (a: Self, b: Self) -> Bool { a.choices == b.choices }
}

extension Choice.Value {
  /// How much there is to read in a value: a shrunk one has less.
  var effort: Int {
    switch self {
    case .numbers(let x):
      // Equal entries are read as one: the uniform point of a simplex is simple, whatever its digits.
      if x.count > 1, x.allSatisfy({ $0 == x[0] }) {
        min(Self.effort(x[0]), 30)
      } else {
        x.map(Self.effort).reduce(0, +)
      }
    case .integer(let n): Int(clamping: min(n.magnitude, 1 << 40)) * 2 + (n < 0 ? 1 : 0)
    case .boolean(let b): b ? 1 : 0
    case .seed, .stage: 0
    }
  }

  private static func effort(_ x: Double) -> Int {
    if x == 0 { return 0 }
    let isWhole = x == x.rounded() && x.magnitude < 1e15
    let digits = isWhole ? "\(Int(x.magnitude))".count : "\(x.magnitude)".count + 2
    let first = isWhole ? min(9, Int(x.magnitude)) : 9
    return digits * 10 + first + (x < 0 ? 1 : 0)
  }
}

extension Choice {
  /// Simpler values of the same kind to try, the simplest first.
  var simplerValues: [Value] {
    switch (kind, value) {
    case (.real(let range), .numbers(let x)), (.logarithmic(let range), .numbers(let x)):
      return Self.simpler(than: x[0], in: range).map { .numbers([$0]) }
    case (.vector(_, let range), .numbers(let x)):
      var all: [[Double]] = []
      for whole in [0.0, 1.0] where range.contains(whole) {
        all.append(Array(repeating: whole, count: x.count))
      }
      for index in x.indices {
        for simpler in Self.simpler(than: x[index], in: range) {
          var copy = x
          copy[index] = simpler
          all.append(copy)
        }
      }
      return all.map { .numbers($0) }
    case (.simplex(_, let isInterior), .numbers(let x)):
      let uniform = Array(repeating: 1 / Double(x.count), count: x.count)
      var all = [uniform]
      for digits in [10.0, 100.0] {
        var rounded = x.map { ($0 * digits).rounded() / digits }
        let rest = 1 - rounded.dropLast().reduce(0, +)
        rounded[x.count - 1] = (rest * digits).rounded() / digits
        let least = isInterior ? 0.01 / Double(x.count) : 0
        if rounded.allSatisfy({ $0 >= least }) { all.append(rounded) }
      }
      return all.map { .numbers($0) }
    case (.integer(let range), .integer(let n)):
      return [0, 1, range.lowerBound, n / 2, n - n.signum()].filter { range.contains($0) }
        .map { .integer($0) }
    case (.boolean, _): return [.boolean(false)]
    default: return []
    }
  }

  private static func simpler(than x: Double, in range: ClosedRange<Double>) -> [Double] {
    var all = [0, 1, -1, 2, -2, x.rounded(), x.rounded(.towardZero)]
    for digits in [10.0, 100.0] where x.magnitude < 1e12 {
      all.append((x * digits).rounded() / digits)
    }
    all += [range.lowerBound, range.upperBound]
    return all.filter { $0 != x && range.contains($0) }
  }
}
