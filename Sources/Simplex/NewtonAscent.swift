// The climb to the maximum of a multinomial logit's log-likelihood.

import RealModule

/// Newton's method on the log-likelihood, which is concave, in an orthonormal basis of the features.
///
/// A step is halved until the log-likelihood does not fall. In that basis the length of a step
/// bounds the change of every log-odds, so that "settled" has a meaning that no choice of units
/// changes. Under separation the steps never settle: each moves the separated observations by about
/// one unit, for ever. When they have not settled after `patience` steps, the data are asked.
struct NewtonAscent {
  let data: LabelledData
  private(set) var iterations = 0

  /// A step shorter than this share of 1 + |γ| has settled; one more is taken, which squares it.
  static let settled = 0x1p-27
  static let patience = 15
  static let limit = 200

  init(_ data: LabelledData) { self.data = data }

  /// The log-likelihood at some coefficients γ, its gradient, and the observed information.
  struct Point {
    var coefficients: [Double]
    var logLikelihood: Double
    var gradient: [Double]
    /// Lower triangle.
    var information: [[Double]]
  }

  /// - Throws: `.separation` or `.notConverged`.
  mutating func maximum() throws(FitFailure) -> Point {
    var point = evaluate(Array(repeating: 0, count: (data.categories - 1) * data.width))
    var hasSettled = false
    while iterations < Self.limit {
      if iterations == Self.patience { try refuseSeparation() }
      guard let factor = CholeskyFactor(point.information),
        let (next, length) = advance(point, by: factor.solve(point.gradient))
      else {
        if hasSettled { return point }
        break
      }
      iterations += 1
      point = next
      if hasSettled { return point }
      hasSettled = length <= Self.settled * (1 + point.coefficients.norm)
    }
    try refuseSeparation()
    throw FitFailure.notConverged(iterations: iterations)
  }

  private func refuseSeparation() throws(FitFailure) {
    if let separation = SeparationSearch(data).separation() { throw .separation(separation) }
  }

  /// The point after the step, or after as large a part of it as does not fall; and its length.
  private func advance(_ point: Point, by step: [Double]) -> (Point, length: Double)? {
    let rounding = 0x1p-44 * point.logLikelihood.magnitude
    var share = 1.0
    while share > 0x1p-30 {
      let next = evaluate(zip(point.coefficients, step).map { $0 + share * $1 })
      if next.logLikelihood >= point.logLikelihood - rounding {
        return (next, share * step.norm)
      }
      share /= 2
    }
    return nil
  }

  func evaluate(_ coefficients: [Double]) -> Point {
    let width = data.width
    let others = data.categories - 1
    let size = others * width
    var logLikelihood = Doubled<Double>(high: 0)
    var gradient = Array(repeating: Doubled<Double>(high: 0), count: size)
    var information = (0..<size).map { Array(repeating: 0.0, count: $0 + 1) }
    for (i, row) in data.rows.enumerated() {
      var odds = [0.0]
      for k in 0..<others {
        var sum = 0.0
        for j in 0..<width { sum.addProduct(row[j], coefficients[k * width + j]) }
        odds.append(sum)
      }
      let own = data.positions[i]
      let weight = data.weights[i]
      logLikelihood.add(weight, times: logSoftmax(odds)[own])
      let p = softmax(odds)
      for k in 1...others {
        // 1 − pₖ as the sum of the others: where pₖ is near 1 the difference would lose it.
        var rest = 0.0
        for l in p.indices where l != k { rest += p[l] }
        let surplus = weight * (k == own ? rest : -p[k])
        for j in 0..<width { gradient[(k - 1) * width + j].add(surplus, times: row[j]) }
        for l in 1...k {
          let curvature = weight * p[k] * (k == l ? rest : -p[l])
          for a in 0..<width {
            let product = curvature * row[a]
            let (r, c) = ((k - 1) * width + a, (l - 1) * width)
            for b in 0...(k == l ? a : width - 1) {
              information[r][c + b].addProduct(product, row[b])
            }
          }
        }
      }
    }
    return Point(
      coefficients: coefficients, logLikelihood: logLikelihood.value,
      gradient: gradient.map(\.value), information: information)
  }
}
