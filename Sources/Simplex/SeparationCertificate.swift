// A direction of separation, checked on the data themselves in twice the precision.

import RealModule

/// The margins of data along a direction, and the verdict on them.
struct SeparationCertificate {
  private let data: LabelledData

  /// Within this share of its terms' magnitudes a margin counts as 0.
  static let tolerance = 0x1p-40

  init(_ data: LabelledData) { self.data = data }

  /// The direction, scaled so that it separates with as little slack as possible.
  ///
  /// A direction such as (−2.3, 1) separates exactly, its multiple by ⅓ only within rounding. So
  /// each entry in turn is made ±1, the largest first, and those that are rounding are made 0.
  func best(of direction: [[Double]]) -> Separation? {
    // How much each entry can add to a log-odds.
    let reach = (0..<data.width).map { j in
      data.features.reduce(0) { max($0, $1[j].magnitude) }
    }
    let reaches = direction.map { zip($0, reach).map { ($0 * $1).magnitude } }
    let largest = reaches.joined().max() ?? 0
    let cleaned = zip(direction, reaches).map { row, reaches in
      zip(row, reaches).map { $1 > Self.tolerance * largest ? $0 : 0 }
    }
    let entries = Set(cleaned.joined().map(\.magnitude)).subtracting([0]).sorted(by: >)
    var best: Separation?
    for entry in entries {
      let scaled = cleaned.map { $0.map { $0 / entry } }
      if let found = judge(scaled), found.slack < best?.slack ?? .infinity { best = found }
      if best?.slack == 0 { break }
    }
    return best
  }

  /// What the margins along a direction prove; `nil` if one is negative or none is positive.
  func judge(_ direction: [[Double]]) -> Separation? {
    var slack = 0.0
    var observations = 0
    var positive = Array(repeating: 0, count: data.categories)
    var total = positive
    for (i, x) in data.features.enumerated() where data.weights[i] > 0 {
      let own = data.positions[i]
      var gains = false
      for k in 0..<data.categories where k != own {
        var margin = Doubled<Double>(high: 0)
        var magnitude = 0.0
        for (position, sign) in [(own, 1.0), (k, -1.0)] where position > 0 {
          for (feature, d) in zip(x, direction[position - 1]) {
            margin.add(feature, times: sign * d)
            magnitude += (feature * d).magnitude
          }
        }
        total[own] += 1
        let value = margin.value
        if value > Self.tolerance * magnitude {
          positive[own] += 1
          gains = true
        } else if value < 0 {
          slack = max(slack, -value / magnitude)
        }
      }
      if gains { observations += 1 }
    }
    guard slack <= Self.tolerance, observations > 0 else { return nil }
    let shares = zip(positive, total).map { Double($0) / Double(max($1, 1)) }
    let category = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    return Separation(
      isComplete: positive == total, category: shares.firstIndex(of: shares[category]) ?? category,
      direction: direction, observations: observations, slack: slack)
  }
}
